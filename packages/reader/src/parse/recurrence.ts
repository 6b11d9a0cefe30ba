import { at, logisticTable, tangentTable } from "./curve.ts";
import type { Linear } from "./network-file.ts";

/** Sums of one direction of a layer: where candidate, forget and reset sums and the shortcut of each unit stand. */
export interface Direction {
  readonly units: number;
  /** Place of the direction's first sum in a row of sums. */
  readonly from: number;
  readonly backwards: boolean;
  /** Weights of the cell before on the forget and the reset gate. */
  readonly v: Float32Array;
  /** Where the direction's results go in a row of results. */
  readonly to: number;
  /** Place of the shortcut in a row of sums; -1 where the layer passes its own input on. */
  readonly shortcut: number;
}

/** Runs one direction over the words `first`..`end`; `results` holds the layer's input and takes its output. */
export type Recur = (direction: Direction, stretch: { readonly first: number; readonly end: number }) => void;

interface Layer {
  /** 32-bit sums, `linear.rows` a word. */
  readonly sums: Int32Array;
  readonly linear: Linear;
  /** What one unit of a sum stands for, before the row's own scale. */
  readonly unit: number;
  readonly input: Float32Array;
  readonly output: Float32Array;
  readonly width: number;
}

/** A runner for the simple recurrent unit: the gates look at the word and at the cell before, not at all of the last result. */
export function recurrence(): (layer: Layer, direction: Direction, stretch: { first: number; end: number }) => void {
  const logistic = logisticTable();
  const tangent = tangentTable();
  const cells = new Float32Array(512);
  return (
    { sums, linear, unit, input, output, width },
    { units, from, backwards, v, to, shortcut },
    { first, end },
  ) => {
    const { rows, scales, bias } = linear;
    cells.fill(0);
    for (let step = 0; step < end - first; step++) {
      const word = backwards ? end - 1 - step : first + step;
      const row = word * rows;
      for (let k = 0; k < units; k++) {
        const [c0, f0, r0] = [from + k, from + units + k, from + 2 * units + k];
        const candidate = (sums[row + c0] ?? 0) * (scales[c0] ?? 0) * unit + (bias[c0] ?? 0);
        const last = cells[k] ?? 0;
        const forget = at(
          logistic,
          (sums[row + f0] ?? 0) * (scales[f0] ?? 0) * unit + (bias[f0] ?? 0) + (v[k] ?? 0) * last,
        );
        const reset = at(
          logistic,
          (sums[row + r0] ?? 0) * (scales[r0] ?? 0) * unit + (bias[r0] ?? 0) + (v[units + k] ?? 0) * last,
        );
        const cell = forget * last + (1 - forget) * candidate;
        const s0 = shortcut + k;
        const passed =
          shortcut < 0
            ? (input[word * width + to + k] ?? 0)
            : (sums[row + s0] ?? 0) * (scales[s0] ?? 0) * unit + (bias[s0] ?? 0);
        cells[k] = cell;
        output[word * width + to + k] = reset * at(tangent, cell) + (1 - reset) * passed;
      }
    }
  };
}
