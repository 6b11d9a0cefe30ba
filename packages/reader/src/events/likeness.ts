import type { CountRange, Entity, EventType, Place } from "@dateline/model";
import type { Party } from "./parties.ts";
import type { Telling } from "./telling.ts";
import { pointsBack } from "./triggers.ts";
import type { View } from "./view.ts";

/** What of a telling says which event it is. */
export interface Told {
  readonly telling: Telling;
  readonly lemma: string;
  readonly heading: boolean;
  readonly pointsBack: boolean;
  readonly sentence: number;
}

export function toldOf(view: View, telling: Telling): Told {
  const { trigger } = telling;
  const { head } = trigger;
  const standing = trigger.nounFrame?.standing ?? head;
  const noun = trigger.form === "noun";
  return {
    telling,
    lemma: head.lemma.toLowerCase(),
    heading: view.sentenceOf(head)?.kind === "heading",
    pointsBack: noun && pointsBack(view, standing),
    sentence: head.sentence,
  };
}

/** What two tellings have in common or apart. */
export const LIKENESS = [
  "bias",
  "speech",
  "same word",
  "same means",
  "other means",
  "other doer",
  "same sufferer",
  "named other sufferer",
  "sides swapped",
  "same time",
  "same place",
  "elsewhere",
  "same toll",
  "tolls apart",
  "points back",
  "from heading",
  "same sentence",
  "aside",
  "next sentence",
  "far",
  "result",
  "plan and deed",
  "denied and told",
  "abduction and other",
  "lead",
  "near",
  "both with death",
] as const;
export type Likeness = (typeof LIKENESS)[number];

/** Log-odds of each for being of one event, fitted on marked reports by `bench/grouping.ts`; see docs/claims.md. */
export const WEIGHTS: Readonly<Record<Likeness, number>> = {
  bias: -1.9,
  speech: -0.4,
  "same word": 0.9,
  "same means": 0.8,
  "other means": -0.6,
  "other doer": -0.7,
  "same sufferer": 0.9,
  "named other sufferer": -1.0,
  "sides swapped": -0.1,
  "same time": 0.1,
  "same place": 0.5,
  elsewhere: -0.9,
  "same toll": 1.1,
  "tolls apart": -0.1,
  "points back": 0.3,
  "from heading": 0.5,
  "same sentence": 1.0,
  aside: 0.3,
  "next sentence": 1.0,
  far: -1.0,
  result: 0.4,
  "plan and deed": -0.2,
  "denied and told": -0.2,
  "abduction and other": -0.3,
  lead: 1.1,
  near: 0.4,
  "both with death": 0.3,
};

/** Types by which one happening is told: a withdrawal is announced, then made. */
const RETREATING: ReadonlySet<EventType> = new Set<EventType>(["CONCEDE", "RETREAT"]);

/**
 * Whether two tellings may be of one event at all: by type, not on two days nor in two countries; a deed and a plan are
 * two unless told by one word.
 */
export function comparable(a: Told, b: Told): boolean {
  const [x, y] = [a.telling.trigger.type, b.telling.trigger.type];
  if (x !== y && !(RETREATING.has(x) && RETREATING.has(y))) return false;
  if (isPlan(a) !== isPlan(b) && a.lemma !== b.lemma && !a.heading) return false;
  return !apart(timeOf(a.telling), timeOf(b.telling)) && !abroad(a.telling.place?.value, b.telling.place?.value);
}

