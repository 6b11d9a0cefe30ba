import type { EventType, Place, Time } from "@dateline/model";
import type { Token } from "../doc.ts";
import { classesAt } from "./parties.ts";
import type { Bound, Trigger } from "./telling.ts";
import { above, headOf, isNominal, isVerb, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { Anchored, View } from "./view.ts";

/** The words by which a trigger takes a time or a place: its own, its carrier's, those that lend it theirs. */
interface Reach {
  /** Rank by token: 4 its own words, 3 the verb that carries it, 2 a clause whose circumstances it shares. */
  readonly rank: ReadonlyMap<number, number>;
}

/** Which triggers there are: a verb that is one keeps its circumstances for itself. */
export type TriggerHeads = ReadonlySet<number>;

export function timeOf(view: View, t: Trigger, heads: TriggerHeads): Bound<Time> | null {
  const found = best(view, t, heads, (view.times.get(t.head.sentence) ?? []).filter(isDate));
  if (found !== null && t.sense.flags.speech && t.head.xpos !== "VBD" && isOfObject(t, found.start, heads)) return null;
  return found === null ? null : { value: found.of, words: [{ start: found.start, end: found.end }], rule: found.rule };
}

export function placeOf(view: View, t: Trigger, heads: TriggerHeads): Bound<Place> | null {
  const all = (view.places.get(t.head.sentence) ?? []).filter((p) => mayBePlace(view, p, t));
  const found = best(view, t, heads, all);
  if (found !== null && t.sense.flags.speech && (found.rule !== RULES[4] || isOfObject(t, found.start, heads)))
    return null;
  return found === null ? null : { value: found.of, words: [{ start: found.start, end: found.end }], rule: found.rule };
}

/** In "condemned the bombing in Nairobi" the place after the deed spoken of is that deed's. */
function isOfObject(t: Trigger, at: number, heads: TriggerHeads): boolean {
  const object = t.frame?.object?.token;
  return object !== undefined && heads.has(object.i) && object.end <= at;
}

/** Whether a time says when something was said, not when it was done. */
export function hangsOnSaying(view: View, t: Anchored<Time>): boolean {
  const head = headOf(view.tree, t.top);
  if (head === undefined || !isVerb(head)) return false;
  return view.sayingHeads.has(head.i);
}

/** "for seven years", "every Friday", "recently" are no dates. */
export function isDate(t: Anchored<Time>): boolean {
  if (t.of.value === null && /_REF$/.test(t.of.timex ?? "")) return false;
  return (
    t.of.kind === "date" || t.of.kind === "time" || (t.of.kind === "duration" && (t.of.value?.includes("/") ?? false))
  );
}

const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
  "in at near on outside inside around across to into over between along off of from within through throughout against toward towards under by beside above below onto amid among".split(
    " ",
  ),
);

/** A country that acts ("Syria said") is no place; one after a preposition or struck is. */
function mayBePlace(view: View, p: Anchored<Place>, t: Trigger): boolean {
  const prep = prepositionOf(view.tree, firstOf(view, p.top)).split(" ")[0] ?? "";
  if (prep !== "") return PLACE_PREPOSITIONS.has(prep) && !isPartner(view, p, { prep, t });
  const rel = relation(p.top);
  // Whoever is captured or killed is nobody's place, whatever the name looks like.
  const counted = t.sense.flags.counts !== null && p.of.country === null;
  if (counted && (rel === "obj" || rel === "nsubj" || p.top.i === t.frame?.object?.token.i)) return false;
  const acts = view.mentions.at(p.top)?.entity.kind === "government";
  if (acts && (rel === "nsubj" || rel === "iobj" || (rel === "obj" && t.type !== "ASSAULT"))) return false;
  if (acts && /^(?:[A-Z]\.?){2,4}$/.test(p.top.text)) return false;
  if (p.top.deprel === "nmod:poss" || p.top.upos === "ADJ") return false;
  if (rel !== "compound" && rel !== "amod" && rel !== "flat") return true;
  // "a Baghdad bombing", "the Idlib province", but not "US embassies", "UN troops".
  const head = headOf(view.tree, p.top);
  if (head === undefined) return false;
  if (head.i === t.head.i || t.words.some((w) => w.i === head.i)) return true;
  const compounded = relation(head) === "compound" && classesAt(view, head).includes("building");
  return compounded || classesAt(view, head).some((c) => c === "event" || c === "place" || c === "territory");
}

