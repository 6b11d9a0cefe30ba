import type { CountRange, Entity, Place } from "@dateline/model";
import type { Party } from "./parties.ts";
import type { Telling } from "./telling.ts";
import { pointsBack } from "./triggers.ts";
import type { View } from "./view.ts";

/** How far back an event is looked for. */
const MOST_GROUPS = 60;
/** The likeness from which two tellings are taken for one event. */
const ENOUGH = 2;

/** Numbers of the events that tellings tell: one number for all tellings of one happening. */
export function eventNumbers(view: View, tellings: readonly Telling[]): readonly number[] {
  const groups: Group[] = [];
  return tellings.map((t) => {
    const told = toldOf(view, t);
    const best = mostLike(view, groups.slice(-MOST_GROUPS), told);
    if (best !== undefined) {
      best.tellings.push(told);
      return best.number;
    }
    groups.push({ number: groups.length + 1, tellings: [told] });
    return groups.length;
  });
}

interface Group {
  readonly number: number;
  /** At most the last eight are compared. */
  readonly tellings: Told[];
}

/** What of a telling says which event it is. */
interface Told {
  readonly telling: Telling;
  readonly family: string;
  readonly lemma: string;
  readonly heading: boolean;
  readonly pointsBack: boolean;
  readonly sentence: number;
}

function toldOf(view: View, telling: Telling): Told {
  const { trigger } = telling;
  const { type, sense, head } = trigger;
  return {
    telling,
    family: type === "ASSAULT" && sense.mode === "abduct" ? "ASSAULT abduct" : type,
    lemma: head.lemma.toLowerCase(),
    heading: view.sentenceOf(head)?.kind === "heading",
    pointsBack: trigger.form === "noun" && pointsBack(view, trigger.nounFrame?.standing ?? head),
    sentence: head.sentence,
  };
}

function mostLike(view: View, groups: readonly Group[], t: Told): Group | undefined {
  let best: Group | undefined;
  let most = ENOUGH;
  for (const g of groups) {
    const recent = g.tellings.slice(-8);
    if (recent.some((o) => differ(view, o, t))) continue;
    const like = Math.max(...recent.map((o) => likeness(o, t)));
    if (like < most || (like === most && best !== undefined && !t.pointsBack)) continue;
    best = g;
    most = like;
  }
  return best;
}

/** What keeps two tellings apart whatever else they share. */
function differ(view: View, a: Told, b: Told): boolean {
  const [x, y] = [a.telling, b.telling];
  if (a.family !== b.family || (x.status.value === "planned") !== (y.status.value === "planned")) return true;
  if (apart(timeOf(x), timeOf(y)) || placesApart(x.place?.value, y.place?.value)) return true;
  if (namedApart(view, x.agents, y.agents) || namedApart(view, x.targets, y.targets)) return true;
  if ((x.status.value === "denied") !== (y.status.value === "denied") || tollsApart(x, y)) return true;
  if (x.trigger.type !== "ASSAULT" && othersDone(x.targets, y.targets)) return true;
  // "shelling and air strikes", "killed two and burned a house": two words of one sentence are mostly two deeds.
  return a.sentence === b.sentence && !isAside(a, b);
}

/** Two tellings in one sentence are of one event only where one says of the other's victims or means. */
function isAside(a: Told, b: Told): boolean {
  return a.telling.trigger.sense.flags.result !== b.telling.trigger.sense.flags.result;
}

/** Tolls that cannot be one: 200 and 3, but not "dozens" and "at least 43". */
function tollsApart(a: Telling, b: Telling): boolean {
  const [x, y] = [a.counts.killed?.value, b.counts.killed?.value];
  if (x === undefined || y === undefined) return false;
  const below = (p: CountRange, q: CountRange): boolean => p[1] !== null && q[0] !== null && p[1] < q[0];
  return below(x, y) || below(y, x);
}

/** Other people by other nouns: two men, six students. */
function othersDone(a: readonly Party[], b: readonly Party[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const noun = (p: Party): string => p.token.lemma.toLowerCase();
  return !a.some((p) => b.some((q) => oneSide(p.entity, q.entity) || noun(p) === noun(q)));
}

function timeOf(t: Telling): string | null {
  const value = t.time?.value.value ?? null;
  return value === null || value.startsWith("X") ? null : value;
}

function apart(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && !a.includes("/") && !b.includes("/") && !a.startsWith(b) && !b.startsWith(a);
}

function placesApart(a: Place | undefined, b: Place | undefined): boolean {
  if (a === undefined || b === undefined || a.id === b.id) return false;
  if (a.country !== null && b.country !== null && a.country !== b.country) return true;
  const wide = (p: Place): boolean =>
    p.level === "country" || p.level === "region" || p.level === "admin" || p.country === null;
  return !wide(a) && !wide(b) && a.level === b.level;
}

/** Different names, and neither stands for the other's state. */
function namedApart(view: View, a: readonly Party[], b: readonly Party[]): boolean {
  const named = (p: Party): boolean => view.mentions.isNamed(p.entity.id);
  const [x, y] = [a.filter(named), b.filter(named)];
  return x.length > 0 && y.length > 0 && !x.some((p) => y.some((q) => oneSide(p.entity, q.entity)));
}

const STATE: ReadonlySet<string> = new Set(["government", "military", "police"]);

/** One actor, or a state and its forces. */
function oneSide(a: Entity, b: Entity): boolean {
  if (a.id === b.id) return true;
  return a.country !== null && a.country === b.country && STATE.has(a.kind) && STATE.has(b.kind);
}

function likeness(a: Told, b: Told): number {
  const [x, y] = [a.telling, b.telling];
  const sameAgent = x.agents.some((p) => y.agents.some((q) => oneSide(p.entity, q.entity)));
  const sameTarget = x.targets.some((p) => y.targets.some((q) => oneSide(p.entity, q.entity)));
  const [time, other] = [timeOf(x), timeOf(y)];
  let points = 0;
  if (sameAgent) points += 1;
  if (sameTarget) points += x.trigger.type === "ASSAULT" || x.trigger.type === "COERCE" ? 2 : 1;
  if (samePlace(x.place?.value, y.place?.value)) points += 1;
  if (time !== null && other !== null && (time.startsWith(other) || other.startsWith(time))) points += 1;
  if (a.lemma === b.lemma || alike(x, y)) points += 1;
  if (x.counts.killed !== undefined && x.counts.killed.value.join() === y.counts.killed?.value.join()) points += 1.5;
  if (b.pointsBack) points += 1;
  if (a.heading && b.sentence - a.sentence <= 3) points += 1;
  return points;
}

function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.id === b.id || (a.country !== null && a.country === b.country);
}

/** Words of one means ("blast", "bombing") tell alike. */
function alike(a: Telling, b: Telling): boolean {
  return a.mode !== null && a.mode === b.mode && a.trigger.type === "ASSAULT" && a.mode !== "targeted";
}
