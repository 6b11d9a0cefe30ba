import type { Expression, Named, Which } from "../expression.ts";
import type { Captures } from "../pattern.ts";
import type { Season } from "../period.ts";
import { type Around, after, before, type Rule, rule } from "../rule.ts";

const whichOf = (c: Captures): Which => (c.text("which") || "bare") as Which;
const weekday = (c: Captures): Named => ({ kind: "weekday", weekday: c.number("wd") ?? 1 });
const season = (c: Captures): Named => ({ kind: "season", season: c.text("season") as Season });
const month = (c: Captures): Named => ({ kind: "month", month: c.number("month") ?? 1 });
const named = (name: Named, which: Which): Expression => ({ kind: "named", name, which });

function quarterNamed(c: Captures): Named | null {
  const quarter = c.has("final") ? 4 : c.number("quarter");
  return quarter === null || quarter < 1 || quarter > 4 ? null : { kind: "quarter", quarter };
}

function inYear(name: Named | null, c: Captures): Expression | null {
  if (name === null) return null;
  const year = yearOf(c);
  return year === null ? named(name, "bare") : { kind: "named-in", name, year };
}

function yearOf(c: Captures): Expression | null {
  const year = c.number("year");
  if (year !== null) return { kind: "calendar", year };
  if (c.has("other")) return { kind: "step", grain: "year", steps: stepsOf(c.text("other")), from: "published" };
  return c.has("ago") ? { kind: "step", grain: "year", steps: -1, from: "published" } : null;
}

function stepsOf(which: string): number {
  return which === "last" || which === "previous" ? -1 : which === "next" || which === "following" ? 1 : 0;
}

/** "fall" and "spring" are also verbs; "Sun" and "Sat" need a date after them. */
function isSeasonAlone(at: Around): boolean {
  const word = at.atoms[at.to - 1]?.lower ?? "";
  const left = at.atoms[at.from]?.lower === "the" ? "the" : before(at);
  if (/^(fall|spring)$/.test(word))
    return left === "the" && /^(in|by|until|since|during|into|through|of)$/.test(before(at)) && after(at) !== "of";
  return (
    /^(the|in|by|until|since|during|into|through|of|this|each|every|late|early|mid|-|for|all)$/.test(left) &&
    after(at) !== "of"
  );
}

/** "Johnnie Christmas": a capitalised word right before, which is no month or other word of time. */
function isSurname(at: Around): boolean {
  const left = at.atoms[at.from - 1];
  if (left === undefined || left.kind !== "word" || at.atoms[at.from]?.breaks) return false;
  return (
    /^\p{Lu}\p{Ll}+$/u.test(left.text) &&
    !/^(On|In|At|By|For|Until|Since|During|Before|After|This|Last|Next|Every|Each|The|And|Orthodox|Western|Happy|Merry|Muslim|Christian|Jewish)$/.test(
      left.text,
    )
  );
}

const YEAR_TAIL = "( of|in|, fiscal? year=YEAR|SPELLEDYEAR )?";
const OTHER_YEAR_TAIL = "( of? other=WHICH year )?";

