import { INPUT_COLUMNS, inputRows, type Vocabulary } from "../tags/input.ts";
import type { WordTable } from "../tags/words.ts";
import { type Direction, MOST_WORDS } from "./kernels.ts";
import type { Workbench } from "./network.ts";
import { linearOf, type NetworkFile, vectorOf } from "./network-file.ts";

/** Steps of a 16-bit number in one unit: the words' vectors reach further than the layers' results. */
const INPUT_STEPS = 1024;
export const LAYER_STEPS = 2048;
const LAYERS = 3;
/** The tags are read off this layer, the arcs off the last. */
const TAG_LAYER = 1;

/** What the encoder looks up beside the network's numbers. */
export interface Lookups {
  readonly vocabulary: Vocabulary;
  /** Reads the tags off the layer that lies in the workbench's input. */
  readonly chooseTags: Encode;
}

export type Encode = (sentences: readonly WordTable[], bounds: readonly number[]) => Int32Array;

/** Reads the words of a batch in both directions; gives their tags and leaves the last layer in the workbench's input. */
export function encoderOf(file: NetworkFile, bench: Workbench, { vocabulary, chooseTags }: Lookups): Encode {
  const { columns } = file.table;
  const vectors = new Float32Array(MOST_WORDS * columns);
  const runLayer = (n: number, bounds: readonly number[]): void => {
    const words = bounds.at(-1) ?? 0;
    const { rows } = bench.multiply(`layer${n}`, words);
    const into = n % 2 === 0 ? 1 : 0;
    if (n === 0) readShortcut(file, bench, words);
    for (const direction of [2 * n, 2 * n + 1]) {
      for (let s = 0; s + 1 < bounds.length; s++) {
        bench.recur(direction, { first: bounds[s] ?? 0, end: bounds[s + 1] ?? 0, rows, into, steps: LAYER_STEPS });
      }
    }
  };
  return (sentences, bounds) => {
    const words = bounds.at(-1) ?? 0;
    embed(file, { sentences, bounds, vocabulary, out: vectors });
    bench.fill(vectors, words * columns, INPUT_STEPS);
    let tags: Int32Array = new Int32Array(0);
    for (let n = 0; n < LAYERS; n++) {
      runLayer(n, bounds);
      if (n === TAG_LAYER) tags = chooseTags(sentences, bounds);
    }
    return tags;
  };
}

/** Both directions of all layers, in order. */
export function directionsOf(file: NetworkFile): readonly Direction[] {
  return Array.from({ length: LAYERS }, (_, n) => n).flatMap((n) => [direction(file, n, 0), direction(file, n, 1)]);
}

/** Units of one direction of a layer. */
export function unitsOf(file: NetworkFile): number {
  return vectorOf(file, "v0").length / 4;
}

function direction(file: NetworkFile, n: number, side: 0 | 1): Direction {
  const units = unitsOf(file);
  const { scales, bias } = linearOf(file, `layer${n}`);
  const from = side * units * 3;
  const settings = new Float32Array(units * 8);
  const steps = n === 0 ? INPUT_STEPS : LAYER_STEPS;
  settings.set(scales.subarray(from, from + units * 3).map((scale) => scale / steps));
  settings.set(bias.subarray(from, from + units * 3), units * 3);
  settings.set(vectorOf(file, `v${n}`).subarray(side * units * 2, (side + 1) * units * 2), units * 6);
  return { settings, from, backwards: side === 1, to: side * units };
}

/** The first layer's shortcut stands among its sums; later layers pass on the results of the layer before. */
function readShortcut(file: NetworkFile, bench: Workbench, words: number): void {
  const { rows, scales, bias } = linearOf(file, "layer0");
  const width = unitsOf(file) * 2;
  const [out] = bench.results;
  const from = rows - width;
  for (let word = 0; word < words; word++) {
    for (let k = 0; k < width; k++) {
      const sum = bench.sums[word * rows + from + k] ?? 0;
      out[word * width + k] = (sum * (scales[from + k] ?? 0)) / INPUT_STEPS + (bias[from + k] ?? 0);
    }
  }
}

interface Embedding {
  readonly sentences: readonly WordTable[];
  readonly bounds: readonly number[];
  readonly vocabulary: Vocabulary;
  readonly out: Float32Array;
}

/** Adds up the vectors of each word's parts. */
function embed({ table }: NetworkFile, { sentences, bounds, vocabulary, out }: Embedding): void {
  const { columns, weights, scales } = table;
  out.fill(0, 0, (bounds.at(-1) ?? 0) * columns);
  for (const [s, sentence] of sentences.entries()) {
    const rows = inputRows(sentence, vocabulary);
    const first = bounds[s] ?? 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      const scale = scales[row] ?? 0;
      const [from, to] = [row * columns, (first + Math.floor(i / INPUT_COLUMNS)) * columns];
      for (let k = 0; k < columns; k++) out[to + k] = (out[to + k] ?? 0) + (weights[from + k] ?? 0) * scale;
    }
  }
}
