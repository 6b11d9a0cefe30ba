import fc from "fast-check";
import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const reader = createReader(loadResources());

function words(text: string): string {
  const { tokens } = reader.analyse({ text }, "tokens");
  return tokens.map((t) => t.text).join(" ");
}

test.each([
  ["Troops didn't stop.", "Troops did n't stop ."],
  ["They cannot leave; he’ll stay.", "They can not leave ; he ’ll stay ."],
  ["Mali's army, the rebels' base", "Mali 's army , the rebels ' base"],
  ["the U.S. Army's $5.4 million", "the U.S. Army 's $ 5.4 million"],
  ["Gen. A. B. Touré fled to St. Louis.", "Gen. A. B. Touré fled to St. Louis ."],
  ["a 15-year-old boy", "a 15 - year - old boy"],
  ["non-combatants and ex-rebels", "non-combatants and ex-rebels"],
  ["some 3,000 people, 9/11, at 10:30 p.m.", "some 3,000 people , 9/11 , at 10:30 p.m."],
  ["Da'esh and O'Brien in Sana'a", "Da'esh and O'Brien in Sana'a"],
  ["``We won,'' he said -- twice…", "`` We won , '' he said -- twice …"],
  ["“Go!” she said—and left", "“ Go ! ” she said — and left"],
  [
    "see www.example.org/a?b=1, or write to a.b@example.org.",
    "see www.example.org/a?b=1 , or write to a.b@example.org .",
  ],
  ["No. 5 said no. Then 40km more", "No. 5 said no . Then 40 km more"],
  ["KYIV/MOSCOW (Reuters)", "KYIV / MOSCOW ( Reuters )"],
  ["AT&T, US$5, 2020-06-05", "AT&T , US$ 5 , 2020-06-05"],
])("%s", (text, expected) => {
  expect(words(text)).toBe(expected);
});

test("a token's span gives back its words, in every script", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      let end = 0;
      for (const t of reader.analyse({ text }, "tokens").tokens) {
        expect(t.start).toBeGreaterThanOrEqual(end);
        expect(t.end).toBeGreaterThan(t.start);
        expect(text.slice(t.start, t.end)).toBe(t.text);
        end = t.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("nothing but white space lies between tokens", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      let end = 0;
      for (const t of [...reader.analyse({ text }, "tokens").tokens, { start: text.length, end: 0 }]) {
        expect(text.slice(end, t.start)).toMatch(/^[\s\p{Z}\p{C}]*$/u);
        end = t.end;
      }
    }),
  );
});
