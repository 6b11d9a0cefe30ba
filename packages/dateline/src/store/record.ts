import type { Decision, DecisionInput, DecisionRow, Page } from "@dateline/model";
import { recordReportId, settle, sourceKey } from "@dateline/record";
import { sql } from "kysely";
import { addReadings } from "./adding.ts";
import type { Database, Transaction } from "./database.ts";
import { decisionOf, openReasons } from "./deciding.ts";
import { applyDecisions } from "./index/apply-decisions.ts";
import { decisionsIn } from "./index/settled.ts";
import type { OpenPlace } from "./place.ts";
import { claimPage } from "./query/claims.ts";
import { tagOf } from "./query/event-tag.ts";
import { eventById, eventPage, everyEvent } from "./query/events.ts";
import { pageOf } from "./query/paging.ts";
import { everyReading, reportById, reportPage } from "./query/reports.ts";
import { searchAll } from "./query/search.ts";
import type { Paging, Question, RecordStats, RecordStore } from "./record-store.ts";
import { replay } from "./replay.ts";
import { type Session, setIndexHead, type Writer } from "./session.ts";
import { Upkeep } from "./upkeep.ts";
import { verifyRecord } from "./verify.ts";

/** The record over an opened place. */
export function recordOn(place: OpenPlace, session: Session, writer: Writer): RecordStore {
  const db = session.db;
  const upkeep = new Upkeep(session);
  return {
    place: place.place,
    add: async (inputs) => {
      if (inputs.length === 0) return [];
      const results = await writer.run((trx) => addReadings(session, trx, inputs));
      await upkeep.tend();
      return results;
    },
    has: (input) => isRead(db(), input),
    reports: (query = {}) => reportPage(db(), query),
    report: (id, options = {}) => reportById(db(), session.keep, id, options.version),
    original: (sha256) =>
      /^[0-9a-f]{64}$/.test(sha256) ? session.keep.blob("originals", sha256, db()) : Promise.resolve(undefined),
    events: (query = {}) => eventPage(db(), query),
    event: (id, view = {}) => eventById(db(), id, view),
    claims: (query = {}) => claimPage(db(), query),
    search: (text, options = {}) => searchAll(db(), text, options),
    decide: (inputs) =>
      inputs.length === 0 ? Promise.resolve([]) : writer.run((trx) => decideAll(session, trx, inputs)),
    decisions: (query = {}) => decisionPage(db(), query),
    questions: () => questionsIn(db()),
    allEvents: (options = {}) => everyEvent(db(), options),
    allReadings: () => everyReading(db(), session.keep),
    stats: () => statsOf(db()),
    rebuild: async (onProgress) => {
      await writer.idle();
      await place.renew();
      await replay(session, writer, { onProgress, upkeep });
    },
    verify: (onProgress) => verifyRecord(session, onProgress),
    announce: (url) => place.announce(url),
    close: async () => {
      await writer.idle();
      await place.close();
    },
  };
}

async function isRead(db: Database, input: Parameters<RecordStore["has"]>[0]): Promise<boolean> {
  const report = {
    ...input,
    title: null,
    publisher: null,
    published: null,
    publishedFrom: "unknown" as const,
    language: "",
    text: "",
  };
  const row = await db
    .selectFrom("report")
    .innerJoin("version", (j) =>
      j.onRef("version.report", "=", "report.id").onRef("version.version", "=", "report.version"),
    )
    .select(["version.sha256", "version.reader"])
    .where((e) => e.or([e("report.key", "=", sourceKey(report)), e("report.id", "=", recordReportId(report))]))
    .executeTakeFirst();
  return row !== undefined && row.sha256 === input.sha256 && row.reader === JSON.stringify(input.reader);
}

async function decideAll(
  session: Session,
  trx: Transaction,
  inputs: readonly DecisionInput[],
): Promise<readonly Decision[]> {
  const made: Decision[] = [];
  const at = session.now();
  for (const input of inputs) {
    const { seq } = await session.keep.head(trx);
    const step = inputs.length > 1 ? (made[0]?.id ?? null) : null;
    const decision = await decisionOf(trx, input, { seq: seq + 1 + made.length, at, step });
    made.push(decision);
    await applyDecisions(trx, [{ seq: seq + made.length, decision }]);
  }
  await setIndexHead(
    trx,
    await session.keep.append(
      made.map((decision) => ({ kind: "decision" as const, decision })),
      trx,
    ),
  );
  return made;
}

async function decisionPage(
  db: Database,
  query: Paging & { readonly event?: string | undefined },
): Promise<Page<DecisionRow>> {
  const { limit, offset } = pageOf(query);
  const all = await decisionsIn(db);
  const { undoneBy } = settle(all);
  const ids = query.event === undefined ? undefined : await claimsIn(db, query.event);
  const chosen = ids === undefined ? all : all.filter((d) => d.anchors.some((a) => ids.has(a.claim)));
  const page = chosen.slice(offset, offset + limit);
  const open = await openReasons(db, page);
  return {
    items: page.map((d) => ({
      ...d,
      undoneBy: undoneBy.get(d.id) ?? null,
      open: undoneBy.has(d.id) ? null : (open.get(d.id) ?? null),
    })),
    total: chosen.length,
  };
}

async function claimsIn(db: Database, event: string): Promise<ReadonlySet<string>> {
  const tag = await tagOf(db, event);
  if (tag === undefined) return new Set();
  const rows = await db.selectFrom("claim").select("id").where("event", "=", tag).execute();
  return new Set(rows.map((r) => r.id));
}

async function questionsIn(db: Database): Promise<readonly Question[]> {
  const all = await decisionsIn(db);
  const { undoneBy } = settle(all);
  const standing = all.filter((d) => !undoneBy.has(d.id) && d.action.kind !== "undo");
  const open = await openReasons(db, standing);
  return standing.flatMap((d) => {
    const reason = open.get(d.id);
    return reason === undefined ? [] : [{ decision: d.id, reason, claim: d.anchors[0]?.claim ?? null }];
  });
}

async function statsOf(db: Database): Promise<RecordStats> {
  const { rows } = await sql<RecordStats>`select
    (select count(*)::int from report) as reports, (select count(*)::int from version) as versions, (select count(*)::int from story) as stories,
    (select count(*)::int from claim where gone is null) as claims, (select count(*)::int from event) as events,
    (select count(distinct origin)::int from claim where gone is null) as origins,
    (select count(*)::int from event where disputed) as disputed, (select count(*)::int from decision) as decisions,
    (select min(published) from report) as "firstPublished", (select max(published) from report) as "lastPublished",
    (select max(learned) from version) as "lastLearned",
    greatest((select max(learned) from version), (select max(at) from decision)) as "lastChanged"`.execute(db);
  const [stats] = rows;
  if (stats === undefined) throw new Error("the record has no figures");
  return stats;
}
