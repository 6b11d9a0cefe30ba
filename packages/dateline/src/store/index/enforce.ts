import type { Decision } from "@dateline/model";
import { handTold, inForce, type Settled, type ToldClaim } from "@dateline/record";
import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../database.ts";
import { insertAll } from "./bulk.ts";
import { claimRow } from "./claim-row.ts";

interface Row {
  readonly row: number;
  readonly told: ToldClaim;
  readonly superseded: string | null;
  readonly gone: string | null;
  /** Of the report's newest text. */
  readonly current: boolean;
}

/** Which claims: by their ids, or all of some reports that a person held or added. */
type EnforceOn = { readonly claims: readonly string[] } | { readonly reports: readonly string[] };

/** Lets stand the tellings that are in force, and no others. `at`: when what ceases to stand does. */
export async function enforce(
  trx: Transaction,
  on: EnforceOn,
  { settled, at }: { readonly settled: Settled; readonly at: string },
): Promise<void> {
  const where = "claims" in on ? among(on.claims) : settledOn(on.reports, settled);
  if (where === undefined) return;
  const { rows } = await sql<Row>`select c.row, c.told, c.superseded, c.gone, c.version = r.version as current
    from claim c join report r on r.id = c.report where ${where} order by c.row`.execute(trx);
  const standing = new Set(
    inForce(
      rows.filter((r) => r.current),
      settled,
    ).map((r) => r.row),
  );
  const back = rows.filter((r) => r.gone !== null && standing.has(r.row)).map((r) => r.row);
  const out = rows.filter((r) => r.gone === null && !standing.has(r.row)).map((r) => r.row);
  if (out.length > 0)
    await sql`update claim set gone = ${at}, telling = null, event = null, origin = null where row = any(${out})`.execute(
      trx,
    );
  if (back.length > 0) await sql`update claim set gone = null where row = any(${back})`.execute(trx);
}

function among(claims: readonly string[]): RawBuilder<boolean> | undefined {
  return claims.length === 0 ? undefined : sql<boolean>`c.id = any(${claims})`;
}

function settledOn(reports: readonly string[], settled: Settled): RawBuilder<boolean> | undefined {
  const ids = [...settled.holds.keys(), ...settled.added.keys()];
  return ids.length === 0 || reports.length === 0
    ? undefined
    : sql<boolean>`c.report = any(${reports}) and c.id = any(${ids})`;
}

/** Brings in the claims that people added. */
export async function addByHand(trx: Transaction, decisions: readonly Decision[]): Promise<void> {
  for (const d of decisions) {
    if (d.action.kind !== "add-claim") continue;
    const { claim } = d.action;
    const report = await trx
      .selectFrom("report")
      .select(["version", "publisher", "title", "url", "published", "text"])
      .where("id", "=", claim.report)
      .executeTakeFirst();
    if (report !== undefined) await insertAll(trx, "claim", [claimRow(handTold(d, claim, report))]);
  }
}
