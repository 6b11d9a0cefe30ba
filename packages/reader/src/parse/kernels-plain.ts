import type { Direction, Kernels, Plan, Run } from "./kernels.ts";
import type { Linear } from "./network-file.ts";
import { logistic, tangent } from "./tangent.ts";

/** The kernels in plain arrays, for where WebAssembly may not be compiled: slower, the same but for the floats' last digits. */
export function plainKernels(plan: Plan, most: number): Kernels {
  const { matrices, directions, units, arc } = plan;
  const input = new Int16Array(most * Math.max(...matrices.map((m) => m.columns)));
  const sums = new Int32Array(most * Math.max(...matrices.map((m) => m.rows)));
  const results = [new Float32Array(most * units * 2), new Float32Array(most * units * 2)] as const;
  const cells = new Float32Array(units);
  const asking = new Float32Array(most * Math.max(arc, plan.ends));
  const ends = new Float32Array(most * plan.ends);
  const scores = new Float32Array(plan.longest * (plan.longest + 1));
  return {
    input,
    sums,
    results,
    asking,
    ends,
    scores,
    dots: (first, length) => {
      for (let word = 0; word < length; word++) {
        for (let head = 0; head < length; head++) {
          const [asks, answers] = [(first + word) * arc, (first + head) * plan.ends + arc];
          let sum = 0;
          for (let k = 0; k < arc; k++) sum += (asking[asks + k] ?? 0) * (ends[answers + k] ?? 0);
          scores[word * (length + 1) + head] = sum;
        }
      }
    },
    multiply: (place, words) => {
      const matrix = matrices[place];
      if (matrix !== undefined) multiplyPlain(matrix, words, { input, sums });
    },
    recur: (place, run) => {
      const direction = directions[place];
      if (direction !== undefined) recurPlain(direction, run, { input, sums, results, cells, units });
    },
  };
}

function multiplyPlain(
  { rows, columns, weights }: Linear,
  words: number,
  { input, sums }: { input: Int16Array; sums: Int32Array },
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * columns;
    for (let word = 0; word < words; word++) {
      const at = word * columns;
      let sum = 0;
      for (let k = 0; k < columns; k++) sum = (sum + (weights[from + k] as number) * (input[at + k] as number)) | 0;
      sums[word * rows + row] = sum;
    }
  }
}

interface Buffers {
  readonly input: Int16Array;
  readonly sums: Int32Array;
  readonly results: readonly [Float32Array, Float32Array];
  readonly cells: Float32Array;
  readonly units: number;
}

function recurPlain(
  { settings, from, backwards, to }: Direction,
  { first, end, rows, into, steps }: Run,
  { input, sums, results, cells, units }: Buffers,
): void {
  const [passed, out] = into === 0 ? [results[1], results[0]] : [results[0], results[1]];
  const read = (list: ArrayLike<number>, at: number): number => list[at] ?? 0;
  cells.fill(0);
  for (let step = 0; step < end - first; step++) {
    const word = backwards ? end - 1 - step : first + step;
    const at = word * units * 2 + to;
    for (let k = 0; k < units; k++) {
      const sum = (gate: number): number =>
        read(sums, word * rows + from + gate * units + k) * read(settings, gate * units + k) +
        read(settings, (3 + gate) * units + k);
      const last = read(cells, k);
      const candidate = sum(0);
      const forget = logistic(sum(1) + read(settings, 6 * units + k) * last);
      const reset = logistic(sum(2) + read(settings, 7 * units + k) * last);
      const cell = (last - candidate) * forget + candidate;
      const pass = read(passed, at + k);
      const result = (tangent(cell) - pass) * reset + pass;
      cells[k] = cell;
      out[at + k] = result;
      input[at + k] = Math.max(-32768, Math.min(32767, Math.round(result * steps)));
    }
  }
}
