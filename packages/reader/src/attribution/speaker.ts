import type { Token } from "../doc.ts";
import { branchOf, headOf, kidBy, kidsOf, markOf, relationOf, type Stretch, without } from "../parse/tree.ts";
import { cueKey } from "./lexicon.ts";
import type { Page } from "./page.ts";
import { trimmed } from "./page.ts";

/** Who says it: its words, and the token to look the actor up by. */
export interface Speaker {
  readonly words: Stretch;
  readonly head: number;
}

/** A subject is looked for over so many verbs ("continued to insist"). */
const MOST_STEPS = 6;
/** The longest source that is believed: beyond that the parse has swallowed a clause. */
const LONGEST = 70;

/** The speaker of a verb: its subject, the subject it shares, the agent of a passive, the noun it hangs on. */
export function speakerOf(page: Page, verb: Token): Speaker | null {
  if (isPassive(page, verb)) return agentOf(page, verb);
  const { tree } = page;
  if (verb.xpos === "VBG" && page.doc.tokens[verb.i - 1]?.text === "," && subjectOf(page, verb) === undefined) {
    const main = shared(page, verb);
    if (main !== null) return main;
  }
  let at: Token | undefined = verb;
  for (let step = 0; at !== undefined && step < MOST_STEPS; step += 1) {
    const subject = subjectOf(page, at);
    if (subject !== undefined)
      return subject.upos === "PRON" && isEmptyIt(page, at, subject) ? null : nominal(page, subject, verb);
    const above: Token | undefined = outOfClause(page, at) ?? headOf(tree, at);
    const relation = relationOf(at);
    if (above === undefined) break;
    if (relation === "acl") return nominal(page, above, at);
    if (relation === "xcomp" && step === 0) {
      const object = kidBy(tree, above.i, "obj", "iobj");
      if (object !== undefined && object.i < at.i && takesOver(above)) return nominal(page, object, verb);
    }
    if (!["xcomp", "conj", "advcl", "parataxis", "dep", "ccomp"].includes(relation)) break;
    if (relation === "ccomp" || relation === "parataxis") break;
    at = above;
  }
  return inverted(page, verb) ?? shared(page, verb);
}

/** "confirmed that five had died and added that …": the second verb of speech is joined to the first, not to the clause. */
function outOfClause(page: Page, verb: Token): Token | undefined {
  const joined = relationOf(verb) === "conj" ? headOf(page.tree, verb) : undefined;
  if (joined === undefined || relationOf(joined) !== "ccomp") return undefined;
  const outer = headOf(page.tree, joined);
  const isCue = (t: Token): boolean => page.data.cues.has(cueKey("verb", t.lemma.toLowerCase()));
  return outer !== undefined && isCue(outer) && isCue(verb) && !isCue(joined) && outer.xpos === verb.xpos
    ? outer
    : undefined;
}

/** The subject of the main verb before, for verbs that the parse hung astray ("…, saying", "… and said"). */
function shared(page: Page, verb: Token): Speaker | null {
  const sentence = page.doc.sentences[verb.sentence];
  const joined = page.doc.tokens[verb.i - 1];
  if (sentence === undefined || joined === undefined || !/^VB[GDZP]$/.test(verb.xpos)) return null;
  if (verb.xpos === "VBG" ? joined.text !== "," : joined.upos !== "CCONJ" && joined.upos !== "ADV") return null;
  for (let i = sentence.from; i < verb.i; i += 1) {
    const root = page.doc.tokens[i];
    if (root === undefined || root.head !== -1) continue;
    const subject = subjectOf(page, root);
    return subject === undefined || subject.i > verb.i ? null : nominal(page, subject, root);
  }
  return null;
}

/** "urged them to say": the object says it. */
function takesOver(verb: Token): boolean {
  return /^(?:ask|urge|tell|order|want|allow|let|make|see|hear|force|persuade|convince|lead|cause|quote|help|get|expect)$/.test(
    verb.lemma,
  );
}

function subjectOf(page: Page, verb: Token): Token | undefined {
  return kidsOf(page.tree, verb.i).find(
    (k) =>
      (relationOf(k) === "nsubj" && !(verb.xpos === "VBG" && k.i > verb.i && !hasAux(page, verb))) ||
      (k.deprel === "cc:preconj" && k.i < verb.i && /^(?:both|neither|either)$/.test(k.lower)),
  );
}

function hasAux(page: Page, verb: Token): boolean {
  return kidsOf(page.tree, verb.i).some((k) => relationOf(k) === "aux");
}

/** "It emerged that": nobody says so. */
function isEmptyIt(page: Page, verb: Token, subject: Token): boolean {
  if (subject.lower !== "it") return false;
  if (/^(?:emerge|transpire|turn|follow|happen|appear|seem)$/.test(verb.lemma)) return true;
  return subject.deprel === "expl" && kidBy(page.tree, verb.i, "ccomp") !== undefined;
}

