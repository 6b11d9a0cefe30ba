import { expect, test } from "vitest";
import type { Token } from "../../src/index.ts";
import { describing, fittingTag } from "../../src/parse/mend.ts";

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
