import fc from "fast-check";
import { expect, test } from "vitest";
import { cluster, type Edge, NO_CONSTRAINTS } from "../../src/match/cluster.ts";
import { groupWithin } from "../../src/match/neighbourhood.ts";

const MANY = 16;
const ids = Array.from({ length: MANY }, (_, i) => `t${String(i).padStart(2, "0")}`);
const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([x, y]) => x < y);
// few different likelihoods, so that ties are common
const edge: fc.Arbitrary<Edge> = fc
  .tuple(pair, fc.integer({ min: 7, max: 19 }))
  .map(([[a, b], s]) => ({ a, b, score: s / 20 }));
const graph = fc.uniqueArray(edge, { selector: (e) => `${e.a}${e.b}`, maxLength: 40 });
const order = fc.shuffledSubarray(ids, { minLength: MANY, maxLength: MANY });

/** Adds tellings some at a time, opening no more groups than is asked for. */
function grown(
  es: readonly Edge[],
  all: readonly string[],
  step: number,
): { groups: readonly (readonly string[])[]; opened: number } {
  let groups: readonly (readonly string[])[] = [];
  let opened = 0;
  for (let i = 0; i < all.length; i += step) {
    const fresh = all.slice(i, i + step);
    const there = new Set(all.slice(0, i + step));
    const known = es.filter((e) => there.has(e.a) && there.has(e.b));
    const groupOf = new Map(groups.flatMap((g) => g.map((id) => [id, g] as const)));
    const open = new Set<readonly string[]>();
    const near = known.filter((e) => e.score >= 0.5 && (fresh.includes(e.a) || fresh.includes(e.b)));
    for (const id of near.flatMap((e) => [e.a, e.b])) open.add(groupOf.get(id) ?? []);
    for (;;) {
      const before = [...open].flat();
      const within = new Set([...before, ...fresh]);
      const { groups: made, reaches } = groupWithin({
        ids: [...within],
        before: new Set(before),
        edges: known.filter((e) => within.has(e.a) || within.has(e.b)),
        constraints: NO_CONSTRAINTS,
      });
      if (reaches.length === 0) {
        opened += before.length;
        groups = [...groups.filter((g) => !open.has(g)), ...made];
        break;
      }
      for (const id of reaches) open.add(groupOf.get(id) ?? []);
    }
  }
  return { groups, opened };
}

test("tellings added in any order, some at a time, are grouped as all at once", () => {
  fc.assert(
    fc.property(graph, order, fc.integer({ min: 1, max: 5 }), (es, all, step) => {
      const whole = cluster(ids, es, NO_CONSTRAINTS);
      expect(grown(es, all, step).groups.map(String).sort()).toEqual(whole.map(String).sort());
    }),
    { numRuns: Number(process.env.DATELINE_RUNS ?? 2000) },
  );
});

test("a chain of likely pairs is not opened as a whole for one more link", () => {
  const es = ids.slice(1).map((id, i) => ({ a: ids[i] ?? "", b: id, score: i % 2 === 0 ? 0.9 : 0.6 }));
  const { groups, opened } = grown(es, ids, 1);
  expect(groups.map(String).sort()).toEqual(cluster(ids, es, NO_CONSTRAINTS).map(String).sort());
  expect(opened).toBeLessThan(MANY * 3);
});
