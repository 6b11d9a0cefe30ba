import { describe, expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { timeData } from "../../src/time/index.ts";
import { phrasesOf } from "../../src/time/phrases.ts";
import { timeRules } from "../../src/time/rules/index.ts";

const { grammar } = timeData(loadResources());

/** Words that a phrase needs before it to be one. */
const BEFORE: Readonly<Record<string, string>> = {
  month: "in ",
  season: "in ",
  "half-alone": "in ",
  "the-unit": "since ",
  "hour-in-part": "at ",
  "military-hours": "at ",
  "bare-units": "for ",
  "the-part": "in ",
  "a-unit": "twice ",
  "part-on": "",
  "days-and-month": "on ",
  "year-earlier": "with a ",
};
const AFTER: Readonly<Record<string, string>> = {
  "age-of-thing": " truce",
  "the-year-ended": " ended",
  "vague-adjective": " leaders",
  long: " war",
  "september-11": " attacks",
  "11-september": " attacks",
};

describe("each rule's example is one phrase", () => {
  test.each(timeRules.map((r) => [r.name, r.example] as const))("%s: %s", (name, example) => {
    const text = `They came ${BEFORE[name] ?? ""}${example}${AFTER[name] ?? ""}.`;
    const { phrases } = phrasesOf(text, grammar);
    expect(phrases.map((p) => text.slice(p.start, p.end))).toContain(example);
  });
});

test("rules have names of their own", () => {
  const names = timeRules.map((r) => r.name);
  expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([]);
});

test.each([
  "The 49-year-old man may march with 2000 people for $1998.",
  "Highway 1995 is 1990 km long.",
  "She came second and May not be back; a quarter of them fell.",
])("no time is read in: %s", (text) => {
  expect(phrasesOf(text, grammar).phrases.map((p) => text.slice(p.start, p.end))).toEqual([]);
});
