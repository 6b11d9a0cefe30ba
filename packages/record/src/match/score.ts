import { COUNTED } from "@dateline/model";
import { gap, lengthOf } from "./day.ts";
import { placeRelation } from "./far.ts";
import { STRETCH } from "./stretch.ts";
import type { Telling, TellingActor } from "./telling.ts";
import { sameKind } from "./trigger-class.ts";

/** Two tellings of which nothing more is known than that they share a block. */
const BASE = -2.4;

/**
 * How likely two tellings are of one happening, 0 to 1. It hangs on the two tellings alone, so that no other report
 * changes it. The weights are log-odds, set by hand and checked in bench/record.ts.
 */
export function score(a: Telling, b: Telling): number {
  const sum =
    BASE +
    triggers(a, b) +
    types(a, b) +
    actors(a, b) +
    places(a, b) +
    times(a, b) +
    counts(a, b) +
    partly(a, b) +
    wording(a, b) +
    named(a, b) +
    vagueness(a, b);
  return 1 / (1 + Math.exp(-sum));
}

function triggers(a: Telling, b: Telling): number {
  if (shares(a.triggers, b.triggers)) return 2.2;
  if (sameKind(a.triggers, b.triggers)) return 1.5;
  return shares(a.words, b.triggers) || shares(b.words, a.triggers) ? 0.3 : -1.2;
}

function types(a: Telling, b: Telling): number {
  if (shares(a.types, b.types)) return shares(a.modes, b.modes) ? 0.7 : 0.3;
  return a.family === b.family ? -0.3 : -1.2;
}

function actors(a: Telling, b: Telling): number {
  return side(a.targets, b.targets, 1.6) + side(a.agents, b.agents, 1.2) + crossed(a, b);
}

function side(a: readonly TellingActor[], b: readonly TellingActor[], weight: number): number {
  if (a.length === 0 || b.length === 0) return 0;
  let best = 0;
  for (const x of a) for (const y of b) best = Math.max(best, alike(x, y));
  if (best > 0) return best * weight;
  if (a.some(isPerson) && b.some(isPerson)) return -2.5 * weight;
  const [na, nb] = [a.some((x) => x.named), b.some((y) => y.named)];
  return na && nb ? -1.6 * weight : -0.25 * weight;
}

const STATE: ReadonlySet<TellingActor["kind"]> = new Set(["government", "military", "police"]);

/** A killing or arrest of another named person is another one, however like the reports. */
function isPerson(x: TellingActor): boolean {
  return x.named && x.kind === "person";
}

/** 1: the same actor; less for shared words of the names. */
function alike(x: TellingActor, y: TellingActor): number {
  if (x.key === y.key) return x.named ? 1 : 0.6;
  if (x.country !== null && y.country !== null && x.country !== y.country) return 0;
  if (x.country !== null && x.country === y.country && x.kind === y.kind && STATE.has(x.kind)) return 0.7;
  let shared = 0;
  for (const w of x.words) if (y.words.includes(w)) shared += 1;
  const least = Math.min(x.words.length, y.words.length);
  return least === 0 ? 0 : (shared / least) * (x.named && y.named ? 0.9 : 0.5);
}

/** Who does it here suffers it there: another deed, or a reading gone wrong. */
function crossed(a: Telling, b: Telling): number {
  const swap = (x: readonly TellingActor[], y: readonly TellingActor[]): boolean =>
    x.some((p) => p.named && y.some((q) => q.key === p.key));
  return swap(a.agents, b.targets) && swap(a.targets, b.agents) ? -1.5 : 0;
}

function places(a: Telling, b: Telling): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const x of a.places) {
    for (const y of b.places) {
      const r = placeRelation(x, y);
      const narrow = x.level === "site" || x.level === "city";
      const value = r === "same" ? (narrow ? 1.4 : 0.6) : r === "apart" ? -2.5 : r === "compatible" ? 0.4 : 0.3;
      best = Math.max(best, value);
    }
  }
  return best === Number.NEGATIVE_INFINITY ? 0 : best;
}

