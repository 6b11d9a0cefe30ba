import { hijriDay, hijriYearOf, solarHijriDay, solarHijriYearOf } from "./calendars.ts";
import { civilDate, dayNumber, isCivil } from "./civil.ts";
import { grainOf } from "./distance.ts";
import type { Anchor, CalendarDate, Expression, Named, Which } from "./expression.ts";
import { type Feasts, feastIn } from "./feasts.ts";
import { nearest, type Tense } from "./nearest.ts";
import {
  addMonths,
  type Grain,
  halfPeriod,
  monthPeriod,
  type Period,
  periodAt,
  quarterPeriod,
  seasonPeriod,
  shift,
  yearPeriod,
} from "./period.ts";
import {
  clockValue,
  dateValue,
  edgeValue,
  openValue,
  partValue,
  rangeValue,
  type Value,
  yearlessValue,
} from "./value.ts";

/** What a phrase is resolved against. */
export interface Frame {
  /** The day, month or year of publication; null where the report does not tell. */
  readonly published: Period | null;
  /** The last date told before the phrase. */
  readonly told: Period | null;
  /** The last quarter told before: business news counts from it. */
  readonly quarter: Period | null;
  /** A year told in the same sentence, which dates without one share. */
  readonly year: number | null;
  readonly tense: Tense;
  readonly feasts: Feasts;
}

const UNKNOWN_DATE: Value = openValue("date", null);

/** The value of a phrase; what depends on a missing publication date stays null. */
export function resolve(e: Expression, frame: Frame): Value {
  switch (e.kind) {
    case "calendar":
      return calendarValue(e, frame);
    case "duration":
      return openValue("duration", e.timex);
    case "set":
      return openValue("set", e.timex);
    case "vague":
      return openValue("date", e.timex);
    case "edge":
      return edge(e, frame);
    case "part": {
      const on = e.on === null ? (frame.told ?? frame.published) : periodOf(e.on, frame);
      if (on !== null) return partValue(on.grain === "day" ? on : { ...on }, e.part);
      return openValue("time", `XXXX-XX-XXT${e.part}`);
    }
    case "clock":
      return clockValue(e.on === null ? dayOf(frame.told) : periodOf(e.on, frame), e.clock);
    case "range": {
      const [from, to] = [periodOf(e.from, frame), periodOf(e.to, frame)];
      return from === null || to === null ? UNKNOWN_DATE : rangeValue(from, to);
    }
    case "named":
      return namedValue(e, frame);
    case "distance":
      if (e.n === null) return openValue("date", e.sign < 0 ? "PAST_REF" : "FUTURE_REF");
      return orUnknown(periodOf(e, frame));
    default:
      return orUnknown(periodOf(e, frame));
  }
}

function orUnknown(p: Period | null): Value {
  return p === null ? UNKNOWN_DATE : dateValue(p);
}

function dayOf(p: Period | null): Period | null {
  return p?.grain === "day" ? p : null;
}

function edge(e: Extract<Expression, { kind: "edge" }>, frame: Frame): Value {
  const of = periodOf(e.of, frame);
  return of === null ? resolve(e.of, frame) : edgeValue(of, e.edge);
}

/** The days of an expression that tells a date; null where it tells none or cannot be resolved. */
export function periodOf(e: Expression, frame: Frame): Period | null {
  switch (e.kind) {
    case "calendar":
      return calendarPeriod(e, frame);
    case "step":
      return step(e, frame);
    case "distance":
      return distance(e, frame);
    case "named":
      return namedPeriod(e.name, e.which, frame);
    case "named-in":
      return namedIn(e.name, periodOf(e.year, frame), frame);
    case "decade":
      return e.year === null ? null : periodAt("decade", dayNumber({ year: e.year, month: 1, day: 1 }));
    case "century":
      return periodAt("century", dayNumber({ year: e.century * 100, month: 1, day: 1 }));
    case "told":
      return told(e.grain, frame);
    case "year-before":
      return yearBefore(frame, e.sign);
    case "latest-quarter":
      return frame.quarter ?? (frame.published && shift(periodAt("quarter", frame.published.first), -1));
    case "quarter-in":
      return frame.quarter === null ? yearPeriod(e.year) : sameQuarter(frame.quarter, e.year);
    case "last-day": {
      const of = periodOf(e.of, frame);
      return of && periodAt("day", of.last);
    }
    case "edge":
      return periodOf(e.of, frame);
    case "part":
    case "clock":
      return e.on === null ? null : periodOf(e.on, frame);
    default:
      return null;
  }
}

