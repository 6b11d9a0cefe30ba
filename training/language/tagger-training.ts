import { FEATURES, tagFeatures } from "../../packages/reader/src/tags/features.ts";
import { wordTable } from "../../packages/reader/src/tags/words.ts";
import type { GoldSentence } from "./conllu.ts";
import { Perceptron } from "./perceptron.ts";
import { randomFrom, restyled, shuffled } from "./shuffle.ts";
import { tagName } from "./tag-names.ts";

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

/** The place of the largest score, the first of equals. */
function best(scores: Float64Array): number {
  let top = 0;
  for (let c = 1; c < scores.length; c++) if ((scores[c] ?? 0) > (scores[top] ?? 0)) top = c;
  return top;
}
