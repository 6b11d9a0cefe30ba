import type { Sentence, Token } from "../doc.ts";
import { branchOf, headOf, holds, kidsOf, relationOf, type Stretch, without } from "../parse/tree.ts";
import type { Draft, Hit, Page } from "./page.ts";
import { sentenceOf } from "./page.ts";
import { nominal } from "./speaker.ts";
import { citedIn } from "./verb-draft.ts";

/** "according to X", "in the words of X": the rest of its clause is the content; null where no noun follows. */
export function accordingDraft(page: Page, { cue, head, rest }: Hit): Draft | null {
  const last = Math.max(head.i, ...rest);
  const noun = nounAfter(page, last);
  const sentence = sentenceOf(page, head.i);
  if (noun === undefined || sentence === undefined) return null;
  const name = nominal(page, noun, head);
  const source = { from: last + 1, to: Math.max(noun.i + 1, Math.min(name.words.to, sentence.to)) };
  const phrase = { from: head.i, to: source.to };
  const content = contentOf(page, { phrase, noun, sentence });
  if (content.length === 0) return null;
  return {
    rule: "according-to",
    cue,
    head: head.i,
    words: { from: head.i, to: last + 1 },
    source,
    speaker: noun.i,
    content,
    effect: cue.effect,
    negated: false,
    frame: "clause",
    via: [],
    cited: kidsOf(page.tree, noun.i).flatMap((k) => citedIn(page, k)),
    told: true,
  };
}

/** The head of the nominal that starts after the cue. */
function nounAfter(page: Page, last: number): Token | undefined {
  const { tokens } = page.doc;
  let noun = tokens[last + 1];
  for (let step = 0; noun !== undefined && step < 12; step += 1) {
    const above = headOf(page.tree, noun);
    if (above === undefined || above.i <= last || !isInside(noun)) break;
    noun = above;
  }
  return noun;
}

/** Relations within a nominal. */
function isInside(t: Token): boolean {
  return /^(?:det|amod|compound|nmod:poss|nummod|advmod|flat|case|appos|nmod)/.test(t.deprel);
}

interface Place {
  readonly phrase: Stretch;
  readonly noun: Token;
  readonly sentence: Sentence;
}

/** A phrase set off at an end of the sentence speaks for all of it, one inside for its clause. */
function contentOf(page: Page, { phrase, noun, sentence }: Place): readonly Stretch[] {
  const { tokens } = page.doc;
  const whole = { from: sentence.from, to: sentence.to };
  const ends = restIsMarks(page, phrase.to, sentence.to);
  const starts = restIsMarks(page, sentence.from, phrase.from);
  const set = tokens[phrase.from - 1]?.text === "," || isClosing(tokens[phrase.from - 1]?.text);
  if (starts || (ends && set)) return without(whole, phrase);
  const clause = clauseAbove(page, noun, phrase);
  if (clause === undefined) return without(whole, phrase);
  return without(clause, phrase);
}

function restIsMarks(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (/[\p{L}\p{N}]/u.test(page.doc.tokens[i]?.text ?? "")) return false;
  return true;
}

function isClosing(text: string | undefined): boolean {
  return text !== undefined && /^(?:["”’»]|''|—|–|\))$/.test(text);
}

/** The branch of the verb that the phrase hangs on. */
function clauseAbove(page: Page, noun: Token, phrase: Stretch): Stretch | undefined {
  let at = headOf(page.tree, noun);
  for (let step = 0; at !== undefined && step < 8; step += 1) {
    if (!holds(phrase, at.i) && isClause(page, at)) return branchOf(page.tree, at.i);
    at = headOf(page.tree, at);
  }
  return undefined;
}

function isClause(page: Page, t: Token): boolean {
  return t.upos === "VERB" || kidsOf(page.tree, t.i).some((k) => relationOf(k) === "nsubj");
}
