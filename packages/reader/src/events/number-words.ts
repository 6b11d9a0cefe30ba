import type { CountRange } from "@dateline/model";

const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value]),
);
const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, k) => [word, (k + 2) * 10]),
);
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  dozen: 12,
};

/** The number that words or digits name ("1,700", "twenty-five", "1.7 million"), or null. */
export function numberOf(words: readonly string[]): number | null {
  let total = 0;
  let part: number | null = null;
  for (const word of words.flatMap((w) => w.toLowerCase().split("-"))) {
    const value = digits(word) ?? UNITS[word] ?? TENS[word];
    const scale = SCALES[word];
    if (value !== undefined) part = (part ?? 0) + value;
    else if (scale !== undefined) {
      const scaled: number = (part ?? 1) * scale;
      if (scale === 100) part = scaled;
      else {
        total += scaled;
        part = null;
      }
    } else if (word !== "and" && word !== "a" && word !== "an") return null;
  }
  if (part === null && total === 0) return null;
  return total + (part ?? 0);
}

function digits(word: string): number | undefined {
  return /^\d{1,3}(?:[,.\u00a0]\d{3})+$/.test(word)
    ? Number(word.replace(/[^\d]/g, ""))
    : /^\d{1,12}(?:\.\d{1,6})?$/.test(word)
      ? Number(word)
      : undefined;
}

/** Words that stand for a number nobody counted (guideline 7): "dozens" is two dozen or more. */
export const VAGUE: Readonly<Record<string, CountRange>> = {
  dozens: [24, null],
  scores: [40, null],
  hundreds: [200, null],
  thousands: [2000, null],
  millions: [2_000_000, null],
  several: [3, null],
  few: [3, null],
  couple: [2, 2],
  pair: [2, 2],
  dozen: [12, 12],
  score: [20, 20],
  both: [2, 2],
};

/** The lower words before a number that move its ends (guideline 8). */
export function ranged(value: number, before: string): CountRange {
  if (/\b(?:more than|over|above|exceeding|in excess of|upwards of)$/.test(before)) return [value + 1, null];
  if (/\b(?:at least|minimum of|no (?:less|fewer) than|not less than)$/.test(before)) return [value, null];
  if (/\b(?:up to|as many as|at most|maximum of|no more than|not more than|as much as)$/.test(before))
    return [null, value];
  if (/\b(?:fewer than|less than|under|below)$/.test(before)) return [null, value - 1];
  return [value, value];
}

/** Two counts of different people together: an end is open where it is open in both for the least, in either for the most. */
export function sum(a: CountRange, b: CountRange): CountRange {
  const least = a[0] === null && b[0] === null ? null : (a[0] ?? 0) + (b[0] ?? 0);
  return [least, a[1] === null || b[1] === null ? null : a[1] + b[1]];
}
