import type { TimeRef } from "@dateline/model";

const DAY = 86_400_000;

/** First and last day of a told time, and how many days that is. */
export interface When {
  readonly first: string;
  readonly last: string;
  readonly days: number;
}

/** The days of a told time; undefined where an end is open or it was not resolved. */
export function whenOf(time: TimeRef | null): When | undefined {
  const first = dayOf(time?.earliest);
  const last = dayOf(time?.latest ?? time?.earliest);
  if (first === undefined || last === undefined || last < first) return undefined;
  return { first: iso(first), last: iso(last), days: (last - first) / DAY + 1 };
}

/** The day in the middle; of two the earlier. */
export function middleOf({ first, days }: When): string {
  return iso(Date.parse(`${first}T00:00:00Z`) + Math.floor((days - 1) / 2) * DAY);
}

function dayOf(text: string | null | undefined): number | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text ?? "")?.[0];
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
