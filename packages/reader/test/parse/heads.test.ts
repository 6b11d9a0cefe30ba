import fc from "fast-check";
import { expect, test } from "vitest";
import { treeOf } from "../../src/parse/heads.ts";

function arcs(rows: readonly (readonly number[])[]): { length: number; scores: Float32Array } {
  return { length: rows.length, scores: Float32Array.from(rows.flat()) };
}

test("each word takes its best head", () => {
  const tree = treeOf(
    arcs([
      [0, 5, 1, 0],
      [0, 0, 0, 9],
      [1, 7, 0, 0],
    ]),
  );
  expect([...tree]).toEqual([1, 3, 1]);
});

test("of two words that want to be the root the surer one is", () => {
  const tree = treeOf(
    arcs([
      [0, 4, 5],
      [0, 0, 9],
    ]),
  );
  expect([...tree]).toEqual([1, 2]);
});

test("a circle is opened where it costs least", () => {
  const tree = treeOf(
    arcs([
      [0, 9, 1, 0],
      [9, 0, 8, 0],
      [0, 0, 0, 5],
    ]),
  );
  expect([...tree]).toEqual([1, 2, 3]);
});

test("any scores give a tree with one root", () => {
  const scores = fc
    .integer({ min: 1, max: 9 })
    .chain((n) =>
      fc
        .array(fc.float({ noNaN: true, min: -50, max: 50 }), { minLength: n * (n + 1), maxLength: n * (n + 1) })
        .map((s) => ({ length: n, scores: Float32Array.from(s) })),
    );
  fc.assert(
    fc.property(scores, (given) => {
      const heads = treeOf(given);
      expect([...heads].filter((h) => h === given.length)).toHaveLength(1);
      for (let word = 0; word < given.length; word++) {
        let at = word;
        for (let steps = 0; at < given.length; steps++) {
          expect(steps).toBeLessThanOrEqual(given.length);
          at = heads[at] ?? 0;
        }
      }
    }),
  );
});
