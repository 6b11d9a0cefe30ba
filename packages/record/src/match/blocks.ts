import type { Days } from "./day.ts";
import { isCommonInNames } from "./filler.ts";
import type { Telling } from "./telling.ts";
import { kindsOf } from "./trigger-class.ts";

/** Days in a block. A telling stands in each block that its days, one day wider at both ends, touch. */
const BLOCK_DAYS = 6;
/** A time wider than this says too little to look tellings up by it. */
const WIDEST = 45;
/** An undated deed is looked for among those of the days before its report came out. */
const BEFORE_REPORT = 6;

/** Keys under which a telling is found. */
export function blockKeys(t: Telling): readonly string[] {
  return [...datedKeys(t), ...timelessKeys(t).map((k) => `${isTimeless(t) ? "u" : "d"} ${k}`)];
}

/**
 * Keys under which others are looked up for a telling; two are compared where either looks the other up. Where one has
 * no date at all, the same deed told of the same names is compared whatever the other's date.
 */
export function lookUpKeys(t: Telling): readonly string[] {
  const timeless = timelessKeys(t);
  return [...datedKeys(t), ...timeless.map((k) => `u ${k}`), ...(isTimeless(t) ? timeless.map((k) => `d ${k}`) : [])];
}

/** The report has no date, so that "on Friday" in it has none either. */
function isTimeless(t: Telling): boolean {
  return t.published === null;
}

/** Within some days: a deed of a family by or to a named actor or at a place, or one told with the same word of a country or of the same names. */
function datedKeys(t: Telling): readonly string[] {
  const when = whenKeys(t);
  if (when.length === 0) return [];
  const told = t.triggers
    .flatMap(kindsOf)
    .flatMap((kind) => [...countriesOf(t).map((c) => `t:${kind} c:${c}`), ...t.lead.map((w) => `t:${kind} a:${w}`)]);
  const what = new Set([...namesOf(t).map((n) => `${t.family} ${n}`), ...told]);
  return when.flatMap((w) => [...what].map((k) => `${w} ${k}`));
}

function timelessKeys(t: Telling): readonly string[] {
  const who = [...namesOf(t), ...t.lead.map((w) => `a:${w}`)];
  return [...new Set(t.triggers.flatMap(kindsOf).flatMap((kind) => who.map((w) => `t:${kind} ${w}`)))];
}

function namesOf(t: Telling): readonly string[] {
  const actors = [...t.agents, ...t.targets]
    .filter((a) => a.named)
    .flatMap((a) => a.words.filter((w) => w.length > 3 && !isCommonInNames(w)));
  const places = t.places
    .filter((p) => p.level === "site" || p.level === "city")
    .map((p) => `p:${p.geonames ?? p.name.toLowerCase()}`);
  return [...new Set(actors.map((w) => `n:${w}`)), ...places];
}

function countriesOf(t: Telling): readonly string[] {
  const all = [...t.places, ...t.agents, ...t.targets].map((x) => x.country);
  return [...new Set(all.filter((c) => c !== null))];
}

function whenKeys(t: Telling): readonly string[] {
  const days = t.days !== null && t.days.last - t.days.first < WIDEST ? t.days : publishedDays(t);
  if (days === undefined) return [];
  const first = Math.floor((days.first - 1) / BLOCK_DAYS);
  const last = Math.floor((days.last + 1) / BLOCK_DAYS);
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

function publishedDays(t: Telling): Days | undefined {
  return t.published === null ? undefined : { first: t.published - BEFORE_REPORT, last: t.published };
}
