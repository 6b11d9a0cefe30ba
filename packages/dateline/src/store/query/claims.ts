import type { Page, RecordClaim } from "@dateline/model";
import { folded, type Settled, settledClaim, type ToldClaim } from "@dateline/record";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { settledIn } from "../index/settled.ts";
import type { ClaimQuery } from "../record-store.ts";
import { tagOf } from "./event-tag.ts";
import { foldView, isOfThen } from "./fold-view.ts";
import { pageOf } from "./paging.ts";

/** A page of claims, in the order of reports and of their texts. */
export async function claimPage(db: Database, query: ClaimQuery): Promise<Page<RecordClaim>> {
  const { limit, offset } = pageOf(query);
  if (isOfThen(query)) return claimsThen(db, query);
  const { report, origin, status, type, text } = query;
  const tag = query.event === undefined ? undefined : ((await tagOf(db, query.event)) ?? "");
  const where = db
    .selectFrom("claim")
    .innerJoin("report", "report.id", "claim.report")
    .leftJoin("event", "event.tag", "claim.event")
    .where("claim.gone", "is", null)
    .$if(tag !== undefined, (q) => q.where("claim.event", "=", tag ?? ""))
    .$if(report !== undefined, (q) => q.where("claim.report", "=", report ?? ""))
    .$if(origin !== undefined, (q) => q.where("claim.origin", "=", origin ?? ""))
    .$if(status !== undefined, (q) => q.where("claim.status", "=", status ?? ""))
    .$if(type !== undefined, (q) => q.where("claim.type", "=", type ?? ""))
    .$if(text !== undefined && text.trim() !== "", (q) =>
      q.where(sql<boolean>`claim.words @@ websearch_to_tsquery('english', ${folded(text ?? "")})`),
    );
  const { total } = await where.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow();
  const rows = await where
    .select(["claim.told", "claim.origin", "report.story", "event.id as event"])
    .orderBy("claim.report")
    .orderBy("claim.at")
    .orderBy("claim.id")
    .limit(limit)
    .offset(offset)
    .execute();
  const settled = await settledIn(db);
  return {
    items: rows.map((r) => recordClaim(r.told as unknown as ToldClaim, { ...r, origin: r.origin ?? "" }, settled)),
    total,
  };
}

/** A claim with what the record adds to it. */
export function recordClaim(
  told: ToldClaim,
  at: { readonly story: string; readonly event: string | null; readonly origin: string },
  settled: Settled,
): RecordClaim {
  const { story, event, origin } = at;
  return { ...settledClaim(told, settled), story, event, origin, judgement: settled.judgements.get(told.id) ?? null };
}

async function claimsThen(db: Database, query: ClaimQuery): Promise<Page<RecordClaim>> {
  const { limit, offset } = pageOf(query);
  const all = (await foldView(db, query)).flatMap((e) => e.members).filter((m) => fits(m, query));
  const inOrder = [...all].sort((a, b) =>
    a.report !== b.report
      ? a.report < b.report
        ? -1
        : 1
      : a.claim.trigger.start - b.claim.trigger.start || (a.id < b.id ? -1 : 1),
  );
  return { items: inOrder.slice(offset, offset + limit), total: all.length };
}

function fits(m: RecordClaim, q: ClaimQuery): boolean {
  return (
    (q.event === undefined || m.event === q.event) &&
    (q.report === undefined || m.report === q.report) &&
    (q.origin === undefined || m.origin === q.origin) &&
    (q.status === undefined || m.status === q.status) &&
    (q.type === undefined || m.type === q.type) &&
    (q.text === undefined || folded(m.quote).includes(folded(q.text)))
  );
}
