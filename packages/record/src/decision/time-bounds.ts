import type { TimeRef } from "@dateline/model";

/** First and last day of a year, a month, a day, or a stretch between two of them ("2020-06/2020-07"); undefined for anything else. */
export function timeBounds(value: string): Pick<TimeRef, "earliest" | "latest"> | undefined {
  const [from = "", to = from, ...more] = value.split("/");
  const [first, last] = [firstDay(from), lastDay(to)];
  if (more.length > 0 || first === undefined || last === undefined || last < first) return undefined;
  return { earliest: first, latest: last };
}

function firstDay(text: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  const [, year, month = "01", day = "01"] = match ?? [];
  return year === undefined
    ? undefined
    : dayOf(Date.UTC(Number(year), Number(month) - 1, Number(day)), `${year}-${month}-${day}`);
}

function lastDay(text: string): string | undefined {
  const first = firstDay(text);
  if (first === undefined) return undefined;
  const [year = 0, month = 1] = first.split("-").map(Number);
  if (text.length === 4) return `${text}-12-31`;
  return text.length === 7 ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : first;
}

/** Undefined where the calendar has no such day. */
function dayOf(at: number, written: string): string | undefined {
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== written ? undefined : written;
}