function anchorOf(from: Anchor, frame: Frame): Period | null {
  if (from === "published") return frame.published;
  if (from === "told") return frame.told ?? frame.published;
  return periodOf(from, frame);
}

/** A step of whole periods; not finer than what it is counted from. */
function step(e: Extract<Expression, { kind: "step" }>, frame: Frame): Period | null {
  const from = anchorOf(e.from, frame);
  if (from === null || !isAsCoarse(e.grain, from.grain)) {
    if (from === null || e.from === "published" || e.from === "told") return null;
    return shift(periodAt(e.grain, from.first), e.steps);
  }
  if (e.grain === "weekend" && e.from === "published") return weekend(from, e.steps, frame.tense);
  const base = e.from === "published" || e.from === "told" ? from.last : from.first;
  return shift(periodAt(e.grain, base), e.steps);
}

/** "the weekend" of a Monday's report is the one just past. */
function weekend(from: Period, steps: number, tense: Tense): Period {
  const here = periodAt("weekend", from.first);
  if (steps === 0) return here.first > from.first + (tense === "past" ? 0 : 3) ? shift(here, -1) : here;
  return shift(here, steps < 0 && here.first <= from.first ? steps : steps < 0 ? steps : steps - 1);
}

const ORDER: readonly Grain[] = [
  "day",
  "week",
  "weekend",
  "month",
  "quarter",
  "season",
  "half",
  "year",
  "decade",
  "century",
];

function isAsCoarse(grain: Grain, than: Grain): boolean {
  return ORDER.indexOf(grain) >= ORDER.indexOf(than) || (grain === "week" && than === "weekend");
}

/** "two days ago" is a day, "six months ago" a month: as fine as the unit. */
function distance(e: Extract<Expression, { kind: "distance" }>, frame: Frame): Period | null {
  const from = anchorOf(e.from, frame);
  const grain = grainOf(e.unit);
  if (from === null || e.n === null) return null;
  if (grain === null) return from.grain === "day" && e.n < 12 ? from : null;
  if (e.unit === "Y" && e.n === 1 && e.sign < 0 && frame.quarter !== null) return yearBefore(frame, e.sign);
  if (!isAsCoarse(grain, from.grain)) return null;
  const n = e.sign * e.n;
  if (grain === "day") return periodAt("day", (n < 0 ? from.first : from.last) + Math.round(n));
  if (grain === "week" || grain === "weekend") return periodAt("week", from.first + Math.round(n * 7));
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[grain as "month"] ?? 12;
  const there = addMonths(from.first, Math.round(n * months));
  return periodAt(grain === "decade" || grain === "century" ? "year" : grain, there);
}

function yearBefore(frame: Frame, sign: -1 | 1): Period | null {
  if (frame.quarter !== null) return shift(frame.quarter, 4 * sign);
  const from = frame.published;
  return from && shift(periodAt("year", from.first), sign);
}

function sameQuarter(quarter: Period, year: number): Period {
  return shift(quarter, 4 * (year - civilDate(quarter.first).year));
}

function told(grain: Grain | null, frame: Frame): Period | null {
  if (grain === "quarter" && frame.quarter !== null) return frame.quarter;
  const from = frame.told ?? frame.published;
  if (from === null || grain === null) return from;
  return isAsCoarse(grain, from.grain) ? periodAt(grain, from.first) : null;
}

function calendarPeriod(e: CalendarDate, frame: Frame): Period | null {
  if (e.calendar !== undefined) return otherCalendar(e, frame);
  const { month, day } = e;
  if (e.year !== undefined) return whole(e.year, month, day);
  if (month === undefined) return null;
  if (frame.year !== null) return whole(frame.year, month, day);
  if (frame.published === null) return null;
  const year = civilDate(frame.published.first).year;
  const choices = [year - 1, year, year + 1].flatMap((y) => whole(y, month, day) ?? []);
  return nearest(choices, frame.published, frame.tense);
}

function whole(year: number, month: number | undefined, day: number | undefined): Period | null {
  if (month === undefined) return yearPeriod(year);
  if (day === undefined) return monthPeriod(year, month);
  return isCivil({ year, month, day }) ? periodAt("day", dayNumber({ year, month, day })) : null;
}

function calendarValue(e: CalendarDate, frame: Frame): Value {
  const period = calendarPeriod(e, frame);
  if (period === null)
    return e.month === undefined || e.calendar !== undefined ? UNKNOWN_DATE : yearlessValue(e.month, e.day ?? null);
  if (e.until === undefined || e.day === undefined) return dateValue(period);
  return rangeValue(period, periodAt("day", period.first + e.until - e.day));
}

