import { DEFAULT_POLICY, type RecordEvent } from "@dateline/model";
import { type Credit, type FoldReport, foldRecord, type ToldClaim } from "@dateline/record";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { decisionsIn } from "../index/settled.ts";
import type { View } from "../record-store.ts";

/** Whether a view asks for another time than now. */
export function isOfThen(view: View | undefined): boolean {
  return view?.asOf !== undefined || view?.saidBy !== undefined;
}

/** The last instant that a date or instant means. */
export function instantOf(asOf: string | undefined): string | undefined {
  if (asOf === undefined) return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return `${asOf}T23:59:59.999Z`;
  const at = new Date(asOf);
  return Number.isNaN(at.getTime()) ? asOf : at.toISOString();
}

/** All events as the record would have shown them then: folded anew from what it had learned and what people had decided. */
export async function foldView(db: Database, view: View): Promise<readonly RecordEvent[]> {
  const asOf = instantOf(view.asOf);
  const reports = await reportsThen(db, asOf, view.saidBy);
  const claims = await claimsThen(db, asOf);
  const ids = new Set(reports.map((r) => r.report));
  const copies = await db.selectFrom("copy").select(["a", "b"]).execute();
  return foldRecord({
    reports: reports.map((r) => ({ ...r, claims: claims.get(r.report) ?? [] })),
    copies: copies.flatMap((c) => (ids.has(c.a) && ids.has(c.b) ? [[c.a, c.b] as const] : [])),
    decisions: await decisionsIn(db, asOf),
    policy: view.policy ?? DEFAULT_POLICY,
    asOf: asOf ?? null,
  });
}

async function reportsThen(
  db: Database,
  asOf: string | undefined,
  saidBy: string | undefined,
): Promise<readonly Omit<FoldReport, "claims">[]> {
  const { rows } = await sql<{
    report: string;
    publisher: string | null;
    published: string | null;
    title: string | null;
    credit: string;
    about: string;
  }>`
    select distinct on (report) report, publisher, published, title, credit, about from version
    where (${asOf ?? null}::text is null or learned <= ${asOf ?? null}) order by report, version desc`.execute(db);
  return rows
    .filter((r) => saidBy === undefined || (r.published !== null && r.published <= saidBy))
    .map((r) => ({
      ...r,
      credit: JSON.parse(r.credit) as Credit | null,
      about: r.about === "" ? [] : r.about.split("\n"),
    }));
}

async function claimsThen(db: Database, asOf: string | undefined): Promise<ReadonlyMap<string, readonly ToldClaim[]>> {
  const rows = await db
    .selectFrom("claim")
    .select(["report", "told"])
    .where((e) =>
      asOf === undefined
        ? e("gone", "is", null)
        : e.and([e("learned", "<=", asOf), e.or([e("gone", "is", null), e("gone", ">", asOf)])]),
    )
    .orderBy("row")
    .execute();
  const out = new Map<string, ToldClaim[]>();
  for (const r of rows) {
    const list = out.get(r.report);
    if (list === undefined) out.set(r.report, [r.told as unknown as ToldClaim]);
    else list.push(r.told as unknown as ToldClaim);
  }
  return out;
}
