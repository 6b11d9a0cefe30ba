import { isCivil } from "../civil.ts";
import type { CalendarDate, Expression } from "../expression.ts";
import type { Captures } from "../pattern.ts";
import { type Around, after, before, type Rule, rule } from "../rule.ts";

function calendarOf(c: Captures, calendar?: "hijri" | "solar"): Expression | null {
  const year = c.number("year") ?? undefined;
  const month = c.number("month") ?? undefined;
  const day = c.number("day") ?? undefined;
  const until = c.number("until") ?? undefined;
  if (calendar === undefined && month !== undefined && day !== undefined) {
    if (!isCivil({ year: year ?? 2000, month, day })) return null;
    if (until !== undefined && (until <= day || !isCivil({ year: year ?? 2000, month, day: until }))) return null;
  }
  return { kind: "calendar", calendar, year, month, day, until };
}

function isoOf(text: string): Expression | null {
  const [date = "", time = ""] = text.split("T");
  const [year, month, day] = date.split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined || !isCivil({ year, month, day })) return null;
  const on: CalendarDate = { kind: "calendar", year, month, day };
  const m = /^(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:?\d\d)?$/.exec(time);
  if (m === null) return on;
  const second = m[3] === undefined ? null : Number(m[3]);
  return { kind: "clock", on, clock: { hour: Number(m[1]), minute: Number(m[2]), second, zone: offsetOf(m[4]) } };
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith("-") ? -minutes : minutes;
}

/** "03/12/2019": day first unless only month first is possible; American order where the day cannot be a month. */
function numericOf(text: string): Expression | null {
  const [a = 0, b = 0, c = 0] = text.split(/[/.]/).map(Number);
  const year = c < 100 ? c + (c > 50 ? 1900 : 2000) : c;
  if (year < 1000) return null;
  const dayFirst = isCivil({ year, month: b, day: a });
  const monthFirst = isCivil({ year, month: a, day: b });
  if (text.includes("/") ? monthFirst : !dayFirst && monthFirst) return { kind: "calendar", year, month: a, day: b };
  return dayFirst ? { kind: "calendar", year, month: b, day: a } : null;
}

