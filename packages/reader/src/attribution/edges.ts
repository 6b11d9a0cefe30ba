import type { Sentence, Token } from "../doc.ts";
import { headOf, holds, kidsOf, relationOf, type Stretch } from "../parse/tree.ts";
import { cueKey } from "./lexicon.ts";
import { type Hit, type Page, sentenceOf } from "./page.ts";
import { hasFinite, isTimeWord } from "./speech.ts";
import type { Content } from "./verb-content.ts";

/** Kinds of cues whose clause mostly runs to the end of the sentence. */
const SPOKEN =
  /^(?:says|reports|announces|claims|alleges|confirms|admits|denies|warns|believes|suggests|expects|fears|shows|learns|promises|doubts|hopes|speculates|knows|criticizes|agrees|opposes|urges|decides)$/;
/** Words between a cue and its "that" ("told reporters on Friday that"). */
const GAP = 14;

interface Found {
  readonly content: Content | null;
  readonly words: Stretch;
  readonly source: Stretch | null;
}

/** A clause that the parse lost or cut short: it starts at "that" or right after the cue and runs on to the end of the sentence or to what belongs to the cue again. */
export function repaired(page: Page, hit: Hit, { content, words, source }: Found): Content | null {
  const sentence = sentenceOf(page, hit.head.i);
  const wh = sentence === undefined ? null : question(page, hit, words, sentence);
  if (wh !== null) return wh;
  const noun = sentence === undefined || content !== null ? null : lostNoun(page, hit, words, sentence);
  if (noun !== null) return noun;
  if (sentence === undefined || !SPOKEN.test(hit.cue.kind) || !hit.cue.frames.has("that")) return content;
  const clausal = content !== null && /^(?:that|wh)$/.test(content.frame);
  const that = thatAfter(page, words.to, { sentence, gap: GAP });
  if (that >= 0 && (clausal || content === null || content.frame === "np" || content.frame === "prep"))
    return clauseFrom(page, hit, that, sentence) ?? content;
  if (content === null || isSwallowed(content, words, source))
    return source === null || source.from >= hit.head.i ? content : (lost(page, hit, words, sentence) ?? content);
  const last = content.stretches.at(-1);
  if (!clausal || last === undefined || last.from <= hit.head.i) return content;
  const from = startOf(page, hit, words, last);
  const to = furthest(page, hit, { from, to: beforeNextCue(page, hit.head, { from, to: last.to }) }, sentence);
  return { ...content, stretches: [...content.stretches.slice(0, -1), { from, to }] };
}

/** "said X, but warned Y": a clause ends before the second verb of its speaker, though the parse runs on. */
function beforeNextCue(page: Page, head: Token, s: Stretch): number {
  for (let i = s.from + 2; i < s.to; i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || (page.quoteAt[i] ?? -1) >= 0) continue;
    if (t.text === ";") return i;
    const next = t.upos === "CCONJ" ? nextVerb(page, i + 1) : undefined;
    if (next !== undefined && /^VB[DZ]$/.test(next.xpos) && next.xpos === head.xpos && isSaying(page, next))
      return page.doc.tokens[i - 1]?.text === "," ? i - 1 : i;
  }
  return s.to;
}

/** A verb that can bring in a quotation. */
function isSaying(page: Page, t: Token): boolean {
  const cues = page.data.cues.get(cueKey("verb", t.lemma.toLowerCase())) ?? [];
  return cues.some((c) => c.words.length === 1 && c.frames.has("quote"));
}

/** "asked whether …", "explained how …" with the question right after the cue or its hearer. */
function question(page: Page, hit: Hit, words: Stretch, sentence: Sentence): Content | null {
  if (!hit.cue.frames.has("wh")) return null;
  const reach = hit.cue.frames.has("hearer") ? 4 : 1;
  for (let i = words.to; i < Math.min(sentence.to - 2, words.to + reach); i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || t.upos === "PUNCT" || t.upos === "VERB") return null;
    if (!/^(?:whether|how|why)$/.test(t.lower)) continue;
    const to = furthest(page, hit, { from: i, to: i + 1 }, sentence);
    return to - i >= 3 ? { frame: "wh", stretches: [{ from: i, to }] } : null;
  }
  return null;
}

