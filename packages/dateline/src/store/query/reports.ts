import type { Page, ReaderStamp, Reading, RecordClaim, ReportPage, ReportRow, ReportVersion } from "@dateline/model";
import { familyTree, folded, type Settled, type ToldClaim, toldClaims } from "@dateline/record";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { settledIn } from "../index/settled.ts";
import { storyReportOf } from "../index/stories.ts";
import type { Keep } from "../keep.ts";
import type { RecordedReading, ReportQuery } from "../record-store.ts";
import { claimPage, recordClaim } from "./claims.ts";
import { pageOf } from "./paging.ts";

const SHOWN = [
  "report.id",
  "report.title",
  "report.publisher",
  "report.published",
  "report.published_from as publishedFrom",
  "report.language",
  "report.url",
  "report.story",
  "story.size as copies",
  "report.version",
  "report.learned",
  "report.claims",
  "report.length",
] as const;

/** A page of reports, by default the newest published first. */
export async function reportPage(db: Database, query: ReportQuery): Promise<Page<ReportRow>> {
  const { limit, offset } = pageOf(query);
  const { text, publisher, story, since, until } = query;
  const where = db
    .selectFrom("report")
    .innerJoin("story", "story.id", "report.story")
    .$if(text !== undefined && text.trim() !== "", (q) =>
      q.where(sql<boolean>`report.words @@ websearch_to_tsquery('english', ${folded(text ?? "")})`),
    )
    .$if(publisher !== undefined, (q) => q.where("report.publisher", "=", publisher ?? ""))
    .$if(story !== undefined, (q) => q.where("report.story", "=", story ?? ""))
    .$if(since !== undefined, (q) => q.where("report.published", ">=", since ?? ""))
    .$if(until !== undefined, (q) => q.where("report.published", "<=", until ?? ""));
  const { total } = await where.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow();
  const order = query.sort === "learned" ? sql`report.learned desc` : sql`report.published desc nulls last`;
  const items = await where.select(SHOWN).orderBy(order).orderBy("report.id").limit(limit).offset(offset).execute();
  return { items: items as readonly unknown[] as readonly ReportRow[], total };
}

/** One report with its reading. */
export async function reportById(
  db: Database,
  keep: Keep,
  id: string,
  version?: number,
): Promise<ReportPage | undefined> {
  const row = await db
    .selectFrom("report")
    .innerJoin("story", "story.id", "report.story")
    .select(SHOWN)
    .where("report.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const versions = await db.selectFrom("version").selectAll().where("report", "=", id).orderBy("version").execute();
  const asked = versions.find((v) => v.version === (version ?? row.version));
  if (asked === undefined) return undefined;
  const reading = await readingOf(db, keep, asked.reading);
  return {
    ...(row as unknown as ReportRow),
    reading: { ...reading, report: { ...reading.report, id } },
    versions: versions.map(
      (v): ReportVersion => ({
        version: v.version,
        sha256: v.sha256,
        original: v.original,
        mediaType: v.media_type,
        learned: v.learned,
        reader: JSON.parse(v.reader) as ReaderStamp,
      }),
    ),
    storyOf: await storyById(db, row.story),
    members:
      asked.version === row.version ? await membersOf(db, id) : await pastMembers(db, reading, id, asked.version),
  };
}

async function readingOf(db: Database, keep: Keep, sha256: string): Promise<Reading> {
  const bytes = await keep.blob("readings", sha256, db);
  if (bytes === undefined)
    throw new Error(`the reading ${sha256} is missing from the record; \`dateline verify\` tells what else is`);
  return JSON.parse(new TextDecoder().decode(bytes)) as Reading;
}

async function storyById(db: Database, id: string): Promise<ReportPage["storyOf"]> {
  const rows = await db
    .selectFrom("report")
    .select(["id", "publisher", "published", "title", "credit", "text"])
    .where("story", "=", id)
    .execute();
  const texts = new Map(rows.map((r) => [r.id, r.text]));
  const [first, ...rest] = rows.map(storyReportOf);
  if (first === undefined) throw new Error(`story ${id} has no reports`);
  return familyTree([first, ...rest], (report) => texts.get(report) ?? "");
}

async function membersOf(db: Database, report: string): Promise<readonly RecordClaim[]> {
  const members: RecordClaim[] = [];
  for (let offset = 0; ; offset += 1000) {
    const { items, total } = await claimPage(db, { report, limit: 1000, offset });
    members.push(...items);
    if (members.length >= total || items.length === 0) return members;
  }
}

/** Claims of an earlier version: they are in no event any more. */
async function pastMembers(
  db: Database,
  reading: Reading,
  report: string,
  version: number,
): Promise<readonly RecordClaim[]> {
  const settled: Settled = await settledIn(db);
  return toldClaims(reading, { report, version, learned: "" }).map((told: ToldClaim) =>
    recordClaim(told, { story: "", event: null, origin: "" }, settled),
  );
}

const CHUNK = 50;

/** The newest reading of every report, each claim with the event it belongs to. */
export async function* everyReading(db: Database, keep: Keep): AsyncGenerator<RecordedReading> {
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("report")
      .innerJoin("version", (j) =>
        j.onRef("version.report", "=", "report.id").onRef("version.version", "=", "report.version"),
      )
      .select(["report.id", "version.reading", "version.learned", "report.version"])
      .where("report.id", ">", after)
      .orderBy("report.id")
      .limit(CHUNK)
      .execute();
    const ids = rows.map((r) => r.id);
    const claims =
      ids.length === 0
        ? []
        : await db
            .selectFrom("claim")
            .leftJoin("event", "event.tag", "claim.event")
            .select(["claim.id", "event.id as event"])
            .where("claim.report", "in", ids)
            .where("claim.gone", "is", null)
            .execute();
    const eventOf = new Map(claims.map((c) => [c.id, c.event]));
    for (const r of rows) {
      const reading = await readingOf(db, keep, r.reading);
      const told = toldClaims(reading, { report: r.id, version: r.version, learned: r.learned });
      yield {
        ...reading,
        report: { ...reading.report, id: r.id },
        claims: reading.claims.map((c, i) => ({ ...c, recordEvent: eventOf.get(told[i]?.id ?? "") ?? null })),
      };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
