import { faultsOf } from "@dateline/model";
import { readingSchema } from "@dateline/model/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadResources } from "../node/load.ts";
import { createReader } from "../src/index.ts";

const reader = createReader(loadResources());

function readSafely(text: string): void {
  const reading = reader.read({ text, published: "2020-06-05" });
  expect(readingSchema.safeParse(reading).error).toBeUndefined();
  expect(faultsOf(reading)).toEqual([]);
  expect(reading.report.text).toBe(text);
}

/** Texts made to exhaust a reader: each is read, and its reading is whole. */
const hostile: Readonly<Record<string, string>> = {
  "a long word without spaces": "a".repeat(300_000),
  "capitals without spaces": "A".repeat(100_000),
  "digits without spaces": "1".repeat(100_000),
  "100,000 quotation marks": "“\"'”".repeat(25_000),
  "opening brackets only": "(".repeat(50_000),
  "one sentence of 20,000 words": `${"the army killed ".repeat(7_000)}.`,
  "commas and words": "Mali, ".repeat(20_000),
  "and-chains of names": `${Array.from({ length: 3_000 }, (_, i) => `John Smith${i}`).join(" and ")} were killed.`,
  "nested reports": `${"He said that she said that ".repeat(3_000)}troops attacked.`,
  "dates without end": "3 June 2020 and ".repeat(8_000),
  "line breaks": "\n".repeat(100_000),
  "full stops": ".".repeat(100_000),
  spaces: " ".repeat(200_000),
  "lone surrogates": "\ud800 killed \udc00 in Mali. ".repeat(2_000),
  "emoji and combining marks": "👩‍👩‍👧‍👦 ka\u0301\u0302\u0303lled five in Ga\u0301o. ".repeat(2_000),
  "right-to-left passages": "قتل الجيش خمسة مسلحين في مالي. Troops killed five in Gao. ".repeat(1_000),
  "NUL and controls": "\u0000\u0001\u0007 killed \u001b[31m five ".repeat(2_000),
};

test.each(Object.entries(hostile))("%s is read in bounded time", (_, text) => {
  const began = performance.now();
  readSafely(text);
  expect(performance.now() - began).toBeLessThan(30_000);
});

test("any text is read, and its reading is whole", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), readSafely), { numRuns: 60, seed: 7 });
});

test("any mixture of news words and marks is read, and its reading is whole", () => {
  const words = fc.constantFrom(
    ..."killed said that troops “ ” \" ' ( ) , . ; : — - Mali Friday in on to by at least 5 dozens of who which and or not would Parly told Reuters the a army attack \n \n\n".split(
      " ",
    ),
  );
  const texts = fc.array(words, { maxLength: 80 }).map((parts) => parts.join(" "));
  fc.assert(fc.property(texts, readSafely), { numRuns: 150, seed: 11 });
});
