import { LAYER_STEPS } from "./encoder.ts";
import { type ArcScores, treeOf } from "./heads.ts";
import type { Workbench } from "./network.ts";
import { linearOf, type NetworkFile, vectorOf } from "./network-file.ts";

/** Steps of a 16-bit number in one unit, for what the relations are read off. */
const LABEL_STEPS = 1024;
/** The root's place in the list of distances: no word stands that far to the left of itself. */
const ROOT_SIDE = 0;

/** Heads (within each sentence; the root: its length) and relations of the words of a batch. */
export interface Arcs {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** Reads arcs off the last layer, which lies in the workbench's input. */
export function arcReader(file: NetworkFile, bench: Workbench): (bounds: readonly number[]) => Arcs {
  const arc = linearOf(file, "arc").rows;
  const label = vectorOf(file, "root_label").length;
  const width = 2 * (arc + label);
  const { ends, asking } = bench;
  return (bounds) => {
    const words = bounds.at(-1) ?? 0;
    readSums(file, bench, { name: "ends", words, steps: LAYER_STEPS, out: ends });
    for (let word = 0; word < words; word++) {
      for (let k = 0; k < arc; k++) {
        asking[word * arc + k] = Math.max(0, ends[word * width + k] ?? 0);
        ends[word * width + arc + k] = Math.max(0, ends[word * width + arc + k] ?? 0);
      }
    }
    bench.fill(asking, words * arc, LAYER_STEPS);
    readSums(file, bench, { name: "arc", words, steps: LAYER_STEPS, out: asking });
    const heads = new Int32Array(words);
    for (let s = 0; s + 1 < bounds.length; s++) {
      const [first, end] = [bounds[s] ?? 0, bounds[s + 1] ?? 0];
      heads.set(treeOf(scoresOf(file, bench, { first, length: end - first, arc })), first);
    }
    return { heads, relations: relationsOf(file, bench, { bounds, heads, ends, from: arc * 2, label, asking }) };
  };
}

interface Reading {
  readonly name: string;
  readonly words: number;
  readonly steps: number;
  readonly out: Float32Array;
}

function readSums(file: NetworkFile, bench: Workbench, { name, words, steps, out }: Reading): void {
  bench.multiply(name, words);
  const { rows, scales, bias } = linearOf(file, name);
  for (let word = 0, at = 0; word < words; word++) {
    for (let row = 0; row < rows; row++, at++)
      out[at] = ((bench.sums[at] ?? 0) * (scales[row] ?? 0)) / steps + (bias[row] ?? 0);
  }
}

/** Scores of the heads of each word of a sentence: products, nearness, and the root's share in the last column. */
function scoresOf(
  file: NetworkFile,
  bench: Workbench,
  { first, length, arc }: { first: number; length: number; arc: number },
): ArcScores {
  const { asking, scores } = bench;
  const near = vectorOf(file, "near");
  const root = vectorOf(file, "root_arc");
  bench.dots(first, length);
  for (let word = 0; word < length; word++) {
    const row = word * (length + 1);
    for (let head = 0; head < length; head++)
      scores[row + head] = (scores[row + head] ?? 0) + (near[sideOf(head - word)] ?? 0);
    const asks = (first + word) * arc;
    let sum = 0;
    for (let k = 0; k < arc; k++) sum += (asking[asks + k] ?? 0) * (root[k] ?? 0);
    scores[row + length] = sum;
  }
  return { length, scores };
}

/** How far and on which side a head stands: 0 to 8 to the left, 9 to 17 to the right. */
function sideOf(distance: number): number {
  const far = Math.abs(distance);
  const size = far < 5 ? far : far < 8 ? 5 : far < 14 ? 6 : far < 25 ? 7 : 8;
  return distance < 0 ? size : size + 9;
}

interface Labelling {
  readonly bounds: readonly number[];
  readonly heads: Int32Array;
  readonly ends: Float32Array;
  /** Place of the label part in a word's row of ends. */
  readonly from: number;
  readonly label: number;
  readonly asking: Float32Array;
}

function relationsOf(
  file: NetworkFile,
  bench: Workbench,
  { bounds, heads, ends, from, label, asking }: Labelling,
): Int32Array {
  const width = from + 2 * label;
  const [side, root] = [vectorOf(file, "label_near"), vectorOf(file, "root_label")];
  const words = bounds.at(-1) ?? 0;
  for (let s = 0; s + 1 < bounds.length; s++) {
    const [first, end] = [bounds[s] ?? 0, bounds[s + 1] ?? 0];
    for (let word = first; word < end; word++) {
      const head = heads[word] ?? 0;
      const isRoot = head === end - first;
      const near = (isRoot ? ROOT_SIDE : sideOf(first + head - word)) * label;
      const answers = (first + head) * width + from + label;
      for (let k = 0; k < label; k++) {
        const other = isRoot ? (root[k] ?? 0) : (ends[answers + k] ?? 0);
        asking[word * label + k] = Math.max(0, (ends[word * width + from + k] ?? 0) + other + (side[near + k] ?? 0));
      }
    }
  }
  bench.fill(asking, words * label, LABEL_STEPS);
  bench.multiply("label", words);
  return bestRelations(file, bench, { bounds, heads });
}

/** The best relation of each word; `root` at the root and nowhere else. */
function bestRelations(
  file: NetworkFile,
  bench: Workbench,
  { bounds, heads }: Pick<Labelling, "bounds" | "heads">,
): Int32Array {
  const { rows, scales, bias } = linearOf(file, "label");
  const root = file.relations.indexOf("root");
  const relations = new Int32Array(heads.length);
  for (let s = 0; s + 1 < bounds.length; s++) {
    const [first, end] = [bounds[s] ?? 0, bounds[s + 1] ?? 0];
    for (let word = first; word < end; word++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let r = 0; r < rows; r++) {
        const score = ((bench.sums[word * rows + r] ?? 0) * (scales[r] ?? 0)) / LABEL_STEPS + (bias[r] ?? 0);
        if (r !== root && score > most) [relations[word], most] = [r, score];
      }
      if (heads[word] === end - first) relations[word] = root;
    }
  }
  return relations;
}
