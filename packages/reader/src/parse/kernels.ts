import { plainKernels } from "./kernels-plain.ts";
import { wasmKernels } from "./kernels-wasm.ts";
import type { Linear } from "./network-file.ts";

/** Most words in one pass. */
export const MOST_WORDS = 512;

/** One direction of a layer. */
export interface Direction {
  /** Scales of the candidate, forget and reset sums, their biases, and the weights of the cell before: 8 rows of units. */
  readonly settings: Float32Array;
  /** Place of the direction's first sum in a word's row of sums. */
  readonly from: number;
  readonly backwards: boolean;
  /** Place of its results in a word's row of results. */
  readonly to: number;
}

/** What the kernels are built for. */
export interface Plan {
  readonly matrices: readonly Linear[];
  readonly directions: readonly Direction[];
  readonly units: number;
  /** Numbers in a word's question, and in its row of ends, which holds its answer right behind its own question. */
  readonly arc: number;
  readonly ends: number;
  /** Words of the longest sentence. */
  readonly longest: number;
}

/**
 * The network's inner loops over one set of buffers. Sums of 16-bit numbers times 8-bit weights are exact; the recurrence
 * is in floats.
 */
export interface Kernels {
  /** Vectors of 16-bit numbers, one after the other: what is multiplied. */
  readonly input: Int16Array;
  /** What comes of it: for each vector one number a row of the matrix. */
  readonly sums: Int32Array;
  /** Results of two layers running, `2 * units` a word: one is read while the other is written. */
  readonly results: readonly [Float32Array, Float32Array];
  /** Questions of a batch's words, `arc` numbers each. */
  readonly asking: Float32Array;
  /** Ends of a batch's words, `ends` numbers each. */
  readonly ends: Float32Array;
  /** What `dots` gives: for each word of a sentence, a number a head, and one place more for the root. */
  readonly scores: Float32Array;
  /** Multiplies the first `words` vectors of the input with a matrix; what stands behind them in the last four is garbage. */
  multiply(matrix: number, words: number): void;
  /** Runs a direction over a sentence: from the sums and the results of before to new results, and to the input in 16 bits. */
  recur(direction: number, run: Run): void;
  /** The products of each word's question with each head's answer, in a sentence that begins with word `first`. */
  dots(first: number, length: number): void;
}

export interface Run {
  readonly first: number;
  readonly end: number;
  /** Numbers a word in the sums. */
  readonly rows: number;
  /** Which of the two results is written. */
  readonly into: 0 | 1;
  /** Steps of a 16-bit number in one unit. */
  readonly steps: number;
}

/** The fastest kernels there are here: WebAssembly where it may be compiled, plain arrays elsewhere. */
export function kernelsOf(plan: Plan): Kernels {
  return wasmKernels(plan, MOST_WORDS) ?? plainKernels(plan, MOST_WORDS);
}