/** In "sponsored by Chad and Mali" the preposition is that of the first. */
function firstOf(view: View, t: Token): Token {
  const head = t.deprel === "conj" && prepositionOf(view.tree, t) === "" ? headOf(view.tree, t) : undefined;
  return head !== undefined && isNominal(head) ? head : t;
}

/** "handed over to France", "sponsored by Kenya", "attacks against France", "talks on Iraq": a state that takes part, or a topic. */
export function isPartner(view: View, p: Anchored<Place>, by: { readonly prep: string; readonly t: Trigger }): boolean {
  if (view.mentions.at(p.top)?.entity.kind !== "government") return false;
  if (by.prep === "by" || by.prep === "against") return true;
  if (by.prep === "on") return by.t.type !== "ASSAULT";
  return (by.prep === "to" || by.prep === "from" || by.prep === "of") && !MOVES.has(by.t.type);
}

const MOVES: ReadonlySet<EventType> = new Set<EventType>([
  "MOBILIZE",
  "CONSULT",
  "ASSAULT",
  "SANCTION",
  "RETREAT",
  "CONCEDE",
  "COERCE",
]);

interface Ranked {
  readonly rank: number;
  /** Steps from the place or time up to the word that the trigger reaches. */
  readonly depth: number;
  readonly distance: number;
}

function best<T extends Place | Time>(
  view: View,
  t: Trigger,
  heads: TriggerHeads,
  all: readonly Anchored<T>[],
): (Anchored<T> & { readonly rule: string }) | null {
  if (all.length === 0) return null;
  const reach = reachOf(view, t, { heads, purpose: isPlace(all[0]?.of) });
  let chosen: Chosen<T> | null = null;
  for (const a of all) {
    const by = ranked(view, t, a.top, { reach, heads });
    if (by === null) continue;
    if (chosen === null || tellsMore({ of: a, by }, chosen)) chosen = { of: a, by };
  }
  return chosen === null ? null : { ...chosen.of, rule: RULES[chosen.by.rank] ?? "near" };
}

function isPlace(of: Place | Time | undefined): boolean {
  return of !== undefined && "level" in of;
}

const RULES: readonly string[] = ["", "through a noun", "shared with the clause", "with its verb", "its own"];

interface Chosen<T> {
  readonly of: Anchored<T>;
  readonly by: Ranked;
}

function tellsMore<T extends Place | Time>(a: Chosen<T>, b: Chosen<T>): boolean {
  return isFiner(a, b) || (!isFiner(b, a) && beats(a.by, b.by));
}

const WIDTH: Readonly<Record<Place["level"], number>> = { site: 0, city: 1, admin: 2, country: 3, region: 3 };

/** Of a province and a town in it that both hang on a deed, the town tells more. */
function isFiner<T extends Place | Time>(a: Chosen<T>, b: Chosen<T>): boolean {
  const [x, y] = [a.of.of, b.of.of];
  if (!("level" in x) || !("level" in y) || Math.min(a.by.rank, b.by.rank) < 3) return false;
  return WIDTH[x.level] < WIDTH[y.level] && (x.country === y.country || x.country === null || y.country === null);
}

function beats(a: Ranked, b: Ranked): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank;
  return a.depth !== b.depth ? a.depth < b.depth : a.distance < b.distance;
}

