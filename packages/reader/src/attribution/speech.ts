import type { Sentence, Token } from "../doc.ts";
import { kidBy, type Stretch } from "../parse/tree.ts";
import { type Hit, isMark, type Page, sentenceOf, trimmed } from "./page.ts";
import { nominal, type Speaker } from "./speaker.ts";
import type { Content } from "./verb-content.ts";

/** A verb of speech read off the words around it: the parse goes astray where a sentence starts or ends in what is said. */
export interface Speech {
  readonly speaker: Speaker;
  /** Null where the content is a quotation beside it. */
  readonly content: Content | null;
}

/** The longest source between a quotation and its verb. */
const LONGEST = 45;

/** '"…," X said', '"…," said X', "…, X said, …"; null where the words stand otherwise. */
export function speechOf(page: Page, hit: Hit, words: Stretch): Speech | null {
  const sentence = sentenceOf(page, hit.head.i);
  if (sentence === undefined || !(hit.cue.frames.has("quote") || hit.cue.kind === "learns")) return null;
  return (
    asClause(page, hit, words, sentence) ??
    initial(page, hit, words, sentence) ??
    afterQuote(page, words, sentence) ??
    invertedAfterQuote(page, hit, words) ??
    invertedAside(page, hit, words, sentence) ??
    aside(page, hit, words, sentence)
  );
}

/** "As Weber said, …", "…, as Weber has said": the rest of the sentence is what is said. */
function asClause(page: Page, hit: Hit, words: Stretch, sentence: Sentence): Speech | null {
  const { tokens } = page.doc;
  const mark = kidBy(page.tree, hit.head.i, "mark");
  const subject = kidBy(page.tree, hit.head.i, "nsubj");
  if (
    mark?.lower !== "as" ||
    !hit.cue.frames.has("that") ||
    subject === undefined ||
    subject.i > hit.head.i ||
    mark.i > subject.i
  )
    return null;
  const end = endOfGroup(page, words.to, sentence);
  if (end < 0 || (mark.i > sentence.from && tokens[mark.i - 1]?.text !== ",")) return null;
  const source = trimmed(page, { from: mark.i + 1, to: words.from });
  const left = { from: sentence.from, to: mark.i };
  const content = trimmed(page, mark.i > sentence.from ? left : { from: end, to: sentence.to });
  if (content.to - content.from < 3 || !hasFinite(page, content) || !isSource(page, source)) return null;
  return { speaker: speakerIn(page, source), content: { frame: "that", stretches: [content] } };
}

/** 'Said the mayor, "We are done."' */
function initial(page: Page, hit: Hit, words: Stretch, sentence: Sentence): Speech | null {
  if (hit.head.i !== sentence.from || !/^VB[DZ]$/.test(hit.head.xpos) || hit.cue.frames.has("hearer")) return null;
  const source = trimmed(page, nominalAfter(page, words.to));
  const next = page.doc.tokens[source.to + 1];
  if (next === undefined || (page.quoteAt[next.i] ?? -1) < 0 || !isSource(page, source)) return null;
  return { speaker: speakerIn(page, source, hit.head), content: null };
}

/** '"…," the mayor said'. */
function afterQuote(page: Page, words: Stretch, sentence: Sentence): Speech | null {
  const from = quoteEndBefore(page, words.from, sentence);
  if (from < 0 || from >= words.from || !bindsLeft(page, from - 1, words.to)) return null;
  const source = trimmed(page, { from, to: words.from });
  if (!isSource(page, source)) return null;
  return { speaker: speakerIn(page, source), content: aroundQuote(page, from - 1, sentence) };
}

/** 'The truce was "a lie from the start," the mayor said': what stands before a quotation that is part of its sentence is said too. */
function aroundQuote(page: Page, end: number, sentence: Sentence): Content | null {
  const { tokens } = page.doc;
  const quote = page.quotes[page.quoteAt[end] ?? -1];
  if (quote === undefined || quote.from <= sentence.from) return null;
  const before = tokens[quote.from - 1];
  if (before === undefined || /^(?:PUNCT|CCONJ)$/.test(before.upos) || isMark(before.text)) return null;
  let from = sentence.from;
  for (let i = quote.from - 1; i > sentence.from; i -= 1)
    if (/^[;:]$/.test(tokens[i]?.text ?? "")) {
      from = i + 1;
      break;
    }
  for (let i = from; i < quote.from; i += 1) if ((page.quoteAt[i] ?? -1) >= 0) return null;
  return quote.from - from < 2 ? null : { frame: "that", stretches: [{ from, to: end + 1 }] };
}

