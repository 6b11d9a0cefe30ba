import { edgeOf, keysOf, type Telling } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import type { Draft, Numbered, NumberedEdge } from "./draft.ts";
import type { TellingCache } from "./telling-cache.ts";

/** Numbers new tellings and compares them with all that stand and with each other, where one looks the other up. */
export async function lookUp(
  trx: Transaction,
  fresh: readonly Telling[],
  cache: TellingCache,
): Promise<Pick<Draft, "tellings" | "edges">> {
  if (fresh.length === 0) return { tellings: [], edges: [] };
  const { rows } = await sql<{
    nr: number;
  }>`select nextval('telling_nr_seq') as nr from generate_series(1, ${fresh.length})`.execute(trx);
  const tellings = fresh.map((telling, i): Numbered => ({ nr: rows[i]?.nr ?? 0, telling, keys: keysOf(telling) }));
  const met = await metBy(trx, tellings);
  const all = await toldOf(trx, { tellings, met, cache });
  for (const t of tellings) cache.put(t.nr, t.telling);
  return { tellings, edges: edgesOf(tellings, met, all) };
}

/** Of each new telling those that it is to be compared with. */
async function metBy(trx: Transaction, tellings: readonly Numbered[]): Promise<readonly ReadonlySet<number>[]> {
  const looking = new Map<number, number[]>();
  tellings.forEach(({ keys }, i) => {
    for (const key of keys.looks) pushTo(looking, key, i);
  });
  const met = tellings.map(() => new Set<number>());
  const meet = (key: number, nr: number): void => {
    for (const i of looking.get(key) ?? []) if (tellings[i]?.nr !== nr) met[i]?.add(nr);
  };
  for (const { nr, keys } of tellings) for (const key of keys.under) meet(key, nr);
  const { rows } = await sql<{
    key: number;
    telling: number;
  }>`select key, telling from look where key = any(${[...looking.keys()]}::bigint[])`.execute(trx);
  for (const { key, telling } of rows) meet(key, telling);
  return met;
}

async function toldOf(
  trx: Transaction,
  of: {
    readonly tellings: readonly Numbered[];
    readonly met: readonly ReadonlySet<number>[];
    readonly cache: TellingCache;
  },
): Promise<ReadonlyMap<number, Telling>> {
  const all = new Map(of.tellings.map((t) => [t.nr, t.telling]));
  const missing = new Set<number>();
  for (const nr of of.met.flatMap((m) => [...m])) {
    if (all.has(nr)) continue;
    const known = of.cache.get(nr);
    if (known === undefined) missing.add(nr);
    else all.set(nr, known);
  }
  if (missing.size === 0) return all;
  const rows = await trx
    .selectFrom("telling")
    .select(["nr", "told"])
    .where(sql<boolean>`nr = any(${[...missing]}::bigint[])`)
    .execute();
  for (const { nr, told } of rows) {
    const telling = told as unknown as Telling;
    all.set(nr, telling);
    of.cache.put(nr, telling);
  }
  return all;
}

function edgesOf(
  tellings: readonly Numbered[],
  met: readonly ReadonlySet<number>[],
  all: ReadonlyMap<number, Telling>,
): readonly NumberedEdge[] {
  const own = new Set(tellings.map((t) => t.nr));
  return tellings.flatMap(({ nr, telling }, i) =>
    [...(met[i] ?? [])].flatMap((other): readonly NumberedEdge[] => {
      const told = all.get(other);
      // two new ones meet each other: one of the two is enough
      if (told === undefined || (own.has(other) && met[tellingAt(tellings, other)]?.has(nr) === true && other < nr))
        return [];
      const edge = edgeOf(telling, told);
      return edge === undefined ? [] : [{ a: nr, b: other, score: edge.score }];
    }),
  );
}

/** Numbers of one draft follow each other. */
function tellingAt(tellings: readonly Numbered[], nr: number): number {
  const first = tellings[0]?.nr ?? 0;
  return tellings[nr - first]?.nr === nr ? nr - first : tellings.findIndex((t) => t.nr === nr);
}

function pushTo(map: Map<number, number[]>, key: number, i: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [i]);
  else list.push(i);
}
