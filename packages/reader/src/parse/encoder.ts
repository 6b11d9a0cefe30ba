import { INPUT_COLUMNS, inputRows, type Vocabulary } from "../tags/input.ts";
import type { WordTable } from "../tags/words.ts";
import { MOST_VECTORS } from "./matrix.ts";
import type { Workbench } from "./network.ts";
import { linearOf, type NetworkFile, vectorOf } from "./network-file.ts";
import { type Direction, recurrence } from "./recurrence.ts";

/** Steps of a 16-bit number in one unit: the words' vectors reach further than the layers' results. */
const INPUT_STEPS = 1024;
export const LAYER_STEPS = 2048;
const LAYERS = 3;
/** The tags are read off this layer, the arcs off the last. */
const TAG_LAYER = 1;

/** Reads the words of a batch in both directions; gives their tags and leaves the last layer in the workbench's input. */
export function encoderOf(
  file: NetworkFile,
  bench: Workbench,
  vocabulary: Vocabulary,
): (sentences: readonly WordTable[], bounds: readonly number[]) => Int32Array {
  const { columns } = file.table;
  const units = vectorOf(file, "v0").length / 4;
  const vectors = new Float32Array(MOST_VECTORS * columns);
  const results = Array.from({ length: LAYERS }, () => new Float32Array(MOST_VECTORS * units * 2));
  const directions = Array.from({ length: LAYERS }, (_, n) => directionsOf(vectorOf(file, `v${n}`), n, units));
  const recur = recurrence();
  const runLayer = (n: number, bounds: readonly number[]): void => {
    const words = bounds.at(-1) ?? 0;
    const linear = bench.multiply(`layer${n}`, words);
    const [input, output] = [results[n - 1] ?? vectors, results[n] ?? vectors];
    const unit = 1 / (n === 0 ? INPUT_STEPS : LAYER_STEPS);
    const layer = { sums: bench.sums, linear, unit, input, output, width: units * 2 };
    for (const direction of directions[n] ?? []) {
      for (let s = 0; s + 1 < bounds.length; s++)
        recur(layer, direction, { first: bounds[s] ?? 0, end: bounds[s + 1] ?? 0 });
    }
    bench.fill(output, words * units * 2, LAYER_STEPS);
  };
  return (sentences, bounds) => {
    const words = bounds.at(-1) ?? 0;
    embed(file, { sentences, bounds, vocabulary, out: vectors });
    bench.fill(vectors, words * columns, INPUT_STEPS);
    let tags: Int32Array = new Int32Array(0);
    for (let n = 0; n < LAYERS; n++) {
      runLayer(n, bounds);
      if (n === TAG_LAYER) tags = readTags(file, bench, words);
    }
    return tags;
  };
}

function directionsOf(v: Float32Array, n: number, units: number): readonly Direction[] {
  return [false, true].map((backwards) => {
    const side = backwards ? 1 : 0;
    return {
      units,
      from: side * units * 3,
      backwards,
      v: v.subarray(side * units * 2, (side + 1) * units * 2),
      to: side * units,
      shortcut: n === 0 ? units * (6 + side) : -1,
    };
  });
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

function readTags(file: NetworkFile, bench: Workbench, words: number): Int32Array {
  bench.multiply("tags", words);
  const { rows, scales, bias } = linearOf(file, "tags");
  const tags = new Int32Array(words);
  for (let word = 0; word < words; word++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let tag = 0; tag < rows; tag++) {
      const score = ((bench.sums[word * rows + tag] ?? 0) * (scales[tag] ?? 0)) / LAYER_STEPS + (bias[tag] ?? 0);
      if (score > most) [tags[word], most] = [tag, score];
    }
  }
  return tags;
}