/** The token after the nearest closing mark before a verb; -1 where there is none near enough. */
function quoteEndBefore(page: Page, at: number, sentence: Sentence): number {
  const least = Math.max(0, at - LONGEST, sentence.from - 1);
  for (let i = at - 1; i >= least; i -= 1) {
    const q = page.quotes[page.quoteAt[i] ?? -1];
    if (q !== undefined) return q.to - 1 === i && q.closed ? i + 1 : -1;
  }
  return -1;
}

/** '"…," said the mayor, a former judge'. */
function invertedAfterQuote(page: Page, hit: Hit, words: Stretch): Speech | null {
  const left = quoteBefore(page, words.from);
  if (left === undefined || !bindsLeft(page, left, words.to)) return null;
  const source = trimmed(page, nominalAfter(page, words.to));
  return isSource(page, source) ? { speaker: speakerIn(page, source, hit.head), content: null } : null;
}

/** Whether the quotation that ends at a token is spoken by a cue after it: '"…," he said', not 'on "Hannity," he said that …'. */
export function bindsLeft(page: Page, end: number, to: number): boolean {
  const { tokens } = page.doc;
  const quote = page.quotes[page.quoteAt[end] ?? -1];
  const next = tokens[to];
  const sentence = sentenceOf(page, Math.max(0, to - 1));
  if (quote === undefined || sentence === undefined || quote.paragraph !== sentence.paragraph) return false;
  const mark = lastInside(page, quote);
  const comma = mark === "," || /^[?!—–]$|^--$/.test(mark) || tokens[quote.to]?.text === ",";
  if (comma && (quote.words >= 4 || quote.from === sentence.from)) return true;
  if (next === undefined || to >= sentence.to) return true;
  return (comma || mark === ".") && (endOfGroup(page, to, sentence) >= 0 || next.text === ":");
}

/** The last mark or word of a quotation before its closing marks. */
function lastInside(page: Page, quote: Stretch): string {
  let i = quote.to - 2;
  while (i > quote.from && isMark(page.doc.tokens[i]?.text ?? "")) i -= 1;
  const text = page.doc.tokens[i]?.text ?? "";
  return text === "'" ? (page.doc.tokens[i - 1]?.text ?? "") : text;
}

function quoteBefore(page: Page, at: number): number | undefined {
  const i = page.doc.tokens[at - 1]?.text === "," ? at - 2 : at - 1;
  const q = page.quotes[page.quoteAt[i] ?? -1];
  return q !== undefined && q.to - 1 === i ? i : undefined;
}

/** The nominal after an inverted verb: to the end of the sentence, the next quotation, or where time and place are told. */
function nominalAfter(page: Page, from: number): Stretch {
  const { tokens } = page.doc;
  let to = from;
  let commas = 0;
  let relative = false;
  for (; to < tokens.length && to - from < LONGEST; to += 1) {
    const t = tokens[to];
    if (t === undefined || (page.quoteAt[to] ?? -1) >= 0 || /^[.!?:;]$|^--?$|^[—–]$/.test(t.text)) break;
    if (t.text === ",") {
      if (endsAtComma(tokens[to + 1])) break;
      commas += 1;
    } else if (commas === 0 && to > from && !relative && startsCircumstance(t)) break;
    relative ||= /^(?:who|which|whose)$/.test(t.lower);
  }
  return { from, to };
}

function endsAtComma(next: Token | undefined): boolean {
  return (
    next === undefined ||
    next.xpos === "VBG" ||
    next.upos === "CCONJ" ||
    /^(?:as|when|while|after|according|though|although)$/.test(next.lower)
  );
}

function startsCircumstance(t: Token): boolean {
  return (
    /^(?:in|on|at|during|after|before|when|as|while|by|via|to|last|this|earlier|later|yesterday|today|through|about|following)$/.test(
      t.lower,
    ) ||
    /^\p{Lu}\p{Ll}+day$/u.test(t.text) ||
    t.upos === "ADV"
  );
}

