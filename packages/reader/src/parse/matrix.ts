import { multiplierWasm } from "./matrix-wasm.ts";

/** Many vectors of 16-bit numbers times one matrix of 8-bit numbers, summed in 32 bits: exact, so the same on every machine. */
export interface Multiplier {
  /** Room for the input: `rows` vectors one after the other. */
  readonly input: Int16Array;
  /** The products: for each vector one number a row of the matrix. */
  readonly output: Int32Array;
  /** Multiplies the first `vectors` of the input (a multiple of 4 are computed) with the matrix of that place in the list. */
  multiply(matrix: number, vectors: number): void;
}

/** Rows of equal length, one after the other. */
export interface Matrix {
  readonly rows: number;
  /** A multiple of 8. */
  readonly columns: number;
  readonly weights: Int8Array;
}

/** Most vectors in one call. */
export const MOST_VECTORS = 512;

/** The fastest multiplier there is here: WebAssembly where it may be compiled, plain arrays elsewhere. */
export function multiplierOf(matrices: readonly Matrix[]): Multiplier {
  return multiplierWasm(matrices, MOST_VECTORS) ?? multiplierPlain(matrices);
}

/** The multiplier in plain arrays. */
export function multiplierPlain(matrices: readonly Matrix[]): Multiplier {
  const input = new Int16Array(MOST_VECTORS * Math.max(...matrices.map((m) => m.columns)));
  const output = new Int32Array(MOST_VECTORS * Math.max(...matrices.map((m) => m.rows)));
  const multiply = (place: number, vectors: number): void => {
    const matrix = matrices[place];
    if (matrix === undefined) return;
    const { rows, columns, weights } = matrix;
    for (let v = 0; v < vectors; v++) {
      for (let row = 0; row < rows; row++) {
        let sum = 0;
        const [from, at] = [row * columns, v * columns];
        for (let k = 0; k < columns; k++) sum += (weights[from + k] ?? 0) * (input[at + k] ?? 0);
        output[v * rows + row] = sum;
      }
    }
  };
  return { input, output, multiply };
}
