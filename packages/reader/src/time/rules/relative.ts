import { grainOf } from "../distance.ts";
import type { DayPart, Edge, Expression, Unit } from "../expression.ts";
import type { Captures } from "../pattern.ts";
import { type Around, after, before, type Rule, rule } from "../rule.ts";

const unitOf = (c: Captures): Unit => c.text("unit") as Unit;

/** "last week", "this year": a step from the day of publication; "the next day" from the date told before. */
function stepOf(c: Captures, from: "published" | "told"): Expression | null {
  const grain = grainOf(unitOf(c));
  const steps = { last: -1, previous: -1, next: 1, following: 1, this: 0, same: 0, that: 0 }[c.text("which")];
  return grain === null || steps === undefined ? null : { kind: "step", grain, steps, from };
}

function distanceOf(c: Captures, sign: -1 | 1, from: "published" | "told" | Expression): Expression | null {
  const unit = unitOf(c);
  return unit === "C" && from !== "published" ? null : { kind: "distance", n: c.number("n"), unit, sign, from };
}

const HOW_LONG = "APPROX? n=QTY more|full|short|long? unit=UNITX ( or so|two|more )?";

/** Dates told by their distance from the day of publication, or from a date told before. */
export const relativeRules: readonly Rule[] = [
  rule({
    name: "deictic",
    example: "yesterday",
    level: "base",
    pattern: "day=DEICTIC",
    read: (c) => ({ kind: "step", grain: "day", steps: c.number("day") ?? 0, from: "published" }),
  }),
  rule({
    name: "which-unit",
    example: "last week",
    level: "base",
    pattern: "the? which=WHICH unit=UNIT",
    read: (c) =>
      unitOf(c) === "NI"
        ? null
        : stepOf(c, c.text("which") === "previous" || c.text("which") === "following" ? "told" : "published"),
    fits: (at) =>
      !/^(old|olds|ago)$/.test(after(at)) && !/^(second|minute|hour|night)$/.test(at.atoms[at.to - 1]?.lower ?? ""),
  }),
  rule({
    name: "the-next-day",
    example: "the next day",
    level: "base",
    pattern: "the which=next|same unit=UNIT",
    read: (c) => (unitOf(c) === "D" || c.text("which") === "same" ? stepOf(c, "told") : null),
    fits: (at) => !/^(second|minute|hour|night|time)$/.test(at.atoms[at.to - 1]?.lower ?? ""),
  }),
  rule({
    name: "that-day",
    example: "that day",
    level: "base",
    pattern: "that same? which=day|week|weekend|month|quarter|year",
    read: (c) => {
      const grains = {
        day: "day",
        week: "week",
        weekend: "weekend",
        month: "month",
        quarter: "quarter",
        year: "year",
      } as const;
      const word = c.text("which") as keyof typeof grains;
      return { kind: "told", grain: grains[word] };
    },
  }),
  rule({
    name: "the-unit",
    example: "the weekend",
    level: "base",
    pattern: "the full|entire|whole? unit=UNIT",
    read: (c) => {
      const grain = grainOf(unitOf(c));
      if (grain === null || grain === "day" || grain === "decade" || grain === "century") return null;
      return grain === "quarter" ? { kind: "told", grain } : { kind: "step", grain, steps: 0, from: "published" };
    },
    fits: (at) => {
      const unit = at.atoms[at.to - 1]?.lower ?? "";
      if (unit === "weekend") return true;
      if (unit === "year" && /^(ended|ending)$/.test(after(at))) return false;
      if (/^(of|before|after|that|when|in|from|to|-)$/.test(after(at)) && unit !== "quarter") return false;
      return unit === "quarter" || /^(of|in|during|for|earlier|later|through|on|throughout|by)$/.test(before(at));
    },
  }),
  rule({
    name: "the-year-ended",
    example: "the year",
    level: "any",
    pattern: "the fiscal|full? year",
    read: () => ({ kind: "duration", timex: "P1Y", toward: null }),
    fits: (at) => /^(ended|ending)$/.test(after(at)),
  }),
  rule({
    name: "the-week-of",
    example: "the week of March 6",
    level: "date",
    pattern: "the unit=week|weekend of on=BASE",
    read: (c) => {
      const on = c.expression("on");
      return on && { kind: "step", grain: c.text("unit") === "week" ? "week" : "weekend", steps: 0, from: on };
    },
  }),
  rule({
    name: "ago",
    example: "almost six months ago",
    level: "base",
    pattern: `${HOW_LONG} ago`,
    read: (c) => distanceOf(c, -1, "published"),
  }),
  rule({
    name: "units-ago",
    example: "months ago",
    level: "base",
    pattern: "unit=UNITS ago",
    read: () => ({ kind: "vague", timex: "PAST_REF" }),
  }),
  rule({
    name: "earlier",
    example: "two days earlier",
    level: "base",
    pattern: `${HOW_LONG} earlier|previously|beforehand`,
    read: (c) => distanceOf(c, -1, "told"),
  }),
  rule({
    name: "before",
    example: "a year before",
    level: "base",
    pattern: `${HOW_LONG} before|prior`,
    read: (c) => distanceOf(c, -1, "told"),
    fits: (at) => /^[.,;)—–]?$/.test(after(at)),
  }),
  rule({
    name: "later",
    example: "two days later",
    level: "base",
    pattern: `${HOW_LONG} later|afterward|afterwards|on`,
    read: (c) => distanceOf(c, 1, "told"),
    fits: (at) => at.atoms[at.to - 1]?.lower !== "on" || /^[.,;]$/.test(after(at)),
  }),
  rule({
    name: "from-now",
    example: "two weeks from now",
    level: "base",
    pattern: `${HOW_LONG} ( from now )`,
    read: (c) => distanceOf(c, 1, "published"),
  }),
  rule({
    name: "hence",
    example: "six months hence",
    level: "base",
    pattern: `${HOW_LONG} hence`,
    read: (c) => distanceOf(c, 1, "published"),
  }),
  rule({
    name: "from-today",
    example: "two weeks from Friday",
    level: "date",
    pattern: `${HOW_LONG} from on=BASE`,
    read: (c) => distanceOf(c, 1, c.expression("on") ?? "told"),
    fits: (at) =>
      /^(today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
        at.atoms[at.to - 1]?.lower ?? "",
      ),
  }),
  rule({
    name: "days-before-date",
    example: "two days before Christmas",
    level: "date",
    pattern: `${HOW_LONG} before|prior to? on=BASE`,
    read: (c) => distanceOf(c, -1, c.expression("on") ?? "told"),
  }),
  rule({
    name: "days-after-date",
    example: "three weeks after 5 May 2020",
    level: "date",
    pattern: `${HOW_LONG} after|following|since on=BASE`,
    read: (c) => distanceOf(c, 1, c.expression("on") ?? "told"),
  }),
  rule({
    name: "the-day-before-date",
    example: "the day before Christmas",
    level: "date",
    pattern: "the? unit=day|eve|week|month|year before on=BASE",
    read: (c) => beside(c, -1),
  }),
  rule({
    name: "the-day-after-date",
    example: "the day after Christmas",
    level: "date",
    pattern: "the unit=day|week|month|year after|following on=BASE",
    read: (c) => beside(c, 1),
  }),
  rule({
    name: "the-day-before",
    example: "the day before",
    level: "base",
    pattern: "the unit=day|week|month|year before",
    read: (c) => ({ kind: "step", grain: c.text("unit") as "day", steps: -1, from: "told" }),
    fits: (at) => /^[.,;)—–]?$/.test(after(at)),
  }),
  rule({
    name: "the-day-after",
    example: "the day after",
    level: "base",
    pattern: "the unit=day|week|month|year after",
    read: (c) => ({ kind: "step", grain: c.text("unit") as "day", steps: 1, from: "told" }),
    fits: (at) => /^[.,;)—–]?$/.test(after(at)),
  }),
  rule({
    name: "edge",
    example: "late May",
    level: "date",
    pattern: "the? edge=EDGE -? on=BASE",
    read: (c) => edgeOf(c.text("edge") as Edge, c.expression("on")),
    fits: notEarlierDay,
  }),
  rule({
    name: "edge-after",
    example: "Friday early",
    level: "date",
    pattern: "on=BASE edge=early|late",
    read: (c) => edgeOf(c.text("edge") === "late" ? "late" : "start", c.expression("on")),
    fits: (at) => /^[.,;]?$/.test(after(at)),
  }),
  rule({
    name: "year-end",
    example: "year-end",
    level: "date",
    pattern: "the? other=WHICH? unit=year|month 's? -? end",
    read: (c) => {
      const steps = { last: -1, previous: -1, next: 1, following: 1 }[c.text("other")] ?? 0;
      return { kind: "last-day", of: { kind: "step", grain: c.text("unit") as "year", steps, from: "published" } };
    },
    fits: (at) => !/^(of|to)$/.test(after(at)),
  }),
  rule({
    name: "part",
    example: "Friday morning",
    level: "date",
    pattern: "edge=EDGE? on=BASE 's? early|late? part=PART",
    read: (c) => partOf(c),
    fits: (at) => at.atoms[at.to - 1]?.text === at.atoms[at.to - 1]?.lower,
  }),
  rule({
    name: "mid-part",
    example: "mid-afternoon yesterday",
    level: "date",
    pattern: "mid|early|late -? part=PART on=BASE",
    read: (c) => partOf(c),
  }),
  rule({
    name: "part-of",
    example: "the night of 5 June",
    level: "date",
    pattern: "the early|late|small? part=PART of on=BASE",
    read: (c) => partOf(c),
  }),
  rule({
    name: "part-on",
    example: "dawn on Thursday",
    level: "date",
    pattern: "part=PART on on=BASE",
    read: (c) => partOf(c),
    fits: (at) => /^(noon|midday|midnight|dawn|dusk)$/.test(at.atoms[at.from]?.lower ?? ""),
  }),
  rule({
    name: "this-part",
    example: "this morning",
    level: "date",
    pattern: "edge=EDGE? this part=PART",
    read: (c) => partOn(c, { kind: "step", grain: "day", steps: 0, from: "published" }),
  }),
  rule({
    name: "tonight",
    example: "tonight",
    level: "date",
    pattern: "tonight",
    read: () => ({ kind: "part", part: "NI", on: { kind: "step", grain: "day", steps: 0, from: "published" } }),
  }),
  rule({
    name: "last-night",
    example: "last night",
    level: "date",
    pattern: "edge=late|early? last part=PART",
    read: (c) => partOn(c, { kind: "step", grain: "day", steps: -1, from: "published" }),
  }),
  rule({
    name: "overnight",
    example: "overnight",
    level: "any",
    pattern: "overnight",
    read: () => ({ kind: "part", part: "NI", on: null }),
  }),
  rule({
    name: "overnight-on",
    example: "overnight Thursday",
    level: "date",
    pattern: "overnight on|into|from? on=BASE",
    read: (c) => ({ kind: "part", part: "NI", on: c.expression("on") }),
  }),
  rule({
    name: "that-part",
    example: "that morning",
    level: "date",
    pattern: "that same? part=PART",
    read: (c) => partOn(c, { kind: "told", grain: "day" }),
  }),
  rule({
    name: "next-part",
    example: "the next morning",
    level: "date",
    pattern: "the next|following part=PART",
    read: (c) => partOn(c, { kind: "step", grain: "day", steps: 1, from: "told" }),
  }),
  rule({
    name: "previous-part",
    example: "the previous night",
    level: "date",
    pattern: "the previous part=PART",
    read: (c) => partOn(c, { kind: "step", grain: "day", steps: -1, from: "told" }),
  }),
  rule({
    name: "the-part",
    example: "the early morning",
    level: "any",
    pattern: "the? early|late|mid? -? part=PART",
    read: (c) => partOn(c, { kind: "told", grain: "day" }),
    fits: (at) =>
      /^(in|by|during|before|until|since|at)$/.test(before(at)) && !/^(of|market|show|club|shift)$/.test(after(at)),
  }),
  rule({
    name: "year-earlier",
    example: "year-earlier",
    level: "base",
    pattern: "the|comparable? year - sign=earlier|ago",
    read: () => ({ kind: "year-before", sign: -1 }),
    fits: (at) => at.atoms[at.from]?.lower === "year",
  }),
  rule({
    name: "the-year-earlier-period",
    example: "the year-earlier period",
    level: "base",
    pattern: "the? comparable|corresponding? year - earlier|ago period|quarter",
    read: () => ({ kind: "year-before", sign: -1 }),
  }),
  rule({
    name: "latest-quarter",
    example: "the latest quarter",
    level: "base",
    pattern: "the latest fiscal? unit=quarter|period",
    read: () => ({ kind: "latest-quarter" }),
  }),
  rule({
    name: "fiscal-year",
    example: "fiscal 1989",
    level: "base",
    pattern: "fiscal year? year=YEAR",
    read: (c) => ({ kind: "calendar", year: c.number("year") ?? undefined }),
  }),
  rule({
    name: "the-fiscal-year",
    example: "the current fiscal year",
    level: "base",
    pattern: "the? which=WHICH? fiscal unit=UNIT",
    read: (c) => (c.has("which") ? stepOf(c, "published") : { kind: "told", grain: grainOf(unitOf(c)) }),
    fits: (at) => /^(year|quarter)$/.test(at.atoms[at.to - 1]?.lower ?? ""),
  }),
  rule({
    name: "decade",
    example: "the 1990s",
    level: "base",
    pattern: "the? year=DECADEDIGITS",
    read: (c) => decadeOf(c.number("year") ?? 0),
  }),
  rule({
    name: "decade-word",
    example: "the nineties",
    level: "base",
    pattern: "the year=DECADEWORD",
    read: (c) => decadeOf(c.number("year") ?? 0),
  }),
  rule({
    name: "century",
    example: "the 19th century",
    level: "base",
    pattern: "the? n=ORD century",
    read: (c) => ({ kind: "century", century: (c.number("n") ?? 1) - 1 }),
  }),
];

/** "Earlier Friday": the adverb is no part of the date, as in "earlier this year" it is. */
function notEarlierDay(at: Around): boolean {
  return (
    !/^(earlier|later)$/.test(at.atoms[at.from]?.lower ?? "") ||
    /^(this|that|in|yesterday|next|last)$/.test(at.atoms[at.from + 1]?.lower ?? "")
  );
}

function beside(c: Captures, sign: -1 | 1): Expression | null {
  const on = c.expression("on");
  const grain = c.text("unit") === "eve" ? "day" : (c.text("unit") as "day" | "week" | "month" | "year");
  return on && { kind: "step", grain, steps: sign, from: on };
}

function edgeOf(edge: Edge, of: Expression | null): Expression | null {
  return of && { kind: "edge", edge, of };
}

function partOf(c: Captures): Expression | null {
  const on = c.expression("on");
  return on && partOn(c, on);
}

function partOn(c: Captures, on: Expression): Expression {
  return { kind: "part", part: c.text("part") as DayPart, on };
}

function decadeOf(year: number): Expression {
  return { kind: "decade", year: year < 100 ? year + (year < 20 ? 2000 : 1900) : year, within: null };
}
