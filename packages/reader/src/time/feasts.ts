import {
  easter,
  hebrewDay,
  hijriDay,
  hijriYearOf,
  orthodoxEaster,
  solarHijriDay,
  solarHijriYearOf,
} from "./calendars.ts";
import { civilDate, type DayNumber, dayNumber, daysInMonth, isLeapYear, weekdayOf } from "./civil.ts";
import type { Period } from "./period.ts";

/** Feasts by id with the rule that tells when they fall, and the days of those that only a table tells. */
export interface Feasts {
  readonly rules: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, readonly DayNumber[]>;
}

/** From `data/time/holidays` (`words, id, rule`) and `data/time/feast-days` (`table, day`). */
export function feastsOf(holidays: readonly (readonly string[])[], days: readonly (readonly string[])[]): Feasts {
  const rules = new Map(holidays.map(([, id = "", rule = ""]) => [id, rule]));
  const tables = new Map<string, DayNumber[]>();
  for (const [table = "", day = ""] of days) {
    const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
    tables.set(table, [...(tables.get(table) ?? []), dayNumber({ year, month, day: date })]);
  }
  return { rules, tables };
}

/** The feast in a Gregorian year (the first, where a lunar year brings it twice); null where the rule does not know the year. */
export function feastIn(feasts: Feasts, id: string, year: number): Period | null {
  const rule = feasts.rules.get(id);
  if (rule === undefined) return null;
  const days = daysOf(rule, year, feasts);
  return days === null
    ? null
    : { grain: days.length > 1 ? "week" : "day", first: days.first, last: days.first + days.length - 1 };
}

interface Days {
  readonly first: DayNumber;
  readonly length: number;
}

function daysOf(rule: string, year: number, feasts: Feasts): Days | null {
  const [kind = "", ...args] = rule.split(" ");
  const n = (i: number): number => Number(args[i] ?? 0);
  const fixed = /^(\d\d)-(\d\d)$/.exec(kind);
  if (fixed) return { first: dayNumber({ year, month: Number(fixed[1]), day: Number(fixed[2]) }), length: 1 };
  switch (kind) {
    case "nth":
      return { first: nthWeekday(year, { month: n(0), weekday: n(1), nth: n(2) }) + n(3), length: 1 };
    case "easter":
      return { first: easter(year) + n(0), length: n(1) || 1 };
    case "orthodox":
      return { first: orthodoxEaster(year) + n(0), length: n(1) || 1 };
    case "hijri":
    case "solar":
    case "hebrew":
      return otherCalendar(kind, args, year);
    case "purim":
      return purim(year);
    case "election-us":
      return { first: nthWeekday(year, { month: 11, weekday: 1, nth: 1 }) + 1, length: 1 };
    case "table": {
      const day = feasts.tables.get(args[0] ?? "")?.find((d) => civilDate(d).year === year);
      return day === undefined ? null : { first: day, length: 1 };
    }
    default:
      return null;
  }
}

function otherCalendar(kind: "hijri" | "solar" | "hebrew", args: readonly string[], year: number): Days | null {
  const [month = 1, day = 1] = (args[0] ?? "").split("-").map(Number);
  const length = Number(args[1] ?? 1);
  const start = dayNumber({ year, month: 1, day: 1 });
  const end = start + (isLeapYear(year) ? 366 : 365);
  const [toDay, first] =
    kind === "hijri"
      ? ([hijriDay, hijriYearOf(start)] as const)
      : kind === "solar"
        ? ([solarHijriDay, solarHijriYearOf(start)] as const)
        : ([hebrewDay, year + 3760] as const);
  for (let y = first; y <= first + 2; y++) {
    const n = toDay(y, month, day);
    if (n >= start && n < end) return { first: n, length };
  }
  return null;
}

/** 14 Adar (the second in leap years): thirty days before 15 Nisan, less a day. */
function purim(year: number): Days {
  return { first: hebrewDay(year + 3760, 1, 15) - 30, length: 1 };
}

function nthWeekday(
  year: number,
  at: { readonly month: number; readonly weekday: number; readonly nth: number },
): DayNumber {
  if (at.nth < 0) {
    const last = dayNumber({ year, month: at.month, day: daysInMonth(year, at.month) });
    return last - ((weekdayOf(last) - at.weekday + 7) % 7) + 7 * (at.nth + 1);
  }
  const first = dayNumber({ year, month: at.month, day: 1 });
  return first + ((at.weekday - weekdayOf(first) + 7) % 7) + 7 * (at.nth - 1);
}
