import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { readTellings } from "../../src/events/claims.ts";
import { eventsData } from "../../src/events/index.ts";
import { handDoc } from "./hand-doc.ts";

const parts = { ...eventsData(loadResources()), trace: null, participleLemma: (form: string): string => form };

function seconds(words: string): number {
  const doc = handDoc(words);
  const started = Date.now();
  readTellings(doc, parts);
  return (Date.now() - started) / 1000;
}

test.each([
  [
    "one word hung with twenty thousand others",
    (i: number) => `killed VERB VBD ${i === 0 ? 0 : 1} ${i === 0 ? "root" : "conj"} kill`,
  ],
  ["a chain of twenty thousand deeds", (i: number) => `killed VERB VBD ${i} ${i === 0 ? "root" : "conj"} kill`],
  ["a chain of twenty thousand event nouns", (i: number) => `attack NOUN NN ${i} ${i === 0 ? "root" : "nmod"} attack`],
])("%s are read in bounded time", (_name, word) => {
  expect(seconds(Array.from({ length: 20_000 }, (_, i) => word(i)).join("|"))).toBeLessThan(20);
});
