import { recordReportId, sourceKey } from "@dateline/record";
import { sql } from "kysely";
import { queueOn } from "../jobs/queue.ts";
import { addReadings } from "./adding.ts";
import { backupOf } from "./backup.ts";
import type { Database } from "./database.ts";
import { decideAll } from "./decide/decide-all.ts";
import type { OpenPlace } from "./place.ts";
import { claimPage } from "./query/claims.ts";
import { decisionPage, questionPage } from "./query/decisions.ts";
import { eventById, eventPage, everyEvent } from "./query/events.ts";
import { isOfThen } from "./query/fold-view.ts";
import { partsOf } from "./query/parts.ts";
import { everyReading, reportById, reportPage } from "./query/reports.ts";
import { readingsThen, reportPageThen } from "./query/reports-then.ts";
import { searchRecord } from "./query/search.ts";
import type { RecordStats, RecordStore } from "./record-store.ts";
import { replay } from "./replay.ts";
import type { Session, Writer } from "./session.ts";
import { Upkeep } from "./upkeep.ts";
import { verifyRecord } from "./verify.ts";

/** The record over an opened place. */
export function recordOn(place: OpenPlace, session: Session, writer: Writer): RecordStore {
  const db = session.db;
  const upkeep = new Upkeep(session);
  return {
    place: place.place,
    ...(session.shared && { queue: queueOn(session, writer) }),
    add: async (inputs) => {
      if (inputs.length === 0) return [];
      const results = await writer.run((trx) => addReadings(session, trx, inputs));
      await upkeep.tend();
      return results;
    },
    has: (input) => isRead(db(), input),
    reports: (query = {}) => (isOfThen(query) ? reportPageThen(db(), session.keep, query) : reportPage(db(), query)),
    report: (id, options = {}) => reportById(db(), session.keep, id, options.version),
    original: (sha256) =>
      /^[0-9a-f]{64}$/.test(sha256) ? session.keep.blob("originals", sha256, db()) : Promise.resolve(undefined),
    events: (query = {}) => eventPage(db(), query),
    event: (id, view = {}) => eventById(db(), id, view),
    parts: (id, view = {}) => partsOf(db(), id, view),
    claims: (query = {}) => claimPage(db(), query),
    search: (search, options = {}) => searchRecord(db(), search, options),
    decide: (inputs, options = {}) =>
      inputs.length === 0 ? Promise.resolve([]) : writer.run((trx) => decideAll(session, trx, { inputs, options })),
    decisions: (query = {}) => decisionPage(db(), query),
    questions: (query = {}) => questionPage(db(), query),
    seen: async () => (await session.keep.head(db())).seq,
    allEvents: (options = {}) => everyEvent(db(), options),
    allReadings: (clocks = {}) =>
      isOfThen(clocks) ? readingsThen(db(), session.keep, clocks) : everyReading(db(), session.keep),
    stats: () => statsOf(db()),
    rebuild: async (onProgress) => {
      await writer.idle();
      await place.renew();
      await replay(session, writer, { onProgress, upkeep });
    },
    verify: (onProgress) => verifyRecord(session, onProgress),
    backup: (onProgress) => backupOf(session, onProgress),
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