/** How well a time or place hangs on the trigger: climb from it to the first word that the trigger reaches. */
function ranked(
  view: View,
  t: Trigger,
  top: Token,
  by: { readonly reach: Reach; readonly heads: TriggerHeads },
): Ranked | null {
  const { reach, heads } = by;
  const distance = Math.abs(top.i - t.head.i);
  const own = reach.rank.get(top.i);
  if (own !== undefined) return { rank: own, depth: 0, distance };
  let through = 0;
  let depth = 0;
  let at = top;
  for (const up of above(view.tree, top)) {
    const rank = reach.rank.get(up.i);
    depth += 1;
    if (rank !== undefined)
      return through === 0 ? { rank, depth, distance } : { rank: 1, depth, distance: distance + through };
    if (heads.has(up.i) || (isVerb(up) && relation(at) !== "nmod")) return null;
    if (isNominal(up)) {
      if (isActorNoun(view, up)) return null;
      if (!isWhere(view, up)) through += 20;
    }
    at = up;
  }
  return null;
}

function isActorNoun(view: View, t: Token): boolean {
  if (relation(t) === "nsubj") return true;
  return view.mentions.at(t)?.mention.form === "name" && !isWhere(view, t);
}

export function isWhere(view: View, t: Token): boolean {
  return classesAt(view, t).some(
    (c) => c === "place" || c === "territory" || c === "building" || c === "infrastructure",
  );
}

function reachOf(view: View, t: Trigger, by: Lending): Reach {
  const { heads } = by;
  const rank = new Map<number, number>();
  const put = (token: Token | undefined, value: number): void => {
    if (token !== undefined && !rank.has(token.i)) rank.set(token.i, value);
  };
  for (const own of [
    t.head,
    ...t.words,
    ...t.merged.flatMap((m) => [m.head, ...(m.nounFrame ? [m.nounFrame.standing] : [])]),
  ])
    put(own, 4);
  if (t.nounFrame !== null) {
    put(t.nounFrame.standing, 4);
    // "wrapped up on Monday, meeting with the mayor": a participle read as a noun.
    if (t.nounFrame.standing.deprel === "advcl") put(headOf(view.tree, t.nounFrame.standing), 2);
    put(t.nounFrame.light?.frame.verb, 4);
    const governor = t.nounFrame.governor?.verb;
    if (governor !== undefined && !heads.has(governor.i)) put(governor, 3);
    if (governor !== undefined && t.nounFrame.light !== null) lend(view, governor, by, put);
    if (governor !== undefined && t.nounFrame.light === null && !heads.has(governor.i)) lend(view, governor, by, put);
  } else lend(view, t.head, by, put);
  return { rank };
}

interface Lending {
  readonly heads: TriggerHeads;
  /** Whether a purpose ("sent to the town to fight") takes the circumstances of what it is the purpose of: places, not times. */
  readonly purpose: boolean;
}

/** The clauses whose circumstances hold for this one too: "managed on Friday to …", "On Friday they shelled …, killing …". */
function lend(view: View, verb: Token, by: Lending, put: (t: Token | undefined, rank: number) => void): void {
  let at = verb;
  for (let steps = 0; steps < 4; steps += 1) {
    const head = headOf(view.tree, at);
    if (head !== undefined && at.deprel === "acl:relcl" && saysWhere(view, at)) put(head, 3);
    if (head === undefined || !lends(view, at, head, by)) return;
    put(head, 2);
    at = head;
  }
}

/** "the area where civilians face shelling", "the town in which they were shot". */
function saysWhere(view: View, verb: Token): boolean {
  return kidsOf(view.tree, verb.i).some(
    (k) => k.lower === "where" || (k.lower === "which" && prepositionOf(view.tree, k) === "in"),
  );
}

function lends(view: View, at: Token, head: Token, by: Lending): boolean {
  if (!isVerb(head)) return false;
  if (at.deprel === "xcomp") return !by.heads.has(head.i);
  if (at.deprel === "conj") return !kidsOf(view.tree, at.i).some((k) => relation(k) === "nsubj");
  return at.deprel === "advcl" && (at.xpos === "VBG" || (by.purpose && at.xpos === "VB"));
}

