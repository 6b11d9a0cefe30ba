import type { Sentence, Token } from "../doc.ts";
import { type Hit, type Page, sentenceOf } from "./page.ts";
import { hasFinite } from "./speech.ts";
import { branchOf, headOf, holds, kidsOf, relationOf, type Stretch } from "./tree.ts";
import type { Content } from "./verb-content.ts";

/** Kinds of cues whose clause mostly runs to the end of the sentence. */
const SPOKEN =
  /^(?:says|reports|announces|claims|alleges|confirms|admits|denies|warns|believes|suggests|expects|fears|shows|learns|promises|doubts|hopes|speculates)$/;

/** A clause that the parse lost or cut short runs on to the end of the sentence, or to what belongs to the cue again. */
export function repaired(
  page: Page,
  hit: Hit,
  { content, words, source }: { content: Content | null; words: Stretch; source: Stretch | null },
): Content | null {
  const sentence = sentenceOf(page, hit.head.i);
  if (sentence === undefined || !SPOKEN.test(hit.cue.kind) || !hit.cue.frames.has("that")) return content;
  if (content === null) return source === null || source.from >= hit.head.i ? null : lost(page, hit, words, sentence);
  if (isSwallowed(content, words, source)) return lost(page, hit, words, sentence) ?? content;
  const last = content.stretches.at(-1);
  if (last === undefined || !/^(?:that|wh)$/.test(content.frame) || last.from <= hit.head.i) return content;
  const to = furthest(page, hit, last, sentence);
  if (to <= last.to) return content;
  return { ...content, stretches: [...content.stretches.slice(0, -1), { from: last.from, to }] };
}

/** "The mayor, who had fled, said that …": the parse took the subject for the content. */
function isSwallowed(content: Content, words: Stretch, source: Stretch | null): boolean {
  const first = content.stretches[0];
  if (content.frame !== "that" || first === undefined || content.stretches.length > 1) return false;
  return first.to <= words.from && words.from - first.to <= 1 && (source === null || holds(first, source.from));
}

/** "said his plan was good" where the parse gives the cue no clause. */
function lost(page: Page, hit: Hit, words: Stretch, sentence: Sentence): Content | null {
  const { tokens } = page.doc;
  if (!/^VB[DZPN]/.test(hit.head.xpos)) return null;
  let from = words.to;
  const that = thatAfter(page, words.to, sentence);
  if (that >= 0) from = that;
  const first = tokens[from];
  if (first === undefined || from >= sentence.to - 2 || !opensClause(page, first, sentence)) return null;
  const to = furthest(page, hit, { from, to: from + 1 }, sentence);
  return to - from < 3 || !hasFinite(page, { from, to }) ? null : { frame: "that", stretches: [{ from, to }] };
}

function thatAfter(page: Page, from: number, sentence: Sentence): number {
  for (let i = from; i < Math.min(sentence.to, from + 10); i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || /^[.;:]$/.test(t.text)) return -1;
    if (t.lower === "that" && (t.upos === "SCONJ" || t.upos === "PRON" || t.xpos === "IN")) return i;
  }
  return -1;
}

function opensClause(page: Page, t: Token, sentence: Sentence): boolean {
  if ((page.quoteAt[t.i] ?? -1) >= 0 || t.upos === "PUNCT") return false;
  return t.i < sentence.to && !/^(?:in|on|at|of|to|about|for|during)$/.test(t.lower);
}

/** How far a clause that starts at `s` reaches: to the end of the sentence, a quotation's other side, or the next piece of the cue. */
function furthest(page: Page, hit: Hit, s: Stretch, sentence: Sentence): number {
  if (!isTop(page, hit.head, sentence)) return s.to;
  let to = s.to;
  while (to < sentence.to) {
    const t = page.doc.tokens[to];
    if (t === undefined || isStop(page, t, hit.head, s)) break;
    to += 1;
  }
  return to;
}

/** Whether a cue is the main verb of its sentence or joined to it. */
function isTop(page: Page, head: Token, sentence: Sentence): boolean {
  let at: Token | undefined = head;
  for (let step = 0; at !== undefined && step < 6; step += 1) {
    if (at.head < sentence.from || at.head >= sentence.to || at.head === at.i) return true;
    if (!/^(?:conj|parataxis|ccomp)$/.test(relationOf(at))) return false;
    at = headOf(page.tree, at);
  }
  return false;
}

/** Where the words turn back to the cue: ", adding", "and warned", ", according to", another speaker. */
function isStop(page: Page, t: Token, head: Token, s: Stretch): boolean {
  const before = page.doc.tokens[t.i - 1];
  if (t.text === ";" || t.text === "—" || t.text === "--") return true;
  if (t.lower === "according" || t.lower === "citing") return true;
  const afterComma = before?.text === ",";
  if (afterComma && t.xpos === "VBG" && !holds(branchOf(page.tree, s.from), t.i)) return true;
  if (t.upos === "CCONJ") return joinsCue(page, t, head);
  if (afterComma && t.lower === "but") return true;
  return (
    (page.quoteAt[t.i] ?? -1) >= 0 &&
    (page.quoteAt[t.i - 1] ?? -1) < 0 &&
    afterComma &&
    before !== undefined &&
    isOwnSpeech(page, t)
  );
}

function isOwnSpeech(page: Page, t: Token): boolean {
  const q = page.quotes[page.quoteAt[t.i] ?? -1];
  return q !== undefined && q.words >= 8;
}

/** "said X and warned Y": the second verb shares the cue's subject. */
function joinsCue(page: Page, t: Token, head: Token): boolean {
  const joined = headOf(page.tree, t);
  if (joined === undefined || joined.head !== head.i || relationOf(joined) !== "conj") return false;
  return joined.upos === "VERB" && !kidsOf(page.tree, joined.i).some((k) => relationOf(k) === "nsubj");
}
