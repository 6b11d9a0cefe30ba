import { hashOf } from "../../packages/reader/src/names/hash.ts";
import { CLASSES_MAGIC } from "../../packages/reader/src/names/word-classes.ts";
import { exchange, type Numbered } from "./exchange.ts";
import { inTableOrder } from "./model-file.ts";

/** How many classes there are: few wide ones and many narrow ones. */
export const WIDE = 96;
export const NARROW = 480;

// A word must come so often to have a class of its own; rarer ones are left out.
const OFTEN = 3;
const ROUNDS = 12;

/** The file that `readWordClasses` reads, from sentences of words in plain text. Digits count as one. */
export function wordClassesFile(sentences: Iterable<readonly string[]>): Uint8Array {
  const { text, words } = numbered([...sentences]);
  const wide = exchange(text, WIDE, ROUNDS);
  const narrow = exchange(text, NARROW, ROUNDS);
  const entries = words
    .map((word, i) => ({ hash: hashOf(word), wide: wide[i] ?? 0, narrow: narrow[i] ?? 0 }))
    .slice(1)
    .sort((a, b) => inTableOrder(a.hash, b.hash));
  const parts = [
    Uint32Array.from([CLASSES_MAGIC, entries.length]),
    Uint32Array.from(entries, (e) => e.hash),
    Uint16Array.from(entries, (e) => e.narrow),
    Uint8Array.from(entries, (e) => e.wide),
  ];
  return Buffer.concat(parts.map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength)));
}

/** Words in the order of their frequency; word 0 stands for all that are rare. */
function numbered(sentences: readonly (readonly string[])[]): {
  readonly text: Numbered;
  readonly words: readonly string[];
} {
  const counts = new Map<string, number>();
  for (const s of sentences) for (const w of s) counts.set(w, (counts.get(w) ?? 0) + 1);
  const often = [...counts].filter(([, n]) => n >= OFTEN).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const words = ["", ...often.map(([w]) => w)];
  const number = new Map(words.map((w, i) => [w, i]));
  const ids = sentences.flatMap((s) => [-1, ...s.map((w) => number.get(w) ?? 0)]);
  return { text: { ids: Int32Array.from(ids), words: words.length }, words };
}
