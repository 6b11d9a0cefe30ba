import fc from "fast-check";
import { expect, test } from "vitest";
import { cluster, type Edge, NO_CONSTRAINTS } from "../../src/match/cluster.ts";

const ids = ["a", "b", "c", "d", "e", "f", "g"];
const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([x, y]) => x < y);
const edge: fc.Arbitrary<Edge> = fc
  .tuple(pair, fc.integer({ min: 35, max: 99 }))
  .map(([[a, b], s]) => ({ a, b, score: s / 100 }));
const edges = fc.uniqueArray(edge, { selector: (e) => `${e.a}${e.b}`, maxLength: 14 });
const constraints = fc.record({ together: fc.array(pair, { maxLength: 2 }), apart: fc.array(pair, { maxLength: 3 }) });

function groupOf(groups: readonly (readonly string[])[], id: string): number {
  return groups.findIndex((g) => g.includes(id));
}

test("the order of ids, edges and constraints does not matter", () => {
  fc.assert(
    fc.property(edges, constraints, (es, cs) => {
      const straight = cluster(ids, es, cs);
      const turned = cluster([...ids].reverse(), [...es].reverse(), {
        together: [...cs.together].reverse(),
        apart: [...cs.apart].reverse(),
      });
      expect(turned).toEqual(straight);
    }),
    { numRuns: 1000 },
  );
});

test("parts of the graph that no edge connects may be grouped alone", () => {
  fc.assert(
    fc.property(edges, edges, (left, right) => {
      const prime = right.map((e) => ({ ...e, a: `${e.a}'`, b: `${e.b}'` }));
      const primed = ids.map((i) => `${i}'`);
      const whole = cluster([...ids, ...primed], [...left, ...prime], NO_CONSTRAINTS);
      const parts = [...cluster(ids, left, NO_CONSTRAINTS), ...cluster(primed, prime, NO_CONSTRAINTS)];
      expect([...whole].map(String).sort()).toEqual(parts.map(String).sort());
    }),
    { numRuns: 500 },
  );
});

test("what people keep apart is never in one group; what they put together is, where nobody keeps it apart", () => {
  fc.assert(
    fc.property(edges, constraints, (es, cs) => {
      const groups = cluster(ids, es, cs);
      for (const [a, b] of cs.apart) expect(groupOf(groups, a)).not.toBe(groupOf(groups, b));
      if (cs.apart.length === 0) for (const [a, b] of cs.together) expect(groupOf(groups, a)).toBe(groupOf(groups, b));
    }),
    { numRuns: 1000 },
  );
});

test("two that are each like a third, but not like each other, are not dragged together by it", () => {
  const es = [
    { a: "a", b: "b", score: 0.8 },
    { a: "b", b: "c", score: 0.7 },
  ];
  expect(cluster(["a", "b", "c"], es, NO_CONSTRAINTS)).toEqual([["a", "b"], ["c"]]);
  expect(cluster(["a", "b", "c"], [...es, { a: "a", b: "c", score: 0.6 }], NO_CONSTRAINTS)).toEqual([["a", "b", "c"]]);
});
