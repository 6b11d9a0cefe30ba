import { hash32, wordsIn } from "../fold-text.ts";

/** Words in a shingle. Four outlive scanning faults better than five and are still rarely shared by chance. */
const SIZE = 4;
/** One shingle of so many is kept in the sketch. */
const SCALE = 12;

/** Hashes of all runs of four words of a text: what it says word by word, without case, accents and punctuation. */
export function shingles(text: string): ReadonlySet<number> {
  const words = wordsIn(text);
  const out = new Set<number>();
  if (words.length < SIZE) return words.length === 0 ? out : out.add(hash32(words.join(" ")));
  for (let i = 0; i + SIZE <= words.length; i += 1) out.add(hash32(words.slice(i, i + SIZE).join(" ")));
  return out;
}

/**
 * The MinHash sketch that is looked up: all shingles whose hash falls under a fixed bound. Other than a fixed number of
 * smallest hashes, it finds an excerpt in a long text too, and texts can be compared whatever their lengths.
 */
export function sketch(all: ReadonlySet<number>): readonly number[] {
  const bound = 0x1_0000_0000 / SCALE;
  const kept = [...all].filter((h) => h < bound).sort((a, b) => a - b);
  // A text of a few lines may have none under the bound; its smallest then stands for it.
  return kept.length > 0 ? kept : [...all].sort((a, b) => a - b).slice(0, 1);
}

/** How much of the smaller set stands in the larger one, 0 to 1. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const h of small) if (large.has(h)) shared += 1;
  return shared / small.size;
}
