import fc from "fast-check";
import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader, type Doc } from "../../src/index.ts";

const reader = createReader(loadResources());

function parsed(text: string): Doc {
  return reader.analyse({ text }, "parse");
}

/** "killed>nsubj>Gunmen": head, relation and word of every arc of one of the relations. */
function arcs(text: string, ...relations: readonly string[]): readonly string[] {
  const { tokens } = parsed(text);
  return tokens
    .filter((t) => relations.includes(t.deprel))
    .map((t) => `${tokens[t.head]?.text ?? "·"}>${t.deprel}>${t.text}`);
}

test("subject and object of a plain clause", () => {
  expect(arcs("The rebels attacked the town.", "nsubj", "obj")).toEqual(["attacked>nsubj>rebels", "attacked>obj>town"]);
});

test("the passive keeps its subject and its doer apart", () => {
  expect(
    arcs("The village was attacked by fighters who had fled the town.", "nsubj:pass", "aux:pass", "obl:agent"),
  ).toEqual(["attacked>nsubj:pass>village", "attacked>aux:pass>was", "attacked>obl:agent>fighters"]);
});

test("a relative clause hangs on its noun", () => {
  expect(arcs("The village was attacked by fighters who had fled the town.", "acl:relcl")).toEqual([
    "fighters>acl:relcl>fled",
  ]);
});

test("a sentence of one word is its own root", () => {
  expect(parsed("Run!").tokens.map((t) => t.deprel)).toContain("root");
});

test("a sentence of a thousand words has one root and heads inside it", () => {
  const { tokens, sentences } = parsed(`${"the old man and ".repeat(250)}left.`);
  expect(sentences).toHaveLength(1);
  expect(tokens.filter((t) => t.deprel === "root")).toHaveLength(1);
  for (const t of tokens) expect(t.head).toBeLessThan(tokens.length);
});

test("heads stay inside their sentence, one root each, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          "Army",
          "kills",
          "5",
          ".",
          ",",
          "“",
          "the",
          "said",
          "\n\n",
          "المدينة",
          "🙂",
          "a-b",
          "don't",
          "(",
          "AP",
        ),
        { maxLength: 60 },
      ),
      (parts) => {
        const { tokens, sentences } = parsed(parts.join(" "));
        for (const s of sentences) {
          const words = tokens.slice(s.from, s.to);
          expect(words.filter((t) => t.head === -1)).toHaveLength(1);
          for (const t of words) if (t.head !== -1) expect(t.head >= s.from && t.head < s.to).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});
