import type { TimeRef } from "@dateline/model";

/** First and last day of a stretch, in days since 1970-01-01. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** The day's number of an ISO date or instant; a month or year gives its first day. Undefined for anything else. */
export function dayNumber(iso: string | null | undefined): number | undefined {
  const parts = iso === null || iso === undefined ? null : /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso);
  if (parts === null) return undefined;
  const at = Date.UTC(Number(parts[1]), Number(parts[2] ?? "1") - 1, Number(parts[3] ?? "1"));
  return Number.isNaN(at) ? undefined : at / 86_400_000;
}

/** The days within which a told time lies; undefined where it tells none. */
export function daysOf(time: TimeRef | null): Days | undefined {
  const first = dayNumber(time?.earliest);
  const last = lastDay(time?.latest);
  if (first === undefined && last === undefined) return undefined;
  const [a, b] = [first ?? last ?? 0, last ?? first ?? 0];
  return a <= b ? { first: a, last: b } : { first: b, last: a };
}

function lastDay(iso: string | null | undefined): number | undefined {
  const first = dayNumber(iso);
  if (first === undefined || iso === null || iso === undefined) return undefined;
  const [year = "", month] = iso.split("-");
  if (month === undefined) return Date.UTC(Number(year) + 1, 0, 1) / 86_400_000 - 1;
  return iso.length < 10 ? Date.UTC(Number(year), Number(month), 1) / 86_400_000 - 1 : first;
}

/** Days between two stretches; 0 where they meet. */
export function gap(a: Days, b: Days): number {
  return Math.max(0, a.first - b.last, b.first - a.last);
}

/** Length in days, at least 1. */
export function lengthOf(d: Days): number {
  return d.last - d.first + 1;
}
