import { durationTimex } from "../distance.ts";
import type { Expression } from "../expression.ts";
import type { Captures } from "../pattern.ts";
import { type Around, after, before, type Rule, rule } from "../rule.ts";

function durationOf(c: Captures, toward: "past" | "future" | null = null): Expression {
  return { kind: "duration", timex: durationTimex(c.has("n") ? c.number("n") : 1, c.text("unit")), toward };
}

/** "6-year-old", "aged 3 years", "five years old" tell an age. */
function noAge(at: Around): boolean {
  const hyphen = after(at) === "-";
  const next = hyphen ? after(at, 2) : after(at);
  return !/^(old|olds)$/.test(next) && !(hyphen && /^(earlier|ago|end|long)$/.test(next));
}

/** "a second", "a quarter of": ordinals and fractions more often than times. */
function isUnit(at: Around): boolean {
  const unit = at.atoms[at.to - 1]?.lower ?? "";
  const article = at.atoms[at.to - 2]?.lower ?? "";
  if (/^(second|quarter|night|minute)$/.test(unit) && !/\d|^(one|two|three|per)$/.test(article))
    return unit === "minute";
  return !/^(19|20)\d\d$/.test(article) && noAge(at);
}

/** What has an age without being a person. */
const THINGS =
  /^(truce|cease|ceasefire|war|wars|conflict|siege|blockade|uprising|rebellion|insurgency|government|coalition|agreement|accord|deal|strike|crisis|dispute|campaign|offensive|regime|republic|alliance|treaty|embargo|law|policy|ban|movement|occupation|intifada|feud|standoff|company|ceremony|civil|peace|protest|revolt|revolution|junta|military|operation|mission|mandate|emergency|state|armistice|stalemate|fight|struggle|battle)$/;

const DIRECTION: Readonly<Record<string, "past" | "future">> = {
  past: "past",
  last: "past",
  previous: "past",
  preceding: "past",
  prior: "past",
  next: "future",
  coming: "future",
  following: "future",
};

/** How long something lasts. */
export const durationRules: readonly Rule[] = [
  rule({
    name: "duration",
    example: "more than four hours",
    level: "any",
    pattern: "NEAR? n=QTY more|additional|full|consecutive|straight|long|solid|whole? unit=UNITX ( or so|two|more )?",
    read: (c) => durationOf(c),
    fits: isUnit,
  }),
  rule({
    name: "duration-and-half",
    example: "a year and a half",
    level: "any",
    pattern: "NEAR? a|an|one unit=UNIT and a half",
    read: (c) => ({ kind: "duration", timex: durationTimex(1.5, c.text("unit")), toward: null }),
  }),
  rule({
    name: "duration-range",
    example: "two to three weeks",
    level: "any",
    pattern: "n=NUM to|or|- NUM unit=UNITS",
    read: (c) => durationOf(c),
    fits: noAge,
  }),
  rule({
    name: "hyphen-duration",
    example: "two-year",
    level: "any",
    pattern: "n=NUM - unit=UNIT",
    read: (c) => durationOf(c),
    fits: noAge,
  }),
  rule({
    name: "age-of-thing",
    example: "8-month-old",
    level: "any",
    pattern: "n=NUM - unit=UNIT - old",
    read: (c) => durationOf(c, "past"),
    fits: (at) => THINGS.test(after(at)),
  }),
  rule({
    name: "vague-hyphen-duration",
    example: "several-year",
    level: "any",
    pattern: "n=VAGUENUM - unit=UNIT",
    read: (c) => ({ kind: "duration", timex: durationTimex(null, c.text("unit")), toward: null }),
  }),
  rule({
    name: "hyphen-half",
    example: "two-and-a-half-year",
    level: "any",
    pattern: "n=NUM - and - a - half - unit=UNIT",
    read: (c) => ({ kind: "duration", timex: durationTimex((c.number("n") ?? 0) + 0.5, c.text("unit")), toward: null }),
    fits: noAge,
  }),
  rule({
    name: "long",
    example: "decades-long",
    level: "any",
    pattern: "unit=UNITX - long",
    read: (c) => ({
      kind: "duration",
      timex: durationTimex(c.text("unit") === "D" ? 1 : null, c.text("unit")),
      toward: null,
    }),
  }),
  rule({
    name: "past-duration",
    example: "the past two months",
    level: "any",
    pattern:
      "the? way=past|last|previous|preceding|prior|next|coming|following|first|final|latest|opening n=QTY more|full|trading? unit=UNITX ( or so|more )?",
    read: (c) => durationOf(c, DIRECTION[c.text("way")] ?? null),
    fits: noAge,
  }),
  rule({
    name: "past-unit",
    example: "the past decade",
    level: "any",
    pattern: "the? past unit=UNIT",
    read: (c) => durationOf(c, "past"),
    fits: (at) => !/^(second|quarter|year)$/.test(at.atoms[at.to - 1]?.lower ?? ""),
  }),
  rule({
    name: "the-duration",
    example: "the nine months",
    level: "any",
    pattern: "the n=NUM unit=UNITS",
    read: (c) => durationOf(c),
    fits: noAge,
  }),
  rule({
    name: "recent-units",
    example: "recent years",
    level: "any",
    pattern: "the? recent|coming|past|next|last few? unit=UNITS ( ahead )?",
    read: (c) => ({ kind: "duration", timex: durationTimex(null, c.text("unit")), toward: "past" }),
    fits: (at) => at.atoms[at.from]?.lower !== "the" || /^(coming|next)$/.test(at.atoms[at.from + 1]?.lower ?? ""),
  }),
  rule({
    name: "units-ahead",
    example: "the weeks ahead",
    level: "any",
    pattern: "the unit=UNITS ahead|since",
    read: (c) => ({ kind: "duration", timex: durationTimex(null, c.text("unit")), toward: null }),
  }),
  rule({
    name: "bare-units",
    example: "weeks",
    level: "any",
    pattern: "unit=UNITS ( or|and UNITS )?",
    read: (c) => ({ kind: "duration", timex: durationTimex(null, c.text("unit")), toward: null }),
    fits: (at) =>
      /^(for|in|within|over|after|through|by|of|took|takes|take|lasted|last|spent|-|,)$/.test(before(at)) &&
      /^(days|weeks|months|years|decades|centuries|hours|minutes)$/.test(at.atoms[at.from]?.lower ?? "") &&
      (/^(for|within|took|takes|spent|in|after|over)$/.test(before(at)) ||
        /^(after|before|later|of)$/.test(after(at))) &&
      noAge(at),
  }),
  rule({
    name: "a-while",
    example: "a while",
    level: "any",
    pattern: "quite? a short|long|little? while",
    read: () => ({ kind: "duration", timex: "PXX", toward: null }),
    fits: (at) => before(at) !== "once",
  }),
];
