import type { Token } from "../doc.ts";
import { type Argument, argument, type Frame, type Oblique } from "./argument.ts";
import { inheritedSubject, sharedObject } from "./inherited.ts";
import { headOf, isNominal, isVerb, kidsOf, prepositionOf, relation, type Tree } from "./tree.ts";

export { type Argument, antecedentOf, type Bond, type Frame, type Oblique } from "./argument.ts";
export { strayedSubject } from "./inherited.ts";

/** The frames of a report's predicates, each made once. */
export interface Frames {
  readonly of: (verb: Token) => Frame;
}

const MOST_DEPTH = 6;

/** What the frames ask about words. */
export interface FrameWords {
  /** Headlines leave out auxiliaries, so that a bare participle is a passive there. */
  readonly isHeading: (t: Token) => boolean;
  /** Whether the word stands in a sentence with its full stop. */
  readonly isProse: (t: Token) => boolean;
  /** Whether the verb is told of what it is done to. */
  readonly takesObject: (lemma: string) => boolean;
}

const PLAIN: FrameWords = { isHeading: () => false, isProse: () => false, takesObject: () => true };

export function framesOf(tree: Tree, words: FrameWords = PLAIN): Frames {
  const made = new Map<number, Frame>();
  const of = (verb: Token): Frame => frameAt(verb, 0);
  const frameAt = (verb: Token, depth: number): Frame => {
    const before = made.get(verb.i);
    if (before !== undefined) return before;
    const at = depth >= MOST_DEPTH ? null : (v: Token): Frame => frameAt(v, depth + 1);
    const frame = readFrame(tree, verb, {
      at,
      heading: words.isHeading(verb),
      prose: words.isProse(verb),
      takesObject: words.takesObject,
    });
    if (depth < MOST_DEPTH) made.set(verb.i, frame);
    return frame;
  };
  return { of };
}

type FrameAt = ((verb: Token) => Frame) | null;

interface Surface {
  subject: Argument | null;
  object: Argument | null;
  indirect: Argument | null;
  agent: Argument | null;
  obliques: Oblique[];
  particle: Token | null;
  complement: Frame["complement"];
}

interface By {
  readonly at: FrameAt;
  readonly heading: boolean;
  readonly prose: boolean;
  readonly takesObject: FrameWords["takesObject"];
}

function readFrame(tree: Tree, verb: Token, by: By): Frame {
  const frameAt = by.at;
  const s = surfaceOf(tree, verb);
  const bare = isBareParticiple(verb, kidsOf(tree, verb.i), s);
  const passive = by.heading
    ? bare || isPassive(tree, verb, s, frameAt)
    : !isPast(tree, verb, s, by) && isPassive(tree, verb, s, frameAt);
  if (passive) s.agent ??= takeBy(s) ?? laterBy(tree, verb);
  s.subject ??= relativeGap(tree, verb, s, "subject") ?? inheritedSubject(tree, verb, frameAt);
  if (passive) return undone(verb, s);
  s.object ??= relativeGap(tree, verb, s, "object") ?? sharedObject(tree, verb, frameAt);
  const { subject, object, indirect, obliques, particle, complement } = s;
  return { verb, passive: false, subject, object, indirect, obliques, particle, complement };
}

/** The passive's subject is what was acted on; the by-phrase is who acted. */
function undone(verb: Token, s: Surface): Frame {
  const { obliques, particle, complement } = s;
  const given = s.object !== null && s.subject !== null && s.subject.bond === "own";
  return {
    verb,
    passive: true,
    subject: s.agent,
    object: given ? s.object : s.subject,
    indirect: given ? s.subject : s.indirect,
    obliques,
    particle,
    complement,
  };
}

function surfaceOf(tree: Tree, verb: Token): Surface {
  const s: Surface = {
    subject: null,
    object: null,
    indirect: null,
    agent: null,
    obliques: [],
    particle: null,
    complement: null,
  };
  for (const kid of kidsOf(tree, verb.i)) place(tree, kid, s);
  return s;
}

function place(tree: Tree, kid: Token, s: Surface): void {
  switch (relation(kid)) {
    case "nsubj":
      if (prepositionOf(tree, kid) !== "" && !takeQuantified(tree, kid, s)) addObliques(tree, kid, s);
      else s.subject = nearer(s.subject, argument(tree, kid));
      return;
    case "obj":
      if (prepositionOf(tree, kid) !== "" && !takeQuantified(tree, kid, s)) addObliques(tree, kid, s);
      else s.object = moreLikely(s.object, argument(tree, kid));
      return;
    case "iobj":
      s.indirect ??= argument(tree, kid);
      return;
    case "obl":
    case "nmod":
      if (kid.deprel === "obl:agent") s.agent ??= { token: kid, bond: "by" };
      else if (!takeQuantified(tree, kid, s)) addObliques(tree, kid, s);
      return;
    case "compound":
      if (kid.deprel === "compound:prt") s.particle ??= kid;
      return;
    case "advmod":
      if (kid.xpos === "RP") s.particle ??= kid;
      return;
    case "xcomp":
      s.complement ??= isNominal(kid) || kid.upos === "ADJ" ? null : { form: infinitive(tree, kid), head: kid };
      return;
    case "ccomp":
      s.complement ??= { form: "that", head: kid };
      return;
    case "advcl":
    case "acl":
      addClauseOblique(tree, kid, s);
  }
}

