import { hash32 } from "../fold-text.ts";
import { ABSENT, type Constraints, clustered, type Edge, JOIN_FROM, SETTLED } from "./cluster.ts";

/** Tellings whose groups may change, and what is known of them. */
export interface Neighbourhood {
  readonly ids: readonly string[];
  /** Those of `ids` that stand in whole groups as an earlier grouping left them: nothing but company was added to them. */
  readonly before: ReadonlySet<string>;
  /** All edges with at least one end among `ids`. */
  readonly edges: readonly Edge[];
  readonly constraints: Constraints;
}

/**
 * Groups a part of the graph as grouping all of it would. `reaches`: tellings outside that one of the groups, as it stood
 * for a while, might have joined; with their groups the part is too small. Where there are none, the groups are those of
 * the whole graph: average link never makes a joined group liker to a third than the liker of its two halves was, so that
 * a group outside is disturbed only by one that is at least as like to one of its members.
 */
export function groupWithin({ ids, before, edges, constraints }: Neighbourhood): {
  readonly groups: readonly (readonly string[])[];
  readonly reaches: readonly string[];
} {
  const within = new Set(ids);
  const inside = edges.filter((e) => within.has(e.a) && within.has(e.b));
  const former = livesOf(
    [...before],
    inside.filter((e) => before.has(e.a) && before.has(e.b)),
    constraints,
  );
  const now = livesOf(ids, inside, constraints);
  const out = outwards(edges, within);
  const reaches = new Set<string>();
  for (const [key, life] of now.lives) {
    const old = former.lives.get(key);
    if (old !== undefined && isWithin(life, old)) continue;
    for (const id of likeOutside(life, out)) reaches.add(id);
  }
  return { groups: now.groups, reaches: [...reaches].sort() };
}

/** A group that stood while pairs of means from `from` down to `until` were joined. */
interface Life {
  readonly members: () => readonly string[];
  readonly from: number;
  readonly until: number;
  /** What it was joined of, and with what it was joined; nothing where that is not so. */
  readonly of: string;
  readonly with: string;
}

/** Of pairs with the same mean those that are the same stand at the same place in the order in which pairs are joined. */
function isWithin(life: Life, old: Life): boolean {
  const begins = life.from < old.from || (life.from === old.from && life.of === old.of);
  return begins && (life.until > old.until || (life.until === old.until && life.with === old.with));
}

function livesOf(
  ids: readonly string[],
  edges: readonly Edge[],
  constraints: Constraints,
): { readonly groups: readonly (readonly string[])[]; readonly lives: ReadonlyMap<string, Life> } {
  const sorted = [...ids].sort();
  const hashes = sorted.map(hash32);
  const named = (members: readonly number[]): readonly string[] => members.flatMap((i) => sorted[i] ?? []);
  const lives = new Map<string, Life>();
  const born = new Map<string, { readonly from: number; readonly of: string }>();
  const end = (members: readonly number[], key: string, last: Pick<Life, "until" | "with">): void => {
    lives.set(key, { members: () => named(members), ...(born.get(key) ?? { from: SETTLED, of: "" }), ...last });
  };
  const groups = clustered(sorted, edges, constraints, {
    joined: (a, b, at) => {
      const [x, y] = [keyOf(a, hashes), keyOf(b, hashes)];
      end(a, x, { until: at, with: y });
      end(b, y, { until: at, with: x });
      born.set(keyOf([...a, ...b], hashes), { from: at, of: x < y ? `${x} ${y}` : `${y} ${x}` });
    },
  });
  for (const g of groups) end(g, keyOf(g, hashes), { until: JOIN_FROM, with: "" });
  return { groups: groups.map(named), lives };
}

/** The same for the same members in any order. */
function keyOf(members: readonly number[], hashes: readonly number[]): string {
  let [sum, mix] = [0, 0];
  for (const i of members) {
    const h = hashes[i] ?? 0;
    sum += h;
    mix = (mix + Math.imul(h ^ 0x9e3779b9, 0x85ebca6b)) | 0;
  }
  return `${members.length} ${sum} ${mix}`;
}

function outwards(edges: readonly Edge[], within: ReadonlySet<string>): ReadonlyMap<string, readonly Edge[]> {
  const out = new Map<string, Edge[]>();
  for (const e of edges) {
    const [mine, other] = within.has(e.a) ? [e.a, e.b] : [e.b, e.a];
    if (within.has(other)) continue;
    const known = out.get(mine);
    const edge = { a: mine, b: other, score: e.score };
    if (known === undefined) out.set(mine, [edge]);
    else known.push(edge);
  }
  return out;
}

/** Tellings outside to which the mean of a group is no less than what it was joined at itself. */
function likeOutside({ members: named, until }: Life, out: ReadonlyMap<string, readonly Edge[]>): readonly string[] {
  const members = named();
  const sums = new Map<string, number>();
  for (const id of members)
    for (const { b, score } of out.get(id) ?? []) sums.set(b, (sums.get(b) ?? 0) + score - ABSENT);
  const least = (Math.max(JOIN_FROM, until) - ABSENT) * members.length - ROUNDING;
  return [...sums].flatMap(([id, sum]) => (sum >= least ? [id] : []));
}

/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-9;
