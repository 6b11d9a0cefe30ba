import type { Upos } from "../doc.ts";
import { FEATURES, tagFeatures } from "./features.ts";
import { type SparseModel, unpackModel } from "./sparse-model.ts";
import type { WordTable } from "./words.ts";

/** A part of speech in both tag sets. */
export interface Tag {
  readonly upos: Upos;
  /** Penn Treebank tag. */
  readonly xpos: string;
}

/** Gives each word of a sentence its tag. */
export interface Tagger {
  readonly tags: readonly Tag[];
  /** For each word the place of its tag in `tags`. */
  tag(words: WordTable): Int32Array;
}

/** The tagger of a weight file's bytes. */
export function taggerOf(file: Uint8Array): Tagger {
  const model = unpackModel(file);
  return { tags: model.classes.map(tagOf), tag: (words) => decode(model, words) };
}

/** A tag from its class name: "VERB VBD". */
export function tagOf(name: string): Tag {
  const [upos = "X", xpos = "FW"] = name.split(" ");
  return { upos: upos as Upos, xpos };
}

function decode(model: SparseModel, words: WordTable): Int32Array {
  const chosen = new Int32Array(words.length);
  const features = new Int32Array(FEATURES);
  const scores = new Float64Array(model.classes.length);
  for (let i = 0; i < words.length; i++) {
    scores.fill(0);
    model.score(features, tagFeatures(words, i, chosen, features), scores);
    chosen[i] = best(scores);
  }
  return chosen;
}

/** The place of the largest score, the first of equals. */
export function best(scores: Float64Array): number {
  let top = 0;
  for (let c = 1; c < scores.length; c++) if ((scores[c] ?? 0) > (scores[top] ?? 0)) top = c;
  return top;
}
