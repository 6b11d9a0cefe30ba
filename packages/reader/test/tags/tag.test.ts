import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";
import { formsOf } from "../../src/tags/lemma.ts";

const reader = createReader(loadResources());

function tagged(text: string): string {
  return reader
    .analyse({ text }, "tags")
    .tokens.map((t) => `${t.text}/${t.upos}`)
    .join(" ");
}

function lemmas(text: string): string {
  return reader
    .analyse({ text }, "tags")
    .tokens.map((t) => t.lemma)
    .join(" ");
}

test("words of plain news sentences get their parts of speech", () => {
  expect(tagged("The army killed five rebels near Gao on Friday.")).toBe(
    "The/DET army/NOUN killed/VERB five/NUM rebels/NOUN near/ADP Gao/PROPN on/ADP Friday/PROPN ./PUNCT",
  );
});

test("a text in capitals is tagged like one in small letters", () => {
  expect(tagged("THE ARMY KILLED FIVE REBELS IN THE NORTH OF THE COUNTRY.")).toBe(
    "THE/DET ARMY/NOUN KILLED/VERB FIVE/NUM REBELS/NOUN IN/ADP THE/DET NORTH/NOUN OF/ADP THE/DET COUNTRY/NOUN ./PUNCT",
  );
});

test("lemmas of regular and irregular forms", () => {
  expect(lemmas("The gunmen fled after they had seized and shelled cities.")).toBe(
    "the gunman flee after they have seize and shell city .",
  );
});

test("forms of regular verbs lead back to their dictionary form", () => {
  expect(formsOf("explode", false).map(([form]) => form)).toEqual(["exploded", "exploding", "explodes"]);
  expect(formsOf("stab", true).map(([form]) => form)).toEqual(["stabbed", "stabbing", "stabs"]);
  expect(formsOf("deny", false).map(([form]) => form)).toEqual(["denied", "denying", "denies"]);
  expect(formsOf("agree", false).map(([form]) => form)).toEqual(["agreed", "agreeing", "agrees"]);
});