/** Whether a verb is passive: by its auxiliary, its subject, or as a bare participle after a noun. */
export function isPassive(page: Page, verb: Token): boolean {
  const kids = kidsOf(page.tree, verb.i);
  if (kids.some((k) => k.deprel === "aux:pass")) return true;
  if (kids.some((k) => k.deprel === "nsubj:pass"))
    return verb.xpos === "VBN" && kids.some((k) => relationOf(k) === "aux");
  if (isActiveDespiteTag(page, verb)) return false;
  if (/^VB[ND]$/.test(verb.xpos) && !kids.some((k) => relationOf(k) === "nsubj") && isWhenAsked(page, verb))
    return true;
  if (kids.some((k) => relationOf(k) === "aux" || relationOf(k) === "nsubj" || relationOf(k) === "obj")) return false;
  return verb.xpos === "VBN" && /^(?:acl|advcl)$/.test(verb.deprel);
}

/** "when asked", "if pressed": a clause without a subject of its own. */
function isWhenAsked(page: Page, verb: Token): boolean {
  return (
    relationOf(verb) === "advcl" &&
    /^(?:when|if|once|until|unless|though|while)$/.test(page.doc.tokens[verb.i - 1]?.lower ?? "")
  );
}

/** "Trump called for a truce": a past form taken for a participle that hangs on its own subject. */
export function isActiveDespiteTag(page: Page, verb: Token): boolean {
  if (verb.xpos !== "VBN" || verb.deprel !== "acl") return false;
  if (verb.lemma === "call" && /^(?:for|on|upon|again)$/.test(page.doc.tokens[verb.i + 1]?.lower ?? "")) return true;
  const noun = headOf(page.tree, verb);
  if (noun === undefined || noun.head !== -1 || noun.i > verb.i || verb.i - noun.i > 4) return false;
  return noun.upos === "PROPN" || noun.upos === "PRON" || noun.upos === "NOUN";
}

/** The agent of a passive ("by the army"). */
export function agentOf(page: Page, verb: Token): Speaker | null {
  const agent = kidsOf(page.tree, verb.i).find(
    (k) => k.deprel === "obl:agent" || (relationOf(k) === "obl" && markOf(page.tree, k) === "by"),
  );
  return agent === undefined || agent.upos === "VERB" ? null : nominal(page, agent, verb);
}

/** A nominal with all that hangs on it, up to the verb and without its preposition. */
export function nominal(page: Page, head: Token, verb: Token): Speaker {
  const { tree } = page;
  let words = branchOf(tree, head.i);
  const below = branchOf(tree, verb.i);
  if (verb.i > head.i && below.from > head.i) words = without(words, { from: below.from, to: words.to })[0] ?? words;
  if (verb.i > head.i) words = { from: words.from, to: Math.min(words.to, verb.i) };
  else words = { from: Math.max(words.from, verb.i + 1), to: words.to };
  for (const kid of kidsOf(tree, head.i))
    if (kid.deprel === "case" && kid.i < head.i && kid.i >= words.from && kid.lower !== "'s")
      words = { from: Math.max(words.from, branchOf(tree, kid.i).to), to: words.to };
  if (words.to - words.from > LONGEST) words = shortened(page, head);
  return { words: trimmed(page, words), head: antecedent(page, head) };
}

function shortened(page: Page, head: Token): Stretch {
  const near = kidsOf(page.tree, head.i).filter((k) =>
    /^(?:det|amod|compound|nmod|flat|nummod|appos|case)/.test(k.deprel),
  );
  const from = Math.min(head.i, ...near.filter((k) => k.i < head.i).map((k) => page.tree.first[k.i] ?? k.i));
  const flat = near
    .filter((k) => k.i > head.i && k.deprel.startsWith("flat"))
    .map((k) => (page.tree.last[k.i] ?? k.i) + 1);
  return { from, to: Math.max(head.i + 1, ...flat) };
}

/** "officials, who said": the actor is the noun before. */
function antecedent(page: Page, head: Token): number {
  if (!/^(?:who|which|that|whom)$/.test(head.lower)) return head.i;
  const verb = headOf(page.tree, head);
  const noun = verb === undefined ? undefined : headOf(page.tree, verb);
  return verb !== undefined && noun !== undefined && verb.deprel === "acl:relcl" ? noun.i : head.i;
}

/** '"…," said Parly': a subject after its verb that the parse took for something else. */
function inverted(page: Page, verb: Token): Speaker | null {
  const before = page.doc.tokens[verb.i - 1];
  if (before === undefined || !/^(?:,|"|”|''|’|»|'|—|–)$/.test(before.text)) return null;
  const next = kidsOf(page.tree, verb.i).find(
    (k) =>
      k.i > verb.i && k.i <= verb.i + 12 && /^(?:obj|nsubj|obl|dep|appos|parataxis|xcomp)/.test(k.deprel) && isName(k),
  );
  return next === undefined || markOf(page.tree, next) !== "" ? null : nominal(page, next, verb);
}

function isName(t: Token): boolean {
  return t.upos === "PROPN" || t.upos === "NOUN" || t.upos === "PRON";
}
