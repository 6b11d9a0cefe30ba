import { hash32 } from "../fold-text.ts";
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

// Keys are whole numbers under 2 ** 52. Those of some days stand together, so that what is looked up for reports of one
// month lies in few pages of an index of many years.
const WINDOWS = 2 ** 14;
const IN_WINDOW = 2 ** 37;
const DATED = 2 ** 51;
const UNDATED = DATED + 2 ** 50;

/** Under which keys a telling is found, and under which others are looked up for it. */
export interface Keys {
  readonly under: readonly number[];
  readonly looks: readonly number[];
}

/**
 * Two tellings are compared where either looks the other up. Where one has no date at all, the same deed told of the same
 * names is compared whatever the other's date.
 */
export function keysOf(t: Telling): Keys {
  const [dated, timeless] = [datedKeys(t), timelessKeys(t)];
  const undated = isTimeless(t);
  return {
    under: unique([...dated, ...timeless.map((k) => (undated ? UNDATED : DATED) + k)]),
    looks: unique([...dated, ...timeless.map((k) => UNDATED + k), ...(undated ? timeless.map((k) => DATED + k) : [])]),
  };
}

/** Keys under which a telling is found. */
export function blockKeys(t: Telling): readonly number[] {
  return keysOf(t).under;
}

/** Keys under which others are looked up for a telling. */
export function lookUpKeys(t: Telling): readonly number[] {
  return keysOf(t).looks;
}

function unique(keys: readonly number[]): readonly number[] {
  return [...new Set(keys)];
}

/** A number under `below` that follows from a text. */
function numberOf(text: string, below: number): number {
  return (hash32(text) + (hash32(`~${text}`) % 2 ** 18) * 2 ** 32) % below;
}

/** The report has no date, so that "on Friday" in it has none either. */
function isTimeless(t: Telling): boolean {
  return t.published === null;
}

/** Within some days: a deed of a family by or to a named actor or at a place, or one told with the same word of a country or of the same names. */
function datedKeys(t: Telling): readonly number[] {
  const when = whenKeys(t);
  if (when.length === 0) return [];
  const told = t.triggers
    .flatMap(kindsOf)
    .flatMap((kind) => [...countriesOf(t).map((c) => `t:${kind} c:${c}`), ...t.lead.map((w) => `t:${kind} a:${w}`)]);
  const what = [...new Set([...namesOf(t).map((n) => `${t.family} ${n}`), ...told])].map((k) => numberOf(k, IN_WINDOW));
  return when.flatMap((w) => what.map((k) => w * IN_WINDOW + k));
}

function timelessKeys(t: Telling): readonly number[] {
  const who = [...namesOf(t), ...t.lead.map((w) => `a:${w}`)];
  const keys = new Set(t.triggers.flatMap(kindsOf).flatMap((kind) => who.map((w) => `t:${kind} ${w}`)));
  return [...keys].map((k) => numberOf(k, 2 ** 50));
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

/** Numbers of the stretches of days. */
function whenKeys(t: Telling): readonly number[] {
  const days = t.days !== null && t.days.last - t.days.first < WIDEST ? t.days : publishedDays(t);
  if (days === undefined) return [];
  const first = Math.floor((days.first - 1) / BLOCK_DAYS);
  const last = Math.floor((days.last + 1) / BLOCK_DAYS);
  return Array.from({ length: last - first + 1 }, (_, i) => (((first + i) % WINDOWS) + WINDOWS) % WINDOWS);
}

function publishedDays(t: Telling): Days | undefined {
  return t.published === null ? undefined : { first: t.published - BEFORE_REPORT, last: t.published };
}
