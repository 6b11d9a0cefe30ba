import { two } from "../civil.ts";
import { durationTimex } from "../distance.ts";
import type { Captures } from "../pattern.ts";
import { type Around, before, type Rule, rule } from "../rule.ts";

const set = (timex: string): { readonly kind: "set"; readonly timex: string } => ({ kind: "set", timex });
const weekdayTimex = (c: Captures, part = ""): string => `XXXX-WXX-${c.number("wd") ?? 1}${part}`;

/** "10 a day", "$5 a share a year", "twice a week". */
function afterCount(at: Around): boolean {
  return /^(\d.*|once|twice|times|thrice|million|billion|percent|cents|dollars|barrels|tons|people|hours|days|weeks|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)$/.test(
    before(at),
  );
}

function isLower(at: Around): boolean {
  const word = at.atoms[at.from];
  return word !== undefined && word.text === word.lower;
}

/** What recurs. */
export const setRules: readonly Rule[] = [
  rule({
    name: "set-word",
    example: "weekly",
    level: "any",
    pattern: "word=SETWORD",
    read: (c) => set(c.text("word")),
    // "LA Weekly" is a paper.
    fits: (at) => isLower(at) || !/^[\p{L}\d]/u.test(before(at)),
  }),
  rule({
    name: "every-unit",
    example: "every day",
    level: "any",
    pattern: "every|each unit=UNIT",
    read: (c) => set(durationTimex(1, c.text("unit"))),
    fits: (at) => !/^(second|minute)$/.test(at.atoms[at.to - 1]?.lower ?? ""),
  }),
  rule({
    name: "every-units",
    example: "every two weeks",
    level: "any",
    pattern: "every|each n=NUM unit=UNITX",
    read: (c) => set(durationTimex(c.number("n"), c.text("unit"))),
  }),
  rule({
    name: "every-other",
    example: "every other day",
    level: "any",
    pattern: "every other unit=UNIT",
    read: (c) => set(durationTimex(2, c.text("unit"))),
  }),
  rule({
    name: "every-weekday",
    example: "every Friday",
    level: "any",
    pattern: "every|each wd=WEEKDAY",
    read: (c) => set(weekdayTimex(c)),
  }),
  rule({
    name: "every-month",
    example: "every August",
    level: "any",
    pattern: "every|each month=MONTH",
    read: (c) => set(`XXXX-${two(c.number("month") ?? 1)}`),
  }),
  rule({
    name: "every-season",
    example: "every summer",
    level: "any",
    pattern: "every|each season=SEASON",
    read: (c) => set(`XXXX-${c.text("season")}`),
  }),
  rule({
    name: "every-part",
    example: "each morning",
    level: "any",
    pattern: "every|each wd=WEEKDAY? part=PART",
    read: (c) => set(c.has("wd") ? weekdayTimex(c, `T${c.text("part")}`) : `XXXX-XX-XXT${c.text("part")}`),
  }),
  rule({
    name: "weekdays",
    example: "Fridays",
    level: "any",
    pattern: "wd=WEEKDAYS",
    read: (c) => set(weekdayTimex(c)),
  }),
  rule({
    name: "weekday-parts",
    example: "Tuesday nights",
    level: "any",
    pattern: "wd=WEEKDAY part=PARTS",
    read: (c) => set(weekdayTimex(c, `T${c.text("part")}`)),
  }),
  rule({
    name: "a-unit",
    example: "a year",
    level: "any",
    pattern: "a|per unit=UNIT",
    read: (c) => set(durationTimex(1, c.text("unit"))),
    fits: (at) => afterCount(at) && !/^(second|quarter|night)$/.test(at.atoms[at.to - 1]?.lower ?? ""),
  }),
];