/** Weekdays, months, seasons, quarters and feasts by name. */
export const namedRules: readonly Rule[] = [
  rule({
    name: "weekday",
    example: "Friday",
    level: "base",
    pattern: "wd=WEEKDAY",
    read: (c) => named(weekday(c), "bare"),
    fits: (at) => before(at) !== "black",
  }),
  rule({
    name: "which-weekday",
    example: "last Friday",
    level: "base",
    pattern: "the? which=WHICH wd=WEEKDAY",
    read: (c) => named(weekday(c), whichOf(c)),
  }),
  rule({
    name: "weekday-of-week",
    example: "Monday of last week",
    level: "base",
    pattern: "wd=WEEKDAY of? which=last|next|this week",
    read: (c) => ({
      kind: "named-in",
      name: weekday(c),
      year: { kind: "step", grain: "week", steps: stepsOf(c.text("which")), from: "published" },
    }),
  }),
  rule({
    name: "which-month",
    example: "last April",
    level: "base",
    pattern: "the? which=WHICH month=MONTH",
    read: (c) => named(month(c), whichOf(c)),
  }),
  rule({
    name: "which-month-day",
    example: "last Oct. 23",
    level: "base",
    pattern: "which=last|this|next month=MONTH day=DAYNUM",
    read: (c) => {
      const day = c.number("day") ?? 1;
      return { kind: "step", grain: "day", steps: day - 1, from: named(month(c), whichOf(c)) };
    },
  }),
  rule({
    name: "month-of-year",
    example: "June of last year",
    level: "base",
    pattern: "month=MONTH day=DAYNUM? ,? of|in? other=last|this|next|the year",
    read: (c) => {
      const year: Expression = { kind: "step", grain: "year", steps: stepsOf(c.text("other")), from: "published" };
      const day = c.number("day");
      if (day === null) return { kind: "named-in", name: month(c), year };
      return { kind: "step", grain: "day", steps: day - 1, from: { kind: "named-in", name: month(c), year } };
    },
  }),
  rule({
    name: "which-season",
    example: "last summer",
    level: "base",
    pattern: "the? which=WHICH season=SEASON",
    read: (c) => named(season(c), whichOf(c)),
  }),
  rule({
    name: "season-year",
    example: "the winter of 1994",
    level: "base",
    pattern: "the? season=SEASON of? year=YEAR|SPELLEDYEAR",
    read: (c) => inYear(season(c), c),
  }),
  rule({
    name: "season-of-year",
    example: "the summer of last year",
    level: "base",
    pattern: "the? season=SEASON of? other=last|this|next year",
    read: (c) => inYear(season(c), c),
  }),
  rule({
    name: "season",
    example: "the summer",
    level: "base",
    pattern: "the? season=SEASON",
    read: (c) => named(season(c), "bare"),
    fits: isSeasonAlone,
  }),
  rule({
    name: "quarter",
    example: "the third quarter of 1984",
    level: "base",
    pattern: `the? fiscal? -? quarter=ORD -? quarter ${YEAR_TAIL}`,
    read: (c) => inYear(quarterNamed(c), c),
    // "the third-quarter loss": the article is the loss's.
    fits: (at) => at.atoms[at.from]?.lower !== "the" || !at.atoms.slice(at.from, at.to).some((a) => a.text === "-"),
  }),
  rule({
    name: "quarter-of-year",
    example: "the first quarter of next year",
    level: "base",
    pattern: `the? fiscal? quarter=ORD -? quarter ${OTHER_YEAR_TAIL}`,
    read: (c) => inYear(quarterNamed(c), c),
  }),
  rule({
    name: "year-quarter",
    example: "the 1988 third quarter",
    level: "base",
    pattern: "the? fiscal? year=YEAR 's? quarter=ORD -? quarter",
    read: (c) => inYear(quarterNamed(c), c),
  }),
  rule({
    name: "which-year-quarter",
    example: "this year's third quarter",
    level: "base",
    pattern: "other=WHICH year 's quarter=ORD quarter",
    read: (c) => inYear(quarterNamed(c), c),
  }),
  rule({
    name: "year-ago-quarter",
    example: "the year-earlier third quarter",
    level: "base",
    pattern: "the? comparable? year - ago=ago|earlier quarter=ORD quarter",
    read: (c) => inYear(quarterNamed(c), c),
  }),
  rule({
    name: "quarter-code",
    example: "Q3 2013",
    level: "base",
    pattern: "q quarter=NUM ( of? year=YEAR )?",
    read: (c) => inYear(quarterNamed(c), c),
    fits: (at) => at.atoms[at.from + 1]?.spaced === false && at.atoms[at.from]?.text === "Q",
  }),
  rule({
    name: "half",
    example: "the first half of 2014",
    level: "base",
    pattern: "the? half=first|second|last|latter half of fiscal? year=YEAR",
    read: (c) => inYear({ kind: "half", half: c.text("half") === "first" ? 1 : 2 }, c),
  }),
  rule({
    name: "half-of-year",
    example: "the first half of this year",
    level: "base",
    pattern: "the? half=first|second|last|latter half of other=WHICH year",
    read: (c) => inYear({ kind: "half", half: c.text("half") === "first" ? 1 : 2 }, c),
  }),
  rule({
    name: "half-alone",
    example: "the first half",
    level: "base",
    pattern: "the half=first|second half",
    read: (c) => named({ kind: "half", half: c.text("half") === "first" ? 1 : 2 }, "bare"),
    fits: (at) => after(at) !== "of" && /^(in|for|during|from)$/.test(before(at)),
  }),
  rule({
    name: "holiday",
    example: "Thanksgiving Day",
    level: "base",
    pattern: "the? holiday=HOLIDAY",
    read: (c) => named({ kind: "holiday", holiday: c.text("holiday") }, "bare"),
    fits: (at) => !/^(island|party|parade)$/.test(after(at)) && !isSurname(at),
  }),
  rule({
    name: "which-holiday",
    example: "last Christmas",
    level: "base",
    pattern: "which=WHICH holiday=HOLIDAY",
    read: (c) => named({ kind: "holiday", holiday: c.text("holiday") }, whichOf(c)),
  }),
  rule({
    name: "holiday-year",
    example: "Easter Sunday 2019",
    level: "base",
    pattern: "the? holiday=HOLIDAY ,|of|in? year=YEAR",
    read: (c) => inYear({ kind: "holiday", holiday: c.text("holiday") }, c),
  }),
];
