import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const reader = createReader(loadResources());

/** Texts that have brought readers to a halt elsewhere, `size` code units long. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  "one word": (size) => "a".repeat(size),
  digits: (size) => "1".repeat(size),
  "letters and points": (size) => "a.".repeat(size / 2),
  "letters and apostrophes": (size) => "a'".repeat(size / 2),
  "half an address": (size) => "a.b@c.".repeat(size / 6),
  quotes: (size) => '"'.repeat(size),
  brackets: (size) => "(".repeat(size / 2) + ")".repeat(size / 2),
  "line breaks": (size) => "\n".repeat(size),
  "lines of one word": (size) => "Word\n".repeat(size / 5),
  "no end mark": (size) => "the army killed the man and ".repeat(size / 28),
  datelines: (size) => "GAO, ".repeat(size / 5),
  abbreviations: (size) => "U.S. Gen. ".repeat(size / 10),
  "right to left": (size) => "قال الجيش إن ".repeat(size / 13),
  "pictures of several parts": (size) => "👩‍👩‍👧🙂".repeat(size / 10),
  "half pairs": (size) => "\ud83d \udc00".repeat(size / 3),
};

for (const [name, make] of Object.entries(HOSTILE)) {
  test(`200,000 units of ${name} are cut into tokens and sentences, all offsets right`, () => {
    const text = make(200_000);
    const { tokens, sentences } = reader.analyse({ text }, "sentences");
    expect(tokens.every((t) => t.text.length <= 256 && text.slice(t.start, t.end) === t.text)).toBe(true);
    expect(sentences.reduce((sum, s) => sum + s.to - s.from, 0)).toBe(tokens.length);
  }, 20_000);

  test(`${name} can be parsed`, () => {
    const { tokens } = reader.analyse({ text: make(6000) }, "parse");
    expect(tokens.every((t) => t.head >= -1 && t.head < tokens.length)).toBe(true);
  }, 20_000);
}
