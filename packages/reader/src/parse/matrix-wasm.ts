import type { Matrix, Multiplier } from "./matrix.ts";
import { wasmBytes } from "./wasm-bytes.ts";

type Multiply = (input: number, weights: number, output: number, blocks: number, columns: number, rows: number) => void;

/** As much of WebAssembly as is used: the language's own library does not name it. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly multiply: Multiply } };
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
}

/** The multiplier in WebAssembly with vectors of 128 bits; null where there is none or a page's policy forbids it. */
export function multiplierWasm(matrices: readonly Matrix[], most: number): Multiplier | null {
  const wasm = (globalThis as { readonly WebAssembly?: Wasm }).WebAssembly;
  if (wasm === undefined) return null;
  const sizes = matrices.map((m) => m.weights.length);
  const inputAt = align(sizes.reduce((sum, size) => sum + align(size), 0));
  const outputAt = inputAt + align(most * 2 * Math.max(...matrices.map((m) => m.columns)));
  const end = outputAt + most * 4 * Math.max(...matrices.map((m) => m.rows));
  const memory = new wasm.Memory({ initial: Math.ceil(end / 65536) });
  const multiply = compiled(wasm, memory);
  if (multiply === null) return null;
  const places = layOut(matrices, new Int8Array(memory.buffer));
  return {
    input: new Int16Array(memory.buffer, inputAt, (outputAt - inputAt) / 2),
    output: new Int32Array(memory.buffer, outputAt, (end - outputAt) / 4),
    multiply: (place, vectors) => {
      const matrix = matrices[place];
      if (matrix === undefined) return;
      multiply(inputAt, places[place] ?? 0, outputAt, Math.ceil(vectors / 4), matrix.columns, matrix.rows);
    },
  };
}

function compiled(wasm: Wasm, memory: object): Multiply | null {
  try {
    return new wasm.Instance(new wasm.Module(wasmBytes()), { host: { memory } }).exports.multiply;
  } catch {
    return null; // no 128-bit vectors, or a content security policy without 'wasm-unsafe-eval': plain arrays do the same
  }
}

function layOut(matrices: readonly Matrix[], memory: Int8Array): readonly number[] {
  let at = 0;
  return matrices.map((matrix) => {
    const place = at;
    memory.set(matrix.weights, place);
    at += align(matrix.weights.length);
    return place;
  });
}

function align(size: number): number {
  return (size + 15) & ~15;
}
