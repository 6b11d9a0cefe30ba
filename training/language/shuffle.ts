/** A small generator of numbers in [0, 1) from a seed (mulberry32): training must come out the same each time. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A shuffled copy. */
export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [copy[i], copy[j]];
    if (a !== undefined && b !== undefined) [copy[i], copy[j]] = [b, a];
  }
  return copy;
}

/** Words as a headline or a teletype might write them: mostly as they are, now and then all capital, all small, or title case. */
export function restyled(words: readonly string[], random: () => number): readonly string[] {
  const draw = random();
  if (draw < 0.06) return words.map((w) => w.toUpperCase());
  if (draw < 0.09) return words.map((w) => w.toLowerCase());
  if (draw < 0.13) return words.map(titled);
  return words;
}

/** The words as they are, in capitals, in small letters, and in title case. */
export function styles(words: readonly string[]): readonly (readonly string[])[] {
  return [words, words.map((w) => w.toUpperCase()), words.map((w) => w.toLowerCase()), words.map(titled)];
}

function titled(word: string): string {
  if (/^(?:a|an|the|of|in|on|at|to|for|and|or|by|with|from|as|but)$/.test(word) || /^'/.test(word)) return word;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