/** "…, the mayor said, …" and "…, the mayor said." without quotation marks. */
function aside(page: Page, hit: Hit, words: Stretch, sentence: Sentence): Speech | null {
  const hearer = hit.cue.frames.has("hearer");
  if (!hit.cue.frames.has("that") || kidBy(page.tree, hit.head.i, "xcomp") !== undefined) return null;
  const object = kidBy(page.tree, hit.head.i, "obj");
  if (!hearer && object !== undefined && object.i > hit.head.i && !isTimeWord(object)) return null;
  const end = endOfGroup(page, words.to, sentence, hearer);
  if (end < 0) return null;
  const source = sourceBeside(page, words, sentence);
  if (source === null || page.doc.tokens[source.from - 1]?.text !== "," || source.from - sentence.from < 2) return null;
  if (page.doc.tokens[end]?.text === "," && (page.quoteAt[end + 1] ?? -1) >= 0)
    return { speaker: speakerIn(page, source), content: null };
  const left = { from: sentence.from, to: source.from - 1 };
  const right = { from: end, to: sentence.to };
  const content = [left, ...(goesOn(page, right) ? [right] : [])];
  return {
    speaker: speakerIn(page, source),
    content: { frame: "that", stretches: content.map((s) => trimmed(page, s)) },
  };
}

const TO_HEARER = /^(?:tell|inform|notify|brief|advise|remind|assure|reassure|convince|persuade|teach|alert)$/;

/** "…, said the mayor, a former judge." without quotation marks. Who stands after "told" hears it and never says it. */
function invertedAside(page: Page, hit: Hit, words: Stretch, sentence: Sentence): Speech | null {
  if (
    TO_HEARER.test(hit.head.lemma) ||
    page.doc.tokens[words.from - 1]?.text !== "," ||
    words.from - sentence.from < 5 ||
    !/^VB[DZ]$/.test(hit.head.xpos)
  )
    return null;
  const source = trimmed(page, nominalAfter(page, words.to));
  const next = page.doc.tokens[source.to];
  const ends =
    next === undefined || source.to >= sentence.to - 1 || /^[.,;]$/.test(next.text) || startsCircumstance(next);
  if (!ends || !isSource(page, source) || !hasFinite(page, { from: sentence.from, to: words.from })) return null;
  const content = trimmed(page, { from: sentence.from, to: words.from - 1 });
  return { speaker: speakerIn(page, source, hit.head), content: { frame: "that", stretches: [content] } };
}

/** Whether a finite verb stands in a stretch. */
export function hasFinite(page: Page, s: Stretch): boolean {
  for (let i = s.from; i < s.to; i += 1) if (/^(?:VBD|VBZ|VBP|MD)$/.test(page.doc.tokens[i]?.xpos ?? "")) return true;
  return false;
}

/** A word that tells when. */
export function isTimeWord(t: Token): boolean {
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|tomorrow|week|month|year|morning|afternoon|evening|night)$/.test(
    t.lower,
  );
}

/** The comma or full stop after a verb of speech, over a few words of time and place ("said on Friday"); -1 where more follows. */
function endOfGroup(page: Page, from: number, sentence: Sentence, hearer = false): number {
  const first = page.doc.tokens[from];
  if (first !== undefined && /^(?:as|when|while|after|before|during)$/.test(first.lower)) return sentence.to - 1;
  for (let i = from; i < Math.min(sentence.to, from + 9); i += 1) {
    const t = page.doc.tokens[i];
    if (t === undefined || (page.quoteAt[i] ?? -1) >= 0) return -1;
    if (t.text === "," || /^[.!?]$/.test(t.text)) return i;
    const circumstance = hearer || i > from || startsCircumstance(t);
    if (!circumstance || t.upos === "VERB" || t.upos === "AUX" || t.lower === "that") return -1;
  }
  return from >= sentence.to ? from : -1;
}

/** The nominal right before a verb: from the last comma, or over an apposition between commas. */
function sourceBeside(page: Page, words: Stretch, sentence: Sentence): Stretch | null {
  const apposition = page.doc.tokens[words.from - 1]?.text === ",";
  let from = words.from - (apposition ? 2 : 1);
  let commas = 0;
  for (; from > sentence.from && words.from - from < LONGEST; from -= 1) {
    const text = page.doc.tokens[from - 1]?.text ?? "";
    if (text === ";" || text === ":") break;
    if (text !== "," || isInNumber(page, from - 1)) continue;
    commas += 1;
    if (!apposition || commas === 2) break;
  }
  const source = trimmed(page, { from, to: words.from });
  return isSource(page, source) ? source : null;
}

