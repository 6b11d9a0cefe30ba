import { eventTag, LONG_TAG, type ToldClaim } from "@dateline/record";
import type { Transaction } from "../database.ts";
import { insertColumns, storable } from "./bulk.ts";
import { claimVector, searchedClaim } from "./words.ts";

const CLAIM = {
  table: "claim",
  columns: {
    id: "text",
    tag: "text",
    report: "text",
    version: "int",
    telling: "text",
    event: "text",
    origin: "text",
    type: "text",
    status: "text",
    published: "text",
    at: "int",
    learned: "text",
    told: "json",
    words: "facets",
  },
};

/** A claim with what it belongs to. */
export interface PlacedClaim {
  readonly claim: ToldClaim;
  readonly telling?: string;
  readonly event?: string | undefined;
  readonly origin?: string | undefined;
}

/** Inserts claims that nobody has settled anything about. */
export async function insertClaims(trx: Transaction, claims: readonly PlacedClaim[]): Promise<void> {
  const rows = claims.map(({ claim: c, telling, event, origin }) => ({
    id: c.id,
    tag: eventTag(c.id, LONG_TAG),
    report: c.report,
    version: c.version,
    telling,
    event,
    origin,
    type: c.type,
    status: c.status,
    published: c.published,
    at: c.claim.trigger.start,
    learned: c.learned,
    told: storable(c),
    words: searchedClaim(c),
  }));
  await insertColumns(trx, CLAIM, rows);
}

/** A new row of a claim. */
export function claimRow(c: ToldClaim): never {
  return {
    id: c.id,
    tag: eventTag(c.id, LONG_TAG),
    report: c.report,
    version: c.version,
    telling: null,
    event: null,
    origin: null,
    type: c.type,
    status: c.status,
    published: c.published,
    at: c.claim.trigger.start,
    learned: c.learned,
    gone: null,
    superseded: null,
    told: storable(c),
    words: claimVector(c),
  } as never;
}
