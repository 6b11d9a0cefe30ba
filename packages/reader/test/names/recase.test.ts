import { expect, test } from "vitest";
import type { Token, Upos } from "../../src/doc.ts";
import { addBits, addPhrase, BITS, emptyGazetteer, partsOf, SMALL_SHIFT } from "../../src/names/gazetteer.ts";
import { Recaser, type Spelled } from "../../src/names/recase.ts";
import { CASE, type Knowledge, wordOf } from "../../src/names/word.ts";
import { NO_CLASSES } from "../../src/names/word-classes.ts";

// How often plain text writes these small: 7 always, 4 mostly, 2 seldom.
const SMALL = { the: 7, killed: 6, army: 4, national: 4, rapid: 6, support: 6, west: 2 };

function knowledge(): Knowledge {
  const gazetteer = emptyGazetteer(50);
  for (const [word, rank] of Object.entries(SMALL))
    addBits(gazetteer, partsOf(word)[0] ?? 0, (rank << SMALL_SHIFT) >>> 0);
  addPhrase(gazetteer, "Gao", BITS.city);
  return { gazetteer, classes: NO_CLASSES };
}

/** "THE/DET ARMY/NOUN" as the recaser spells it: words with their case. */
function recased(tagged: string): string {
  const known = knowledge();
  const recaser = new Recaser(known);
  const all: readonly Spelled[] = tagged.split(" ").map((pair, i) => {
    const [text = "", upos = "X"] = pair.split("/");
    const word = wordOf(text, text.toLowerCase(), known);
    const token: Token = {
      i,
      start: 0,
      end: text.length,
      text,
      lower: text.toLowerCase(),
      sentence: 0,
      upos: upos as Upos,
      xpos: "",
      lemma: "",
      head: -1,
      deprel: "dep",
    };
    return { token, word };
  });
  const spell = (word: Spelled["word"]): string =>
    word.case === CASE.capitals
      ? word.lower.toUpperCase()
      : word.case === CASE.initial
        ? (word.lower[0] ?? "").toUpperCase() + word.lower.slice(1)
        : word.lower;
  return all.map((here, i) => spell(recaser.word(here, all[i - 1], all[i + 1]))).join(" ");
}

test("a proper noun gets a capital, a common word none", () => {
  expect(recased("THE/DET TOGOLA/PROPN KILLED/VERB")).toBe("the Togola killed");
});

test("a place the gazetteer knows gets a capital though the tagger takes it for a noun", () => {
  expect(recased("GAO/NOUN")).toBe("Gao");
});

test("a word that is part of a name as often as not stays in capitals", () => {
  expect(recased("THE/DET NATIONAL/ADJ ARMY/NOUN KILLED/VERB")).toBe("the NATIONAL ARMY killed");
});

test("a common word stays in capitals beside a proper noun only", () => {
  expect(recased("RAPID/ADJ SUPPORT/NOUN THE/DET")).toBe("rapid support the");
  expect(recased("DARFUR/PROPN SUPPORT/NOUN")).toBe("Darfur SUPPORT");
});

test("an acronym stays one: without a vowel, or alone in brackets", () => {
  expect(recased("THE/DET FMLN/PROPN")).toBe("the FMLN");
  expect(recased("(/PUNCT AP/PROPN )/PUNCT")).toBe("( AP )");
  expect(recased("AP/PROPN")).toBe("Ap");
});