/** A place in a phrase of its own ("in Gao"), hanging on no person or body. */
export function standsAlone(view: View, p: Anchored<Place>): boolean {
  if (
    !["in", "at", "near", "on", "outside", "off", "inside", "around", "across"].includes(
      prepositionOf(view.tree, p.top),
    )
  )
    return false;
  const head = headOf(view.tree, p.top);
  return head !== undefined && !(isNominal(head) && (isActorNoun(view, head) || view.mentions.at(head) !== undefined));
}

/**
 * A date or place that the parse hung on nothing that tells a deed: it belongs to the trigger right after it ("troops
 * Thursday launched …"), else to the last one before it with no other verb between, else, at the start of a sentence, to
 * its main clause. `inside` are the triggers of its sentence.
 */
export function strayOwner(
  view: View,
  at: { readonly start: Token; readonly end: Token },
  inside: readonly Trigger[],
): Trigger | undefined {
  const next = inside.find(
    (t) => t.head.i > at.end.i && t.head.i - at.end.i <= 2 && onlyHelpers(view, at.end.i + 1, t.head.i),
  );
  if (next !== undefined) return next;
  const before = inside.findLast((t) => t.head.i < at.start.i);
  if (before !== undefined && at.start.i - before.head.i < 15 && noVerbs(view, before.head.i + 1, at.start.i))
    return before;
  const sentence = view.sentenceOf(at.start);
  if (sentence === undefined || at.start.i - sentence.from > 3) return undefined;
  return inside.find((t) => t.form === "verb" || t.nounFrame?.light != null) ?? inside[0];
}

function onlyHelpers(view: View, from: number, to: number): boolean {
  return view.doc.tokens.slice(from, to).every((t) => t.upos === "AUX" || t.upos === "ADV");
}

function noVerbs(view: View, from: number, to: number): boolean {
  return view.doc.tokens.slice(from, to).every((t) => t.upos !== "VERB" || t.deprel === "amod");
}

const TAKEN_UP: ReadonlySet<string> = new Set(
  "town city village area site location scene camp base compound hospital district neighborhood neighbourhood province embassy courthouse building post".split(
    " ",
  ),
);

/** Whether the trigger's clause takes up a place told before: "there", "in the town", "at the scene". */
export function takesUpPlace(view: View, t: Trigger): boolean {
  const verbs = [t.frame?.verb, t.nounFrame?.governor?.verb, t.head];
  for (const v of verbs) {
    if (v === undefined) continue;
    for (const k of kidsOf(view.tree, v.i)) {
      if (k.lower === "there" && k.deprel !== "expl") return true;
      const rel = relation(k);
      if ((rel === "obl" || rel === "obj" || rel === "nmod" || k.deprel === "nsubj:pass") && isDefinitePlace(view, k))
        return true;
    }
  }
  return false;
}

function isDefinitePlace(view: View, t: Token): boolean {
  if (!TAKEN_UP.has(t.lemma.toLowerCase())) return false;
  return (
    kidsOf(view.tree, t.i).every((k) => relation(k) === "det" || k.deprel === "case" || k.upos === "PUNCT") &&
    kidsOf(view.tree, t.i).some((k) => k.lower === "the" || k.lower === "this" || k.lower === "that")
  );
}

/** Whether a verb only goes on with the deed that it hangs on: a participle, or a second verb without a subject of its own. */
export function goesOn(view: View, t: Trigger): boolean {
  if (t.form !== "verb") return false;
  if (t.head.deprel === "advcl")
    return t.head.xpos === "VBG" && !kidsOf(view.tree, t.head.i).some((k) => k.deprel === "mark");
  return t.head.deprel === "conj" && !kidsOf(view.tree, t.head.i).some((k) => relation(k) === "nsubj");
}
