import fc from "fast-check";
import { expect, test } from "vitest";
import type { Kernels, Plan } from "../../src/parse/kernels.ts";
import { plainKernels } from "../../src/parse/kernels-plain.ts";
import { wasmKernels } from "../../src/parse/kernels-wasm.ts";
import { logistic, tangent } from "../../src/parse/tangent.ts";

const UNITS = 16;

function planOf(rows: number, numbers: () => number): Plan {
  const columns = UNITS * 2;
  const ints = (n: number): Int8Array => Int8Array.from({ length: n }, () => Math.floor(numbers() * 255) - 127);
  const floats = (n: number, size: number): Float32Array =>
    Float32Array.from({ length: n }, () => (numbers() - 0.5) * size);
  const matrix = { rows, columns, weights: ints(rows * columns), scales: floats(rows, 1), bias: floats(rows, 1) };
  const direction = (backwards: boolean): Plan["directions"][number] => ({
    settings: floats(UNITS * 8, 1).map((v, i) => (i < UNITS * 3 ? v / 1e6 : v)),
    from: backwards ? UNITS * 3 : 0,
    backwards,
    to: backwards ? UNITS : 0,
  });
  return {
    matrices: [matrix],
    directions: [direction(false), direction(true)],
    units: UNITS,
    arc: 16,
    ends: 40,
    longest: 12,
  };
}

/** Numbers that only depend on the seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function fill(kernels: Kernels, numbers: () => number): void {
  for (let i = 0; i < 640; i++) kernels.input[i] = Math.floor(numbers() * 65535) - 32768;
}

test("products are the same in WebAssembly and in plain arrays, for even and odd numbers of rows", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 13 }), (seed, rows, words) => {
      const plan = planOf(rows, numbersFrom(seed));
      const [fast, plain] = [wasmKernels(plan, 16), plainKernels(plan, 16)];
      for (const kernels of [fast, plain]) {
        if (kernels === null) return;
        fill(kernels, numbersFrom(seed + 1));
        kernels.multiply(0, words);
      }
      expect(fast?.sums.slice(0, words * rows)).toEqual(plain.sums.slice(0, words * rows));
    }),
  );
});

test("the recurrence is the same to four digits, forwards and backwards", () => {
  const plan = planOf(UNITS * 6, numbersFrom(3));
  const [fast, plain] = [wasmKernels(plan, 16), plainKernels(plan, 16)];
  if (fast === null) return;
  for (const kernels of [fast, plain]) {
    fill(kernels, numbersFrom(4));
    kernels.multiply(0, 10);
    for (const direction of [0, 1]) {
      kernels.recur(direction, { first: 0, end: 7, rows: UNITS * 6, into: 1, steps: 2048 });
      kernels.recur(direction, { first: 7, end: 10, rows: UNITS * 6, into: 1, steps: 2048 });
    }
  }
  const [a, b] = [fast.results[1], plain.results[1]];
  for (let i = 0; i < 10 * UNITS * 2; i++) expect(a[i]).toBeCloseTo(b[i] ?? Number.NaN, 4);
  expect(a.slice(0, 320).some((v) => v !== 0)).toBe(true);
  expect(a.slice(320).every((v) => v === 0)).toBe(true);
});

test("products of questions and answers are the same to three digits", () => {
  const plan = planOf(4, numbersFrom(8));
  const [fast, plain] = [wasmKernels(plan, 16), plainKernels(plan, 16)];
  if (fast === null) return;
  for (const kernels of [fast, plain]) {
    const numbers = numbersFrom(9);
    for (let i = 0; i < 16 * 16; i++) kernels.asking[i] = numbers() - 0.5;
    for (let i = 0; i < 16 * 40; i++) kernels.ends[i] = numbers() - 0.5;
    kernels.dots(3, 11);
  }
  for (let i = 0; i < 11 * 12; i++) expect(fast.scores[i]).toBeCloseTo(plain.scores[i] ?? Number.NaN, 3);
  expect(fast.scores[1]).not.toBe(0);
});

test("the quotient follows the curves", () => {
  for (let x = -12; x <= 12; x += 0.37) {
    expect(tangent(x)).toBeCloseTo(Math.tanh(x), 5);
    expect(logistic(x)).toBeCloseTo(1 / (1 + Math.exp(-x)), 5);
  }
});
