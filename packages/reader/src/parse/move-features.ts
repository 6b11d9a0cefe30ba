import { mix } from "../tags/hash.ts";
import { COLUMN, COLUMNS, type WordTable } from "../tags/words.ts";
import type { ParseState } from "./state.ts";

/** No more features than this are asked of one state. */
export const MOVE_FEATURES = 96;

/** The words of a sentence with the places of their tags. */
export interface TaggedWords {
  readonly words: WordTable;
  /** Place of each word's tag (universal and Penn together) in the tagger's list. */
  readonly tags: Int32Array;
  /** Place of each word's universal tag. */
  readonly coarse: Int32Array;
}

/** Writes the features that choose the next move; returns their number. */
export function moveFeatures({ words, tags, coarse }: TaggedWords, state: ParseState, out: Int32Array): number {
  let n = 0;
  const add = (template: number, a: number, b: number = 0, c: number = 0): void => {
    out[n++] = mix(mix(mix(template, a), b), c);
  };
  const word = (i: number): number =>
    i < 0 ? -1 : i >= words.length ? -2 : (words.values[i * COLUMNS + COLUMN.lower] ?? 0);
  const suffix = (i: number): number =>
    i < 0 ? -1 : i >= words.length ? -2 : (words.values[i * COLUMNS + COLUMN.suffix3] ?? 0);
  const tag = (i: number): number => (i < 0 ? -1 : i >= words.length ? -2 : (tags[i] ?? 0));
  const upos = (i: number): number => (i < 0 ? -1 : i >= words.length ? -2 : (coarse[i] ?? 0));
  const label = (i: number): number => (i < 0 ? -1 : (state.labels[i] ?? 0));
  const s0 = state.below(0);
  const s1 = state.below(1);
  const s2 = state.below(2);
  const b0 = state.next;
  const child = (list: Int32Array, i: number): number => (i < 0 || i > words.length ? -1 : (list[i] ?? -1));
  const [s0l, s0r, s0l2, s0r2] = [
    child(state.left, s0),
    child(state.right, s0),
    child(state.left2, s0),
    child(state.right2, s0),
  ];
  const [s1l, s1r, b0l, b0l2] = [
    child(state.left, s1),
    child(state.right, s1),
    child(state.left, b0),
    child(state.left2, b0),
  ];
  const [w0, w1, wb, t0, t1, tb] = [word(s0), word(s1), word(b0), tag(s0), tag(s1), tag(b0)];
  const [tb1, tb2, t2] = [tag(b0 + 1), tag(b0 + 2), tag(s2)];
  const wb1 = word(b0 + 1);
  const near = s0 < 0 ? 0 : distance(b0 - s0);
  const gap = s1 < 0 ? 0 : distance(s0 - s1);
  add(1, t0, tb);
  add(2, w0);
  add(3, t0);
  add(4, wb);
  add(5, tb);
  add(6, w1);
  add(7, t1);
  add(8, w0, t0, tb);
  add(9, w0, wb);
  add(10, t0, wb);
  add(11, w0, tb);
  add(12, w0, t0, wb);
  add(13, t0, wb, tb);
  add(14, mix(w0, t0), wb, tb);
  add(15, t0, t1);
  add(16, w0, t1);
  add(17, t0, w1);
  add(18, w0, w1);
  add(19, t0, t1, tb);
  add(20, w0, t1, tb);
  add(21, t0, w1, tb);
  add(22, t0, t1, wb);
  add(23, tb, tb1, t0);
  add(24, tb, tb1, tb2);
  add(25, mix(tb, tb1), t0, t1);
  add(26, wb, tb1);
  add(27, tb, wb1);
  add(28, wb1);
  add(29, word(b0 + 2));
  add(30, tb, tb1);
  add(31, t0, t1, t2);
  add(32, mix(t0, t1), t2, tb);
  add(33, tag(s0l), t0, tb);
  add(34, tag(s0r), t0, tb);
  add(35, tag(b0l), t0, tb);
  add(36, tag(s1r), t1, t0);
  add(37, tag(s1l), t1, t0);
  add(38, mix(t0, tb), label(s0l), label(s0r));
  add(39, mix(t0, t1), label(s0l), label(s0r));
  add(40, t1, label(s1l), label(s1r));
  add(41, mix(t0, t1), label(s1l), label(s1r));
  add(42, mix(t0, tb), label(b0l), label(b0l2));
  add(43, w0, label(s0l), label(s0r));
  add(44, w0, t0, label(s0r));
  add(45, w1, label(s1r), t0);
  add(46, wb, label(b0l), t0);
  add(47, near, t0, tb);
  add(48, near, w0, tb);
  add(49, near, t0, wb);
  add(50, gap, t0, t1);
  add(51, gap, w1, t0);
  add(52, gap, t1, w0);
  add(53, mix(near, gap), mix(t0, t1), tb);
  add(54, counts(state, s0), t0, tb);
  add(55, counts(state, s1), t1, t0);
  add(56, counts(state, b0), tb, t0);
  add(57, counts(state, s0), w0);
  add(58, counts(state, s1), w1);
  add(59, label(s0l), label(s0l2), t0);
  add(60, label(s0r), label(s0r2), t0);
  add(61, word(s0l), w0);
  add(62, word(s0r), w0, tb);
  add(63, suffix(s0), suffix(b0));
  add(64, suffix(s0), suffix(s1), upos(b0));
  add(65, upos(s0), upos(s1), upos(b0));
  add(66, mix(upos(s0), upos(b0)), upos(b0 + 1), upos(b0 + 2));
  add(67, mix(upos(s0), upos(s1)), upos(s2), mix(upos(b0), upos(b0 + 1)));
  add(68, suffix(b0), t0);
  add(69, tag(s0 < 0 ? -1 : s0 + 1), t0, tb);
  add(70, tag(b0 - 1), tb, t0);
  add(71, mix(word(s0l), 3), tag(s0l), tb);
  add(72, word(b0l), tag(b0l), t0);
  add(73, words.style, t0, tb);
  add(74, mix(t0, tb), mix(t1, tb1), label(s0r));
  add(75, mix(tb, tb1), mix(tb2, tag(b0 + 3)), t0);
  add(76, words.length - b0 < 3 ? words.length - b0 : 3, t0, state.depth < 3 ? state.depth : 3);
  return n;
}

function counts(state: ParseState, i: number): number {
  if (i < 0) return -1;
  return Math.min(3, state.leftCount[i] ?? 0) * 4 + Math.min(3, state.rightCount[i] ?? 0);
}

/** A distance in words, coarser the longer it is. */
export function distance(words: number): number {
  if (words < 5) return words;
  if (words < 8) return 5;
  return words < 14 ? 6 : 7;
}
