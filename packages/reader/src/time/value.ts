import type { TimeKind } from "@dateline/model";
import { civilDate, isoDay, isoYear, two } from "./civil.ts";
import type { Clock, DayPart, Edge } from "./expression.ts";
import { edtfOf, type Period, timexOf } from "./period.ts";

/** A resolved time, as it goes into the reading. */
export interface Value {
  readonly kind: TimeKind;
  readonly value: string | null;
  readonly timex: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** The days it covers, for times that are told from this one. */
  readonly period: Period | null;
}

/** A date. */
export function dateValue(p: Period): Value {
  return {
    kind: "date",
    value: edtfOf(p),
    timex: timexOf(p),
    earliest: isoDay(p.first),
    latest: isoDay(p.last),
    period: p,
  };
}

/** A time whose value is TIMEX only: a duration, a set, "now". */
export function openValue(kind: TimeKind, timex: string | null): Value {
  return { kind, value: null, timex, earliest: null, latest: null, period: null };
}

/** "early May", "the end of 1990": the value of the whole, with narrower bounds. */
export function edgeValue(p: Period, edge: Edge): Value {
  const whole = dateValue(p);
  const [from, to] = EDGES[edge];
  if (p.grain === "day") return { ...whole, kind: "date" };
  const days = p.last - p.first + 1;
  const first = p.first + Math.floor(days * from);
  const last = Math.max(first, p.first + Math.ceil(days * to) - 1);
  return { ...whole, value: edgeEdtf(p, edge) ?? whole.value, earliest: isoDay(first), latest: isoDay(last) };
}

const EDGES: Readonly<Record<Edge, readonly [number, number]>> = {
  start: [0, 1 / 3],
  mid: [1 / 3, 2 / 3],
  late: [2 / 3, 1],
  end: [0.9, 1],
  before: [0, 1],
  after: [0, 1],
  whole: [0, 1],
  "first-half": [0, 1 / 2],
  "second-half": [1 / 2, 1],
};

/** Parts of decades as years, the end of a year as its last month; null where the value stays that of the whole. */
function edgeEdtf(p: Period, edge: Edge): string | null {
  const { year } = civilDate(p.first);
  if (p.grain === "decade") {
    const [from, to] = edge === "start" ? [0, 4] : edge === "mid" ? [4, 6] : edge === "whole" ? [0, 9] : [5, 9];
    return `${isoYear(year + from)}/${isoYear(year + to)}`;
  }
  if (p.grain === "year" && edge === "end") return `${isoYear(year)}-12`;
  return null;
}

/** "Friday night". */
export function partValue(p: Period, part: DayPart): Value {
  const day = isoDay(p.first);
  if (p.grain !== "day") return { ...dateValue(p), timex: `${timexOf(p)}T${part}` };
  const timex = part === "MI" ? `${day}T12:00` : `${day}T${part}`;
  return {
    kind: "time",
    value: day,
    timex,
    earliest: day,
    latest: part === "NI" ? isoDay(p.first + 1) : day,
    period: p,
  };
}

/** "10:35 a.m. Friday"; without a day only the time is told. */
export function clockValue(p: Period | null, clock: Clock): Value {
  const time = clock.minute === null ? two(clock.hour) : `${two(clock.hour)}:${two(clock.minute)}`;
  const timex = `${time.length === 2 ? `${time}:00` : time}${clock.second === null ? "" : `:${two(clock.second)}`}`;
  const full = `${two(clock.hour % 24)}:${two(clock.minute ?? 0)}:${two(clock.second ?? 0)}`;
  if (p === null || p.grain !== "day") return { ...openValue("time", `T${timex}`), value: full };
  const day = clock.hour === 24 ? p.first + 1 : p.first;
  const at = `${isoDay(day)}T${full}`;
  return {
    kind: "time",
    value: `${at}${zoneOf(clock.zone)}`,
    timex: `${isoDay(p.first)}T${timex}`,
    earliest: at,
    latest: at,
    period: { grain: "day", first: day, last: day },
  };
}

function zoneOf(minutes: number | null): string {
  if (minutes === null) return "";
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A stretch from one date to another. */
export function rangeValue(from: Period, to: Period): Value {
  return {
    kind: "date",
    value: `${edtfOf(from)}/${edtfOf(to)}`,
    timex: timexOf(from),
    earliest: isoDay(from.first),
    latest: isoDay(to.last),
    period: { grain: from.grain, first: from.first, last: to.last },
  };
}

/** A date without its year. */
export function yearlessValue(month: number, day: number | null): Value {
  const text = day === null ? `XXXX-${two(month)}` : `XXXX-${two(month)}-${two(day)}`;
  return { ...openValue("date", text), value: text };
}
