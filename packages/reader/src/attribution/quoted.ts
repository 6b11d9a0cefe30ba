import { holds, kidBy, over, relationOf, type Stretch, without } from "../parse/tree.ts";
import { blockAfter } from "./blocks.ts";
import type { Cue } from "./cue.ts";
import type { Draft, Page } from "./page.ts";
import { sentenceOf } from "./page.ts";
import { isWord, type Quote } from "./quotes.ts";
import { nominal } from "./speaker.ts";
import { bindsLeft } from "./speech.ts";

/** Tokens between a cue and the quotation it brings in ("said in Paris on Friday, “…”"). */
const REACH = 30;
/** A quotation of so many words is somebody's speech, a shorter one may be a word held at arm's length. */
const SPEECH = 4;

const COLON: Cue = {
  words: [":"],
  pos: "prep",
  kind: "says",
  strength: "plain",
  effect: "none",
  frames: new Set(["quote"]),
  preps: new Set(),
};

/** Gives each quotation to the cue beside it, or to whoever spoke just before; drafts that then hold nothing fall away. */
export function withQuotes(page: Page, drafts: readonly Draft[]): readonly Draft[] {
  const owners = new Map<number, number>();
  const heads = new Set(drafts.filter((d) => d.cue.pos === "verb" && d.cue.frames.has("quote")).map((d) => d.head));
  const pieces = drafts.map((d) => [...d.content]);
  drafts.forEach((d, n) => {
    for (const q of besideOf(page, d, heads)) if (!owners.has(q)) owners.set(q, n);
  });
  const colons = colonDrafts(page, drafts, owners);
  const all = [...drafts, ...colons];
  for (const c of colons) pieces.push([...c.content]);
  carryOn(page, all, owners);
  for (const [q, n] of owners) pieces[n]?.push(quoteOf(page, q));
  all.forEach((d, n) => {
    if (pieces[n]?.length === 0) pieces[n]?.push(...blockAfter(page, d));
  });
  const asides = asidesOf(page, all);
  return all.flatMap((d, n) => {
    const near = asides.get(page.doc.tokens[d.head]?.sentence ?? -1) ?? [];
    const content = cutAtAsides(d, merged(pieces[n] ?? []), near);
    return content.length === 0 ? [] : [{ ...d, content }];
  });
}

/** The asides of each sentence: the words that hand on what the rest of it says. */
function asidesOf(page: Page, all: readonly Draft[]): ReadonlyMap<number, readonly Draft[]> {
  const map = new Map<number, Draft[]>();
  for (const d of all) {
    const sentence = page.doc.tokens[d.head]?.sentence ?? -1;
    if (d.rule === "aside" || d.rule === "according-to") map.set(sentence, [...(map.get(sentence) ?? []).slice(-3), d]);
  }
  return map;
}

/** "Parly said that …, a Reuters report said.": what Parly said ends before the one who hands it on. */
function cutAtAsides(d: Draft, content: readonly Stretch[], asides: readonly Draft[]): readonly Stretch[] {
  if (d.rule === "aside" || d.rule === "according-to") return content;
  for (const o of asides) {
    const { from } = groupOf(o);
    if (!content.some((s) => holds(s, from)) || !o.content.some((s) => holds(s, d.head))) continue;
    return content.flatMap((s) => without(s, { from, to: Math.max(s.to, from + 1) }).slice(0, 1));
  }
  return content;
}

function groupOf(d: Draft): Stretch {
  return over([d.words, ...(d.source === null ? [] : [d.source])]);
}

function quoteOf(page: Page, q: number): Stretch {
  const quote = page.quotes[q];
  return quote === undefined ? { from: 0, to: 0 } : { from: quote.from, to: quote.to };
}

/** The quotations right before and right after a cue with its source. */
function besideOf(page: Page, d: Draft, heads: ReadonlySet<number>): readonly number[] {
  if (!d.cue.frames.has("quote") || !d.told || isInsideQuote(page, d.head)) return [];
  const group = groupOf(d);
  const found: number[] = [];
  const end = before(page, group.from);
  const left = quoteEndingAt(page, end);
  if (left >= 0 && bindsLeft(page, end, Math.max(d.words.to, group.to))) found.push(left);
  const right = quoteAfter(page, d, { to: group.to, heads });
  if (right >= 0 && right !== left) found.push(right);
  for (const s of d.content) {
    const q = page.quoteAt[s.from] ?? -1;
    if (q >= 0 && !found.includes(q) && !holds(quoteOf(page, q), d.head)) found.push(q);
  }
  return found;
}

function isInsideQuote(page: Page, i: number): boolean {
  return (page.quoteAt[i] ?? -1) >= 0;
}

function before(page: Page, from: number): number {
  const t = page.doc.tokens[from - 1];
  return t !== undefined && /^[,—–-]$/.test(t.text) ? from - 2 : from - 1;
}

function quoteEndingAt(page: Page, i: number): number {
  const q = page.quoteAt[i] ?? -1;
  const quote = page.quotes[q];
  return quote !== undefined && quote.to - 1 === i && !isScare(page, quote) ? q : -1;
}

/** One or two words in quotation marks inside a sentence, without a mark of speech at their end. */
function isScare(page: Page, quote: Quote): boolean {
  if (quote.words >= SPEECH) return false;
  const last = page.doc.tokens[quote.to - 2]?.text ?? "";
  const next = page.doc.tokens[quote.to]?.text ?? "";
  return !/^[,.!?…—–-]+$/.test(last) && next !== ",";
}

