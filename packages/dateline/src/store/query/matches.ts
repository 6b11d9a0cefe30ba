import type { RecordEvent } from "@dateline/model";
import { folded } from "@dateline/record";
import type { EventFilter, EventQuery } from "../record-store.ts";

/** The same filter as the database's, over events folded for another time. Full text is matched word by word, not by its forms. */
export function matches(e: RecordEvent, f: EventFilter): boolean {
  return (
    (f.type === undefined || [f.type].flat().includes(e.type)) &&
    (f.status === undefined || [f.status].flat().includes(e.status)) &&
    (f.country === undefined || e.place?.country === f.country) &&
    inTime(e, f) &&
    (f.actor === undefined || actorNames(e).some((n) => n.includes(folded(f.actor ?? "")))) &&
    (f.says === undefined || e.origins.some((o) => folded(o.name).includes(folded(f.says ?? "")))) &&
    (f.minIndependent === undefined || e.independent >= f.minIndependent) &&
    (f.minReports === undefined || e.reports >= f.minReports) &&
    (f.disputed === undefined || e.disputed.length > 0 === f.disputed) &&
    (f.denied === undefined || e.denied === f.denied) &&
    (f.placed === undefined || (e.place?.lat != null) === f.placed) &&
    (f.report === undefined || e.members.some((m) => m.report === f.report)) &&
    (f.text === undefined || hasWords(e, f.text)) &&
    (f.box === undefined || inBox(e, f.box))
  );
}

function inTime(e: RecordEvent, { since, until }: EventFilter): boolean {
  const first = e.time?.earliest;
  const last = e.time?.latest ?? first;
  return (
    (since === undefined || (last != null && last >= since)) &&
    (until === undefined || (first != null && first <= until))
  );
}

function actorNames(e: RecordEvent): readonly string[] {
  return e.members
    .flatMap((m) => [...m.agents, ...m.targets])
    .flatMap((a) => [folded(a.name), ...(a.actor === null ? [] : [a.actor])]);
}

function hasWords(e: RecordEvent, text: string): boolean {
  const all = folded([e.title, ...e.members.map((m) => m.quote)].join(" "));
  return folded(text)
    .split(" ")
    .every((w) => all.includes(w));
}

function inBox(e: RecordEvent, [west, south, east, north]: readonly [number, number, number, number]): boolean {
  const { lat, lon } = e.place ?? { lat: null, lon: null };
  if (lat === null || lon === null || lat < south || lat > north) return false;
  return west > east ? lon >= west || lon <= east : lon >= west && lon <= east;
}

type Key = readonly (string | number)[];

/** Sorts as the database does: what has no date comes last. */
export function sorted(events: readonly RecordEvent[], sort: EventQuery["sort"]): readonly RecordEvent[] {
  const key = (e: RecordEvent): Key => {
    if (sort === "corroboration") return [-e.independent, -e.reports];
    const date = sort === "said" ? e.lastSaid : (e.time?.earliest ?? null);
    return date === null ? [1] : [0, `-${date}`];
  };
  return [...events].sort((a, b) => compare(key(a), key(b)) || (a.id < b.id ? -1 : 1));
}

function compare(a: Key, b: Key): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [x, y] = [a[i], b[i]];
    if (x === y) continue;
    // A leading "-" marks a text that sorts downwards.
    if (typeof x === "string" && typeof y === "string") return x > y ? -1 : 1;
    return Number(x) - Number(y);
  }
  return a.length - b.length;
}
