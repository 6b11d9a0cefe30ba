import { expect, test } from "vitest";
import type { Token } from "../../src/index.ts";
import { describing, fittingTag, mended } from "../../src/parse/mend.ts";

function token(i: number, text: string, rest: Partial<Token>): Token {
  const plain = {
    sentence: 0,
    start: 0,
    end: 1,
    lower: text,
    lemma: text,
    upos: "NOUN",
    xpos: "NN",
    head: -1,
    deprel: "root",
  } as const;
  return { ...plain, i, text, ...rest };
}

test("'as' that marks a clause is a conjunction", () => {
  expect(fittingTag(token(1, "as", { upos: "ADP", xpos: "IN", deprel: "mark", head: 3 })).upos).toBe("SCONJ");
});

test("'as' before a noun stays a preposition", () => {
  expect(fittingTag(token(1, "as", { upos: "ADP", xpos: "IN", deprel: "case", head: 3 })).upos).toBe("ADP");
});

test("of a noun and a name that are both the subject, the noun describes the name", () => {
  const leader = token(1, "leader", { head: 3, deprel: "nsubj" });
  const name = token(2, "Sankoh", { upos: "PROPN", xpos: "NNP", head: 3, deprel: "nsubj" });
  expect(describing(leader, name)).toMatchObject({ head: 2, deprel: "nmod:desc" });
});

test("two subjects of different verbs are left alone", () => {
  const leader = token(1, "leader", { head: 3, deprel: "nsubj" });
  const name = token(2, "Sankoh", { upos: "PROPN", xpos: "NNP", head: 4, deprel: "nsubj" });
  expect(describing(leader, name)).toBe(leader);
});

/** "[…] children , police and medics said": 0 killed, 1 children, 2 comma, 3 police, 4 and, 5 medics, 6 said. */
function listBefore(verb: Partial<Token>): readonly Token[] {
  return [
    token(0, "killed", { upos: "VERB", xpos: "VBD", head: 6, deprel: "ccomp" }),
    token(1, "children", { head: 0, deprel: "obj" }),
    token(2, ",", { upos: "PUNCT", xpos: ",", head: 3, deprel: "punct" }),
    token(3, "police", { head: 1, deprel: "conj" }),
    token(4, "and", { upos: "CCONJ", xpos: "CC", head: 5, deprel: "cc" }),
    token(5, "medics", { head: 1, deprel: "conj" }),
    token(6, "said", { upos: "VERB", xpos: "VBD", ...verb }),
  ];
}

test("a list before 'said' without a subject gives its part after the comma to the verb", () => {
  const tokens = mended(listBefore({}));
  expect(tokens.map((t) => `${t.deprel} ${t.head}`).slice(3, 6)).toEqual(["nsubj 6", "cc 5", "conj 3"]);
});

test("a list before a verb that has its subject is left alone", () => {
  const tokens = [...listBefore({}), token(7, "officials", { head: 6, deprel: "nsubj" })];
  expect(mended(tokens).map((t) => t.head)).toEqual(tokens.map((t) => t.head));
});
