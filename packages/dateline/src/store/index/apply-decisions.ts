import type { Decision } from "@dateline/model";
import { nameKey, type Settled } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import { insertAll, storable } from "./bulk.ts";
import { regroup } from "./regroup.ts";
import { retell } from "./retell.ts";
import { settledIn } from "./settled.ts";

/** A decision with its place in the journal. */
export interface PlacedDecision {
  readonly seq: number;
  readonly decision: Decision;
}

/** Brings decisions into the index: the claims they bear on are told again, their events grouped and shown again. */
export async function applyDecisions(trx: Transaction, placed: readonly PlacedDecision[]): Promise<Settled> {
  await insertAll(
    trx,
    "decision",
    placed.map(({ seq, decision }) => ({
      seq,
      id: decision.id,
      at: decision.at,
      decision: storable(decision),
    })) as never,
  );
  const settled = await settledIn(trx);
  const decisions = placed.map((p) => p.decision);
  const claims = [
    ...new Set([...decisions.flatMap((d) => d.anchors.map((a) => a.claim)), ...(await named(trx, decisions))]),
  ];
  const reports =
    claims.length === 0
      ? []
      : await trx
          .selectFrom("claim")
          .select("report")
          .distinct()
          .where(sql<boolean>`id = any(${claims})`)
          .where("gone", "is", null)
          .execute();
  const told =
    reports.length === 0
      ? { fresh: [], components: [], events: [] }
      : await retell(
          trx,
          reports.map((r) => r.report),
          settled,
        );
  await regroup(trx, { ...told, reports: [], claims, settled });
  return settled;
}

/** Claims of events that name an actor whom a decision takes for another. */
async function named(trx: Transaction, decisions: readonly Decision[]): Promise<readonly string[]> {
  const undone = await undoneActions(trx, decisions);
  const names = [...decisions.map((d) => d.action), ...undone].flatMap((a) =>
    (a.kind === "same-as" || a.kind === "not-same-as") && a.what === "actor" ? [nameKey(a.a), nameKey(a.b)] : [],
  );
  if (names.length === 0) return [];
  const patterns = names.map((n) => `%${n.replace(/[\\%_]/g, "\\$&")}%`);
  const { rows } = await sql<{ id: string }>`select distinct claim.id from claim join event on event.tag = claim.event
    where claim.gone is null and (event.says like any(${patterns}) or event.actors like any(${patterns}))`.execute(trx);
  return rows.map((r) => r.id);
}

async function undoneActions(trx: Transaction, decisions: readonly Decision[]): Promise<readonly Decision["action"][]> {
  const ids = decisions.flatMap((d) => (d.action.kind === "undo" ? [d.action.decision] : []));
  if (ids.length === 0) return [];
  const rows = await trx.selectFrom("decision").select("decision").where("id", "in", ids).execute();
  return rows.map((r) => (r.decision as unknown as Decision).action);
}
