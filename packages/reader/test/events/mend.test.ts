import { expect, test } from "vitest";
import { withGerunds, withParticiples, withPastTenses } from "../../src/events/mend.ts";
import { handDoc, word } from "./hand-doc.ts";

const isEventVerb = (lemma: string): boolean => lemma === "arrest" || lemma === "torture";

test("a participle taken for an adjective after 'was' is the verb", () => {
  const doc = handDoc("He PRON PRP 3 nsubj|was AUX VBD 3 cop be|arrested ADJ JJ 0 root");
  const tokens = withParticiples(doc.tokens, () => "arrest", isEventVerb);
  expect(tokens[2]).toMatchObject({ upos: "VERB", xpos: "VBN", lemma: "arrest" });
});

test("an adjective without a verb behind it stays one", () => {
  const doc = handDoc("He PRON PRP 3 nsubj|was AUX VBD 3 cop be|wicked ADJ JJ 0 root");
  expect(withParticiples(doc.tokens, () => "wicked", isEventVerb)).toEqual(doc.tokens);
});

test("a gerund taken for its object's adjective hangs on the verb above, the object on it", () => {
  const doc = handDoc(
    "Groups NOUN NNS 2 nsubj|accused VERB VBD 0 root accuse|police NOUN NNS 2 obj|of ADP IN 6 case|torturing VERB VBG 6 amod torture|prisoners NOUN NNS 3 nmod",
  );
  const tokens = withGerunds(doc.tokens, isEventVerb);
  expect(tokens[4]).toMatchObject({ head: word(doc, "accused").i, deprel: "advcl" });
  expect(tokens[5]).toMatchObject({ head: 4, deprel: "obj" });
});

const severs = (lemma: string): boolean => lemma === "sever";
const SEVERED =
  "Kingdom NOUN NN 0 root|severed ADJ JJ 3 amod|ties NOUN NNS 1 appos tie|with ADP IN 5 case|neighbours NOUN NNS 3 nmod";

test("a past tense taken for its object's adjective is the verb between subject and object", () => {
  const tokens = withPastTenses(handDoc(SEVERED).tokens, () => "sever", severs);
  expect(tokens[0]).toMatchObject({ head: 1, deprel: "nsubj" });
  expect(tokens[1]).toMatchObject({ upos: "VERB", xpos: "VBD", lemma: "sever", head: -1, deprel: "root" });
  expect(tokens[2]).toMatchObject({ head: 1, deprel: "obj" });
});

test("an apposition after a comma and an adjective of no event stay", () => {
  const comma = "Kingdom NOUN NN 0 root|, PUNCT , 4 punct|severed ADJ JJ 4 amod|ties NOUN NNS 1 appos tie";
  expect(withPastTenses(handDoc(comma).tokens, () => "sever", severs)).toEqual(handDoc(comma).tokens);
  expect(
    withPastTenses(
      handDoc(SEVERED).tokens,
      () => "sever",
      () => false,
    ),
  ).toEqual(handDoc(SEVERED).tokens);
});
