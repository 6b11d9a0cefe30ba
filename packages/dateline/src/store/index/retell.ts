import { blockKeys, type Settled, type Telling, type ToldClaim, tellingsOf } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import { storable } from "./bulk.ts";
import type { Draft } from "./draft.ts";
import { lookUp } from "./look-up.ts";
import type { TellingCache } from "./telling-cache.ts";

/** What a change of tellings touches. */
export interface Touched {
  /** Tellings that are new or told differently; they are not written yet. */
  readonly draft: Draft;
  /** Tags of events that lost a telling. */
  readonly events: readonly string[];
}

interface Lost {
  readonly nr: number;
  readonly id: string;
  readonly report: string;
  readonly told: unknown;
}

/** Makes the tellings of reports again from their standing claims and what people settled; only what changed is written. */
export async function retell(
  trx: Transaction,
  reports: readonly string[],
  { settled, cache }: { readonly settled: Settled; readonly cache: TellingCache },
): Promise<Touched> {
  const { tellings: now, untold } = await tellingsNow(trx, reports, settled);
  const before = await trx
    .selectFrom("telling")
    .select(["nr", "id", "report", "event", "told"])
    .where("report", "in", reports)
    .execute();
  const known = new Map(before.map((b) => [b.id, JSON.stringify(b.told)]));
  const fresh = now.filter(
    (t) => t.claims.some((c) => untold.has(c)) || known.get(t.id) !== JSON.stringify(JSON.parse(storable(t))),
  );
  const kept = new Set(now.map((t) => t.id));
  for (const t of fresh) kept.delete(t.id);
  const lost = before.filter((b) => !kept.has(b.id));
  await remove(trx, lost);
  await nameTellings(trx, fresh);
  return {
    draft: { ...(await lookUp(trx, fresh, cache)), claims: new Map() },
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

async function remove(trx: Transaction, lost: readonly Lost[]): Promise<void> {
  if (lost.length === 0) return;
  const ids = lost.map((l) => l.id);
  await sql`update claim set telling = null, event = null, origin = null
    where report = any(${[...new Set(lost.map((l) => l.report))]}) and telling = any(${ids})`.execute(trx);
  const numbers = lost.map((l) => l.nr);
  const keys = [...new Set(lost.flatMap((l) => blockKeys(l.told as unknown as Telling)))];
  await sql`delete from telling where nr = any(${numbers}::bigint[])`.execute(trx);
  await sql`delete from look where key = any(${keys}::bigint[]) and telling = any(${numbers}::bigint[])`.execute(trx);
  await sql`delete from edge where a = any(${numbers}::bigint[])`.execute(trx);
  await sql`delete from edge where b = any(${numbers}::bigint[])`.execute(trx);
}

/** Says of claims which telling they belong to now. */
async function nameTellings(trx: Transaction, fresh: readonly Telling[]): Promise<void> {
  if (fresh.length === 0) return;
  const pairs = fresh.flatMap((t) => t.claims.map((c) => [c, t.id] as const));
  await sql`update claim set telling = v.telling
    from unnest(${pairs.map((p) => p[0])}::text[], ${pairs.map((p) => p[1])}::text[]) as v(id, telling)
    where claim.id = v.id and claim.gone is null`.execute(trx);
}
