import type { Days } from "./day.ts";
import type { Telling } from "./telling.ts";

/** Days in a block. A telling stands in each block that its days, one day wider at both ends, touch. */
const BLOCK_DAYS = 6;
/** A time wider than this says too little to look tellings up by it. */
const WIDEST = 45;
/** An undated deed is looked for among those of the days before its report came out. */
const BEFORE_REPORT = 6;

/** Keys under which a telling is looked up: only tellings that share one are compared. */
export function blockKeys(t: Telling): readonly string[] {
  const what = whatKeys(t);
  const when = whenKeys(t);
  return [...new Set(when.flatMap((w) => what.map((k) => `${w} ${k}`)))];
}

/** A deed of a family by or to a named actor, at a place, or told with the same word in a country. */
function whatKeys(t: Telling): readonly string[] {
  const keys: string[] = [];
  for (const a of [...t.agents, ...t.targets]) {
    if (a.named) for (const w of a.words) if (w.length > 3) keys.push(`${t.family} n:${w}`);
  }
  const countries = countriesOf(t);
  for (const p of t.places) {
    if (p.level === "site" || p.level === "city") keys.push(`${t.family} p:${p.geonames ?? p.name.toLowerCase()}`);
  }
  for (const stem of t.triggers) {
    for (const c of countries) keys.push(`t:${stem} c:${c}`);
    if (countries.length === 0 || t.published === null) keys.push(`t:${stem}`);
  }
  return keys;
}

function countriesOf(t: Telling): readonly string[] {
  const all = [
    ...t.places.map((p) => p.country),
    ...t.agents.map((a) => a.country),
    ...t.targets.map((a) => a.country),
  ];
  return [...new Set(all.filter((c) => c !== null))];
}

/** Blocks of days. Reports without a date of publication have one block of their own, beside those of the days they tell. */
function whenKeys(t: Telling): readonly string[] {
  const keys = t.published === null ? ["u"] : [];
  const days = t.days !== null && t.days.last - t.days.first < WIDEST ? t.days : publishedDays(t);
  if (days === undefined) return keys;
  const to = Math.floor((days.last + 1) / BLOCK_DAYS);
  for (let b = Math.floor((days.first - 1) / BLOCK_DAYS); b <= to; b += 1) keys.push(String(b));
  return keys;
}

function publishedDays(t: Telling): Days | undefined {
  return t.published === null ? undefined : { first: t.published - BEFORE_REPORT, last: t.published };
}
