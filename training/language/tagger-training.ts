import { FEATURES, tagFeatures } from "../../packages/reader/src/tags/features.ts";
import { best } from "../../packages/reader/src/tags/tagger.ts";
import { wordTable } from "../../packages/reader/src/tags/words.ts";
import type { GoldSentence } from "./conllu.ts";
import { Perceptron } from "./perceptron.ts";
import { randomFrom, restyled, shuffled } from "./shuffle.ts";

/** The class name of a gold word's tag, as `tagOf` reads it. */
export function tagName(word: { readonly upos: string; readonly xpos: string }): string {
  return `${word.upos} ${word.xpos}`;
}

/** Tags seen in the sentences, in order of name; those seen fewer than three times stand under none. */
export function tagNames(sentences: readonly GoldSentence[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of sentences.flatMap((s) => s.words)) counts.set(tagName(word), (counts.get(tagName(word)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 3)
    .map(([name]) => name)
    .sort();
}

/** Learns a tagger; the same sentences, names and number of rounds give the same weights. */
export function trainTagger(sentences: readonly GoldSentence[], names: readonly string[], rounds: number): Perceptron {
  const model = new Perceptron(names.length);
  const random = randomFrom(17);
  const place = new Map(names.map((name, i) => [name, i]));
  const features = new Int32Array(FEATURES);
  const scores = new Float64Array(names.length);
  for (let round = 0; round < rounds; round++) {
    for (const { words } of shuffled(sentences, random)) {
      const table = wordTable(
        restyled(
          words.map((w) => w.form),
          random,
        ),
      );
      const chosen = new Int32Array(words.length);
      for (const [i, word] of words.entries()) {
        const count = tagFeatures(table, i, chosen, features);
        scores.fill(0);
        model.score(features, count, scores);
        const guess = best(scores);
        chosen[i] = guess;
        const right = place.get(tagName(word));
        if (right === undefined) continue;
        model.tick();
        if (guess === right) continue;
        model.update(features, count, { label: right, by: 1 });
        model.update(features, count, { label: guess, by: -1 });
      }
    }
  }
  return model;
}
