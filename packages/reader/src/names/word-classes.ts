import { hashOf } from "./hash.ts";

/** First number of a file of word classes. */
export const CLASSES_MAGIC = 0x57434c31;

/** Classes of words by what stands beside them in plain text: an open-addressed table by hash of the word. */
export interface WordClasses {
  readonly keys: Uint32Array;
  /** Narrow class and, above 16 bits, wide class, both from 1. */
  readonly classes: Uint32Array;
}

/** In a word's classes: the mask of the narrow one, and where the wide one begins. */
export const NARROW = 0xffff;
export const WIDE = 16;

/** No classes at all. */
export const NO_CLASSES: WordClasses = { keys: new Uint32Array(1), classes: new Uint32Array(1) };

/**
 * The word classes from their file: magic, number of words (4 bytes each), hashes (uint32), narrow classes (uint16), wide classes
 * (a byte each). Throws on a file of another form.
 */
export function readWordClasses(file: Uint8Array | null): WordClasses {
  if (file === null) return NO_CLASSES;
  const bytes = file.slice();
  const [magic, count = 0] = new Uint32Array(bytes.buffer, 0, 2);
  if (magic !== CLASSES_MAGIC) throw new Error("names-classes.bin does not hold word classes of this version");
  const hashes = new Uint32Array(bytes.buffer, 8, count);
  const narrow = new Uint16Array(bytes.buffer, 8 + 4 * count, count);
  const wide = bytes.subarray(8 + 6 * count);
  let size = 1024;
  while (size < count * 1.7) size *= 2;
  const keys = new Uint32Array(size);
  const classes = new Uint32Array(size);
  hashes.forEach((hash, i) => {
    let at = hash & (size - 1);
    while (keys[at] !== 0) at = (at + 1) & (size - 1);
    keys[at] = hash;
    classes[at] = ((((wide[i] ?? 0) + 1) << WIDE) | ((narrow[i] ?? 0) + 1)) >>> 0;
  });
  return { keys, classes };
}

/** Narrow class and, above 16 bits, wide class of a word as spelled, or in small letters where it is not known so; 0 for none. */
export function classesOf(table: WordClasses, text: string, lower: string): number {
  return find(table, hashOf(text)) || find(table, hashOf(lower));
}

function find({ keys, classes }: WordClasses, hash: number): number {
  const mask = keys.length - 1;
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const key = keys[at];
    if (key === hash) return classes[at] ?? 0;
    if (key === 0 || key === undefined) return 0;
  }
}
