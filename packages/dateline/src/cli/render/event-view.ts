import type { ChainLink, EventField, EventRow, FieldState, RecordClaim, RecordEvent } from "@dateline/model";
import stringWidth from "string-width";
import type { EventParts } from "../../store/record-store.ts";
import type { Terminal } from "../terminal.ts";
import { countsText, GLYPHS } from "./values.ts";
import { wrap } from "./wrap.ts";

/** A list of events, two lines each: what is told, and on how many reports and independent origins it rests. */
export function eventList(events: readonly EventRow[], total: number, terminal: Terminal): string {
  const { colors: c } = terminal;
  if (events.length === 0) return `${c.dim("No such events in this record.")}\n`;
  const lines = events.flatMap((event) => eventLines(event, terminal));
  const more = total > events.length ? `\n${c.dim(`${events.length} of ${total} events; --limit shows more`)}\n` : "";
  return `${lines.join("\n")}\n${more}`;
}

/** An event as lists show it: what is told, then its facts. */
export function eventLines(event: EventRow, { colors: c, width }: Terminal): readonly string[] {
  const country = event.place?.country ?? null;
  const facts = [
    event.time?.value ?? "no date",
    event.place === null ? "no place" : `${event.place.name}${country === null ? "" : ` (${country})`}`,
    countsText(event.counts),
    corroboration(event),
    event.disputed.length > 0 ? `disputed: ${event.disputed.join(", ")}` : "",
    event.denied ? "denied by some" : "",
  ].filter((fact) => fact !== "");
  return [
    ...wrap(`${GLYPHS[event.status]} ${c.bold(event.id)}  ${event.title}`, width),
    ...wrap(facts.join(" · "), width - 2).map((line) => c.dim(`  ${line}`)),
  ];
}

/** Reports and independent origins, always the two together. */
function corroboration({ reports, independent }: EventRow): string {
  return `${reports} report${reports === 1 ? "" : "s"} · ${independent} independent origin${independent === 1 ? "" : "s"}`;
}

/** One event: chosen values, what is disputed with who says what, the origins, and every claim with its words. */
export function eventView(event: RecordEvent, terminal: Terminal): string {
  const { colors: c, width } = terminal;
  const head = [
    ...wrap(`${GLYPHS[event.status]} ${event.id}  ${event.title}`, width).map((line) => c.bold(line)),
    c.dim(
      `${event.type}${event.mode === null ? "" : ` ${event.mode}`} · ${corroboration(event)} · values by ${event.policy}`,
    ),
  ];
  const sections = [
    head,
    ["", c.bold("Fields"), ...event.fields.flatMap((field) => fieldLines(event, field, terminal))],
    ["", c.bold("Who says so"), ...originLines(event, terminal)],
    ["", c.bold("Claims"), ...event.members.flatMap((claim) => claimLines(claim, terminal))],
  ];
  return `${sections.flat().join("\n").trimEnd()}\n`;
}

/** The events that an event adds up, and those that add it up; empty where there are none. */
export function partsView({ parts, wholes }: EventParts, terminal: Terminal): string {
  const section = (head: string, events: readonly EventRow[]): readonly string[] =>
    events.length === 0
      ? []
      : ["", terminal.colors.bold(head), ...events.flatMap((e) => eventLines(e, terminal)).map((line) => `  ${line}`)];
  const lines = [...section("Adds up", parts), ...section("Part of", wholes)];
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

const STATE_WORDS: Readonly<Record<FieldState, string>> = {
  agreed: "",
  finer: "some less precise",
  updated: "updated",
  disputed: "DISPUTED",
};

function fieldLines(event: RecordEvent, field: EventField, { colors: c, width }: Terminal): readonly string[] {
  const nameOf = originNames(event);
  const state = STATE_WORDS[field.state];
  const head = `  ${c.dim(field.name.padEnd(16))}${field.chosen.label}${state === "" ? "" : `  ${c.yellow(`[${state}]`)}`}`;
  if (field.state === "agreed") return [head];
  const told = field.values.flatMap((value) =>
    wrap(`${value.label} — ${value.origins.map(nameOf).join("; ")}`, width - 20).map(
      (line) => `                  ${line}`,
    ),
  );
  return [head, ...told];
}

function originNames(event: RecordEvent): (id: string) => string {
  const names = new Map(event.origins.map((o) => [o.id, o.name]));
  return (id) => names.get(id) ?? id;
}

function originLines(event: RecordEvent, { colors: c, width }: Terminal): readonly string[] {
  return event.origins.flatMap((o) => {
    const facts = [
      o.position,
      o.independent ? "independent" : "not independent",
      ...(o.firstSaid === null ? [] : [`first ${o.firstSaid}`]),
    ];
    return [
      `  ${o.position === "denies" ? GLYPHS.denied : GLYPHS.happened} ${o.name}  ${c.dim(facts.join(" · "))}`,
      ...wrap(o.reason, width - 4).map((line) => c.dim(`    ${line}`)),
    ];
  });
}

/** "Florence Parly → Reuters → Voice of America" of a claim in the record. */
export function chainOf(chain: readonly ChainLink[], publisher: string | null): string {
  const links = chain.flatMap((link) => [link.name, ...(link.channel === null ? [] : [link.channel])]);
  return [...links, publisher ?? "this report"].join(" → ");
}

function claimLines(claim: RecordClaim, { colors: c, width }: Terminal): readonly string[] {
  const told = `${GLYPHS[claim.status]} ${chainOf(claim.chain, claim.publisher)}`;
  const date = claim.published ?? "no date";
  const gap = Math.max(1, width - 2 - stringWidth(told) - date.length);
  return [
    `  ${told}${" ".repeat(gap)}${c.dim(date)}`,
    ...wrap(`“${claim.quote.replace(/\s+/g, " ").slice(0, 500)}”`, width - 4).map((line) => `    ${line}`),
    c.dim(`    ${claim.title ?? "no title"} · ${claim.report}`),
  ];
}