/** Of two subjects before a verb the parse took one too many; the nearer is its own, a relative pronoun stays. */
function nearer(before: Argument | null, next: Argument): Argument {
  return before === null || (before.bond === "own" && next.bond === "own" && next.token.i < next.token.head)
    ? next
    : before;
}

/** A parser takes the "that" of "reports that rebels seized a town" for an object; a noun in that place is the object. */
function moreLikely(before: Argument | null, next: Argument): Argument {
  if (before === null || (before.bond === "relative" && next.bond === "own")) return next;
  // Of a name parsed apart ("killed the group's chief") the last word is the head.
  return before.bond === "own" && next.bond === "own" && next.token.i - before.token.i < 8 ? next : before;
}

/** "accused him of killing": the gerund stands as an oblique. */
function addClauseOblique(tree: Tree, kid: Token, s: Surface): void {
  const mark = kidsOf(tree, kid.i).find((k) => k.deprel === "mark" || k.deprel === "case");
  if (mark === undefined || kid.xpos !== "VBG") return;
  s.obliques.push({ token: kid, bond: "own", prep: mark.lower });
}

/** "rescued over 700 people", "killed at least 28", "about 100 troops were sent": words before a number are no preposition. */
function takeQuantified(tree: Tree, kid: Token, s: Surface): boolean {
  const prep = kidsOf(tree, kid.i).find((k) => k.deprel === "case");
  if (prep === undefined ? !isBareNumber(tree, kid) : !isBeforeNumber(tree, prep)) return false;
  const isLeft = kid.i < kid.head;
  if (isLeft ? s.subject !== null : s.object !== null) return false;
  if (isLeft) s.subject = argument(tree, kid);
  else s.object = argument(tree, kid);
  return true;
}

/** "killed at least 28 people" with the "at" parsed into the number. */
function isBareNumber(tree: Tree, kid: Token): boolean {
  if (kid.deprel !== "obl" || kid.i < kid.head || kid.i - kid.head > 8) return false;
  return tree.tokens.slice(kid.head + 1, kid.i + 1).some((t) => t.xpos === "CD");
}

const APPROXIMATE = /^(?:over|about|around|some|nearly|almost|at least|at most|than|up to|as many as) $/;

const FRACTION = /^(?:half|third|quarter|most|all|much)$/;

function isBeforeNumber(tree: Tree, prep: Token): boolean {
  let words = prep.lower === "to" && tree.tokens[prep.i - 1]?.lower === "up" ? "up " : "";
  for (let i = prep.i; i < prep.i + 4; i += 1) {
    const t = tree.tokens[i];
    if (t === undefined) return false;
    if (t.xpos === "CD" || FRACTION.test(t.lower)) return APPROXIMATE.test(words);
    if (t.upos === "DET") continue;
    words += `${t.lower} `;
  }
  return false;
}

function addObliques(tree: Tree, kid: Token, s: Surface): void {
  if (isObjectOfPhrasal(tree, kid, s)) {
    s.object = argument(tree, kid);
    return;
  }
  const prep = prepositionOf(tree, kid);
  // "walked out of the talks": out goes with the verb.
  const of = prep === "out" && kidsOf(tree, kid.i).some((k) => k.lower === "of" && k.deprel === "case");
  s.obliques.push({ ...argument(tree, kid), prep: of ? "of" : prep });
}

/** "sealed off the quarter": after a particle a bare noun is the object, whatever the parse calls it. */
function isObjectOfPhrasal(tree: Tree, kid: Token, s: Surface): boolean {
  if (kid.deprel !== "obl" || s.object !== null || s.particle === null || kid.i < s.particle.i) return false;
  return kid.upos === "NOUN" && !kidsOf(tree, kid.i).some((k) => k.deprel === "case" || k.deprel === "mark");
}

function infinitive(tree: Tree, kid: Token): "inf" | "ing" {
  if (kid.xpos === "VBG") return "ing";
  return kidsOf(tree, kid.i).some((k) => k.lower === "to") || kid.xpos === "VB" ? "inf" : "ing";
}

/** "presumed killed", "feared kidnapped". */
const BELIEVED = /^(?:presume|believe|fear|report|think|assume|suspect|confirm|leave|find|get)$/;