/** "rejected reports that …" where the tagger took the noun for a verb. */
function lostNoun(page: Page, hit: Hit, words: Stretch, sentence: Sentence): Content | null {
  const noun = page.doc.tokens[words.to];
  const next = page.doc.tokens[words.to + 1];
  if (noun === undefined || next?.lower !== "that" || !page.data.cues.has(cueKey("noun", noun.lemma.toLowerCase())))
    return null;
  if (!hit.cue.frames.has("np")) return null;
  return {
    frame: "np",
    stretches: [{ from: noun.i, to: furthest(page, hit, { from: noun.i, to: noun.i + 1 }, sentence) }],
  };
}

/** A zero-that clause starts right after the cue unless time, place or a hearer stand between. */
function startOf(page: Page, hit: Hit, words: Stretch, s: Stretch): number {
  const next = page.doc.tokens[words.to];
  if (next === undefined || s.from <= words.to || hit.cue.frames.has("hearer") || !opensClause(page, next))
    return s.from;
  return next.upos === "ADV" || /day$/.test(next.lower) ? s.from : words.to;
}

/** The clause from a token to its edge; null where it holds no verb. */
function clauseFrom(page: Page, hit: Hit, from: number, sentence: Sentence): Content | null {
  const to = furthest(page, hit, { from, to: from + 1 }, sentence);
  const verbal = hasFinite(page, { from, to }) || (hit.cue.kind === "says" && to - from >= 6);
  return to - from >= 3 && verbal ? { frame: "that", stretches: [{ from, to }] } : null;
}

/** "The mayor, who had fled, said that …": the parse took the subject for the content. */
function isSwallowed(content: Content, words: Stretch, source: Stretch | null): boolean {
  const first = content.stretches[0];
  if (content.frame !== "that" || first === undefined || content.stretches.length > 1) return false;
  return first.to <= words.from && words.from - first.to <= 1 && (source === null || holds(first, source.from));
}

/** "said his plan was good" where the parse gives the cue no clause. */
function lost(page: Page, hit: Hit, words: Stretch, sentence: Sentence): Content | null {
  if (!SPOKEN.test(hit.cue.kind) || !hit.cue.frames.has("that")) return null;
  const from = afterTime(page, words.to);
  const first = page.doc.tokens[from];
  if (!isFiniteForm(page, hit.head) || first === undefined || !hit.cue.frames.has("quote")) return null;
  if (from >= sentence.to - 2 || !opensClause(page, first)) return null;
  if (from > words.to && !/^(?:PRON|DET|PROPN|NOUN)$/.test(first.upos)) return null;
  return clauseFrom(page, hit, from, sentence);
}

/** "announcing on Tuesday he would come": the clause starts after the day. */
function afterTime(page: Page, i: number): number {
  const at = page.doc.tokens[i]?.lower === "on" ? i + 1 : i;
  const day = page.doc.tokens[at];
  if (day === undefined || !isTimeWord(day)) return i;
  const part = page.doc.tokens[at + 1];
  return part !== undefined && isTimeWord(part) ? at + 2 : at + 1;
}

/** A form that can be a main verb, whatever the tagger made of a plain one after its subject ("aides say"). */
function isFiniteForm(page: Page, head: Token): boolean {
  const before = page.doc.tokens[head.i - 1];
  if (head.xpos === "VB") return before !== undefined && /^(?:NOUN|PROPN|PRON|NUM)$/.test(before.upos);
  return /^(?:VB[DZPNG]|JJ)$/.test(head.xpos);
}

/** The "that" after a cue, over a hearer, a time or a place; -1 where none comes or it is a relative's. */
export function thatAfter(page: Page, from: number, { sentence, gap }: { sentence: Sentence; gap: number }): number {
  for (let i = from; i < Math.min(sentence.to - 1, from + gap); i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || /^[.;:]$/.test(t.text) || /^(?:VBD|VBZ|VBP|MD|TO)$/.test(t.xpos)) return -1;
    if (t.lower === "that") return bringsClause(page, i, from) ? i : -1;
  }
  return -1;
}

