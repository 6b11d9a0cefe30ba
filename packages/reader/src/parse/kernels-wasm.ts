import { moduleBytes } from "./assembler.ts";
import type { Kernels, Plan, Run } from "./kernels.ts";
import { dotsFunction } from "./wasm-dots.ts";
import { multiplyFunction } from "./wasm-multiply.ts";
import { recurFunction } from "./wasm-recur.ts";

interface Exports {
  readonly multiply: (...places: number[]) => void;
  readonly recur: (...places: number[]) => void;
  readonly dots: (...places: number[]) => void;
}

/** As much of WebAssembly as is used: the language's own library does not name it. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Exports };
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
}

/** Where things lie in the memory, in bytes. */
interface Layout {
  readonly matrices: readonly number[];
  readonly settings: readonly number[];
  readonly cells: number;
  readonly input: number;
  readonly sums: number;
  readonly results: readonly [number, number];
  readonly asking: number;
  readonly ends: number;
  readonly scores: number;
  readonly end: number;
}

/** The kernels in WebAssembly with vectors of 128 bits; null where there is none or a page's policy forbids it. */
export function wasmKernels(plan: Plan, most: number): Kernels | null {
  const wasm = (globalThis as { readonly WebAssembly?: Wasm }).WebAssembly;
  if (wasm === undefined) return null;
  const layout = layoutOf(plan, most);
  const memory = new wasm.Memory({ initial: Math.ceil(layout.end / 65536) });
  const run = compiled(wasm, memory);
  if (run === null) return null;
  const { buffer } = memory;
  for (const [i, matrix] of plan.matrices.entries()) new Int8Array(buffer).set(matrix.weights, layout.matrices[i]);
  for (const [i, { settings }] of plan.directions.entries())
    new Float32Array(buffer).set(settings, (layout.settings[i] ?? 0) / 4);
  const floats = (at: number, words: number): Float32Array => new Float32Array(buffer, at, most * words);
  return {
    input: new Int16Array(buffer, layout.input, (layout.sums - layout.input) / 2),
    sums: new Int32Array(buffer, layout.sums, (layout.results[0] - layout.sums) / 4),
    results: [floats(layout.results[0], plan.units * 2), floats(layout.results[1], plan.units * 2)],
    asking: floats(layout.asking, plan.ends),
    ends: floats(layout.ends, plan.ends),
    scores: new Float32Array(buffer, layout.scores, plan.longest * (plan.longest + 1)),
    dots: (first, length) => {
      const [asking, answers] = [
        layout.asking + first * plan.arc * 4,
        layout.ends + (first * plan.ends + plan.arc) * 4,
      ];
      if (length > 0)
        run.dots(asking, answers, layout.scores, length, length, plan.arc * 4, plan.ends * 4, (length + 1) * 4);
    },
    multiply: (place, words) => {
      const matrix = plan.matrices[place];
      if (matrix === undefined) return;
      const { rows, columns } = matrix;
      const [weights, blocks] = [layout.matrices[place] ?? 0, Math.ceil(words / 4)];
      run.multiply(layout.input, weights, layout.sums, blocks, columns, rows * 4, rows >> 1);
      if (rows % 2 === 0) return;
      // Rows go in pairs: of an odd number the last two are multiplied once more.
      run.multiply(
        layout.input,
        weights + (rows - 2) * columns,
        layout.sums + (rows - 2) * 4,
        blocks,
        columns,
        rows * 4,
        1,
      );
    },
    recur: recurOf(plan, layout, { run, buffer }),
  };
}

function recurOf(
  { directions, units }: Plan,
  layout: Layout,
  { run, buffer }: { run: Exports; buffer: ArrayBuffer },
): (place: number, run: Run) => void {
  const cells = new Float32Array(buffer, layout.cells, units);
  return (place, { first, end, rows, into, steps }) => {
    const direction = directions[place];
    if (direction === undefined || end <= first) return;
    const { from, backwards, to } = direction;
    const word = backwards ? end - 1 : first;
    const sign = backwards ? -1 : 1;
    const at = (word * units * 2 + to) * 4;
    cells.fill(0);
    run.recur(
      layout.sums + (word * rows + from) * 4,
      layout.settings[place] ?? 0,
      layout.cells,
      layout.results[1 - into === 1 ? 1 : 0] + at,
      layout.results[into] + at,
      layout.input + at / 2,
      end - first,
      sign * rows * 4,
      sign * units * 8,
      units * 4,
      steps,
    );
  };
}

function compiled(wasm: Wasm, memory: object): Exports | null {
  try {
    const bytes = moduleBytes([multiplyFunction(), recurFunction(), dotsFunction()]);
    return new wasm.Instance(new wasm.Module(bytes), { host: { memory } }).exports;
  } catch {
    return null; // no 128-bit vectors, or a content security policy without 'wasm-unsafe-eval': plain arrays do the same
  }
}

function layoutOf(plan: Plan, most: number): Layout {
  const { matrices, directions, units } = plan;
  let end = 0;
  const take = (bytes: number): number => {
    const at = end;
    end += (bytes + 15) & ~15;
    return at;
  };
  const places = matrices.map((m) => take(m.weights.length));
  const settings = directions.map((d) => take(d.settings.byteLength));
  const cells = take(units * 4);
  const input = take(most * 2 * Math.max(...matrices.map((m) => m.columns)));
  const sums = take(most * 4 * Math.max(...matrices.map((m) => m.rows)));
  const results = [take(most * units * 8), take(most * units * 8)] as const;
  const asking = take(most * 4 * plan.ends);
  const ends = take(most * 4 * plan.ends);
  const scores = take(plan.longest * (plan.longest + 1) * 4);
  return { matrices: places, settings, cells, input, sums, results, asking, ends, scores, end };
}
