import type { Decision } from "@dateline/model";
import { type Settled, settle } from "@dateline/record";
import type { Database } from "../database.ts";

/** All decisions of a record, oldest first. */
export async function decisionsIn(db: Database, upTo?: string): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom("decision")
    .select("decision")
    .$if(upTo !== undefined, (q) => q.where("at", "<=", upTo ?? ""))
    .orderBy("seq")
    .execute();
  return rows.map((r) => r.decision as unknown as Decision);
}

/** What people settled so far. */
export async function settledIn(db: Database): Promise<Settled> {
  return settle(await decisionsIn(db));
}