function bringsClause(page: Page, i: number, from: number): boolean {
  const that = page.doc.tokens[i];
  const next = page.doc.tokens[i + 1];
  if (that === undefined || next === undefined) return false;
  if (/^(?:VBD|VBZ|VBP|MD)$/.test(next.xpos)) return false;
  return i === from ? that.upos !== "DET" || next.upos !== "NOUN" : true;
}

function opensClause(page: Page, t: Token): boolean {
  if ((page.quoteAt[t.i] ?? -1) >= 0 || t.upos === "PUNCT") return false;
  return !/^(?:in|on|at|of|to|about|for|during|by|as|with|from|after|before|when|while)$/.test(t.lower);
}

/** How far a clause that starts at `s` reaches: to the end of the sentence or quotation, or to where the cue's own words go on. */
export function furthest(page: Page, hit: Hit, s: Stretch, sentence: Sentence): number {
  const end = Math.min(sentence.to, endOfQuote(page, hit.head.i));
  const top = isTop(page, hit.head, sentence);
  let to = Math.min(s.to, end);
  for (; to < end; to += 1) {
    const t = page.doc.tokens[to];
    if (t === undefined || isStop(page, t, hit.head, s)) break;
    if (!top && t.text === ",") break;
  }
  return Math.max(to, Math.min(s.to, end));
}

function endOfQuote(page: Page, i: number): number {
  return page.quotes[page.quoteAt[i] ?? -1]?.to ?? Number.POSITIVE_INFINITY;
}

/** Whether no main verb comes after a cue: what follows it to the end of the sentence is then its content. */
function isTop(page: Page, head: Token, sentence: Sentence): boolean {
  let at: Token | undefined = head;
  for (let step = 0; at !== undefined && step < 12; step += 1) {
    const above = headOf(page.tree, at);
    if (above === undefined || above.i < sentence.from || above.i >= sentence.to) return at.i <= head.i || !isVerb(at);
    const handed = relationOf(at) === "ccomp" && isCue(page, above);
    if (above.i > head.i && isVerb(above) && !handed) return false;
    at = above;
  }
  return true;
}

function isVerb(t: Token): boolean {
  return t.upos === "VERB" || t.upos === "AUX";
}

/** Where the words turn back to the cue: ", adding", "and warned", ", according to", ", but". */
function isStop(page: Page, t: Token, head: Token, s: Stretch): boolean {
  if (t.i <= s.from) return false;
  const before = page.doc.tokens[t.i - 1];
  if (t.text === ";" || t.lower === "according" || t.lower === "citing") return true;
  const afterComma = before?.text === ",";
  if (afterComma && t.xpos === "VBG" && isCue(page, t)) return true;
  if (afterComma && /^(?:but|although|though)$/.test(t.lower)) return true;
  if (t.upos === "CCONJ") return joinsCue(page, t, head);
  return false;
}

/** A verb that is a cue by itself: "have doubts" makes none of "had". */
function isCue(page: Page, t: Token): boolean {
  const cues = page.data.cues.get(cueKey("verb", t.lemma.toLowerCase())) ?? [];
  return t.upos !== "AUX" && cues.some((c) => c.words.length === 1);
}

/** "said X and warned Y": the second verb shares the cue's subject. */
function joinsCue(page: Page, t: Token, head: Token): boolean {
  const joined = headOf(page.tree, t);
  const next = nextVerb(page, t.i + 1);
  if (next !== undefined && /^VB[DZ]$/.test(next.xpos) && next.xpos === head.xpos && isCue(page, next)) return true;
  if (joined === undefined || joined.head !== head.i || relationOf(joined) !== "conj") return false;
  return joined.upos === "VERB" && !kidsOf(page.tree, joined.i).some((k) => relationOf(k) === "nsubj");
}

/** The verb right after a token, adverbs skipped. */
function nextVerb(page: Page, i: number): Token | undefined {
  let at = page.doc.tokens[i];
  for (let step = 0; at !== undefined && step < 3 && at.upos === "ADV"; step += 1) at = page.doc.tokens[at.i + 1];
  return at;
}
