import type { Period } from "./period.ts";

/** The direction a clause looks in. */
export type Tense = "past" | "future" | "unknown";

/** How much farther a date against the clause's tense counts. */
const AGAINST: Readonly<Record<Tense, { readonly past: number; readonly future: number }>> = {
  past: { past: 1, future: 6 },
  future: { past: 6, future: 1 },
  unknown: { past: 1, future: 2.5 },
};

/**
 * The choice nearest to the day of publication, dates against the tense counted several times as far: "Nov. 8" in a
 * report of 27 October is the coming one even beside a verb in the past.
 */
export function nearest(choices: readonly Period[], from: Period, tense: Tense): Period | null {
  let best: Period | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const p of choices) {
    const ahead = p.first - from.last;
    const behind = from.first - p.last;
    const cost = ahead > 0 ? ahead * AGAINST[tense].future : Math.max(0, behind) * AGAINST[tense].past;
    if (cost < least) [best, least] = [p, cost];
  }
  return best;
}
