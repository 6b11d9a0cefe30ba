import { keysOf } from "./blocks.ts";
import { type Constraints, cluster, type Edge, KEEP_FROM } from "./cluster.ts";
import { score } from "./score.ts";
import type { Telling } from "./telling.ts";

/** The edge between two tellings, or undefined where they are too unlike to be kept. */
export function edgeOf(x: Telling, y: Telling): Edge | undefined {
  const [a, b] = x.id < y.id ? [x, y] : [y, x];
  const likely = score(a, b);
  return likely < KEEP_FROM ? undefined : { a: a.id, b: b.id, score: likely };
}

/** Groups of tellings that are of one happening: the whole of matching over a set that fits in memory. */
export function match(tellings: readonly Telling[], constraints: Constraints): readonly (readonly string[])[] {
  return cluster(
    tellings.map((t) => t.id),
    edgesAmong(tellings),
    constraints,
  );
}

/** All edges among tellings of which one looks the other up. */
export function edgesAmong(tellings: readonly Telling[]): readonly Edge[] {
  const blocks = new Map<number, number[]>();
  const edges: Edge[] = [];
  tellings.forEach((t, i) => {
    const { under, looks } = keysOf(t);
    const met = new Set(looks.flatMap((key) => blocks.get(key) ?? []));
    for (const j of met) {
      const other = tellings[j];
      const edge = other === undefined ? undefined : edgeOf(other, t);
      if (edge !== undefined) edges.push(edge);
    }
    for (const key of under) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [i]);
      else block.push(i);
    }
  });
  return edges;
}
