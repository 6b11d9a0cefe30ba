import { expect, test } from "vitest";
import { addPhrase, BITS, emptyGazetteer, fold, lookup, partsOf } from "../../src/names/gazetteer.ts";
import { join } from "../../src/names/hash.ts";
import { bitsOf, readGazetteer } from "../../src/names/known.ts";

test("a phrase is found by the parts of its words, whatever accents and hyphens it is written with", () => {
  const gazetteer = emptyGazetteer(10);
  addPhrase(gazetteer, "al-Qaïda", BITS.org);
  const [al = 0, qaida = 0] = partsOf("Al Qaida");
  expect(lookup(gazetteer, join(al, qaida)) & BITS.org).toBe(BITS.org);
  expect(lookup(gazetteer, al)).toBe(BITS.prefix);
  expect(lookup(gazetteer, qaida)).toBe(0);
});

test("folding takes off accents and capitals and leaves other scripts", () => {
  expect(fold("Ségou")).toBe("segou");
  expect(fold("باماكو")).toBe("باماكو");
});

test("a lexicon's classes are joined by +; an unknown class is refused", () => {
  expect(bitsOf("city+region")).toBe(BITS.city | BITS.region);
  expect(() => bitsOf("planet")).toThrow("planet");
});

test("a file that is no gazetteer is refused", () => {
  expect(() => readGazetteer(new Uint8Array(16), [])).toThrow("not a gazetteer");
});
