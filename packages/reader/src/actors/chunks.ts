import type { Doc, Sentence, Token } from "../doc.ts";

/** A noun phrase without its complements: tokens `from` up to `to`; `owner` ends the possessor ("Iraq" in "Iraq's army"). */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** Where the part after the last possessive begins; `from` where there is none. */
  readonly core: number;
}

/** Tokens that proper names hold together: where the name that begins at a token ends, and all ends. */
export interface NameEnds {
  readonly endOf: ReadonlyMap<number, number>;
  readonly ends: ReadonlySet<number>;
}

/** Noun phrases of a sentence, left to right. */
export function chunksOf(doc: Doc, sentence: Sentence, names: NameEnds): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = sentence.from; i < sentence.to; ) {
    const end = chunkEnd(doc.tokens, i, sentence.to, names);
    const to = trimmed(doc.tokens, i, end, names);
    const from = isBound(doc.tokens, i) ? i + 1 : i;
    if (to > from) chunks.push(...partsOf(doc.tokens, from, to, sentence.i));
    i = Math.max(end, i + 1);
  }
  return chunks;
}

/** "at least 29 people": the bound belongs to the number, not to the people. */
function isBound(tokens: readonly Token[], i: number): boolean {
  return /^(?:least|most)$/.test(tokens[i]?.lower ?? "") && tokens[i - 1]?.lower === "at";
}

function chunkEnd(tokens: readonly Token[], from: number, limit: number, names: NameEnds): number {
  let i = from;
  while (i < limit && i < from + 30) {
    const name = names.endOf.get(i);
    if (name !== undefined) {
      i = Math.min(name, limit);
      continue;
    }
    const token = tokens[i];
    if (token === undefined || !isInside(tokens, token, from)) break;
    i++;
  }
  return i;
}

function isInside(tokens: readonly Token[], token: Token, from: number): boolean {
  const { upos, xpos, i, lower } = token;
  const before = i > from ? tokens[i - 1] : undefined;
  if (before !== undefined && isDay(lower) && !nextIs(tokens, i, /^(?:NOUN|PART)$/)) return false;
  switch (upos) {
    case "DET":
    case "PRON":
      return i === from ? upos === "DET" || xpos === "PRP$" : isQuantifier(before) && upos === "DET";
    case "NOUN":
    case "PROPN":
    case "NUM":
    case "SYM":
      return true;
    case "ADJ":
      return true;
    case "ADV":
      return nextIs(tokens, i, /^(?:ADJ|NUM|ADV|VERB)$/) && (i === from || before?.upos !== "NOUN") && lower !== "not";
    case "VERB":
      return (xpos === "VBN" || xpos === "VBG") && isModifierPlace(tokens, token, from);
    case "PART":
      return lower !== "to" && lower !== "not" && i > from && /^['’]s?$/.test(lower) && nextIs(tokens, i, NOMINAL);
    case "PUNCT":
      return xpos === "HYPH" && i > from && joined(tokens, i) && nextIs(tokens, i, /^(?:NOUN|PROPN|ADJ|VERB|NUM|ADV)$/);
    default:
      return false;
  }
}

/** "U.S. forces Thursday launched": the day is no part of the phrase. */
export function isDay(word: string): boolean {
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|tomorrow)$/.test(word);
}

const NOMINAL = /^(?:NOUN|PROPN|ADJ|NUM|ADV|VERB|SYM)$/;

function isQuantifier(token: Token | undefined): boolean {
  return token !== undefined && /^(?:all|both|half|such)$/.test(token.lower);
}

function nextIs(tokens: readonly Token[], i: number, upos: RegExp): boolean {
  return upos.test(tokens[i + 1]?.upos ?? "");
}

function joined(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.end === tokens[i]?.start && tokens[i]?.end === tokens[i + 1]?.start;
}

/** "the besieged town", "US-backed rebels": a participle among the words before a noun. */
function isModifierPlace(tokens: readonly Token[], token: Token, from: number): boolean {
  const after = tokens[token.i + 1];
  if (after === undefined || !/^(?:NOUN|PROPN|ADJ|PUNCT)$/.test(after.upos)) return false;
  if (after.upos === "PUNCT" && after.xpos !== "HYPH") return false;
  if (tokens[token.i - 1]?.xpos === "HYPH" && token.i - 1 > from) return true;
  if (token.deprel === "amod" && (token.xpos === "VBN" || token.i > from)) return true;
  return token.i > from && /^(?:DET|PRON|NUM|ADJ)$/.test(tokens[token.i - 1]?.upos ?? "");
}

/** A phrase ends in a noun, a name, a number, or an adjective after an article ("the wounded"). */
function trimmed(tokens: readonly Token[], from: number, end: number, names: NameEnds): number {
  for (let to = end; to > from; to--) {
    const last = tokens[to - 1];
    if (last === undefined) return from;
    if (/^(?:NOUN|PROPN|NUM)$/.test(last.upos)) return to;
    if (names.ends.has(to)) return to;
    if (last.upos === "ADJ" && isNounLike(tokens, from, to)) return to;
  }
  return from;
}

/** "the wounded"; "the Syrian military", which taggers take for an adjective. */
function isNounLike(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1];
  if (/^(?:military|dead|wounded|injured|executive|opposition|elderly|displaced)$/.test(last?.lower ?? ""))
    return to - from > 1;
  return (tokens[from]?.upos === "DET" || last?.xpos === "NNPS") && to - from <= 4 && !hasNoun(tokens, from, to);
}

function hasNoun(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((t) => t.upos === "NOUN" || t.upos === "PROPN");
}

/** A phrase with possessors gives one chunk for each of them and one for the whole. */
function partsOf(tokens: readonly Token[], from: number, to: number, sentence: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let core = from;
  for (let i = from + 1; i < to; i++) {
    if (tokens[i]?.upos !== "PART") continue;
    chunks.push({ from, to: i, sentence, core });
    core = i + 1;
  }
  if (core < to) chunks.push({ from, to, sentence, core });
  return chunks;
}