/** What holds of two comparable tellings, the earlier first. */
export function likenessOf(view: View, a: Told, b: Told): readonly Likeness[] {
  const [x, y] = [a.telling, b.telling];
  const found: Likeness[] = ["bias"];
  const put = (is: boolean, f: Likeness): void => {
    if (is) found.push(f);
  };
  const { type } = x.trigger;
  put(x.trigger.sense.flags.speech, "speech");
  put(a.lemma === b.lemma, "same word");
  put(x.mode !== null && x.mode === y.mode, "same means");
  put(x.mode !== null && y.mode !== null && x.mode !== y.mode, "other means");
  parties(view, x, y, put);
  circumstances(x, y, put);
  put(b.pointsBack, "points back");
  const apart = b.sentence - a.sentence;
  put(a.heading && apart <= 3, "from heading");
  put(apart === 0, "same sentence");
  put(apart === 0 && x.trigger.sense.flags.result !== y.trigger.sense.flags.result, "aside");
  put(apart === 1, "next sentence");
  put(apart > 8, "far");
  put(apart > 0 && apart <= 3 && y.trigger.sense.flags.result && y.agents.length === 0, "result");
  put((x.status.value === "planned") !== (y.status.value === "planned"), "plan and deed");
  put((x.status.value === "denied") !== (y.status.value === "denied"), "denied and told");
  put((x.mode === "abduct") !== (y.mode === "abduct") && type === "ASSAULT", "abduction and other");
  put(a.sentence <= 2, "lead");
  put(apart === 2 || apart === 3, "near");
  put(x.counts.killed !== undefined && y.counts.killed !== undefined, "both with death");
  return found;
}

type Put = (is: boolean, f: Likeness) => void;

function parties(view: View, x: Telling, y: Telling, put: Put): void {
  const doer = shared(x.agents, y.agents);
  put(!doer && x.agents.length > 0 && y.agents.length > 0, "other doer");
  const sufferer = shared(x.targets, y.targets);
  put(sufferer, "same sufferer");
  put(!sufferer && namedApart(view, x.targets, y.targets), "named other sufferer");
  put(shared(x.agents, y.targets) || shared(x.targets, y.agents), "sides swapped");
}

function circumstances(x: Telling, y: Telling, put: Put): void {
  const [time, other] = [timeOf(x), timeOf(y)];
  const [p, q] = [x.place?.value, y.place?.value];
  put(time !== null && other !== null && (time.startsWith(other) || other.startsWith(time)), "same time");
  put(p !== undefined && p.id === q?.id, "same place");
  put(p !== undefined && p.id !== q?.id && p.country !== null && p.country === q?.country, "elsewhere");
  const [a, b] = [x.counts.killed?.value, y.counts.killed?.value];
  put(a !== undefined && a.join() === b?.join(), "same toll");
  put(tollsApart(a, b), "tolls apart");
}

function shared(a: readonly Party[], b: readonly Party[]): boolean {
  return a.some((p) => b.some((q) => oneSide(p.entity, q.entity)));
}

/** Tolls that cannot be one: 200 and 3, but not "dozens" and "at least 43". */
function tollsApart(x: CountRange | undefined, y: CountRange | undefined): boolean {
  if (x === undefined || y === undefined) return false;
  const below = (p: CountRange, q: CountRange): boolean => p[1] !== null && q[0] !== null && p[1] < q[0];
  return below(x, y) || below(y, x);
}

function timeOf(t: Telling): string | null {
  const value = t.time?.value.value ?? null;
  return value === null || value.startsWith("X") ? null : value;
}

function apart(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && !a.includes("/") && !b.includes("/") && !a.startsWith(b) && !b.startsWith(a);
}

function isPlan({ telling }: Told): boolean {
  return telling.status.value === "planned";
}

function abroad(a: Place | undefined, b: Place | undefined): boolean {
  return a !== undefined && b !== undefined && a.country !== null && b.country !== null && a.country !== b.country;
}

/** Different names, and neither stands for the other's state. */
function namedApart(view: View, a: readonly Party[], b: readonly Party[]): boolean {
  const named = (p: Party): boolean => view.mentions.isNamed(p.entity.id);
  const [x, y] = [a.filter(named), b.filter(named)];
  return x.length > 0 && y.length > 0 && !shared(x, y);
}

const STATE: ReadonlySet<string> = new Set(["government", "military", "police"]);

/** One actor, or a state and its forces. */
function oneSide(a: Entity, b: Entity): boolean {
  if (a.id === b.id) return true;
  return a.country !== null && a.country === b.country && STATE.has(a.kind) && STATE.has(b.kind);
}
