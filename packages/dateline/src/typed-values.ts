import type { ActorRef, CountRange, FieldContent, FieldName, PlaceRef, Status } from "@dateline/model";
import { COUNTED, DatelineError, STATUSES } from "@dateline/model";
import { createActorOf } from "@dateline/reader";
import { timeBounds } from "@dateline/record";
import { countryOf } from "./countries.ts";
import { reader, resources } from "./resources.ts";

/** The field that a person means: "killed" is `counts.killed`, "date" is `time`. Throws "cli/usage". */
export function typedField(text: string): FieldName {
  const name = text.trim().toLowerCase();
  const counted = COUNTED.find((c) => c === name || `counts.${c}` === name);
  const found = counted === undefined ? FIELDS[name] : (`counts.${counted}` as const);
  if (found !== undefined) return found;
  const known = [...new Set(Object.values(FIELDS)), ...COUNTED].join(", ");
  throw new DatelineError("cli/usage", `there is no field "${text}"; fields are ${known}`);
}

const FIELDS: Readonly<Record<string, FieldName>> = {
  type: "type",
  mode: "mode",
  status: "status",
  agents: "agents",
  agent: "agents",
  by: "agents",
  targets: "targets",
  target: "targets",
  to: "targets",
  place: "place",
  where: "place",
  time: "time",
  date: "time",
  when: "time",
};

/** The value that a person typed for a field; null for "unknown". Throws "decision/value". */
export function typedValue(field: FieldName, text: string): FieldContent | null {
  const typed = text.trim();
  if (typed === "" || typed.toLowerCase() === "unknown") return null;
  switch (field) {
    case "type":
      return { kind: "word", word: typed.toUpperCase() };
    case "mode":
      return { kind: "word", word: typed.toLowerCase() };
    case "status":
      return { kind: "status", status: typedStatus(typed) };
    case "agents":
    case "targets":
      return { kind: "actors", actors: typedActors(typed) };
    case "place":
      return { kind: "place", place: typedPlace(typed) };
    case "time":
      return { kind: "time", time: { value: typed, ...(timeBounds(typed) ?? { earliest: null, latest: null }) } };
    default:
      return { kind: "count", range: typedCount(typed) };
  }
}

/** "happened", "denied"… Throws "decision/value". */
export function typedStatus(text: string): Status {
  const found = STATUSES.find((s) => s === text.toLowerCase());
  if (found === undefined)
    throw new DatelineError("decision/value", `there is no status "${text}"; they are ${STATUSES.join(", ")}`);
  return found;
}

/** Actors parted by semicolons, each as the actor list knows it. */
export function typedActors(text: string): readonly ActorRef[] {
  return text
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map(typedActor);
}

let actorOf: ReturnType<typeof createActorOf> | undefined;

/** An actor by name: its kind and its entry in the actor list as the reader would find them. */
function typedActor(name: string): ActorRef {
  actorOf ??= createActorOf(resources());
  const { kind, country, link } = actorOf(name);
  return {
    name,
    kind: kind ?? "other",
    country: country === null ? null : (countryOf(country) ?? null),
    actor: link?.actor ?? null,
    codes: {},
  };
}

/** A place by name, best with its country ("Gao, Mali"): where the reader would take it to be; else the bare name. */
export function typedPlace(text: string): PlaceRef {
  const reading = reader().read({ text: `Five people were killed in ${text}.` });
  const [found] = reading.places.filter((p) => text.toLowerCase().startsWith(p.name.toLowerCase().slice(0, 3)));
  const [name = text, ...rest] = text.split(",").map((part) => part.trim());
  if (found !== undefined && (found.geonames !== null || found.lat !== null)) {
    const { country, level, lat, lon, radiusKm, geonames } = found;
    return { name: found.name, country, level, lat, lon, radiusKm, geonames };
  }
  const country = countryOf(rest.at(-1) ?? "") ?? null;
  return { name, country, level: "city", lat: null, lon: null, radiusKm: null, geonames: null };
}

/** "5", "3-7", "3 to 7", "at least 4", ">=4", "at most 9", "<=9". Throws "decision/value". */
export function typedCount(text: string): CountRange {
  const typed = text.trim().toLowerCase();
  const one = /^\d+$/.exec(typed);
  if (one !== null) return [Number(typed), Number(typed)];
  const [, low, high] = /^(\d+)\s*(?:-|–|to)\s*(\d+)$/.exec(typed) ?? [];
  if (low !== undefined && high !== undefined) return [Number(low), Number(high)];
  const [, least] = /^(?:at least|>=|≥)\s*(\d+)$/.exec(typed) ?? [];
  if (least !== undefined) return [Number(least), null];
  const [, most] = /^(?:at most|up to|<=|≤)\s*(\d+)$/.exec(typed) ?? [];
  if (most !== undefined) return [null, Number(most)];
  throw new DatelineError("decision/value", `"${text}" is no number; write 5, "3 to 7", "at least 4" or "at most 9"`);
}
