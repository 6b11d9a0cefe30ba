import { mix } from "./hash.ts";
import { COLUMN, COLUMNS, type WordTable } from "./words.ts";

/** No more features than this are asked of one word. */
export const FEATURES = 48;

const EDGE = 0x51ed27;

/** Writes the features of word `i`, given the classes chosen for the two words before it; returns their number. */
export function tagFeatures(words: WordTable, i: number, chosen: Int32Array, out: Int32Array): number {
  const at = (offset: number, column: number): number => valueAt(words, i + offset, column);
  const before = i > 0 ? (chosen[i - 1] ?? 0) + 1 : 0;
  const earlier = i > 1 ? (chosen[i - 2] ?? 0) + 1 : 0;
  const history = mix(before, earlier);
  const [word, shape, previous, next] = [
    at(0, COLUMN.lower),
    at(0, COLUMN.shape),
    at(-1, COLUMN.lower),
    at(1, COLUMN.lower),
  ];
  const suffix3 = at(0, COLUMN.suffix3);
  let n = 0;
  const add = (template: number, value: number): void => {
    out[n++] = mix(template, value);
  };
  add(1, 0);
  add(2, word);
  add(3, shape);
  add(4, at(0, COLUMN.form));
  add(5, at(0, COLUMN.suffix1));
  add(6, at(0, COLUMN.suffix2));
  add(7, suffix3);
  add(8, at(0, COLUMN.suffix4));
  add(9, at(0, COLUMN.prefix2));
  add(10, at(0, COLUMN.prefix3));
  add(11, at(0, COLUMN.prefix4));
  add(12, previous);
  add(13, next);
  add(14, at(-2, COLUMN.lower));
  add(15, at(2, COLUMN.lower));
  add(16, before);
  add(17, history);
  add(18, mix(before, word));
  add(19, mix(history, word));
  add(20, mix(previous, word));
  add(21, mix(word, next));
  add(22, mix(before, next));
  add(23, mix(before, suffix3));
  add(24, mix(shape, suffix3));
  add(25, mix(shape, before));
  add(26, at(-1, COLUMN.shape));
  add(27, at(1, COLUMN.shape));
  add(28, mix(shape, at(1, COLUMN.shape)));
  add(29, mix(at(-1, COLUMN.shape), shape));
  add(30, at(1, COLUMN.suffix3));
  add(31, at(1, COLUMN.suffix2));
  add(32, at(-1, COLUMN.suffix3));
  add(33, at(2, COLUMN.suffix3));
  add(34, mix(suffix3, at(1, COLUMN.suffix3)));
  add(35, mix(before, at(1, COLUMN.suffix3)));
  add(36, mix(mix(previous, next), 7));
  add(37, mix(next, at(2, COLUMN.lower)));
  add(38, mix(previous, at(-2, COLUMN.lower)));
  add(39, mix(before, mix(word, next)));
  add(40, mix(history, suffix3));
  add(41, mix(shape, at(0, COLUMN.suffix2)));
  add(42, at(3, COLUMN.lower));
  return n;
}

function valueAt(words: WordTable, i: number, column: number): number {
  if (i < 0) return EDGE;
  return i < words.length ? (words.values[i * COLUMNS + column] ?? 0) : EDGE + 1;
}
