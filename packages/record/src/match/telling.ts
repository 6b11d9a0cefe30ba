import type { ActorRef, Counted, CountRange, EventType, Mode, PlaceRef, Reading, Status } from "@dateline/model";
import { folded, wordsIn } from "../fold-text.ts";
import type { ToldClaim } from "../told-claim.ts";
import { type Days, dayNumber, daysOf, lengthOf } from "./day.ts";
import { type Family, familyOf } from "./family.ts";
import { isCommonInNames, isFiller } from "./filler.ts";
import { stem } from "./stem.ts";
import { ADDED, isStretch, STRETCH } from "./stretch.ts";

/** Raise it with every change of tellings, look-up keys, scores or origins: an index made under another one is made again. */
export const MATCHING = 7;

/** An actor as matching sees it. */
export interface TellingActor {
  /** Id in the actor list, or the folded name. */
  readonly key: string;
  readonly words: readonly string[];
  readonly kind: ActorRef["kind"];
  readonly country: string | null;
  /** Has a proper name. */
  readonly named: boolean;
}

/** What one report tells of one happening: the claims that its reading takes for one event. Tellings are what is matched across reports. */
export interface Telling {
  /** Id of its first claim in the text. */
  readonly id: string;
  readonly claims: readonly string[];
  readonly report: string;
  /** Day number of publication, or null. */
  readonly published: number | null;
  /** ISO date as told, or null. */
  readonly publishedOn: string | null;
  readonly learned: string;
  readonly family: Family;
  readonly types: readonly EventType[];
  readonly modes: readonly Mode[];
  readonly statuses: readonly Status[];
  /** Stems of the triggers. */
  readonly triggers: readonly string[];
  readonly agents: readonly TellingActor[];
  readonly targets: readonly TellingActor[];
  readonly places: readonly PlaceRef[];
  readonly days: Days | null;
  /** Adds up over a stretch of time: "since January … more than 200 killed". */
  readonly sums: boolean;
  readonly counts: Readonly<Partial<Record<Counted, CountRange>>>;
  /** Stems of the claims' sentences, sorted. */
  readonly words: readonly string[];
  /** Words of proper names in the whole report, sorted: what it is about. */
  readonly about: readonly string[];
  /** Words of names, other than of places, in the claims' sentences, sorted. */
  readonly names: readonly string[];
  /** The most told words of proper names in the report. */
  readonly lead: readonly string[];
}

const MOST_WORDS = 48;
const MOST_ABOUT = 64;
const LEADING = 4;

/** Claims that a person took out of what their report tells as one event → the part they went to. */
export type Parts = ReadonlyMap<string, string>;

/** The tellings of one report's claims (rejected ones left out before). `about`: see {@link aboutOf}. */
export function tellings(about: readonly string[], claims: readonly ToldClaim[], parts: Parts): readonly Telling[] {
  const groups = new Map<string, ToldClaim[]>();
  for (const c of claims) {
    const key = `${c.report}\n${c.claim.event}\n${parts.get(c.id) ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [c]);
    else group.push(c);
  }
  return [...groups.values()].map((group) => tellingOf(group, about));
}

function tellingOf(group: readonly ToldClaim[], about: readonly string[]): Telling {
  const sorted = [...group].sort(byPlace);
  const [first] = sorted;
  if (first === undefined) throw new Error("a telling has at least one claim");
  return {
    id: first.id,
    claims: sorted.map((c) => c.id),
    report: first.report,
    published: dayNumber(first.published) ?? null,
    publishedOn: first.published,
    learned: first.learned,
    family: familyOf(first.type),
    types: unique(sorted.map((c) => c.type)),
    modes: unique(sorted.flatMap((c) => (c.mode === null ? [] : [c.mode]))),
    statuses: unique(sorted.map((c) => c.status)),
    triggers: unique(
      sorted.flatMap((c) =>
        wordsIn(c.trigger)
          .map(stem)
          .filter((w) => !isFiller(w)),
      ),
    ),
    agents: actorsOf(sorted.flatMap((c) => c.agents)),
    targets: actorsOf(sorted.flatMap((c) => c.targets)),
    places: placesOf(sorted),
    days: narrowest(sorted),
    sums: sorted.some(addsUp) && lengthOf(narrowest(sorted) ?? { first: 0, last: 0 }) >= STRETCH,
    counts: Object.assign({}, ...[...sorted].reverse().map((c) => c.counts)),
    words: unique(
      sorted
        .flatMap((c) => wordsIn(c.quote))
        .filter((w) => !isFiller(w))
        .map(stem),
    )
      .slice(0, MOST_WORDS)
      .sort(),
    about: [...about].sort(),
    names: namesIn(sorted, about),
    lead: about.filter((w) => !isCommonInNames(w)).slice(0, LEADING),
  };
}

function byPlace(a: ToldClaim, b: ToldClaim): number {
  return (
    a.claim.trigger.start - b.claim.trigger.start || a.claim.trigger.end - b.claim.trigger.end || (a.id < b.id ? -1 : 1)
  );
}

function namesIn(claims: readonly ToldClaim[], about: readonly string[]): readonly string[] {
  const known = new Set(about);
  const words = claims.flatMap((c) => wordsIn(c.quote)).filter((w) => known.has(w) && !isCommonInNames(w));
  return [...new Set(words)].sort();
}

/** Marks the words of place names: reports of one town may be about many deeds, reports of one person about few. */
const PLACE = "@";

/** Words of the report's proper names, the most told first: what it is about. */
export function aboutOf(reading: Reading): readonly string[] {
  const told = new Map<string, number>();
  for (const n of reading.names) {
    for (const w of wordsIn(reading.report.text.slice(n.start, n.end))) {
      if (w.length < 3 || isFiller(w)) continue;
      const word = n.kind === "location" ? `${PLACE}${w}` : w;
      told.set(word, (told.get(word) ?? 0) + 1);
    }
  }
  const ranked = [...told].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked.slice(0, MOST_ABOUT).map(([w]) => w);
}

function actorsOf(refs: readonly ActorRef[]): readonly TellingActor[] {
  const byKey = new Map<string, TellingActor>();
  for (const r of refs) {
    const key = actorKey(r);
    if (key === "" || byKey.has(key)) continue;
    const words = unique(wordsIn(r.name).filter((w) => w.length > 1 && !isFiller(w)));
    byKey.set(key, { key, words, kind: r.kind, country: r.country, named: r.actor !== null || /\p{Lu}/u.test(r.name) });
  }
  return [...byKey.values()];
}

/** What makes two named actors one: the id in the actor list, or else the folded name without article. */
export function actorKey(ref: Pick<ActorRef, "actor" | "name">): string {
  return ref.actor ?? folded(ref.name).replace(/^(the|a|an) /, "");
}

function placesOf(claims: readonly ToldClaim[]): readonly PlaceRef[] {
  const byName = new Map<string, PlaceRef>();
  for (const { place } of claims)
    if (place !== null) byName.set(`${place.geonames ?? ""} ${folded(place.name)}`, place);
  return [...byName.values()];
}

/** The narrowest time that a claim of the group tells. */
function narrowest(claims: readonly ToldClaim[]): Days | null {
  let best: Days | null = null;
  for (const c of claims) {
    const days = daysOf(c.time);
    if (days !== undefined && (best === null || lengthOf(days) < lengthOf(best))) best = days;
  }
  return best;
}

function addsUp({ time, counts }: ToldClaim): boolean {
  return isStretch(time) && ADDED.some((c) => counts[c] !== undefined);
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
