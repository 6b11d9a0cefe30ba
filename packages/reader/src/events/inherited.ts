import type { Token } from "../doc.ts";
import { type Argument, argument, type Bond, type Frame } from "./argument.ts";
import { above, headOf, isNominal, isVerb, kidsOf, prepositionOf, relation, type Tree } from "./tree.ts";

type FrameAt = ((verb: Token) => Frame) | null;

/** The subject that grammar supplies to a verb without one of its own. */
export function inheritedSubject(tree: Tree, verb: Token, frameAt: FrameAt): Argument | null {
  const lent = lentSubject(tree, verb);
  if (lent !== null) return lent;
  const head = headOf(tree, verb);
  if (head === undefined || frameAt === null) return null;
  switch (verb.deprel) {
    case "conj":
      if (strayedSubject(tree, verb) !== null) return strayedSubject(tree, verb);
      return isNominal(head) ? subjectBefore(verb, head) : shared(surfaceSubject(frameAt(head)), "shared");
    case "xcomp":
      return controller(tree, head, frameAt);
    case "advcl":
    case "ccomp":
    case "parataxis":
      return isNominal(head) ? ofPredicate(tree, verb, head) : adverbial(tree, verb, head, frameAt);
    case "acl":
      return isNominal(head) ? ofNoun(tree, verb, head, frameAt) : null;
    default:
      return relation(verb) === "advcl" ? adverbial(tree, verb, head, frameAt) : null;
  }
}

/** "Chad, alarmed by the raids, urged …": the parse gives the subject to the participle beside it. */
function lentSubject(tree: Tree, verb: Token): Argument | null {
  if (verb.xpos !== "VBD" && verb.xpos !== "VBZ" && verb.xpos !== "VBP") return null;
  const misled = misledSubject(tree, verb);
  if (misled !== undefined) return { token: misled, bond: "implied" };
  for (const kid of kidsOf(tree, verb.i)) {
    if (kid.i > verb.i || relation(kid) !== "advcl" || !/^(?:VBN|VBG|JJ)$/.test(kid.xpos)) continue;
    const kids = kidsOf(tree, kid.i);
    const subject = kids.find((k) => relation(k) === "nsubj" && k.i < kid.i);
    const beside = subject !== undefined && (tree.tokens[subject.i + 1]?.text === "," || kid.i - subject.i <= 2);
    if (subject !== undefined && beside && !kids.some((k) => relation(k) === "aux"))
      return { token: subject, bond: "implied" };
  }
  return null;
}

/** "Two killings blamed on the militia alarmed the town": the parse takes the participle for the main verb. */
function misledSubject(tree: Tree, verb: Token): Token | undefined {
  const head = verb.deprel === "advcl" ? headOf(tree, verb) : undefined;
  if (head?.xpos !== "VBN" || head.i > verb.i) return undefined;
  const kids = kidsOf(tree, head.i);
  if (kids.some((k) => relation(k) === "aux")) return undefined;
  const noun = kidsOf(tree, verb.i).find((k) => relation(k) === "nsubj");
  if (noun === undefined || prepositionOf(tree, noun) === "") return undefined;
  return kids.find((k) => relation(k) === "nsubj" && k.i < head.i);
}

/** "killed the rebels and police arrested two men": a noun joined to the object, with a finite verb right after it, is that verb's subject. */
export function strayedSubject(tree: Tree, verb: Token): Argument | null {
  const before = tree.tokens[verb.i - 1];
  const finite = verb.xpos === "VBD" || verb.xpos === "VBZ" || verb.xpos === "VBP";
  if (!finite || before === undefined || before.deprel !== "conj" || !isNominal(before)) return null;
  // "police and marchers clashed": both are the verb's own.
  if (
    above(tree, before)
      .slice(0, 4)
      .some((t) => t.i === verb.i)
  )
    return null;
  const first = tree.tokens[before.head];
  if (first !== undefined && prepositionOf(tree, first) === "between") return null;
  return before.head < before.i && before.sentence === verb.sentence ? { token: before, bond: "implied" } : null;
}

/** A parse that joins a verb to the noun before it has lost that the noun is its subject. */
function subjectBefore(verb: Token, noun: Token): Argument | null {
  const finite = verb.xpos === "VBD" || verb.xpos === "VBZ" || verb.xpos === "VBP";
  return finite && noun.i < verb.i ? { token: noun, bond: "shared" } : null;
}

/** The subject as it stands in the sentence: for passives the one acted on. */
function surfaceSubject(frame: Frame): Argument | null {
  return frame.passive ? (frame.indirect ?? frame.object) : frame.subject;
}

function shared(from: Argument | null, bond: Bond): Argument | null {
  return from === null ? null : { token: from.token, bond };
}

/** "urged X to go": the object goes; "promised X to go": the subject. */
const SUBJECT_CONTROL: ReadonlySet<string> = new Set(["promise", "vow", "threaten", "swear", "pledge", "use", "take"]);

function controller(tree: Tree, head: Token, frameAt: (verb: Token) => Frame): Argument | null {
  if (isNominal(head)) return ofNoun(tree, head, head, frameAt);
  const frame = frameAt(head);
  const object = frame.passive ? null : (frame.indirect ?? frame.object ?? calledOn(frame));
  const whose = object === null || SUBJECT_CONTROL.has(head.lemma) ? surfaceSubject(frame) : object;
  return shared(whose, "controlled");
}

