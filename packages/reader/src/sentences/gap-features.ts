import type { Token } from "../doc.ts";
import { hashOf, mix } from "../tags/hash.ts";

/** No more features than this are asked of one gap. */
export const GAP_FEATURES = 40;

/** What is looked at in a gap between two tokens of a paragraph, beside the tokens themselves. */
export interface Gap {
  /** Tokens of the report. */
  readonly tokens: readonly Token[];
  /** The token before the gap. */
  readonly i: number;
  /** First token of the paragraph, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Whether the rules end a sentence here. */
  readonly ruled: boolean;
  /** How the report begins its sentences: 0 with capitals, up to 3 mostly with small letters. */
  readonly manner: number;
}

/** Whether a sentence might end in the gap at all: after a mark, or before a capital, a digit or a mark. */
export function isCandidate(before: Token, after: Token): boolean {
  return !/[\p{L}\p{N}]$/u.test(before.text) || !/^\p{Ll}/u.test(after.text);
}

/** Writes the features of a gap; returns their number. */
export function gapFeatures({ tokens, i, from, to, ruled, manner }: Gap, out: Int32Array): number {
  let n = 0;
  const add = (template: number, value: number): void => {
    out[n++] = mix(template, value);
  };
  const inside = (k: number): Token | undefined => (k >= from && k < to ? tokens[k] : undefined);
  const [b2, b1, b0, a0, a1, a2] = [
    inside(i - 2),
    inside(i - 1),
    inside(i),
    inside(i + 1),
    inside(i + 2),
    inside(i + 3),
  ];
  const rule = ruled ? 1 : 0;
  const spaced = b0 !== undefined && a0 !== undefined && b0.end < a0.start ? 1 : 0;
  const [w1, w0, x0, x1] = [wordOf(b1), wordOf(b0), wordOf(a0), wordOf(a1)];
  const [s2, s1, s0, t0, t1, t2] = [shapeOf(b2), shapeOf(b1), shapeOf(b0), shapeOf(a0), shapeOf(a1), shapeOf(a2)];
  const marks = mix(mix(s0, t0), mix(rule, spaced));
  add(1, mix(rule, spaced));
  add(2, w0);
  add(3, mix(w0, rule));
  add(4, x0);
  add(5, mix(x0, rule));
  add(6, marks);
  add(7, mix(w0, t0));
  add(8, mix(mix(w0, t0), mix(rule, manner)));
  add(9, mix(s0, x0));
  add(10, mix(w0, x0));
  add(11, mix(s1, mix(s0, t0)));
  add(12, mix(mix(s0, t0), t1));
  add(13, mix(mix(s1, s0), mix(t0, t1)));
  add(14, mix(mix(mix(s2, s1), mix(s0, t0)), mix(t1, t2)));
  add(15, mix(w1, w0));
  add(16, mix(x0, x1));
  add(17, mix(mix(w1, w0), t0));
  add(18, mix(mix(x0, t1), rule));
  add(19, mix(manner, marks));
  add(20, mix(mix(manner, w0), t0));
  add(21, mix(Math.min(6, i - from), marks));
  add(22, mix(Math.min(4, to - i - 2), marks));
  add(23, mix(lengthOf(b0), marks));
  add(24, mix(suffixOf(b0), t0));
  add(25, mix(mix(w0, x0), mix(s1, t1)));
  add(26, mix(quotesBefore(tokens, i, from), marks));
  add(27, mix(mix(w1, s0), mix(x0, t1)));
  add(28, mix(x1, mix(s0, t0)));
  add(29, mix(w1, mix(s0, t0)));
  add(30, mix(mix(s0, manner), x0));
  return n;
}

function wordOf(token: Token | undefined): number {
  if (token === undefined) return 77;
  if (/^\d+$/.test(token.text)) return 78 + Math.min(4, token.text.length);
  return hashOf(token.lower, 0, Math.min(24, token.lower.length));
}

function suffixOf(token: Token | undefined): number {
  return token === undefined ? 77 : hashOf(token.lower, Math.max(0, token.lower.length - 3));
}

function lengthOf(token: Token | undefined): number {
  return token === undefined ? 0 : Math.min(6, token.text.length);
}

/** A mark itself, or how a word is written. */
function shapeOf(token: Token | undefined): number {
  if (token === undefined) return 1;
  const { text } = token;
  if (!/[\p{L}\p{N}]/u.test(text)) return hashOf(text, 0, Math.min(2, text.length));
  if (/[@/]|\.\p{L}/u.test(text)) return /@/.test(text) ? 2 : 3;
  if (/^\d/.test(text)) return /^\d+$/.test(text) ? 4 : 5;
  const point = text.endsWith(".") ? 10 : 0;
  if (text === text.toUpperCase()) return point + (text.length === 1 ? 6 : 7);
  return point + (/^\p{Lu}/u.test(text) ? 8 : 9);
}

/** Whether an odd number of double quotes, and an open bracket, stand before the gap; looks back 60 tokens at most. */
function quotesBefore(tokens: readonly Token[], i: number, from: number): number {
  let quotes = 0;
  let brackets = 0;
  for (let k = i; k >= from && i - k < 60; k--) {
    const text = tokens[k]?.text ?? "";
    if (text === '"') quotes++;
    else if (text === "“" || text === "``") quotes += 3;
    else if (text === "”" || text === "''") quotes -= 3;
    else if (text === "(") brackets++;
    else if (text === ")") brackets--;
  }
  return (quotes & 1) + (brackets > 0 ? 2 : 0) + (quotes > 2 ? 4 : 0);
}

/** How a report begins its sentences: 0 with capitals, up to 3 mostly with small letters. */
export function mannerOf(tokens: readonly Token[]): number {
  let ends = 0;
  let small = 0;
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (!/^[.!?]+$/.test(tokens[i]?.text ?? "")) continue;
    ends++;
    if (/^\p{Ll}/u.test(tokens[i + 1]?.text ?? "")) small++;
  }
  if (small === 0) return 0;
  return small < ends * 0.15 ? 1 : small < ends * 0.5 ? 2 : 3;
}
