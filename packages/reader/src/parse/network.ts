import type { SparseModel } from "../sentences/sparse-model.ts";
import type { Vocabulary } from "../tags/input.ts";
import type { WordTable } from "../tags/words.ts";
import { arcReader } from "./arcs.ts";
import { directionsOf, encoderOf, unitsOf } from "./encoder.ts";
import { type Kernels, kernelsOf, MOST_WORDS } from "./kernels.ts";
import { type Linear, linearOf, type NetworkFile, unpackNetwork } from "./network-file.ts";
import { tagChooser } from "./tag-choice.ts";

/** What the network says of one sentence: places of tags, of heads (the root: the sentence's length) and of relations. */
export interface Analysis {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** Tags and parses sentences in one pass. */
export interface Network {
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** Analyses sentences together: faster than one by one, with the same result. None may be longer than `LONGEST_SENTENCE`. */
  analyse(sentences: readonly WordTable[]): readonly Analysis[];
}

/** Longer sentences are cut before they are analysed: the arcs of a sentence grow with the square of its length. */
export const LONGEST_SENTENCE = 192;

/** The network's matrices, in the order in which the multiplier keeps them. */
const MATRICES: readonly string[] = ["layer0", "layer1", "layer2", "tags", "ends", "arc", "label"];

/** A way to multiply the words at hand with a matrix by its name, and the sums that come of it. */
export interface Workbench
  extends Pick<Kernels, "input" | "sums" | "results" | "recur" | "asking" | "ends" | "scores" | "dots"> {
  multiply(name: string, words: number): Linear;
  /** Puts numbers into the input, `steps` to the unit. */
  fill(values: Float32Array, count: number, steps: number): void;
}

/** The network of a weight file's bytes; `words` is the linear model that has a say in the tags. */
export function networkOf(bytes: Uint8Array, words: SparseModel | null = null): Network {
  const file = unpackNetwork(bytes);
  const bench = workbenchOf(file);
  const vocabulary: Vocabulary = new Map(Array.from(file.vocabulary, (hash, i) => [hash, i + 1] as const));
  const encode = encoderOf(file, bench, { vocabulary, chooseTags: tagChooser(file, bench, words) });
  const readArcs = arcReader(file, bench);
  const run = (sentences: readonly WordTable[]): readonly Analysis[] => {
    const bounds = boundsOf(sentences);
    const tags = encode(sentences, bounds);
    const { heads, relations } = readArcs(bounds);
    return sentences.map((_, s) => {
      const [from, to] = [bounds[s] ?? 0, bounds[s + 1] ?? 0];
      return { tags: tags.slice(from, to), heads: heads.slice(from, to), relations: relations.slice(from, to) };
    });
  };
  return { tags: file.tags, relations: file.relations, analyse: (sentences) => batchesOf(sentences).flatMap(run) };
}

function workbenchOf(file: NetworkFile): Workbench {
  const matrices = MATRICES.map((name) => linearOf(file, name));
  const kernels = kernelsOf({
    matrices,
    directions: directionsOf(file),
    units: unitsOf(file),
    arc: linearOf(file, "arc").rows,
    ends: linearOf(file, "ends").rows,
    longest: LONGEST_SENTENCE,
  });
  const { input } = kernels;
  return {
    ...kernels,
    multiply: (name, words) => {
      kernels.multiply(MATRICES.indexOf(name), words);
      return linearOf(file, name);
    },
    fill: (values, count, steps) => {
      for (let i = 0; i < count; i++) {
        const value = (values[i] ?? 0) * steps;
        input[i] = value > 32767 ? 32767 : value < -32768 ? -32768 : Math.round(value);
      }
    },
  };
}

/** Runs of sentences that fit into one multiplication. */
function batchesOf(sentences: readonly WordTable[]): readonly (readonly WordTable[])[] {
  const batches: WordTable[][] = [];
  let room = 0;
  for (const sentence of sentences) {
    if (sentence.length > room) {
      batches.push([]);
      room = MOST_WORDS;
    }
    batches.at(-1)?.push(sentence);
    room -= sentence.length;
  }
  return batches;
}

/** Where each sentence begins among the words of a batch, and where the last ends. */
function boundsOf(sentences: readonly WordTable[]): readonly number[] {
  const bounds = [0];
  for (const sentence of sentences) bounds.push((bounds.at(-1) ?? 0) + sentence.length);
  return bounds;
}
