import type { Anchor, Target } from "@dateline/model";
import { DatelineError } from "@dateline/model";
import { seedOf, type ToldClaim, tellingKey } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import { tagOf } from "../query/event-tag.ts";

/** A claim that stands, with the event that holds it. */
export interface Standing {
  readonly told: ToldClaim;
  /** Id of the event; null where a person rejected the claim. */
  readonly event: string | null;
}

/** The standing claims of a target, the one the event is named after first. Throws "decision/not-found". */
export async function claimsOf(trx: Transaction, target: Target): Promise<readonly Standing[]> {
  if ("claim" in target) {
    const found = await standing(trx, [target.claim]);
    if (found.length === 0) throw new DatelineError("decision/not-found", `there is no claim ${target.claim}`);
    return found;
  }
  const tag = await tagOf(trx, target.event);
  if (tag === undefined) throw new DatelineError("decision/not-found", `there is no event ${target.event}`);
  const rows = await trx
    .selectFrom("claim")
    .innerJoin("event", "event.tag", "claim.event")
    .select(["claim.told", "event.id as event"])
    .where("claim.event", "=", tag)
    .where("claim.gone", "is", null)
    .orderBy("claim.id")
    .execute();
  const all = rows.map((r): Standing => ({ told: r.told as unknown as ToldClaim, event: r.event }));
  const seed = seedOf(all.map((s) => s.told));
  return [...all].sort((a, b) => Number(b.told === seed) - Number(a.told === seed));
}

/** Those of these claims that stand, in the order given. */
export async function standing(trx: Transaction, ids: readonly string[]): Promise<readonly Standing[]> {
  const rows = await trx
    .selectFrom("claim")
    .leftJoin("event", "event.tag", "claim.event")
    .select(["claim.id", "claim.told", "event.id as event"])
    .where(sql<boolean>`claim.id = any(${ids})`)
    .where("claim.gone", "is", null)
    .execute();
  const byId = new Map(rows.map((r) => [r.id, { told: r.told as unknown as ToldClaim, event: r.event }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What a decision over these claims holds on to. */
export async function anchorsOf(trx: Transaction, claims: readonly Standing[]): Promise<readonly Anchor[]> {
  const texts = await textsOf(trx, [...new Set(claims.map((c) => c.told.report))]);
  return claims.map(({ told, event }) => ({
    claim: told.id,
    report: told.report,
    sha256: texts.get(`${told.report} ${told.version}`) ?? "",
    trigger: told.claim.trigger,
    words: told.trigger,
    event,
    told: tellingKey(told),
  }));
}

async function textsOf(trx: Transaction, reports: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .selectFrom("version")
    .select(["report", "version", "sha256"])
    .where(sql<boolean>`report = any(${reports})`)
    .execute();
  return new Map(rows.map((r) => [`${r.report} ${r.version}`, r.sha256]));
}