/** The nominal right before an active verb where the parse gives it no subject: from the start of the sentence or the last comma. */
export function speakerBeside(page: Page, verb: Token, words: Stretch): Speaker | null {
  const sentence = sentenceOf(page, verb.i);
  if (sentence === undefined || !/^(?:VB[DZP]?|JJ)$/.test(verb.xpos)) return null;
  const whole = trimmed(page, { from: sentence.from, to: words.from });
  const plain = isSource(page, whole) && !hasComma(page, whole);
  const source = plain ? whole : (sourceBeside(page, words, sentence) ?? beforeParticiple(page, whole));
  if (source === null || page.doc.tokens[source.from]?.lower === "it") return null;
  return { words: source, head: speakerIn(page, source).head };
}

/** "The paper, quoting "secret reports," said": the nominal before the participle. */
function beforeParticiple(page: Page, whole: Stretch): Stretch | null {
  for (let i = whole.from + 1; i < Math.min(whole.to, whole.from + 12); i += 1) {
    if (page.doc.tokens[i]?.text !== ",") continue;
    const next = page.doc.tokens[i + 1];
    const name = { from: whole.from, to: i };
    return next !== undefined && /^(?:VBG|VBN|WP|WDT)$/.test(next.xpos) && isSource(page, name) ? name : null;
  }
  return null;
}

function hasComma(page: Page, s: Stretch): boolean {
  for (let i = s.from; i < s.to; i += 1) if (page.doc.tokens[i]?.text === ",") return true;
  return false;
}

function isInNumber(page: Page, i: number): boolean {
  return /^\d/.test(page.doc.tokens[i + 1]?.text ?? "") && /\d$/.test(page.doc.tokens[i - 1]?.text ?? "");
}

/** Whether what follows an aside belongs to what is said. */
function goesOn(page: Page, right: Stretch): boolean {
  const first = page.doc.tokens[right.from + 1];
  if (first === undefined || right.to - right.from < 3) return false;
  return first.xpos !== "VBG" && !/^(?:who|which|when|as|while|after|citing|according)$/.test(first.lower);
}

/** A stretch that can be a source: a nominal without a finite verb of its own outside a relative clause. */
function isSource(page: Page, s: Stretch): boolean {
  if (s.to <= s.from || s.to - s.from > LONGEST) return false;
  const { tokens } = page.doc;
  let relative = false;
  let named = false;
  for (let i = s.from; i < s.to; i += 1) {
    const t = tokens[i];
    if (t === undefined || (page.quoteAt[i] ?? -1) >= 0) return false;
    if (/^(?:who|which|that|whose|whom|where)$/.test(t.lower)) relative = true;
    if (!relative && /^(?:VBD|VBZ|VBP|MD)$/.test(t.xpos) && !isNoVerb(page, t)) return false;
    if (t.upos === "NOUN" || t.upos === "PROPN" || t.upos === "PRON" || t.upos === "NUM") named = true;
    if (STANDS_ALONE.test(t.lower)) named = true;
  }
  const first = tokens[s.from];
  return named && first !== undefined && !/^(?:ADP|CCONJ|SCONJ|VERB|AUX|PUNCT)$/.test(first.upos);
}

const STANDS_ALONE = /^(?:some|many|most|others|both|those|few|several|all|none|another)$/;

/** "people close to the king", "those surveyed": no verbs, whatever the tagger made of them. */
function isNoVerb(page: Page, t: Token): boolean {
  if (t.lower === "close") return page.doc.tokens[t.i + 1]?.lower === "to";
  return t.xpos === "VBD" && page.doc.tokens[t.i - 1]?.lower === "those";
}

/** The source with the token to look its actor up by: the head of the nominal, else its last name before a comma. */
function speakerIn(page: Page, s: Stretch, verb?: Token): Speaker {
  const { tokens } = page.doc;
  const cut = verb === undefined ? s.from : verb.i;
  let last = s.from;
  for (let i = s.from; i < s.to; i += 1) {
    const t = tokens[i];
    if (t === undefined) continue;
    const outside = t.head < s.from || t.head >= s.to;
    if (outside && isNominal(t) && i >= cut) return { words: s, head: nominal(page, t, t).head };
    if (t.text === "," || t.text === "(") break;
    if (isNominal(t)) last = i;
  }
  return { words: s, head: last };
}

function isNominal(t: Token): boolean {
  return t.upos === "NOUN" || t.upos === "PROPN" || t.upos === "PRON" || t.upos === "NUM";
}
