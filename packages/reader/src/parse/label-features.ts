import { mix } from "../tags/hash.ts";
import { COLUMN, COLUMNS } from "../tags/words.ts";
import { distance, type TaggedWords } from "./move-features.ts";
import type { ParseState } from "./state.ts";

/** No more features than this are asked of one arc. */
export const LABEL_FEATURES = 56;

/** Writes the features that choose the relation of `word` to `head` (the root: the sentence's length); returns their number. */
export function labelFeatures(
  sentence: TaggedWords,
  state: ParseState,
  arc: { word: number; head: number; out: Int32Array },
): number {
  const { words, tags, coarse } = sentence;
  const { word: d, head: h, out } = arc;
  let n = 0;
  const add = (template: number, a: number, b: number = 0, c: number = 0): void => {
    out[n++] = mix(mix(mix(template + 1000, a), b), c);
  };
  const word = (i: number): number =>
    i < 0 ? -1 : i >= words.length ? -2 : (words.values[i * COLUMNS + COLUMN.lower] ?? 0);
  const suffix = (i: number): number =>
    i < 0 ? -1 : i >= words.length ? -2 : (words.values[i * COLUMNS + COLUMN.suffix3] ?? 0);
  const tag = (i: number): number => (i < 0 ? -1 : i >= words.length ? -2 : (tags[i] ?? 0));
  const upos = (i: number): number => (i < 0 ? -1 : i >= words.length ? -2 : (coarse[i] ?? 0));
  const label = (i: number): number => (i < 0 ? -1 : (state.labels[i] ?? 0));
  const child = (list: Int32Array, i: number): number => (i < 0 ? -1 : (list[i] ?? -1));
  const side = d < h ? 1 : 2;
  const [wd, wh, td, th] = [word(d), word(h), tag(d), tag(h)];
  const [ud, uh] = [upos(d), upos(h)];
  const [dl, dr, hl, hr] = [child(state.left, d), child(state.right, d), child(state.left, h), child(state.right, h)];
  const [dl2, hl2, hr2] = [child(state.left2, d), child(state.left2, h), child(state.right2, h)];
  const far = distance(Math.abs(d - h));
  add(1, side, td, th);
  add(2, side, wd, th);
  add(3, side, td, wh);
  add(4, side, wd, wh);
  add(5, side, wd);
  add(6, side, wh);
  add(7, side, td);
  add(8, side, th);
  add(9, side, mix(td, th), far);
  add(10, side, mix(td, th), label(dl));
  add(11, side, mix(td, th), mix(label(dl), word(dl)));
  add(12, side, mix(word(dl), td), wh);
  add(13, side, mix(word(dl), td), th);
  add(14, side, mix(td, th), label(dr));
  add(15, side, mix(label(dl), label(dr)), mix(ud, uh));
  add(16, side, mix(label(dl), label(dl2)), mix(td, th));
  add(17, side, mix(td, th), label(hl));
  add(18, side, mix(td, th), label(hr));
  add(19, side, mix(label(hl), label(hr)), mix(ud, uh));
  add(20, side, mix(label(hl), label(hl2)), mix(td, th));
  add(21, side, mix(label(hr), label(hr2)), mix(td, th));
  add(22, side, mix(td, th), tag(d - 1));
  add(23, side, mix(td, th), tag(d + 1));
  add(24, side, mix(td, th), tag(h - 1));
  add(25, side, mix(td, th), tag(h + 1));
  add(26, side, mix(tag(d - 1), tag(d + 1)), mix(td, th));
  add(27, side, word(d - 1), mix(td, th));
  add(28, side, word(d + 1), mix(td, th));
  add(29, side, word(d - 1), wd);
  add(30, side, suffix(d), suffix(h));
  add(31, side, suffix(d), th);
  add(32, side, td, suffix(h));
  add(33, side, mix(word(dl), word(dl2)), td);
  add(34, side, mix(word(hr), 5), mix(td, th));
  add(35, side, mix(word(hl), 6), mix(td, th));
  add(36, side, mix(label(hl), wh), td);
  add(37, side, mix(label(hr), wh), td);
  add(38, side, state.leftCount[d] ?? 0, mix(td, th));
  add(39, side, state.rightCount[d] ?? 0, mix(td, th));
  add(40, side, mix(word(dl), wd), ud);
  add(41, words.style, side, mix(td, th));
  add(42, side, mix(word(dr), td), th);
  add(43, side, mix(ud, uh), mix(upos(d - 1), upos(d + 1)));
  add(44, state.below(1) < 0 ? 0 : 1, side, mix(td, th));
  return n;
}
