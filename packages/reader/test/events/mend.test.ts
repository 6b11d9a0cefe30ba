import { expect, test } from "vitest";
import {
  withGerundObjects,
  withGerunds,
  withHeadlineVerbs,
  withParticiples,
  withPastTenses,
  withSubjects,
  withVerbs,
} from "../../src/events/mend.ts";
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

test("two nouns hung on a first word are subject and object of the verb between them", () => {
  const doc = handDoc(
    "Two NUM CD 0 root|of ADP IN 3 case|guards NOUN NNS 1 nmod|severed ADJ JJ 5 amod|ties NOUN NNS 1 nmod tie",
  );
  const tokens = withPastTenses(doc.tokens, () => "sever", severs);
  expect(tokens[0]).toMatchObject({ head: 3, deprel: "nsubj" });
  expect(tokens[3]).toMatchObject({ upos: "VERB", deprel: "root" });
});

test("a noun taken for a part of the finite verb after it is its subject", () => {
  const hits = handDoc("Strike NOUN NN 2 compound|hits VERB VBZ 0 root hit|clinic NOUN NN 2 obj");
  expect(withSubjects(hits.tokens)[0]).toMatchObject({ head: 1, deprel: "nsubj" });
  const led = handDoc("Army NOUN NN 2 compound|led VERB VBN 0 root lead");
  expect(withSubjects(led.tokens)).toEqual(led.tokens);
});

test("a word with subject and object whose verb is known is that verb, a predicate noun is none", () => {
  const cost = "Clashes NOUN NNS 2 nsubj|severed NOUN NN 0 root|ties NOUN NNS 2 obj tie";
  expect(withVerbs(handDoc(cost).tokens, () => "sever", severs)[1]).toMatchObject({ upos: "VERB", lemma: "sever" });
  const is = "Clashes NOUN NNS 3 nsubj|are AUX VBP 3 cop be|severed NOUN NN 0 root|ties NOUN NNS 3 obj tie";
  expect(withVerbs(handDoc(is).tokens, () => "sever", severs)).toEqual(handDoc(is).tokens);
});

test("a gerund after a verb of beginning or of charging is the verb of the plural after it", () => {
  const began = handDoc(
    "Rebels NOUN NNS 2 nsubj|began VERB VBD 0 root begin|torturing NOUN NN 4 compound|guards NOUN NNS 2 obj",
  );
  expect(withGerundObjects(began.tokens, isEventVerb)[2]).toMatchObject({ lemma: "torture", head: 1, deprel: "xcomp" });
  const saw = handDoc(
    "Rebels NOUN NNS 2 nsubj|saw VERB VBD 0 root see|torturing NOUN NN 4 compound|guards NOUN NNS 2 obj",
  );
  expect(withGerundObjects(saw.tokens, isEventVerb)).toEqual(saw.tokens);
});

test("a plural between a noun and the plural that is the root is a headline's verb", () => {
  const bishop = handDoc("Bishop NOUN NN 2 compound|arrests NOUN NNS 3 compound arrest|thieves NOUN NNS 0 root");
  expect(withHeadlineVerbs(bishop.tokens, isEventVerb)[1]).toMatchObject({ upos: "VERB", deprel: "root" });
  const sales = handDoc("Arms NOUN NNS 2 compound|sales NOUN NNS 3 compound sale|figures NOUN NNS 0 root");
  expect(withHeadlineVerbs(sales.tokens, isEventVerb)).toEqual(sales.tokens);
});
