import type { Span } from "@dateline/model";

/** A word, a number or a mark, cut finer than a token ("10-year" is three) so that times are found however tokens are cut. */
export interface Atom extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: "word" | "number" | "mark";
  /** Whether white space (a line end at most) stands before it. */
  readonly spaced: boolean;
  /** Whether a blank line stands before it: no time goes across. */
  readonly breaks: boolean;
}

// Order matters: ISO dates and clock times before plain numbers, "a.m." before words.
const ATOM =
  /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,12}(?:\.\d{1,9})?|[AaPp]\.\s?[Mm]\.?|[\p{L}\p{M}]{1,40}|['’](?:s|ve|re|ll|d|t|m)(?![\p{L}])|[^\s\p{L}\p{M}\d]/gu;

/** Cuts a text into atoms; linear in its length. */
export function atomsOf(text: string): readonly Atom[] {
  const atoms: Atom[] = [];
  let end = 0;
  for (const m of text.matchAll(ATOM)) {
    const word = m[0];
    const start = m.index;
    const gap = text.slice(end, Math.min(start, end + 20));
    atoms.push({
      start,
      end: start + word.length,
      text: word,
      lower: word.toLowerCase(),
      kind: kindOf(word),
      spaced: start > end,
      breaks: /\n\s*\n/.test(gap),
    });
    end = start + word.length;
  }
  return atoms;
}

function kindOf(word: string): Atom["kind"] {
  const c = word.charCodeAt(0);
  if (c >= 48 && c <= 57) return "number";
  return /^[\p{L}\p{M}]/u.test(word) ? "word" : "mark";
}

/** A hyphen or dash of any length. */
export function isDash(atom: Atom | undefined): boolean {
  return atom !== undefined && /^[-‐‑–—]$/.test(atom.text);
}