/** Hijri and Solar Hijri dates: a day as such, a month or year as the days it covers. */
function otherCalendar(e: CalendarDate, frame: Frame): Period | null {
  const solar = e.calendar === "solar";
  const toDay = solar ? solarHijriDay : hijriDay;
  const { month, day } = e;
  if (e.year === undefined && month !== undefined && day !== undefined && frame.published !== null) {
    const now = (solar ? solarHijriYearOf : hijriYearOf)(frame.published.first);
    const choices = [now - 1, now, now + 1].map((y) => periodAt("day", toDay(y, month, day)));
    return nearest(choices, frame.published, frame.tense);
  }
  const { year } = e;
  if (year === undefined) return null;
  if (e.month === undefined) return stretch(toDay(year, 1, 1), toDay(year + 1, 1, 1) - 1);
  if (e.day !== undefined) return periodAt("day", toDay(year, e.month, e.day));
  const next = e.month === 12 ? toDay(year + 1, 1, 1) : toDay(year, e.month + 1, 1);
  return stretch(toDay(year, e.month, 1), next - 1);
}

/** Days that are no period of our own calendar are kept as a week is: by their first and last. */
function stretch(first: number, last: number): Period {
  return { grain: "week", first, last };
}

function namedValue(e: Extract<Expression, { kind: "named" }>, frame: Frame): Value {
  const period = namedPeriod(e.name, e.which, frame);
  if (period !== null) {
    const value = dateValue(period);
    return e.name.kind === "holiday" && period.grain === "week" ? { ...value, timex: value.earliest } : value;
  }
  if (e.name.kind === "month") return yearlessValue(e.name.month, null);
  if (e.name.kind === "weekday") return openValue("date", `XXXX-WXX-${e.name.weekday}`);
  if (e.name.kind === "season") return openValue("date", `XXXX-${e.name.season}`);
  if (e.name.kind === "quarter") return openValue("date", `XXXX-Q${e.name.quarter}`);
  return UNKNOWN_DATE;
}

function namedPeriod(name: Named, which: Which, frame: Frame): Period | null {
  const from = which === "previous" || which === "following" ? (frame.told ?? frame.published) : frame.published;
  if (from === null) return null;
  if (name.kind === "weekday") return weekday(name.weekday, which, { ...frame, published: from });
  if (which === "bare" && frame.year !== null) return inYear(name, frame.year, frame);
  const year = civilDate(from.first).year;
  const choices = [year - 2, year - 1, year, year + 1, year + 2].flatMap((y) => inYear(name, y, frame) ?? []);
  return choose(choices, { from, which, tense: frame.tense });
}

function choose(
  choices: readonly Period[],
  at: { readonly from: Period; readonly which: Which; readonly tense: Tense },
): Period | null {
  const { from, which } = at;
  if (which === "last" || which === "previous") return choices.filter((p) => p.last < from.first).at(-1) ?? null;
  if (which === "next" || which === "following") return choices.find((p) => p.first > from.last) ?? null;
  if (which === "this") {
    const year = civilDate(from.first).year;
    return choices.find((p) => civilDate(p.first).year === year) ?? null;
  }
  return nearest(choices, from, at.tense);
}

/** Newswire counts weekdays backwards, the day itself included, unless the verb is future. */
function weekday(n: number, which: Which, frame: Frame): Period | null {
  const from = frame.published;
  if (from === null || from.grain !== "day") return null;
  const today = from.first;
  const back = (((today + 3 - (n - 1)) % 7) + 7) % 7;
  if (which === "last" || which === "previous") return periodAt("day", today - (back === 0 ? 7 : back));
  if (which === "next" || which === "following") return periodAt("day", today + (7 - back));
  if (which === "this") return periodAt("day", frame.tense === "past" ? today - back : today + ((7 - back) % 7));
  if (frame.tense === "future") return periodAt("day", today + ((7 - back) % 7));
  return periodAt("day", today - back);
}

function inYear(name: Named, year: number, frame: Frame): Period | null {
  switch (name.kind) {
    case "month":
      return monthPeriod(year, name.month);
    case "season":
      return seasonPeriod(year, name.season);
    case "quarter":
      return quarterPeriod(year, name.quarter);
    case "half":
      return halfPeriod(year, name.half);
    case "holiday":
      return feastIn(frame.feasts, name.holiday, year);
    case "weekday":
      return null;
    default:
      return name satisfies never;
  }
}

/** "Monday of last week", "June last year". */
function namedIn(name: Named, within: Period | null, frame: Frame): Period | null {
  if (within === null) return null;
  if (name.kind === "weekday") return within.grain === "week" ? periodAt("day", within.first + name.weekday - 1) : null;
  return inYear(name, civilDate(within.first).year, frame);
}
