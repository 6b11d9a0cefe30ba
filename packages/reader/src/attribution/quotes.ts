import type { Doc, Token } from "../doc.ts";
import type { Stretch } from "../parse/tree.ts";

/** A stretch in quotation marks, the marks included. */
export interface Quote extends Stretch {
  readonly paragraph: number;
  /** Whether it stands at the very start of its paragraph. */
  readonly leads: boolean;
  /** False where the paragraph ends before the mark that closes it. */
  readonly closed: boolean;
  /** Words inside. */
  readonly words: number;
}

type Mark = "open" | "close" | "either" | "none";

const DOUBLE: Readonly<Record<string, Mark>> = {
  "“": "open",
  "„": "open",
  "«": "open",
  "``": "open",
  "”": "close",
  "»": "close",
  '"': "either",
  "''": "either",
  "〝": "open",
  "〞": "close",
  "「": "open",
  "」": "close",
};
const SINGLE: Readonly<Record<string, Mark>> = { "‘": "open", "’": "close", "'": "either", "`": "open" };
/** A single mark closes within so many tokens, or it is an apostrophe. */
const LONGEST_SINGLE = 160;

/** The outermost quotations of a report, in text order. A mark that never closes counts to the end of its paragraph or sentence. */
export function quotesOf(doc: Doc): readonly Quote[] {
  const found: Quote[] = [];
  for (const p of paragraphsOf(doc)) {
    const last = found.at(-1);
    const carried = p.closes && last !== undefined && !last.closed && last.paragraph === p.i - 1;
    for (const quote of quotesIn(doc, p, carried)) found.push(quote);
  }
  return found;
}

interface Paragraph extends Stretch {
  readonly i: number;
  /** Whether the next paragraph starts with a mark that opens. */
  readonly goesOn: boolean;
  /** Whether its first mark closes: "“We stay." may end a paragraph below. */
  readonly closes: boolean;
}

function paragraphsOf(doc: Doc): readonly Paragraph[] {
  const list: { i: number; from: number; to: number; goesOn: boolean; closes: boolean }[] = [];
  for (const s of doc.sentences) {
    const last = list.at(-1);
    if (last !== undefined && last.i === s.paragraph) last.to = s.to;
    else {
      const mark = markOf(doc, s.from, DOUBLE);
      if (last !== undefined) last.goesOn = mark === "open" || mark === "either";
      list.push({ i: s.paragraph, from: s.from, to: s.to, goesOn: false, closes: false });
    }
  }
  for (const [n, p] of list.entries()) {
    p.closes = n > 0 && firstMark(doc, p) === "close";
    const before = list[n - 1];
    if (p.closes && before !== undefined) before.goesOn = true;
  }
  return list;
}

/** The first double mark of a paragraph that points one way by itself. */
function firstMark(doc: Doc, p: Stretch): Mark {
  for (let i = p.from; i < p.to; i += 1) {
    const mark = DOUBLE[doc.tokens[i]?.text ?? ""];
    if (mark !== undefined) return mark;
  }
  return "none";
}

function quotesIn(doc: Doc, p: Paragraph, carried: boolean): readonly Quote[] {
  const found: Quote[] = [];
  let open = carried ? p.from : -1;
  const close = (to: number, closed: boolean): void => {
    if (open >= 0) found.push(quoteOf(doc, p, { from: open, to, closed }));
    open = -1;
  };
  for (let i = p.from; i < p.to; i += 1) {
    const mark = markOf(doc, i, DOUBLE);
    if (open < 0 && opensSingle(doc, i, p)) {
      const end = singleEnd(doc, i, p);
      if (end > 0) {
        open = i;
        close(end, true);
        i = end - 1;
      }
      continue;
    }
    if (mark === "none") continue;
    if (open >= 0 && mark !== "open") close(i + 1, true);
    else if (open < 0 && mark !== "close") open = i;
  }
  if (open >= 0) close(openEnd(doc, open, p), false);
  return found;
}

function quoteOf(doc: Doc, p: Paragraph, at: { from: number; to: number; closed: boolean }): Quote {
  let words = 0;
  for (let i = at.from; i < at.to; i += 1) if (isWord(doc.tokens[i])) words += 1;
  return { ...at, paragraph: p.i, leads: at.from === p.from, words };
}

/** Where a quotation without a closing mark ends: with its paragraph if the next one goes on or if it leads, else with its sentence. */
function openEnd(doc: Doc, open: number, p: Paragraph): number {
  if (p.goesOn || open === p.from) return p.to;
  const sentence = doc.sentences[doc.tokens[open]?.sentence ?? 0];
  return Math.min(p.to, sentence?.to ?? p.to);
}

/** Which way a quotation mark points; a straight one by the space around it. */
function markOf(doc: Doc, i: number, marks: Readonly<Record<string, Mark>>): Mark {
  const t = doc.tokens[i];
  const mark = t === undefined ? undefined : marks[t.text];
  if (t === undefined || mark === undefined) return "none";
  if (mark !== "either") return mark;
  const before = doc.text.charAt(t.start - 1);
  const after = doc.text.charAt(t.end);
  const spaceBefore = before === "" || /[\s([{—–-]/.test(before);
  const spaceAfter = after === "" || /\s/.test(after);
  if (spaceBefore && !spaceAfter) return "open";
  return !spaceBefore && spaceAfter ? "close" : "either";
}

function opensSingle(doc: Doc, i: number, p: Paragraph): boolean {
  const t = doc.tokens[i];
  if (t === undefined || SINGLE[t.text] === undefined) return false;
  const before = doc.text.charAt(t.start - 1);
  const after = doc.text.charAt(t.end);
  return i + 1 < p.to && (before === "" || /[\s([{—–]/.test(before)) && /[\p{L}“"]/u.test(after);
}

/** The end of a quotation in single marks; 0 where none closes it near enough. */
function singleEnd(doc: Doc, open: number, p: Paragraph): number {
  const to = Math.min(p.to, open + LONGEST_SINGLE);
  for (let i = open + 1; i < to; i += 1) {
    const t = doc.tokens[i];
    if (t === undefined || (t.text !== "’" && t.text !== "'")) continue;
    const before = doc.text.charAt(t.start - 1);
    const after = doc.text.charAt(t.end);
    if (/[\s]/.test(before) || /[\p{L}\p{N}]/u.test(after)) continue;
    if (/[.,!?…;]/.test(before) || i - open <= 12) return i + 1;
  }
  return 0;
}

export function isWord(t: Token | undefined): boolean {
  return t !== undefined && /[\p{L}\p{N}]/u.test(t.text);
}
