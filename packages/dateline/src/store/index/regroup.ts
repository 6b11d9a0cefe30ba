import { cluster, constraintsOn, type Edge, type Settled, type Telling, unite } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import type { Touched } from "./retell.ts";
import { writeEvents } from "./write-events.ts";

/** What has to be grouped and shown again. */
export interface Regroup extends Touched {
  /** Reports whose claims show differently though they are told as before: their story changed. */
  readonly reports: readonly string[];
  /** Claims that a decision bears on. */
  readonly claims?: readonly string[];
  readonly settled: Settled;
}

interface Node {
  readonly id: string;
  readonly event: string | null;
  readonly component: string;
  readonly claims: readonly string[];
}

/** Groups the tellings of all touched components again and writes the events that changed. */
export async function regroup(trx: Transaction, touched: Regroup): Promise<void> {
  const nodes = await nodesIn(trx, await components(trx, touched));
  const dirty = await dirtyTellings(trx, touched);
  const ids = nodes.map((n) => n.id);
  const edges =
    ids.length === 0
      ? []
      : await trx.selectFrom("edge").select(["a", "b", "score"]).where(sql<boolean>`a = any(${ids})`).execute();
  const groups = cluster(ids, edges, constraintsOn(nodes as unknown as readonly Telling[], touched.settled));
  await nameComponents(trx, nodes, edges, touched.settled);
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const sizes = new Map<string, number>();
  for (const n of nodes) if (n.event !== null) sizes.set(n.event, (sizes.get(n.event) ?? 0) + 1);
  const changed = groups.filter((g) => {
    const events = new Set(g.map((id) => byId.get(id)?.event ?? null));
    const [event] = events;
    return (
      events.size !== 1 ||
      event == null ||
      sizes.get(event) !== g.length ||
      touched.events.includes(event) ||
      g.some((id) => dirty.has(id))
    );
  });
  const stale = [...touched.events, ...changed.flatMap((g) => g.flatMap((id) => byId.get(id)?.event ?? []))];
  await writeEvents(trx, { groups: changed, stale: [...new Set(stale)], settled: touched.settled });
}

async function components(trx: Transaction, touched: Regroup): Promise<readonly string[]> {
  const { fresh, settled } = touched;
  const { rows } = await sql<{ component: string }>`
    select distinct component from telling where id = any(${fresh})
      or id in (select b from edge where a = any(${fresh})) or id in (select a from edge where b = any(${fresh}))`.execute(
    trx,
  );
  const claims = await partners(trx, touched, settled);
  const bound =
    claims.length === 0
      ? []
      : await trx
          .selectFrom("telling")
          .innerJoin("claim", "claim.telling", "telling.id")
          .select("component")
          .distinct()
          .where(sql<boolean>`claim.id = any(${claims})`)
          .where("claim.gone", "is", null)
          .execute();
  const shown =
    touched.reports.length === 0
      ? []
      : await trx.selectFrom("telling").select("component").distinct().where("report", "in", touched.reports).execute();
  return [...new Set([...touched.components, ...[...rows, ...bound, ...shown].map((r) => r.component)])];
}

/** Claims that decisions bind to those touched. */
async function partners(trx: Transaction, touched: Regroup, settled: Settled): Promise<readonly string[]> {
  const given = touched.claims ?? [];
  const pairs = [...settled.together, ...settled.apart];
  if (pairs.length === 0 || touched.fresh.length === 0) return given;
  const own = await trx
    .selectFrom("claim")
    .select("id")
    .where(sql<boolean>`telling = any(${touched.fresh})`)
    .where("gone", "is", null)
    .execute();
  const mine = new Set([...given, ...own.map((o) => o.id)]);
  return [...new Set([...given, ...pairs.flatMap(([a, b]) => (mine.has(a) || mine.has(b) ? [a, b] : []))])];
}

async function nodesIn(trx: Transaction, components: readonly string[]): Promise<readonly Node[]> {
  if (components.length === 0) return [];
  const { rows } =
    await sql<Node>`select id, event, component, told->'claims' as claims from telling where component = any(${components}) order by id`.execute(
      trx,
    );
  return rows;
}

async function dirtyTellings(trx: Transaction, touched: Regroup): Promise<ReadonlySet<string>> {
  const { fresh, reports, claims = [] } = touched;
  const out = new Set(fresh);
  if (reports.length > 0) {
    const rows = await trx.selectFrom("telling").select("id").where("report", "in", reports).execute();
    for (const r of rows) out.add(r.id);
  }
  if (claims.length > 0) {
    const rows = await trx
      .selectFrom("claim")
      .select("telling")
      .where(sql<boolean>`id = any(${claims})`)
      .where("gone", "is", null)
      .execute();
    for (const r of rows) if (r.telling !== null) out.add(r.telling);
  }
  return out;
}

/** Components are named after their smallest telling; those that edges no longer hold together fall apart. */
async function nameComponents(
  trx: Transaction,
  nodes: readonly Node[],
  edges: readonly Edge[],
  settled: Settled,
): Promise<void> {
  const bound = constraintsOn(nodes as unknown as readonly Telling[], settled);
  const links = [...edges.map((e) => [e.a, e.b] as const), ...bound.together, ...bound.apart];
  const now = new Map<string, string>();
  for (const group of unite(
    nodes.map((n) => n.id),
    links,
  ))
    for (const id of group) now.set(id, group[0] ?? id);
  const moved = nodes.filter((n) => now.get(n.id) !== n.component).map((n) => n.id);
  if (moved.length === 0) return;
  await sql`update telling set component = v.component from unnest(${moved}::text[], ${moved.map((id) => now.get(id) ?? id)}::text[]) as v(id, component)
    where telling.id = v.id`.execute(trx);
}