/** "called on X to", "appealed to X to". */
function calledOn(frame: Frame): Argument | null {
  if (frame.complement?.form !== "inf") return null;
  return (
    frame.obliques.find(
      (o) => (o.prep === "on" || o.prep === "upon" || o.prep === "to" || o.prep === "for") && o.token.i > frame.verb.i,
    ) ?? null
  );
}

/** "The brigade was the strongest force, staging raids": the subject of the predicate noun. */
function ofPredicate(tree: Tree, verb: Token, noun: Token): Argument | null {
  if (verb.xpos !== "VBG" && verb.xpos !== "VB") return null;
  const kids = kidsOf(tree, noun.i);
  const subject = kids.find((k) => relation(k) === "nsubj");
  return subject === undefined || !kids.some((k) => k.deprel === "cop")
    ? null
    : shared(argument(tree, subject), "implied");
}

const OBJECT_GERUND: ReadonlySet<string> = new Set(["of", "from", "for", "into", "against"]);

/** "They fled, leaving …": the main subject; "accused X of killing": the object of the charge. */
function adverbial(tree: Tree, verb: Token, head: Token, frameAt: (verb: Token) => Frame): Argument | null {
  const marks = kidsOf(tree, verb.i).filter((k) => k.deprel === "mark" || k.deprel === "case");
  // "shot dead a guard, accusing him": the parse hangs the clause on "dead".
  const over = head.deprel === "xcomp" && head.upos === "ADJ" ? headOf(tree, head) : undefined;
  const frame = frameAt(over ?? head);
  if (marks.some((m) => OBJECT_GERUND.has(m.lower)) && verb.xpos === "VBG") {
    const object = frame.object ?? frame.indirect;
    if (object !== null) return shared(object, "controlled");
  }
  const finite = verb.xpos === "VBD" || verb.xpos === "VBZ" || verb.xpos === "VBP" || verb.xpos === "MD";
  if (finite || (verb.deprel === "ccomp" && verb.xpos !== "VB" && verb.xpos !== "VBG")) return null;
  const to = marks.some((m) => m.lower === "to");
  if (to && frame.passive) return shared(frame.subject ?? surfaceSubject(frame), "controlled");
  if (to && frame.object !== null && SENDING.has(head.lemma)) return shared(frame.object, "controlled");
  return shared(surfaceSubject(frame), "implied");
}

/** "sent troops to fight": the troops fight. */
const SENDING: ReadonlySet<string> = new Set([
  "send",
  "deploy",
  "dispatch",
  "order",
  "recruit",
  "hire",
  "train",
  "despatch",
  "mobilize",
  "mobilise",
  "appoint",
]);

/** "troops fighting the rebels": the troops; "their efforts to reclaim the town": they. */
function ofNoun(tree: Tree, verb: Token, noun: Token, frameAt: (verb: Token) => Frame): Argument | null {
  const to = kidsOf(tree, verb.i).some((k) => k.lower === "to" && (k.deprel === "mark" || k.upos === "PART"));
  const participle = !to && (verb.xpos === "VBG" || verb.xpos === "VBN" || verb.xpos === "VBD");
  if (participle && verb !== noun && !hasMark(tree, verb)) return { token: noun, bond: "relative" };
  if (participle && hasMark(tree, verb)) return shared(clauseSubject(tree, noun, frameAt), "implied");
  return shared(holderOf(tree, noun, frameAt), "controlled");
}

/** "withdrew to the river before shelling the town": who withdrew. */
function clauseSubject(tree: Tree, noun: Token, frameAt: (verb: Token) => Frame): Argument | null {
  const verb = above(tree, noun)
    .slice(0, 4)
    .find((t) => isVerb(t));
  return verb === undefined ? null : surfaceSubject(frameAt(verb));
}

function hasMark(tree: Tree, verb: Token): boolean {
  return kidsOf(tree, verb.i).some((k) => k.deprel === "mark" && k.lower !== "to");
}

/** Whose effort, plan or ability it is: the possessor, the one who has it, or the subject of a copula. */
function holderOf(tree: Tree, noun: Token, frameAt: (verb: Token) => Frame): Argument | null {
  const kids = kidsOf(tree, noun.i);
  const own = kids.find((k) => k.deprel === "nmod:poss") ?? kids.find((k) => relation(k) === "nsubj");
  if (own !== undefined) return argument(tree, own);
  const by = kids.find((k) => relation(k) === "nmod" && ["by", "of"].includes(prepositionOf(tree, k)));
  if (by !== undefined) return { token: by, bond: "controlled" };
  const head = headOf(tree, noun);
  if (head === undefined) return null;
  if (relation(noun) === "obj" || relation(noun) === "obl" || relation(noun) === "xcomp")
    return isNominal(head) ? null : shared(surfaceSubject(frameAt(head)), "controlled");
  return null;
}

/** "arrested and beat two men": the object stands once, after the last verb. */
export function sharedObject(tree: Tree, verb: Token, frameAt: FrameAt): Argument | null {
  const later = kidsOf(tree, verb.i).find((k) => k.deprel === "conj" && isVerb(k) && k.i - verb.i <= 3);
  const laterObject = later && kidsOf(tree, later.i).find((k) => k.deprel === "obj" && k.i > later.i);
  if (laterObject !== undefined) return { token: laterObject, bond: "shared" };
  if (verb.deprel !== "conj" || frameAt === null) return null;
  const head = headOf(tree, verb);
  if (head === undefined || !isVerb(head)) return null;
  const frame = frameAt(head);
  const adjoining = frame.object !== null && frame.object.token.i > verb.i && !frame.passive;
  return adjoining ? shared(frame.object, "shared") : null;
}
