import { Groups, type Watch } from "./groups.ts";

export type { Watch } from "./groups.ts";

/** Two tellings with the likelihood that they are of one happening; `a` before `b` in the order of ids. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/** What people settled: these are one happening, these are not. */
export interface Constraints {
  readonly together: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
}

export const NO_CONSTRAINTS: Constraints = { together: [], apart: [] };

export { ABSENT, JOIN_FROM, KEEP_FROM, SETTLED } from "./likelihood.ts";

/**
 * Groups of tellings that are of one happening: the most likely pair first, groups joined while the mean over all their
 * pairs stays likely (average link), what people settled above all. The same for any order of tellings and edges, and the
 * same whether components of the graph are grouped alone or together.
 */
export function cluster(
  ids: readonly string[],
  edges: readonly Edge[],
  constraints: Constraints,
): readonly (readonly string[])[] {
  const sorted = [...ids].sort();
  return clustered(sorted, edges, constraints).map((g) => g.flatMap((i) => sorted[i] ?? []));
}

/** {@link cluster}, watched; ids are sorted, groups are their places in the list. */
export function clustered(
  ids: readonly string[],
  edges: readonly Edge[],
  constraints: Constraints,
  watch?: Watch,
): readonly (readonly number[])[] {
  const at = new Map(ids.map((id, i) => [id, i]));
  const pairs = (all: Constraints["apart"]): readonly (readonly [number, number])[] =>
    all.flatMap(([a, b]) => {
      const [x, y] = [at.get(a), at.get(b)];
      return x === undefined || y === undefined ? [] : [[x, y] as const];
    });
  const links = edges.flatMap(({ a, b, score }) => {
    const [x, y] = [at.get(a), at.get(b)];
    return x === undefined || y === undefined ? [] : [{ a: x, b: y, mean: score }];
  });
  const groups = new Groups(ids.length, {
    links,
    together: pairs(constraints.together),
    apart: pairs(constraints.apart),
    watch,
  });
  for (let best = groups.best(); best !== undefined; best = groups.best()) groups.join(best);
  return groups.members();
}
