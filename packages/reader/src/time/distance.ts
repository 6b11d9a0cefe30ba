import type { Unit } from "./expression.ts";
import { addMonths, type Grain, type Period, periodAt } from "./period.ts";

const GRAINS: Readonly<Partial<Record<Unit, Grain>>> = {
  D: "day",
  W: "week",
  WE: "weekend",
  M: "month",
  Q: "quarter",
  Y: "year",
  E: "decade",
  C: "century",
};

/** The calendar grain of a unit; null for units below the day. */
export function grainOf(unit: Unit): Grain | null {
  return GRAINS[unit] ?? null;
}

/** A duration as TimeML writes it: `P2Y`, `PT36H`, `PXM`; halves are told in the unit below. */
export function durationTimex(n: number | null, unit: string): string {
  const { letter, times, clock } = unitLetter(unit);
  const prefix = clock ? "PT" : "P";
  if (n === null) return unit === "E" ? "PXE" : `${prefix}X${letter}`;
  const count = n * times;
  const whole = Math.floor(count);
  if (whole === count) return `${prefix}${whole}${letter}`;
  const below = BELOW[unit];
  if (below === undefined) return `${prefix}${count}${letter}`;
  const rest = Math.round((count - whole) * below.times);
  return `${prefix}${whole > 0 ? `${whole}${letter}` : ""}${rest}${below.letter}`;
}

const BELOW: Readonly<Record<string, { readonly letter: string; readonly times: number }>> = {
  Y: { letter: "M", times: 12 },
  H: { letter: "M", times: 60 },
  TM: { letter: "S", times: 60 },
};

function unitLetter(unit: string): { readonly letter: string; readonly times: number; readonly clock: boolean } {
  if (unit === "TM") return { letter: "M", times: 1, clock: true };
  if (unit === "H" || unit === "S") return { letter: unit, times: 1, clock: true };
  if (unit === "E") return { letter: "Y", times: 10, clock: false };
  if (unit === "FN") return { letter: "W", times: 2, clock: false };
  if (unit === "NI") return { letter: "D", times: 1, clock: false };
  if (unit === "L") return { letter: "C", times: 10, clock: false };
  if (unit === "G") return { letter: "E", times: 3, clock: false };
  return { letter: unit, times: 1, clock: false };
}

/** The day, month or year a duration away from a day; null for hours and for untold numbers. */
export function awayBy(timex: string, from: Period, sign: -1 | 1): Period | null {
  const m = /^P(\d+)([YMWDQ])$/.exec(timex);
  if (m === null) return null;
  const n = Number(m[1]) * sign;
  if (m[2] === "D") return periodAt("day", from.first + n);
  if (m[2] === "W") return periodAt("day", from.first + 7 * n);
  const months = m[2] === "Y" ? 12 * n : m[2] === "Q" ? 3 * n : n;
  return Math.abs(months) > 12000 ? null : periodAt(m[2] === "Y" ? "year" : "month", addMonths(from.first, months));
}
