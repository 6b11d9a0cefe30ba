import type { SparseModel } from "../sentences/sparse-model.ts";
import { FEATURES, tagFeatures } from "../tags/features.ts";
import type { WordTable } from "../tags/words.ts";
import { type Encode, LAYER_STEPS } from "./encoder.ts";
import type { Workbench } from "./network.ts";
import { linearOf, type NetworkFile } from "./network-file.ts";

// How much a unit of the linear model's weights counts beside the network's scores: the best on the dev parts of EWT and
// GUM together lies between 0.005 and 0.01.
const SHARE = 0.005;

/**
 * Chooses the tags of a batch from left to right: the network's score and that of a linear model, which sees words as they
 * are written, their neighbours and the tags chosen before. Either alone is worse.
 */
export function tagChooser(file: NetworkFile, bench: Workbench, words: SparseModel | null): Encode {
  const { rows, scales, bias } = linearOf(file, "tags");
  // A tag that the linear model does not know reads the place behind its last, where nothing is ever said.
  const silent = words?.classes.length ?? 0;
  const places = Int32Array.from(file.tags, (tag) => {
    const place = words?.classes.indexOf(tag) ?? -1;
    return place < 0 ? silent : place;
  });
  const units = scales.map((scale) => scale / LAYER_STEPS);
  const said = new Float64Array(silent + 1);
  const features = new Int32Array(FEATURES);
  const best = (word: number): number => {
    const from = word * rows;
    let top = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let tag = 0; tag < rows; tag++) {
      const own = (bench.sums[from + tag] ?? 0) * (units[tag] ?? 0) + (bias[tag] ?? 0);
      const score = own + SHARE * (said[places[tag] ?? 0] ?? 0);
      if (score > most) [top, most] = [tag, score];
    }
    return top;
  };
  return (sentences, bounds) => {
    bench.multiply("tags", bounds.at(-1) ?? 0);
    const tags = new Int32Array(bounds.at(-1) ?? 0);
    for (const [s, sentence] of sentences.entries()) {
      const first = bounds[s] ?? 0;
      const chosen = new Int32Array(sentence.length);
      for (let i = 0; i < sentence.length; i++) {
        if (words !== null) listen(words, { sentence, i, chosen, features, said });
        const tag = best(first + i);
        tags[first + i] = tag;
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
