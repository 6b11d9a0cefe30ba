import type { Decision } from "@dateline/model";
import type { Settled } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import { insertAll, storable } from "./bulk.ts";
import { addByHand, enforce } from "./enforce.ts";
import { reachOf } from "./reach.ts";
import { regroup } from "./regroup.ts";
import { retell } from "./retell.ts";
import { decisionsIn, settledIn } from "./settled.ts";
import { TellingCache } from "./telling-cache.ts";
import { refind } from "./words.ts";

/** A decision with its place in the journal. */
export interface PlacedDecision {
  readonly seq: number;
  readonly decision: Decision;
}

/** Brings decisions into the index: the claims they bear on are told again, their events grouped and shown again. */
export async function applyDecisions(
  trx: Transaction,
  placed: readonly PlacedDecision[],
  cache: TellingCache = new TellingCache(),
): Promise<Settled> {
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
  const [all, settled] = [await decisionsIn(trx), await settledIn(trx)];
  const decisions = placed.map((p) => p.decision);
  await addByHand(trx, decisions);
  const claims = await reachOf(trx, all, { fresh: decisions, settled });
  await enforce(trx, { claims }, { settled, at: decisions.at(-1)?.at ?? "" });
  const reports =
    claims.length === 0
      ? []
      : await trx.selectFrom("claim").select("report").distinct().where(sql<boolean>`id = any(${claims})`).execute();
  const told =
    reports.length === 0
      ? { draft: { tellings: [], edges: [], claims: new Map() }, events: [] }
      : await retell(
          trx,
          reports.map((r) => r.report),
          { settled, cache },
        );
  await regroup(trx, { ...told, reports: [], claims, settled });
  await refind(trx, claims, { settled });
  return settled;
}
