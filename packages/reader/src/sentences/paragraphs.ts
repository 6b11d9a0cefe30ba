import type { Token } from "../doc.ts";

/** A line or paragraph: tokens `from` up to, not including, `to`. */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
}

/** Paragraphs: at every empty line, and at every line break unless the text is wrapped at a fixed width. */
export function paragraphsOf(text: string, tokens: readonly Token[]): readonly Paragraph[] {
  const breaks = lineBreaks(text, tokens);
  const wrapped = isWrapped(tokens, breaks);
  const starts = tokens.filter((t, i) => i === 0 || opens(text, t, { lines: breaks[i] ?? 0, wrapped })).map((t) => t.i);
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? tokens.length }));
}

/** Line breaks in the white space before each token. */
function lineBreaks(text: string, tokens: readonly Token[]): Uint8Array {
  const counts = new Uint8Array(tokens.length);
  let at = 0;
  for (const [i, token] of tokens.entries()) {
    let lines = 0;
    for (; at < token.start; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 10 || unit === 0x2028 || unit === 0x85 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
      else if (unit === 0x2029 || unit === 12) lines += 2;
    }
    counts[i] = Math.min(lines, 255);
    at = token.end;
  }
  return counts;
}

function opens(text: string, token: Token, { lines, wrapped }: { lines: number; wrapped: boolean }): boolean {
  if (lines >= 2) return true;
  if (lines === 0) return false;
  return !wrapped || isBullet(text, token);
}

function isBullet(text: string, token: Token): boolean {
  return /^[•▪◦‣·*–—-]$/.test(token.text) && /\s/.test(text.charAt(token.end));
}

// Wire texts kept from teletypes are cut at some 70 characters: most single breaks there follow a long line
// without an end mark, which breaks between paragraphs do not.
function isWrapped(tokens: readonly Token[], breaks: Uint8Array): boolean {
  let single = 0;
  let soft = 0;
  let lineStart = 0;
  for (const token of tokens.slice(1)) {
    if (!breaks[token.i]) continue;
    const last = tokens[token.i - 1];
    if (last === undefined) continue;
    const length = last.end - lineStart;
    lineStart = token.start;
    if (breaks[token.i] !== 1) continue;
    single++;
    if (length >= 45 && length <= 100 && !/[.!?:"”'’)]$/.test(last.text)) soft++;
  }
  return single >= 3 && soft >= single * 0.5;
}