/** The quotation that starts after a cue: at once, after a comma, a colon or "that". */
function quoteAfter(page: Page, d: Draft, { to, heads }: { to: number; heads: ReadonlySet<number> }): number {
  const { tokens } = page.doc;
  const end = Math.min(tokens.length, to + REACH);
  for (let i = to; i < end; i += 1) {
    const q = page.quoteAt[i] ?? -1;
    if (q >= 0) return opensSpeech(page, { q, at: i, to }) ? q : -1;
    const t = tokens[i];
    if (t === undefined || /^[.!?;]$/.test(t.text) || (heads.has(i) && i !== d.head)) return -1;
    if (t.upos === "VERB" && !belongs(page, i, d.head)) return -1;
  }
  return -1;
}

function opensSpeech(page: Page, { q, at, to }: { q: number; at: number; to: number }): boolean {
  const quote = page.quotes[q];
  if (quote === undefined || quote.from !== at) return false;
  const mark = page.doc.tokens[at - 1]?.text ?? "";
  if (mark === ":") return true;
  if (mark === ",") return quote.words >= SPEECH || at - 1 === to;
  return at === to && quote.words >= 2;
}

/** Whether a token hangs on the cue or beside it, not on another clause. */
function belongs(page: Page, i: number, head: number): boolean {
  let at = page.doc.tokens[i];
  for (let step = 0; at !== undefined && step < 8; step += 1) {
    if (at.head === head) return relationOf(at) !== "ccomp" && relationOf(at) !== "conj";
    at = at.head < 0 ? undefined : page.doc.tokens[at.head];
  }
  return false;
}

/** 'The general was blunt: "We lost."': a colon alone brings in a quotation; whoever the clause is about speaks. */
function colonDrafts(page: Page, drafts: readonly Draft[], owners: Map<number, number>): readonly Draft[] {
  const found: Draft[] = [];
  page.quotes.forEach((quote, q) => {
    const colon = page.doc.tokens[quote.from - 1];
    if (owners.has(q) || quote.words < SPEECH || colon?.text !== ":") return;
    const sentence = sentenceOf(page, colon.i);
    const root = sentence === undefined ? undefined : rootOf(page, sentence);
    const subject = root === undefined ? undefined : kidBy(page.tree, root, "nsubj");
    const verb = root === undefined ? undefined : page.doc.tokens[root];
    if (subject === undefined || verb === undefined || subject.i > colon.i) return;
    const speaker = nominal(page, subject, verb);
    owners.set(q, drafts.length + found.length);
    found.push({
      rule: "colon-quote",
      cue: COLON,
      head: colon.i,
      words: { from: colon.i, to: colon.i + 1 },
      source: speaker.words,
      speaker: speaker.head,
      content: [],
      effect: "none",
      negated: false,
      frame: "quote",
      via: [],
      cited: [],
      told: true,
    });
  });
  return found;
}

function rootOf(page: Page, sentence: Stretch): number | undefined {
  for (let i = sentence.from; i < sentence.to; i += 1) if (page.doc.tokens[i]?.head === -1) return i;
  return undefined;
}

/** Quotations without a cue go on with the speaker of the one just before. */
function carryOn(page: Page, drafts: readonly Draft[], owners: Map<number, number>): void {
  let last = -1;
  let end = 0;
  page.quotes.forEach((quote, q) => {
    const own = owners.get(q);
    const owner = own ?? (last >= 0 && goesOn(page, quote, end) ? last : undefined);
    if (owner === undefined) return;
    if (own === undefined) owners.set(q, owner);
    const draft = drafts[owner];
    last = owner;
    end = Math.max(quote.to, draft?.words.to ?? 0, draft?.source?.to ?? 0);
  });
}

/** Whether a quotation follows on what ended at `end`: it starts a sentence, the next one or the next paragraph. */
function goesOn(page: Page, quote: Quote, end: number): boolean {
  const sentence = sentenceOf(page, quote.from);
  const last = sentenceOf(page, Math.max(0, end - 1));
  if (sentence !== undefined && last === sentence && isJoined(page, quote, end)) return true;
  if (sentence === undefined || last === undefined || !startsSentence(page, quote, sentence)) return false;
  if (sentence.i - last.i > 1 && hasWords(page, last.to, sentence.from)) return false;
  if (last.paragraph === sentence.paragraph) return sentence.i !== last.i || !hasWords(page, end, quote.from);
  return quote.leads && sentence.paragraph - last.paragraph === 1;
}

/** 'it said; and, later, "…"': a long quotation joined to the one before. */
function isJoined(page: Page, quote: Quote, end: number): boolean {
  if (quote.words < 8 || quote.from - end > 7 || quote.from < end) return false;
  for (let i = end; i < quote.from; i += 1) {
    const t = page.doc.tokens[i];
    if (t !== undefined && !/^(?:PUNCT|CCONJ|ADV)$/.test(t.upos)) return false;
  }
  return true;
}

function startsSentence(page: Page, quote: Quote, sentence: Stretch): boolean {
  return quote.from === sentence.from || /^[.!?]$/.test(page.doc.tokens[quote.from - 1]?.text ?? "");
}

function hasWords(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (isWord(page.doc.tokens[i])) return true;
  return false;
}

/** Stretches in order, those that overlap as one. */
export function merged(list: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  for (const s of [...list].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = out.at(-1);
    if (last !== undefined && s.from < last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, s.to) };
    else if (s.to > s.from) out.push(s);
  }
  return out;
}