function times(a: Telling, b: Telling): number {
  const open = isOpen(a) || isOpen(b);
  if (a.days !== null && b.days !== null) {
    const [long, short] = [Math.max(lengthOf(a.days), lengthOf(b.days)), Math.min(lengthOf(a.days), lengthOf(b.days))];
    const apart = gap(a.days, b.days);
    if (apart === 0) return long <= 2 ? 1.3 : long > 30 && short <= 3 ? -0.4 : 0.5;
    if (open) return -0.8;
    return apart === 1 ? -0.7 : apart <= 3 ? -2 : -4;
  }
  if (a.published === null || b.published === null) return 0;
  const apart = Math.abs(a.published - b.published);
  return apart <= 2 ? 0.4 : apart <= 7 ? 0 : apart <= 30 ? -1 : -2.5;
}

/** What is not yet done has no settled date. */
function isOpen(t: Telling): boolean {
  return t.statuses.every((s) => s === "planned" || s === "possible");
}

function counts(a: Telling, b: Telling): number {
  let sum = 0;
  for (const kind of COUNTED) {
    const [x, y] = [a.counts[kind], b.counts[kind]];
    if (x === undefined || y === undefined) continue;
    const [lx, ly] = [x[0] ?? x[1] ?? 0, y[0] ?? y[1] ?? 0];
    if (lx === ly) sum += lx > 2 ? 1 : 0.5;
    else if (Math.max(lx, ly) > 3 * Math.max(1, Math.min(lx, ly))) sum -= 0.6;
  }
  return Math.max(-1, Math.min(1.5, sum));
}

const PART = -8;

/** A toll over months and one day's deed are whole and part, not one happening. */
function partly(a: Telling, b: Telling): number {
  if (a.sums === b.sums) return 0;
  const other = a.sums ? b : a;
  return other.days !== null && lengthOf(other.days) < STRETCH ? PART : 0;
}

/**
 * "The attacks", "more explosions": where no name, town, day or number is shared, the same word in the same days is often
 * another of its kind.
 */
function vagueness(a: Telling, b: Telling): number {
  const shared =
    sharesActor(a.targets, b.targets) || sharesActor(a.agents, b.agents) || sharesTown(a, b) || sharesDay(a, b);
  if (shared || named(a, b) > 0 || counts(a, b) >= 1 || jaccard(a.words, b.words) >= ALIKE) return 0;
  return a.published === null || b.published === null ? VAGUE / 3 : VAGUE;
}

/** The same names in the sentences, where the reading did not make them agent or target: "in Galan's murder". */
function named(a: Telling, b: Telling): number {
  return 0.5 * Math.min(3, sharedCount(a.names, b.names));
}

const VAGUE = -1.2;
/** Sentences that share so many of their words tell the same thing. */
const ALIKE = 0.35;

function sharesActor(a: readonly TellingActor[], b: readonly TellingActor[]): boolean {
  return a.some((x) => x.named && b.some((y) => y.named && alike(x, y) >= 0.5));
}

function sharesTown(a: Telling, b: Telling): boolean {
  const narrow = (p: Telling["places"][number]): boolean => p.level === "site" || p.level === "city";
  return a.places.some((p) => narrow(p) && b.places.some((q) => narrow(q) && placeRelation(p, q) === "same"));
}

function sharesDay({ days: a }: Telling, { days: b }: Telling): boolean {
  return a !== null && b !== null && gap(a, b) === 0 && lengthOf(a) <= 2 && lengthOf(b) <= 2;
}

/** Like sentences, and reports that are about the same names. */
function wording(a: Telling, b: Telling): number {
  return (
    3 * (jaccard(a.words, b.words) - 0.08) + (a.report === b.report ? 0.2 : 4.5 * (cosine(a.about, b.about) - 0.22))
  );
}

/** Of sorted lists. */
function sharedCount(a: readonly string[], b: readonly string[]): number {
  let [i, j, n] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x = "", y = ""] = [a[i], b[j]];
    if (x === y) n += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return n;
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const shared = sharedCount(a, b);
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

function cosine(a: readonly string[], b: readonly string[]): number {
  return a.length === 0 || b.length === 0 ? 0.22 : sharedCount(a, b) / Math.sqrt(a.length * b.length);
}

function shares<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.some((x) => b.includes(x));
}
