import { clockOf } from "../categories.ts";
import type { Expression } from "../expression.ts";
import type { Captures } from "../pattern.ts";
import { after, before, type Rule, rule } from "../rule.ts";

function clockFrom(c: Captures, text: string): Expression {
  const zone = c.text("zone");
  return { kind: "clock", clock: clockOf(text, zone === "" ? null : Number(zone)), on: c.expression("on") };
}

const NAMED: Readonly<Record<string, string>> = { noon: "12:00", midday: "12:00", midnight: "24:00" };
const hourOf = (c: Captures): string => {
  const hour = (c.number("hour") ?? 12) % 12;
  return `${hour + (c.text("part") === "MO" ? 0 : 12)}:00`;
};

/** Times of day. */
export const clockRules: readonly Rule[] = [
  rule({
    name: "clock",
    example: "10:35 a.m.",
    level: "any",
    pattern: "clock=CLOCKTIME zone=ZONE?",
    read: (c) => clockFrom(c, c.text("clock")),
  }),
  rule({
    name: "clock-date",
    example: "5 p.m. EST, Nov. 6",
    level: "any",
    pattern: "clock=CLOCKTIME zone=ZONE? ,? on? on=DATE",
    read: (c) => clockFrom(c, c.text("clock")),
  }),
  rule({
    name: "military",
    example: "0735 GMT",
    level: "any",
    pattern: "clock=MILITARY zone=ZONE ( ,? on? on=DATE )?",
    read: (c) => clockFrom(c, `${c.text("clock").slice(0, 2)}:${c.text("clock").slice(2)}`),
  }),
  rule({
    name: "military-hours",
    example: "1400 hours",
    level: "any",
    pattern: "clock=MILITARY hours|hrs",
    read: (c) => clockFrom(c, `${c.text("clock").slice(0, 2)}:${c.text("clock").slice(2)}`),
    fits: (at) => /^(at|from|until|by|around|about)$/.test(before(at)),
  }),
  rule({
    name: "oclock",
    example: "three o'clock",
    level: "any",
    pattern: "hour=HOUR o '|’ clock ( in the part=PART )? ( ,? on? on=DATE )?",
    read: (c) => clockFrom(c, c.has("part") ? hourOf(c) : `${c.number("hour") ?? 12}:00`),
  }),
  rule({
    name: "hour-in-part",
    example: "4 in the morning",
    level: "any",
    pattern: "hour=HOUR in the part=PART",
    read: (c) => clockFrom(c, hourOf(c)),
    fits: (at) => /^(at|by|until|around|about|from|to|till|nearly)$/.test(before(at)),
  }),
  rule({
    name: "noon",
    example: "noon Thursday",
    level: "any",
    pattern: "word=noon|midday|midnight zone=ZONE? ( on? on=DATE )?",
    read: (c) => clockFrom(c, NAMED[c.text("word")] ?? "12:00"),
    fits: (at) => !/^(high|-)$/.test(before(at)) && !/^(prayers?|-)$/.test(after(at)),
  }),
];
