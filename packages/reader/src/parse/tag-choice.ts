import type { SparseModel } from "../sentences/sparse-model.ts";
import { FEATURES, tagFeatures } from "../tags/features.ts";
import type { WordTable } from "../tags/words.ts";
import { type Encode, LAYER_STEPS } from "./encoder.ts";
import type { Workbench } from "./network.ts";
import type { NetworkFile } from "./network-file.ts";

// How much a unit of the linear model's weights counts beside the network's scores: the best on the dev parts of EWT and
// GUM together lies between 0.005 and 0.01.
const SHARE = 0.005;

/**
 * Chooses the tags of a batch from left to right: the network's score and that of a linear model, which sees words as they
 * are written, their neighbours and the tags chosen before. Either alone is worse.
 */
export function tagChooser(file: NetworkFile, bench: Workbench, words: SparseModel | null): Encode {
  const places = file.tags.map((tag) => words?.classes.indexOf(tag) ?? -1);
  const said = new Float64Array(words?.classes.length ?? 0);
  const features = new Int32Array(FEATURES);
  return (sentences, bounds) => {
    const { rows, scales, bias } = bench.multiply("tags", bounds.at(-1) ?? 0);
    const score = (word: number, tag: number): number => {
      const own = ((bench.sums[word * rows + tag] ?? 0) * (scales[tag] ?? 0)) / LAYER_STEPS + (bias[tag] ?? 0);
      return own + SHARE * (said[places[tag] ?? -1] ?? 0);
    };
    const tags = new Int32Array(bounds.at(-1) ?? 0);
    for (const [s, sentence] of sentences.entries()) {
      const chosen = new Int32Array(sentence.length);
      for (let i = 0; i < sentence.length; i++) {
        if (words !== null) listen(words, { sentence, i, chosen, features, said });
        const tag = bestOf(rows, (bounds[s] ?? 0) + i, score);
        tags[(bounds[s] ?? 0) + i] = tag;
        chosen[i] = places[tag] ?? 0;
      }
    }
    return tags;
  };
}

interface Listening {
  readonly sentence: WordTable;
  readonly i: number;
  readonly chosen: Int32Array;
  readonly features: Int32Array;
  readonly said: Float64Array;
}

function listen(words: SparseModel, { sentence, i, chosen, features, said }: Listening): void {
  said.fill(0);
  words.score(features, tagFeatures(sentence, i, chosen, features), said);
}

function bestOf(tags: number, word: number, score: (word: number, tag: number) => number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let tag = 0; tag < tags; tag++) {
    const now = score(word, tag);
    if (now > most) [best, most] = [tag, now];
  }
  return best;
}
