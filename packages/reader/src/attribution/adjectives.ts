import type { Token } from "../doc.ts";
import { branchOf, headOf, kidBy, kidsOf, markOf, relationOf, type Stretch } from "../parse/tree.ts";
import { furthest } from "./edges.ts";
import { type Draft, type Hit, type Page, sentenceOf } from "./page.ts";
import { nominal } from "./speaker.ts";
import { isWh } from "./verb-content.ts";
import { isNegated } from "./verb-draft.ts";

/** The attribution of an adjective: "is confident that …", "the alleged bomber"; null where it has no content. */
export function adjectiveDraft(page: Page, hit: Hit): Draft | null {
  return hit.cue.frames.has("np") ? attributive(page, hit) : predicative(page, hit);
}

function attributive(page: Page, { cue, head }: Hit): Draft | null {
  const noun = nounAfter(page, head);
  if (noun === undefined) return null;
  const words = { from: head.i, to: head.i + 1 };
  const content = { from: head.i + 1, to: branchOf(page.tree, noun.i).to };
  return {
    rule: "adjective-attributive",
    cue,
    head: head.i,
    words,
    source: null,
    speaker: -1,
    content: [content],
    effect: cue.effect,
    negated: false,
    frame: "attributive",
    via: [],
    cited: [],
    told: false,
  };
}

/** The noun that an adjective stands before; "the claimed advance" may be parsed as a clause. */
function nounAfter(page: Page, head: Token): Token | undefined {
  const noun = headOf(page.tree, head);
  if (noun !== undefined && relationOf(head) === "amod" && noun.i > head.i) return noun;
  const before = page.doc.tokens[head.i - 1];
  const next = page.doc.tokens[head.i + 1];
  if (before?.upos !== "DET" || next === undefined) return undefined;
  if (next.upos === "NOUN") return next;
  const after = page.doc.tokens[head.i + 2];
  return next.upos === "ADJ" && after?.upos === "NOUN" ? after : undefined;
}

function predicative(page: Page, { cue, head }: Hit): Draft | null {
  const { tree } = page;
  const stays = staysOf(page, head);
  const copula = stays ?? kidBy(tree, head.i, "cop") ?? kidBy(tree, head.i, "aux:pass");
  const subject = kidBy(tree, stays === undefined ? head.i : stays.i, "nsubj", "expl");
  if (copula === undefined || subject === undefined) return null;
  const found = clauseOf(page, { cue, head, rest: [] });
  if (found === null) return null;
  const raising = found.frame === "inf" && RAISING.test(cue.words[0] ?? "");
  const speaker = subject.lower === "it" || raising ? null : nominal(page, subject, copula);
  const negated = isNegated(page, head, speaker);
  return {
    rule: `adjective-${found.frame}`,
    cue,
    head: head.i,
    words: { from: copula.i, to: found.frame === "np" && isPrepAfter(page, head) ? head.i + 2 : head.i + 1 },
    source: speaker?.words ?? null,
    speaker: speaker?.head ?? -1,
    content: [found.words],
    effect: negated && cue.effect === "planned" ? "denied" : cue.effect,
    negated,
    frame: found.frame,
    via: [],
    cited: [],
    told: !raising,
  };
}

/** "is angry about": the preposition goes with the cue. */
function isPrepAfter(page: Page, head: Token): boolean {
  return /^(?:ADP|SCONJ)$/.test(page.doc.tokens[head.i + 1]?.upos ?? "");
}

/** "remains confident", "grew angry": the verb that a predicate hangs on. */
function staysOf(page: Page, head: Token): Token | undefined {
  const above = relationOf(head) === "xcomp" ? headOf(page.tree, head) : undefined;
  return above !== undefined &&
    above.i < head.i &&
    /^(?:remain|stay|become|grow|feel|sound|seem|appear|look|get)$/.test(above.lemma)
    ? above
    : undefined;
}

/** "is likely to attack": the subject thinks nothing. */
const RAISING = /^(?:likely|unlikely)$/;

/** A question runs on to the end of what is asked, whatever the parse cut off. */
function toEdge(page: Page, hit: Hit, words: Stretch): Stretch {
  const sentence = sentenceOf(page, hit.head.i);
  return sentence === undefined ? words : { from: words.from, to: furthest(page, hit, words, sentence) };
}

function clauseOf(page: Page, hit: Hit): { frame: string; words: Stretch } | null {
  const { tree } = page;
  const { cue, head } = hit;
  for (const kid of kidsOf(tree, head.i)) {
    if (kid.i < head.i) continue;
    const mark = markOf(tree, kid);
    const words = branchOf(tree, kid.i);
    const relation = relationOf(kid);
    if (relation === "advcl" && cue.preps.has("wh") && isWh(page, kid))
      return { frame: "wh", words: toEdge(page, hit, words) };
    if (/^c(?:comp|subj)$/.test(relation) && cue.preps.has("wh") && isWh(page, kid))
      return { frame: "wh", words: toEdge(page, hit, words) };
    if (relation === "csubj" && mark === "that" && cue.preps.has("that")) return { frame: "that", words };
    if (relation === "ccomp" && cue.preps.has("that")) return { frame: "that", words };
    if ((relation === "xcomp" || relation === "advcl") && mark === "to" && cue.preps.has("inf"))
      return { frame: "inf", words };
    if (mark !== "" && mark !== "to" && cue.preps.has(mark) && relation !== "ccomp")
      return { frame: "np", words: { from: Math.max(words.from, head.i + 2), to: words.to } };
  }
  return null;
}
