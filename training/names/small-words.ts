import { runningWords } from "./running-text.ts";

/**
 * How often each word is written small inside sentences, 1 (never) to 7 (always, and very common), from plain English:
 * MASC, State of the Union and Inaugural addresses, the words of EWT and GUM.
 */
export function smallness(dir: string): ReadonlyMap<string, number> {
  const counts = new Map<string, { small: number; capital: number }>();
  for (const words of runningWords(dir)) count(words, counts);
  const classes = new Map<string, number>();
  for (const [word, { small, capital }] of counts) {
    const all = small + capital;
    if (all < 3) continue;
    classes.set(word, classOf(small / all, all));
  }
  return classes;
}

function classOf(share: number, all: number): number {
  if (share >= 0.985 && all >= 300) return 7;
  const limits = [0.03, 0.25, 0.6, 0.85, 0.97];
  return 1 + limits.filter((l) => share > l).length;
}

function count(words: readonly string[], counts: Map<string, { small: number; capital: number }>): void {
  if (words.filter((w) => /^\p{Lu}{2}/u.test(w)).length > words.length / 3) return;
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? "";
    if (!/^\p{L}[\p{L}'’]*$/u.test(word) || !/^[\p{L}\d,;]/u.test(words[i - 1] ?? "")) continue;
    const key = word.toLowerCase();
    const found = counts.get(key) ?? { small: 0, capital: 0 };
    if (word === key) found.small++;
    else found.capital++;
    counts.set(key, found);
  }
}