const YEAR_BEFORE =
  /^(in|since|by|until|till|of|from|to|through|during|before|after|around|between|and|circa|for|late|early|mid|year|fiscal|the|\(|,|-|–|—|or|into|as|on|back|sometime|with|at)$/;
const NOT_YEAR_BEFORE =
  /^(\$|#|£|€|¥|about|than|nearly|least|almost|over|some|most|approximately|roughly|no|number|nos?|room|flight|pages?|section|article|resolution|route|highway|square|total|ii|model|unit)$/;
const NOT_YEAR_AFTER =
  /^(people|men|women|children|soldiers|troops|police|fighters|civilians|refugees|families|homes|houses|km|kilomet(er|re)s?|miles?|met(er|re)s?|feet|foot|tons?|tonnes?|dollars|euros|pounds|percent|%|members|workers|cases|deaths|dead|police(men)?|migrants|militants|rebels|personnel|others|jobs|votes|acres|hectares|square|bodies|injured|wounded|killed|shares|points|calories|mg|kg|barrels|years|hours|days)$/;

/** A bare number of four digits is a year unless money, a count or a label stands around it. */
function isYear(at: Around): boolean {
  const number = Number(at.atoms[at.to - 1]?.text);
  const [left, right] = [before(at), after(at)];
  const next = at.atoms[at.to];
  if (NOT_YEAR_BEFORE.test(left) || NOT_YEAR_AFTER.test(right)) return false;
  const glued = at.atoms[at.from]?.spaced === false && /^[\p{L}\d.:/#$+-]/u.test(at.atoms[at.from - 1]?.text ?? "");
  if (glued && !/^(mid|post|pre|late|early)$/.test(before(at, 2)) && !/^\d{4}$/.test(before(at, 2))) return false;
  if (next !== undefined && !next.spaced && /^[\p{L}\d:/]/u.test(next.text)) return false;
  if (next?.text === "-" && !next.spaced && /^\d{1,3}$|^\d{5}/.test(at.atoms[at.to + 1]?.text ?? "")) {
    return /^\d\d$/.test(at.atoms[at.to + 1]?.text ?? "");
  }
  if (number >= 1900 && number <= 2060 && number % 100 !== 0) return true;
  return YEAR_BEFORE.test(left) && number >= 1000;
}

/** "May" and "March" by themselves need a word beside them that a month has. */
function isMonthAlone(at: Around): boolean {
  const month = at.atoms[at.from]?.lower ?? "";
  if (month !== "may" && month !== "march" && month !== "august") return !/^\p{Lu}/u.test(nameAfter(at));
  return (
    /^(in|of|since|until|till|by|from|through|during|before|after|around|between|for|to|into|and|or|to|late|early|mid|-|on|this|last|next|as|a)$/.test(
      before(at),
    ) && !/^(the|be|have|not|i|we|he|they)$/.test(after(at))
  );
}

/** A capitalised word right after, as in "April Smith". */
function nameAfter(at: Around): string {
  const next = at.atoms[at.to];
  if (next === undefined || next.breaks || !next.spaced || next.kind !== "word") return "";
  return /^(april|june|augusta|jan)$/.test(at.atoms[at.from]?.lower ?? "") ? next.text : "";
}

/** "the March 23 Movement", "the February 17 Martyrs Brigade": the date is a name. */
function isNamePart(at: Around): boolean {
  const words = [after(at), after(at, 2), after(at, 3)];
  const next = at.atoms[at.to]?.text ?? "";
  return (
    /^\p{Lu}/u.test(next) &&
    words.some((w) =>
      /^(movement|brigade|brigades|revolution|alliance|front|army|battalion|coalition|group|martyrs|committee|forces)$/.test(
        w,
      ),
    )
  );
}

const WEEKDAY = "( WHICH? wd=WEEKDAY|WEEKDAYABBR ,? )?";

/** Dates by their calendar parts. */
export const calendarRules: readonly Rule[] = [
  rule({
    name: "september-11",
    example: "September 11",
    level: "base",
    pattern: "the? ( september|sept|sep .? 11|11th )",
    read: () => ({ kind: "calendar", year: 2001, month: 9, day: 11 }),
    fits: isTheAttacks,
  }),
  rule({
    name: "11-september",
    example: "11 September",
    level: "base",
    pattern: "the? 11 th? september",
    read: () => ({ kind: "calendar", year: 2001, month: 9, day: 11 }),
    fits: isTheAttacks,
  }),
  rule({
    name: "month-day",
    example: "Friday, June 5, 2020",
    level: "base",
    pattern: `${WEEKDAY} month=MONTH the? day=DAYNUM ( ,? of? year=YEAR )?`,
    read: (c) => calendarOf(c),
    fits: (at) => !isNamePart(at),
  }),
  rule({
    name: "month-days",
    example: "May 3-5, 2020",
    level: "base",
    pattern: "month=MONTH day=DAYNUM - until=DAYNUM ( ,? year=YEAR )?",
    read: (c) => calendarOf(c),
  }),
  rule({
    name: "day-month",
    example: "Friday 5 June 2020",
    level: "base",
    pattern: `${WEEKDAY} the? day=DAYNUM ( of )? month=MONTH ( ,? year=YEAR )?`,
    read: (c) => calendarOf(c),
    fits: (at) => !isNamePart(at),
  }),
  rule({
    name: "days-month",
    example: "3-5 June 2020",
    level: "base",
    pattern: "day=DAYNUM - until=DAYNUM ( of )? month=MONTH ( ,? year=YEAR )?",
    read: (c) => calendarOf(c),
  }),
  rule({
    name: "days-and-month",
    example: "3 and 5 June 2020",
    level: "base",
    pattern: "day=DAYNUM and|to|or|until until=DAYNUM ( of )? month=MONTH ( ,? year=YEAR )?",
    read: (c) => calendarOf(c),
    fits: (at) => /^(on|from|between|the|of|during)$/.test(before(at)),
  }),
  rule({
    name: "month-days-and",
    example: "June 3 and 5",
    level: "base",
    pattern: "month=MONTH day=DAYNUM and|to|or|through until=DAYNUM ( ,? year=YEAR )?",
    read: (c) => calendarOf(c),
    fits: (at) =>
      !/^(\p{L}+|%|-)$/u.test(after(at)) || /^(in|at|and|to|when|for|by|with|before|after|near)$/.test(after(at)),
  }),
  rule({
    name: "month-year",
    example: "March of 2016",
    level: "base",
    pattern: "month=MONTH ,|of? year=YEAR|SPELLEDYEAR",
    read: (c) => calendarOf(c),
  }),
  rule({
    name: "month",
    example: "October",
    level: "base",
    pattern: "month=MONTH",
    read: (c) => ({ kind: "named", name: { kind: "month", month: c.number("month") ?? 1 }, which: "bare" }),
    fits: isMonthAlone,
  }),
  rule({
    name: "iso",
    example: "2020-06-05",
    level: "base",
    pattern: "date=ISODATE",
    read: (c) => isoOf(c.text("date")),
  }),
  rule({
    name: "numeric",
    example: "25/12/2019",
    level: "base",
    pattern: "date=NUMDATE",
    read: (c) => numericOf(c.text("date")),
  }),
  rule({
    name: "year",
    example: "2013",
    level: "base",
    pattern: "year=YEAR",
    read: (c) => calendarOf(c),
    fits: isYear,
  }),
  rule({
    name: "year-period",
    example: "the 1988 period",
    level: "base",
    pattern: "the year=YEAR period|quarter",
    read: (c) => ({ kind: "quarter-in", year: c.number("year") ?? 0 }),
  }),
  rule({
    name: "nine-eleven",
    example: "9/11",
    level: "base",
    pattern: "9 / 11",
    read: () => ({ kind: "calendar", year: 2001, month: 9, day: 11 }),
    fits: (at) => at.atoms[at.to - 1]?.spaced === false && at.atoms[at.to]?.text !== "/",
  }),
  rule({
    name: "years",
    example: "2005-07",
    level: "base",
    pattern: "year=YEAR - to=SHORTNUM",
    read: (c) => {
      const [year, short] = [c.number("year") ?? 0, c.number("to") ?? 0];
      const to = Math.floor(year / 100) * 100 + short;
      const end: Expression = { kind: "calendar", year: to };
      return to > year && to - year < 30 ? { kind: "range", from: { kind: "calendar", year }, to: end } : null;
    },
    fits: (at) => at.atoms[at.to - 1]?.spaced === false && !/^[-/\d]/.test(at.atoms[at.to]?.text ?? ""),
  }),
  rule({
    name: "the-year",
    example: "the year 2000",
    level: "base",
    pattern: "the year year=YEAR|SPELLEDYEAR",
    read: (c) => calendarOf(c),
  }),
  rule({
    name: "spelled-year",
    example: "nineteen ninety-six",
    level: "base",
    pattern: "year=SPELLEDYEAR",
    read: (c) => calendarOf(c),
    fits: (at) =>
      /^(nineteen|twenty|eighteen)$/.test(at.atoms[at.from]?.lower ?? "") && !/^(percent|people)$/.test(after(at)),
  }),
  rule({
    name: "short-year",
    example: "'98",
    level: "base",
    pattern: "year=SHORTYEAR",
    read: (c) => ({ kind: "calendar", year: century(c.number("year") ?? 0) }),
    fits: (at) => !/^\p{Lu}/u.test(at.atoms[at.to]?.text ?? ""),
  }),
  rule({
    name: "hijri",
    example: "10 Ramadan 1441",
    level: "base",
    pattern: "the? day=DAYNUM? of? month=HIJRI ,? year=OTHERYEAR ah|h?",
    read: (c) => calendarOf(c, "hijri"),
  }),
  rule({
    name: "solar-hijri",
    example: "22 Bahman 1357",
    level: "base",
    pattern: "the? day=DAYNUM? of? month=SOLAR ,? year=OTHERYEAR",
    read: (c) => calendarOf(c, "solar"),
  }),
  rule({
    name: "solar-hijri-day",
    example: "22 Bahman",
    level: "base",
    pattern: "the? day=DAYNUM of? month=SOLAR",
    read: (c) => calendarOf(c, "solar"),
  }),
  rule({
    name: "ad-bc",
    example: "1187 AD",
    level: "base",
    pattern: "year=NUM ad|ce",
    read: (c) => calendarOf(c),
    fits: (at) => /^[A-Z]+$/.test(at.atoms[at.to - 1]?.text ?? ""),
  }),
];

/** "the September 11 attacks" are those of 2001 in any year. */
function isTheAttacks(at: Around): boolean {
  return /^(attacks?|terrorist|terror|hijackings?|hijackers?|suicide)$/.test(after(at));
}

function century(year: number): number {
  return year + (year > 50 ? 1900 : 2000);
}
