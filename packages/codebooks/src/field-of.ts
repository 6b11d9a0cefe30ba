import type { ActorRef, Counted, EventField, FieldName, RecordEvent } from "@dateline/model";

/** A field of an event; undefined where nothing is told of it. */
export function fieldOf(event: RecordEvent, name: FieldName): EventField | undefined {
  return event.fields.find((f) => f.name === name);
}

/** The claims whose words the chosen value rests on. */
export function claimsFor(event: RecordEvent, name: FieldName): readonly string[] {
  return fieldOf(event, name)?.chosen.claims ?? [];
}

/** The chosen agents or targets. */
export function actorsOf(event: RecordEvent, name: "agents" | "targets"): readonly ActorRef[] {
  const content = fieldOf(event, name)?.chosen.content;
  return content?.kind === "actors" ? content.actors : [];
}

/** The least of the chosen number; null where none is told. */
export function leastOf(event: RecordEvent, counted: Counted): number | null {
  return event.counts[counted]?.[0] ?? null;
}
