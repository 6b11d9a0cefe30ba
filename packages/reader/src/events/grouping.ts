import { comparable, type Likeness, likenessOf, toldOf, WEIGHTS } from "./likeness.ts";
import type { Telling } from "./telling.ts";
import type { View } from "./view.ts";

/** How far back an event is looked for. */
const MOST_GROUPS = 60;
/** Of an event with many tellings the last are compared. */
const MOST_TELLINGS = 8;
/** The mean log-odds from which a telling joins an event; below even, since one reason more is found with each telling. */
const ENOUGH = -0.5;

/** Numbers of the events that tellings tell: one number for all tellings of one happening. */
export function eventNumbers(view: View, tellings: readonly Telling[]): readonly number[] {
  return numbersOf(
    tellings.map((t) => toldOf(view, t)),
    (a, b) => (comparable(a, b) ? oddsOf(likenessOf(view, a, b), WEIGHTS) : null),
  );
}

/** The log-odds that two tellings are of one event. */
export function oddsOf(likeness: readonly Likeness[], weights: Readonly<Record<Likeness, number>>): number {
  return likeness.reduce((sum, f) => sum + weights[f], 0);
}

/** Each telling joins the event that it is most like, or begins one; `odds` is null where two cannot be of one event. */
export function numbersOf<T>(told: readonly T[], odds: (a: T, b: T) => number | null): readonly number[] {
  const groups: T[][] = [];
  return told.map((t) => {
    let most = ENOUGH;
    let best = -1;
    for (let k = Math.max(0, groups.length - MOST_GROUPS); k < groups.length; k += 1) {
      const like = meanOdds(groups[k] ?? [], t, odds);
      if (like === null || like < most) continue;
      most = like;
      best = k;
    }
    if (best < 0) groups.push([t]);
    else groups[best]?.push(t);
    return (best < 0 ? groups.length - 1 : best) + 1;
  });
}

function meanOdds<T>(group: readonly T[], t: T, odds: (a: T, b: T) => number | null): number | null {
  const recent = group.slice(-MOST_TELLINGS);
  let sum = 0;
  for (const other of recent) {
    const like = odds(other, t);
    if (like === null) return null;
    sum += like;
  }
  return sum / recent.length;
}
