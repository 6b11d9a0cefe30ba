import { eventTag, LONG_TAG, type ToldClaim } from "@dateline/record";
import { storable } from "./bulk.ts";
import { claimVector } from "./words.ts";

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
