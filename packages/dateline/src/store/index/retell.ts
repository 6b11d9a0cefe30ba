import {
  blockKeys,
  type Edge,
  edgeOf,
  lookUpKeys,
  type Settled,
  type Telling,
  type ToldClaim,
  tellingsOf,
} from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import { insertAll, insertColumns, storable } from "./bulk.ts";

const BLOCK = { table: "block", columns: { key: "text", telling: "text" } };
const EDGE = { table: "edge", columns: { a: "text", b: "text", score: "float8" } };

/** What a change of tellings touches. */
export interface Touched {
  /** Ids of tellings that are new or told differently. */
  readonly fresh: readonly string[];
  /** Components that lost or changed a telling. */
  readonly components: readonly string[];
  /** Tags of events that lost a telling. */
  readonly events: readonly string[];
}

/** Makes the tellings of reports again from their standing claims and what people settled; only what changed is written. */
export async function retell(trx: Transaction, reports: readonly string[], settled: Settled): Promise<Touched> {
  const { tellings: now, untold } = await tellingsNow(trx, reports, settled);
  const before = await trx
    .selectFrom("telling")
    .select(["id", "component", "event", "told"])
    .where("report", "in", reports)
    .execute();
  const known = new Map(before.map((b) => [b.id, JSON.stringify(b.told)]));
  const fresh = now.filter(
    (t) => t.claims.some((c) => untold.has(c)) || known.get(t.id) !== JSON.stringify(JSON.parse(storable(t))),
  );
  const kept = new Set(now.map((t) => t.id));
  for (const t of fresh) kept.delete(t.id);
  const lost = before.filter((b) => !kept.has(b.id));
  await remove(
    trx,
    lost.map((l) => l.id),
  );
  await write(trx, fresh);
  return {
    fresh: fresh.map((t) => t.id),
    components: [...new Set(lost.map((l) => l.component))],
    events: [...new Set(lost.flatMap((l) => l.event ?? []))],
  };
}

async function tellingsNow(
  trx: Transaction,
  reports: readonly string[],
  settled: Settled,
): Promise<{ readonly tellings: readonly Telling[]; readonly untold: ReadonlySet<string> }> {
  const abouts = await trx.selectFrom("report").select(["id", "about"]).where("id", "in", reports).execute();
  const rows = await trx
    .selectFrom("claim")
    .select(["id", "report", "told", "telling"])
    .where("report", "in", reports)
    .where("gone", "is", null)
    .execute();
  const claims = new Map<string, ToldClaim[]>();
  for (const r of rows) claims.set(r.report, [...(claims.get(r.report) ?? []), r.told as unknown as ToldClaim]);
  const tellings = abouts.flatMap((r) =>
    tellingsOf({ about: r.about === "" ? [] : r.about.split("\n"), claims: claims.get(r.id) ?? [] }, settled),
  );
  return { tellings, untold: new Set(rows.flatMap((r) => (r.telling === null ? [r.id] : []))) };
}

async function remove(trx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable("claim")
    .set({ telling: null, event: null, origin: null })
    .where("telling", "in", ids)
    .execute();
  await trx.deleteFrom("telling").where("id", "in", ids).execute();
  await trx.deleteFrom("block").where("telling", "in", ids).execute();
  await trx
    .deleteFrom("edge")
    .where((e) => e.or([e("a", "in", ids), e("b", "in", ids)]))
    .execute();
}

async function write(trx: Transaction, fresh: readonly Telling[]): Promise<void> {
  if (fresh.length === 0) return;
  await insertAll(
    trx,
    "telling",
    fresh.map((t) => ({ id: t.id, report: t.report, component: t.id, event: null, told: storable(t) })),
  );
  await insertColumns(
    trx,
    BLOCK,
    fresh.flatMap((t) => blockKeys(t).map((key) => ({ key, telling: t.id }))),
  );
  const pairs = fresh.flatMap((t) => t.claims.map((c) => [c, t.id] as const));
  await sql`update claim set telling = v.telling
    from unnest(${pairs.map((p) => p[0])}::text[], ${pairs.map((p) => p[1])}::text[]) as v(id, telling)
    where claim.id = v.id and claim.gone is null`.execute(trx);
  await insertColumns(
    trx,
    EDGE,
    (await edgesTo(trx, fresh)) as readonly object[] as readonly Readonly<Record<string, unknown>>[],
  );
}

/** Edges of new tellings to all that share a block with them. */
async function edgesTo(trx: Transaction, fresh: readonly Telling[]): Promise<readonly Edge[]> {
  const looked = fresh.flatMap((t) => lookUpKeys(t).map((key) => [t.id, key] as const));
  const { rows: pairs } = await sql<{ mine: string; other: string }>`
    select distinct m.telling as mine, o.telling as other
    from unnest(${looked.map((l) => l[0])}::text[], ${looked.map((l) => l[1])}::text[]) as m(telling, key)
    join block o on o.key = m.key and o.telling <> m.telling`.execute(trx);
  const byId = new Map(fresh.map((t) => [t.id, t]));
  const others = [...new Set(pairs.map((p) => p.other))].filter((id) => !byId.has(id));
  if (others.length > 0) {
    const rows = await trx.selectFrom("telling").select("told").where(sql<boolean>`id = any(${others})`).execute();
    for (const r of rows) {
      const t = r.told as unknown as Telling;
      byId.set(t.id, t);
    }
  }
  const edges = new Map<string, Edge>();
  for (const { mine, other } of pairs) {
    const [x, y] = [byId.get(mine), byId.get(other)];
    const edge = x === undefined || y === undefined ? undefined : edgeOf(x, y);
    if (edge !== undefined) edges.set(`${edge.a} ${edge.b}`, edge);
  }
  return [...edges.values()];
}
