import { DEFAULT_POLICY, type RecordEvent } from "@dateline/model";
import {
  type Credit,
  type FoldReport,
  foldRecord,
  inForce,
  type Settled,
  settle,
  type ToldClaim,
} from "@dateline/record";
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
  const decisions = await decisionsIn(db, asOf);
  const reports = await reportsThen(db, asOf, view.saidBy);
  const claims = await claimsThen(db, { asOf, settled: settle(decisions), reports });
  const ids = new Set(reports.map((r) => r.report));
  const copies = await db.selectFrom("copy").select(["a", "b"]).execute();
  return foldRecord({
    reports: reports.map((r) => ({ ...r, claims: claims.get(r.report) ?? [] })),
    copies: copies.flatMap((c) => (ids.has(c.a) && ids.has(c.b) ? [[c.a, c.b] as const] : [])),
    decisions,
    policy: view.policy ?? DEFAULT_POLICY,
    asOf: asOf ?? null,
  });
}

type ReportThen = Omit<FoldReport, "claims"> & { readonly version: number };

/** The reports that the record had then, each with its newest text of then. */
export async function reportsThen(
  db: Database,
  asOf: string | undefined,
  saidBy: string | undefined,
): Promise<readonly ReportThen[]> {
  const { rows } = await sql<{
    report: string;
    version: number;
    publisher: string | null;
    published: string | null;
    title: string | null;
    credit: string;
    about: string;
  }>`
    select distinct on (report) report, version, publisher, published, title, credit, about from (
        select report, version, null as until, publisher, published, title, credit, about, learned from version
        union all select report, version, until, publisher, published, title, credit, about, learned from former
      ) v
    where ${asOf ?? null}::text is null and until is null or learned <= ${asOf ?? null} and (until is null or until > ${asOf ?? null})
    order by report, version desc, until asc nulls last`.execute(db);
  return rows
    .filter((r) => saidBy === undefined || (r.published !== null && r.published <= saidBy))
    .map((r) => ({
      ...r,
      credit: JSON.parse(r.credit) as Credit | null,
      about: r.about === "" ? [] : r.about.split("\n"),
    }));
}

interface Then {
  readonly asOf: string | undefined;
  readonly settled: Settled;
  readonly reports: readonly ReportThen[];
}

interface KnownRow {
  readonly version: number;
  readonly told: ToldClaim;
  readonly superseded: string | null;
}

/** By report the claims in force then: of the text that it had, as the newest reading of then or a person has them. */
async function claimsThen(db: Database, then: Then): Promise<ReadonlyMap<string, readonly ToldClaim[]>> {
  const { asOf, settled } = then;
  const versions = new Map(then.reports.map((r) => [r.report, r.version]));
  const held = [...settled.holds.keys(), ...settled.added.keys()];
  const { rows } = await (asOf === undefined
    ? sql<KnownRow>`select version, told, null as superseded from claim where gone is null order by row`
    : sql<KnownRow>`select version, told, case when superseded > ${asOf} then null else superseded end as superseded from claim
        where learned <= ${asOf} and (superseded is null or superseded > ${asOf} or id = any(${held})) order by row`
  ).execute(db);
  const known = rows.filter((r) => versions.get(r.told.report) === r.version);
  const out = new Map<string, ToldClaim[]>();
  for (const { told } of asOf === undefined ? known : inForce(known, settled)) {
    const list = out.get(told.report);
    if (list === undefined) out.set(told.report, [told]);
    else list.push(told);
  }
  return out;
}