function isPassive(tree: Tree, verb: Token, s: Surface, frameAt: FrameAt): boolean {
  const kids = kidsOf(tree, verb.i);
  if (kids.some((k) => k.deprel === "aux:pass")) return true;
  // A past tense without an auxiliary is active, whatever the parse calls its subject.
  if (verb.xpos !== "VBD" && kids.some((k) => k.deprel === "nsubj:pass" || k.deprel === "csubj:pass")) return true;
  if (verb.xpos !== "VBN" && verb.xpos !== "VBD") return false;
  if (verb.xpos === "VBN" && kids.some((k) => k.lemma === "be" && (relation(k) === "aux" || k.deprel === "cop")))
    return true;
  if (kids.some((k) => relation(k) === "aux" && k.lemma === "have")) return false;
  if (verb.xpos === "VBN" && (relation(verb) === "acl" || relation(verb) === "advcl") && verb.deprel !== "acl:relcl")
    return s.object === null;
  if (
    verb.xpos === "VBN" &&
    verb.deprel === "xcomp" &&
    s.object === null &&
    BELIEVED.test(headOf(tree, verb)?.lemma ?? "")
  )
    return true;
  if (verb.deprel !== "conj" || frameAt === null || s.subject !== null) return false;
  const first = headOf(tree, verb);
  return (
    s.object === null && first !== undefined && isVerb(first) && verb.xpos === first.xpos && frameAt(first).passive
  );
}

const FINITE_PLACE = /^(?:root|ccomp|parataxis|conj|acl:relcl)$/;

/**
 * Taggers take the past tense for a participle ("The south retaliated"). With a subject of its own and no auxiliary it is
 * finite where it has an object too, where nothing is ever done by it to the subject, and as the main verb of prose.
 */
function isPast(tree: Tree, verb: Token, s: Surface, by: By): boolean {
  if (verb.xpos !== "VBN" || s.subject === null || s.agent !== null || !FINITE_PLACE.test(verb.deprel)) return false;
  if (kidsOf(tree, verb.i).some((k) => relation(k) === "aux" || k.deprel === "cop")) return false;
  if (s.object !== null || !by.takesObject(verb.lemma.toLowerCase())) return true;
  return by.prose && /^(?:root|ccomp|parataxis)$/.test(verb.deprel);
}

/** "kidnapped and presumed killed by rebels": who did the last did the others. */
function laterBy(tree: Tree, verb: Token): Argument | null {
  let at = verb;
  for (let steps = 0; steps < 4; steps += 1) {
    const later: Token | undefined = kidsOf(tree, at.i).find(
      (k) => k.i > at.i && k.i - verb.i <= 6 && k.xpos === "VBN" && (k.deprel === "conj" || k.deprel === "xcomp"),
    );
    if (later === undefined) return null;
    const kids = kidsOf(tree, later.i);
    if (kids.some((k) => relation(k) === "nsubj")) return null;
    const agent = kids.find(
      (k) => k.deprel === "obl:agent" || (relation(k) === "obl" && prepositionOf(tree, k) === "by"),
    );
    if (agent !== undefined) return { token: agent, bond: "shared" };
    at = later;
  }
  return null;
}

/** Headlines leave out the auxiliary: "Five soldiers killed in ambush". */
function isBareParticiple(verb: Token, kids: readonly Token[], s: Surface): boolean {
  if (verb.xpos !== "VBN" || s.object !== null || s.subject === null) return false;
  return verb.deprel !== "acl:relcl" && !kids.some((k) => relation(k) === "aux");
}

/** In a passive "by X" is the doer unless X is a date or a means, which later steps sort out. */
function takeBy(s: Surface): Argument | null {
  const at = s.obliques.findIndex((o) => o.prep === "by" && isNominal(o.token));
  const by = s.obliques[at];
  if (by === undefined) return null;
  s.obliques.splice(at, 1);
  return { token: by.token, bond: "by" };
}

/** In a relative clause without its pronoun's place filled, the antecedent fills the free one. */
function relativeGap(tree: Tree, verb: Token, s: Surface, want: "subject" | "object"): Argument | null {
  if (verb.deprel !== "acl:relcl") return null;
  const head = headOf(tree, verb);
  if (head === undefined || s.subject?.bond === "relative" || s.object?.bond === "relative") return null;
  if (want === "subject" ? s.subject !== null : s.subject === null || s.object !== null) return null;
  if (s.obliques.some((o) => o.bond === "relative") || hasPlaceRelative(tree, verb)) return null;
  return { token: head, bond: "relative" };
}

function hasPlaceRelative(tree: Tree, verb: Token): boolean {
  return kidsOf(tree, verb.i).some((k) => k.lower === "where" || k.lower === "when" || k.lower === "whose");
}
