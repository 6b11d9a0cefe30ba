import {
  civilDate,
  type DayNumber,
  dayNumber,
  daysInMonth,
  isoDay,
  isoWeek,
  isoYear,
  two,
  weekdayOf,
} from "./civil.ts";

/** How finely a date is told. */
export type Grain =
  | "day"
  | "week"
  | "weekend"
  | "month"
  | "quarter"
  | "half"
  | "season"
  | "year"
  | "decade"
  | "century";

/** A stretch of whole days on the calendar: "May 2020", "the 1990s". */
export interface Period {
  readonly grain: Grain;
  readonly first: DayNumber;
  readonly last: DayNumber;
}

export type Season = "SP" | "SU" | "FA" | "WI";
const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };
const SEASONS: readonly Season[] = ["SP", "SU", "FA", "WI"];

/** The period of the given grain that holds a day. */
export function periodAt(grain: Grain, n: DayNumber): Period {
  const { year, month } = civilDate(n);
  switch (grain) {
    case "day":
      return { grain, first: n, last: n };
    case "week":
      return { grain, first: n - weekdayOf(n) + 1, last: n - weekdayOf(n) + 7 };
    case "weekend":
      return { grain, first: n - weekdayOf(n) + 6, last: n - weekdayOf(n) + 7 };
    case "month":
      return months(grain, year, month, 1);
    case "quarter":
      return months(grain, year, month - ((month - 1) % 3), 3);
    case "half":
      return months(grain, year, month <= 6 ? 1 : 7, 6);
    case "season":
      return months(grain, month < 3 ? year - 1 : year, month < 3 ? 12 : month - (month % 3), 3);
    case "year":
      return months(grain, year, 1, 12);
    case "decade":
      return months(grain, Math.floor(year / 10) * 10, 1, 120);
    case "century":
      return months(grain, Math.floor(year / 100) * 100, 1, 1200);
    default:
      return grain satisfies never;
  }
}

/** The period `steps` of its own length later (earlier if negative). */
export function shift(p: Period, steps: number): Period {
  switch (p.grain) {
    case "day":
      return periodAt("day", p.first + steps);
    case "week":
    case "weekend":
      return periodAt(p.grain, p.first + 7 * steps);
    default:
      return periodAt(p.grain, addMonths(p.first, steps * MONTHS[p.grain]));
  }
}

const MONTHS = { month: 1, quarter: 3, half: 6, season: 3, year: 12, decade: 120, century: 1200 } as const;

/** The same day of the month `n` months later, or the month's last day where it is shorter. */
export function addMonths(day: DayNumber, n: number): DayNumber {
  const d = civilDate(day);
  const count = d.year * 12 + d.month - 1 + n;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dayNumber({ year, month, day: Math.min(d.day, daysInMonth(year, month)) });
}

export function yearPeriod(year: number): Period {
  return months("year", year, 1, 12);
}

export function monthPeriod(year: number, month: number): Period {
  return months("month", year, month, 1);
}

export function quarterPeriod(year: number, quarter: number): Period {
  return months("quarter", year, quarter * 3 - 2, 3);
}

export function halfPeriod(year: number, half: number): Period {
  return months("half", year, half * 6 - 5, 6);
}

/** Northern seasons by whole months; the winter of a year begins in its December. */
export function seasonPeriod(year: number, season: Season): Period {
  return months("season", year, SEASON_START[season], 3);
}

function months(grain: Grain, year: number, month: number, count: number): Period {
  const first = dayNumber({ year, month, day: 1 });
  return { grain, first, last: addMonths(first, count) - 1 };
}

/** The value as TimeML writes it: `1998-W10`, `2013-Q1`, `2020-SU`, `199`. */
export function timexOf(p: Period): string {
  const { year, month } = civilDate(p.first);
  switch (p.grain) {
    case "day":
      return isoDay(p.first);
    case "week":
      return weekTimex(p.first);
    case "weekend":
      return `${weekTimex(p.first)}-WE`;
    case "month":
      return `${isoYear(year)}-${two(month)}`;
    case "quarter":
      return `${isoYear(year)}-Q${(month + 2) / 3}`;
    case "half":
      return `${isoYear(year)}-H${month === 1 ? 1 : 2}`;
    case "season":
      return `${isoYear(year)}-${SEASONS[Math.floor(month / 3) - 1] ?? "WI"}`;
    case "year":
      return isoYear(year);
    case "decade":
      return isoYear(year).slice(0, -1);
    case "century":
      return isoYear(year).slice(0, -2);
    default:
      return p.grain satisfies never;
  }
}

function weekTimex(n: DayNumber): string {
  const { year, week } = isoWeek(n);
  return `${isoYear(year)}-W${two(week)}`;
}

/** The value in EDTF: a day, month or year by itself, all else as an interval of days. */
export function edtfOf(p: Period): string {
  if (p.grain === "day" || p.grain === "month" || p.grain === "year") return timexOf(p);
  return `${isoDay(p.first)}/${isoDay(p.last)}`;
}
