import type { Span, Status } from "@dateline/model";
import type { Token } from "../doc.ts";
import type { GovernedForm, GovernorPart } from "./status-words.ts";
import type { Bound, Trigger } from "./telling.ts";
import { headOf, isNominal, isVerb, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

/** Whether it happened, goes on, is planned, is only possible or is denied, by the words around the trigger. */
export function statusOf(view: View, t: Trigger): Bound<Status> {
  if (t.inside?.kind === "claimed") return bound("happened", [t.inside.frame.verb], "claimed by the doer");
  const own =
    t.form === "noun"
      ? nounStatus(view, t)
      : t.noun !== null && t.frame === null
        ? null
        : predicateStatus(view, t.head, t, 0);
  const fixed = t.sense.flags.status;
  if (fixed !== null && (own === null || own.value === "happened" || own.value === "ongoing"))
    return bound(fixed, [], "by its entry");
  return own ?? bound("happened", [], "told plainly");
}

function bound(value: Status, words: readonly Token[], rule: string): Bound<Status> {
  return { value, words: words.map(({ start, end }): Span => ({ start, end })), rule };
}

const MOST_DEPTH = 5;
const RANK: Readonly<Record<Status, number>> = { happened: 0, ongoing: 1, planned: 2, possible: 3, denied: 4 };

/** The status that a verb's own form and all that governs it give. */
function predicateStatus(view: View, verb: Token, t: Trigger | null, depth: number): Bound<Status> {
  const own = formStatus(view, verb, t, depth);
  const hedge = hedged(view, verb);
  const outer = depth === 0 ? outerStatus(view, verb) : null;
  return [hedge, outer].reduce((a: Bound<Status>, b) => (b !== null && RANK[b.value] > RANK[a.value] ? b : a), own);
}

interface Group {
  readonly aux: readonly Token[];
  readonly modal: Token | undefined;
  readonly negation: Token | undefined;
  readonly to: Token | undefined;
}

function groupOf(view: View, verb: Token): Group {
  const kids = kidsOf(view.tree, verb.i);
  const aux = kids.filter((k) => relation(k) === "aux" || k.deprel === "cop");
  return {
    aux,
    modal: aux.find((k) => k.xpos === "MD"),
    negation: kids.find((k) => isNegation(view, k)) ?? noSubject(view, verb),
    to: kids.find((k) => k.lower === "to" && (k.upos === "PART" || k.deprel === "mark")),
  };
}

/** "not", but not the one of "not only". */
function isNegation(view: View, k: Token): boolean {
  if (view.words.effect(k.lower, "adverb", "mod") !== "denied") return false;
  return !/^(?:only|just|merely|simply|least)$/.test(view.doc.tokens[k.i + 1]?.lower ?? "");
}

/** "No one was hurt", "nobody has claimed". */
function noSubject(view: View, verb: Token): Token | undefined {
  for (const k of kidsOf(view.tree, verb.i)) {
    if (relation(k) !== "nsubj" && relation(k) !== "obj") continue;
    if (k.lower === "nobody" || k.lower === "none" || k.lower === "nothing") return k;
    const no = kidsOf(view.tree, k.i).find((d) => d.lower === "no" || d.lower === "neither");
    if (no !== undefined) return no;
  }
  return undefined;
}

function formStatus(view: View, verb: Token, t: Trigger | null, depth: number): Bound<Status> {
  const g = groupOf(view, verb);
  if (g.negation !== undefined) return bound("denied", [g.negation], "negated");
  const condition = kidsOf(view.tree, verb.i).find((k) => k.deprel === "mark" && CONDITIONS.has(k.lower));
  if (condition !== undefined) return bound("possible", [condition], "condition");
  if (g.modal !== undefined) return modalStatus(g.modal, g);
  const going = goingTo(view, verb);
  if (going !== undefined) return bound("planned", [going], "going to");
  if (verb.deprel === "conj" && sharesForm(view, verb, g)) return conjoined(view, verb, t, depth);
  const perfect = g.aux.some((a) => a.lemma === "have");
  if (g.to !== undefined && !perfect) return infinitiveStatus(view, verb, g.to, depth);
  if (g.to !== undefined)
    return governedStatus(view, verb, "inf", depth) ?? bound("happened", [], "perfect infinitive");
  return finiteStatus(view, verb, { g, t, depth, perfect });
}

const CONDITIONS: ReadonlySet<string> = new Set(["if", "unless", "whether", "lest", "should"]);

function modalStatus(modal: Token, g: Group): Bound<Status> {
  const word = modal.lower;
  if (word === "may" || word === "might" || word === "can" || word === "ca") return bound("possible", [modal], "modal");
  if (word === "could") return bound("possible", [modal], "modal");
  if (word === "would" && g.aux.some((a) => a.lemma === "have")) return bound("possible", [modal], "unreal");
  return bound("planned", [modal], "future");
}

/** "is going to attack", "is about to", "is to visit". */
function goingTo(view: View, verb: Token): Token | undefined {
  const head = headOf(view.tree, verb);
  if (head === undefined || verb.deprel !== "xcomp") return undefined;
  if (head.lemma === "go" && head.xpos === "VBG") return head;
  return head.lemma === "be" && kidsOf(view.tree, verb.i).some((k) => k.lower === "to") ? head : undefined;
}

/** In "will attack and seize" the second verb has the first one's auxiliaries. */
function sharesForm(view: View, verb: Token, g: Group): boolean {
  const head = headOf(view.tree, verb);
  if (head === undefined || !isVerb(head) || g.aux.length > 0 || g.to !== undefined) return false;
  const subject = kidsOf(view.tree, verb.i).some((k) => relation(k) === "nsubj");
  return !subject && (verb.xpos === head.xpos || verb.xpos === "VB" || verb.xpos === "VBN" || verb.xpos === "VBG");
}

function conjoined(view: View, verb: Token, t: Trigger | null, depth: number): Bound<Status> {
  const head = headOf(view.tree, verb);
  if (head === undefined || depth >= MOST_DEPTH) return bound("happened", [], "told plainly");
  return predicateStatus(view, head, t, depth + 1);
}

function infinitiveStatus(view: View, verb: Token, to: Token, depth: number): Bound<Status> {
  const governed = governedStatus(view, verb, "inf", depth);
  if (governed !== null) return governed;
  return bound("planned", [to], relation(verb) === "advcl" ? "purpose" : "infinitive");
}

/** What the word above says of an infinitive, a gerund or a clause, or null when it says nothing. */
function governedStatus(view: View, verb: Token, form: GovernedForm, depth: number): Bound<Status> | null {
  const head = headOf(view.tree, verb);
  if (head === undefined || depth >= MOST_DEPTH) return null;
  if (relation(verb) === "advcl" && isVerb(head) && (form === "inf" || isBeside(view, verb))) return null;
  const effect = view.words.effect(head.lemma.toLowerCase(), partOf(head), form);
  if (effect === null) return null;
  if (effect === "happened" || effect === "ongoing") return settled(view, head, effect, depth);
  return bound(effect, [head], `under "${head.lemma}"`);
}

/** "blocked the road, hurling stones": a participle without a preposition goes with the deed and is not what is blocked. */
function isBeside(view: View, verb: Token): boolean {
  return verb.xpos === "VBG" && kidsOf(view.tree, verb.i).every((k) => k.deprel !== "mark" && k.deprel !== "case");
}

/** "managed to" is as real as the managing; "will continue to" is planned, "continued to" goes on. */
function settled(view: View, head: Token, effect: "happened" | "ongoing", depth: number): Bound<Status> {
  const of = isNominal(head) ? null : predicateStatus(view, head, null, depth + 1);
  if (of === null || of.value === "happened" || of.value === "ongoing") {
    const value = effect === "ongoing" || of?.value === "ongoing" ? "ongoing" : "happened";
    return bound(value, [head], `under "${head.lemma}"`);
  }
  return of;
}

function partOf(t: Token): GovernorPart {
  if (isNominal(t)) return "noun";
  return t.upos === "ADJ" ? "adjective" : "verb";
}

interface Finite {
  readonly g: Group;
  readonly t: Trigger | null;
  readonly depth: number;
  readonly perfect: boolean;
}

function finiteStatus(view: View, verb: Token, { g, t, depth, perfect }: Finite): Bound<Status> {
  const be = g.aux.find((a) => a.lemma === "be");
  const past = g.aux.some((a) => a.lemma === "have" && (a.xpos === "VBD" || a.lower === "had"));
  if (verb.xpos === "VBG" && be !== undefined) {
    const value = past && perfect ? "happened" : "ongoing";
    return bound(value, [be], "progressive");
  }
  if (verb.xpos === "VBG") return participleStatus(view, verb, depth);
  if (verb.xpos === "VBZ" || verb.xpos === "VBP" || (verb.upos !== "VERB" && be !== undefined && be.xpos !== "VBD"))
    return presentStatus(view, verb, t);
  if (verb.xpos === "VB" && g.aux.length === 0)
    return governedStatus(view, verb, "inf", depth) ?? presentStatus(view, verb, t);
  return stated(view, verb, g, depth) ?? bound("happened", [], "told plainly");
}

const STATES: ReadonlySet<string> = new Set(["remain", "stay", "become", "be", "seem", "appear", "stand"]);

/** "will remain engaged" is as the remaining; "were reported killed" as the report; "have increasingly blamed" goes on. */
function stated(view: View, verb: Token, g: Group, depth: number): Bound<Status> | null {
  const head = headOf(view.tree, verb);
  const bare = g.aux.length === 0 && (verb.xpos === "VBN" || verb.upos === "ADJ");
  if (bare && verb.deprel === "xcomp" && head !== undefined && depth < MOST_DEPTH)
    return STATES.has(head.lemma)
      ? predicateStatus(view, head, null, depth + 1)
      : governedStatus(view, verb, "inf", depth);
  const perfect = g.aux.some((a) => a.lemma === "have" && a.xpos !== "VBD");
  const still = kidsOf(view.tree, verb.i).find((k) => view.words.effect(k.lower, "adverb", "mod") === "ongoing");
  return perfect && still !== undefined ? bound("ongoing", [still], "still") : null;
}

/** The present of a headline and of a speech act tells what happened; elsewhere what goes on. */
function presentStatus(view: View, verb: Token, t: Trigger | null): Bound<Status> {
  if (view.sentenceOf(verb)?.kind === "heading") return bound("happened", [], "headline present");
  if (t === null || t.sense.flags.speech) return bound("happened", [], "speech in the present");
  return bound("ongoing", [verb], "present");
}

/** "killing five": as real as the main clause; "accused of killing": by the governing word. */
function participleStatus(view: View, verb: Token, depth: number): Bound<Status> {
  const governed = governedStatus(view, verb, "ing", depth);
  if (governed !== null) return governed;
  const head = headOf(view.tree, verb);
  if (head === undefined || depth >= MOST_DEPTH) return bound("happened", [], "told plainly");
  if (isNominal(head)) return ofNoun(view, verb, head, depth);
  if (relation(verb) !== "advcl" && relation(verb) !== "xcomp") return bound("happened", [], "told plainly");
  const outer = predicateStatus(view, head, null, depth + 1);
  return outer.value === "ongoing" && isResult(view, verb) ? bound("happened", [verb], "result") : outer;
}

/** "men carrying flags" goes on; after a comma ("blocked roads, hurling stones") it is as real as the clause. */
function ofNoun(view: View, verb: Token, noun: Token, depth: number): Bound<Status> {
  const clause = view.doc.tokens[verb.i - 1]?.lower === "," ? headOf(view.tree, noun) : undefined;
  if (clause !== undefined && isVerb(clause)) return predicateStatus(view, clause, null, depth + 1);
  return bound(relation(verb) === "acl" ? "ongoing" : "happened", [], "participle of a noun");
}

function isResult(view: View, verb: Token): boolean {
  return view.lexicon.verbSenses(verb.lemma).some((s) => s.flags.result && s.when.length === 0);
}

/** "allegedly", "reportedly" beside the verb. */
function hedged(view: View, verb: Token): Bound<Status> | null {
  const word = kidsOf(view.tree, verb.i).find((k) => view.words.effect(k.lower, "adverb", "mod") === "possible");
  return word === undefined ? null : bound("possible", [word], "hedge");
}

/** What the clauses above do: "believe that …", "denied that …", "if …". Bounded. */
function outerStatus(view: View, verb: Token): Bound<Status> | null {
  let at = verb;
  for (let steps = 0; steps < 6; steps += 1) {
    const head = headOf(view.tree, at);
    if (head === undefined) return null;
    const clause =
      at.deprel === "ccomp" || (at.deprel === "acl" && isNominal(head) && at.xpos !== "VB" && hasThat(view, at));
    const effect = clause ? view.words.effect(head.lemma.toLowerCase(), partOf(head), "that") : null;
    if (effect !== null) return bound(effect, [head], `under "${head.lemma}"`);
    if (at.deprel === "acl:relcl" || at.deprel === "parataxis") return null;
    if (clause && !BEARERS.has(head.lemma)) return null;
    at = head;
  }
  return null;
}

function hasThat(view: View, t: Token): boolean {
  return kidsOf(view.tree, t.i).some((k) => k.deprel === "mark" && k.lower === "that");
}

/** Words through which an outer doubt reaches an inner clause. */
const BEARERS: ReadonlySet<string> = new Set(["say", "tell", "be", "have"]);

/** What somebody asks to stop goes on. */
const STOPPING: ReadonlySet<string> = new Set(["stop", "cease", "halt", "suspend", "discontinue", "end", "cessation"]);

/** "called off", "put off": a verb with its particle first. */
function effectOnNoun(view: View, head: Token): Status | null {
  const lemma = head.lemma.toLowerCase();
  const particle = kidsOf(view.tree, head.i).find((k) => k.deprel === "compound:prt" || k.xpos === "RP");
  const whole = particle === undefined ? null : view.words.effect(`${lemma} ${particle.lower}`, partOf(head), "noun");
  return whole ?? view.words.effect(lemma, partOf(head), "noun");
}

/** Phrases of time and circumstance: what is after or in them is not what the verb is about. */
const BESIDE: ReadonlySet<string> = new Set([
  "in",
  "after",
  "during",
  "at",
  "amid",
  "before",
  "since",
  "following",
  "by",
]);

/** Whether a verb's effect is on this noun: its object, what it is done to or about; not who or what does it ("raids prevented the vote"). */
function isUnder(view: View, noun: Token, effect: Status): boolean {
  const rel = relation(noun);
  if (rel === "nsubj") return effect === "ongoing" || noun.deprel === "nsubj:pass";
  if (rel !== "obl") return rel === "obj";
  const prep = prepositionOf(view.tree, noun);
  return !BESIDE.has(prep) && !(effect === "ongoing" && prep === "with");
}

/** Verbs that only say that an event takes place, goes on or ends. */
const ASPECT: ReadonlySet<string> = new Set(
  "begin start resume continue end stop happen occur take follow come last erupt break go intensify escalate ensue cease progress proceed rage".split(
    " ",
  ),
);

function nounStatus(view: View, t: Trigger): Bound<Status> | null {
  const frame = t.nounFrame;
  if (frame === null) return null;
  const modifier =
    modifierStatus(view, frame.noun) ??
    (frame.standing.i === frame.noun.i ? null : modifierStatus(view, frame.standing));
  if (modifier !== null) return modifier;
  if (frame.light !== null) {
    const said = predicateStatus(view, frame.light.frame.verb, t, 0);
    const fixed = frame.light.entry.status;
    return said.value === "happened" && fixed !== null ? bound(fixed, [frame.light.frame.verb], "light verb") : said;
  }
  return governedNoun(view, t) ?? bound("happened", [], "told plainly");
}

function modifierStatus(view: View, noun: Token): Bound<Status> | null {
  for (const k of kidsOf(view.tree, noun.i)) {
    if (k.lower === "no" && k.deprel === "det") return bound("denied", [k], "negated");
    const blamed = relation(k) === "acl" && k.xpos === "VBN" ? view.words.effect(k.lemma, "verb", "noun") : null;
    if (blamed === "possible") return bound("possible", [k], `${k.lower} on somebody`);
    if (relation(k) !== "amod" && relation(k) !== "compound") continue;
    const effect = view.words.effect(k.lower, "modifier", "mod");
    if (effect !== null) return bound(effect, [k], `modifier "${k.lower}"`);
  }
  return null;
}

/** "fear of an attack", "prevented an attack", "the attack continues". */
function governedNoun(view: View, t: Trigger): Bound<Status> | null {
  const standing = t.nounFrame?.standing;
  const head = standing === undefined ? undefined : headOf(view.tree, standing);
  if (standing === undefined || head === undefined) return null;
  const effect = effectOnNoun(view, head);
  // A demand that is refused was made.
  if (effect === "denied" && t.sense.flags.speech && head.lemma !== "deny") return null;
  const under = effect !== null && (isNominal(head) || head.upos === "ADJ" || isUnder(view, standing, effect));
  if (under && effect === "ongoing" && STOPPING.has(head.lemma)) return bound("ongoing", [head], "put an end to");
  if (under)
    return effect === "ongoing" || effect === "happened"
      ? settled(view, head, effect, 1)
      : bound(effect, [head], `under "${head.lemma}"`);
  if (!isVerb(head) || !ASPECT.has(head.lemma) || relation(standing) !== "nsubj") return null;
  return predicateStatus(view, head, t, 0);
}
