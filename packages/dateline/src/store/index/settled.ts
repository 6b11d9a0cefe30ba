import type { Decision } from "@dateline/model";
import { type Settled, settle } from "@dateline/record";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Decisions that were read last, with what names them: the ids of all up to a line of the journal. */
interface Kept {
  readonly upTo: number;
  readonly ids: string;
  readonly decisions: readonly Decision[];
  readonly settled: Settled;
}

// Every batch of reports and every view needs them, and they only grow: what is kept is checked by its ids and added to.
let kept: Kept = { upTo: 0, ids: "", decisions: [], settled: settle([]) };

/** All decisions of a record, oldest first; with an instant, those made up to it. */
export async function decisionsIn(db: Database, upTo?: string): Promise<readonly Decision[]> {
  const { decisions } = await current(db);
  return upTo === undefined ? decisions : decisions.filter((d) => d.at <= upTo);
}

/** What people settled so far. */
export async function settledIn(db: Database): Promise<Settled> {
  return (await current(db)).settled;
}

async function current(db: Database): Promise<Kept> {
  const before = kept;
  const { rows } = await sql<{ known: string | null; all: string | null; upTo: number | null }>`select
    md5(string_agg(id || at, ' ' order by seq) filter (where seq <= ${before.upTo})) as known,
    md5(string_agg(id || at, ' ' order by seq)) as all, max(seq) as "upTo" from decision`.execute(db);
  const { known = null, all = null, upTo = null } = rows[0] ?? {};
  if (all === null || upTo === null) return { upTo: 0, ids: "", decisions: [], settled: settle([]) };
  if (all === before.ids && upTo === before.upTo) return before;
  const from = known === before.ids ? before : undefined;
  const more = await after(db, from?.upTo ?? 0);
  const decisions = [...(from?.decisions ?? []), ...more];
  kept = { upTo, ids: all, decisions, settled: settle(decisions) };
  return kept;
}

async function after(db: Database, seq: number): Promise<readonly Decision[]> {
  const rows = await db.selectFrom("decision").select("decision").where("seq", ">", seq).orderBy("seq").execute();
  return rows.map((r) => r.decision as unknown as Decision);
}
