import type { Page, Reading, ReportRow } from "@dateline/model";
import { folded, type StoryHead, storiesOf, toldClaims } from "@dateline/record";
import type { Database } from "../database.ts";
import type { ReportEntry } from "../journal.ts";
import type { Keep } from "../keep.ts";
import type { Clocks, RecordedReading, ReportQuery } from "../record-store.ts";
import { foldView, instantOf, reportsThen } from "./fold-view.ts";
import { pageOf } from "./paging.ts";

interface ReadThen {
  readonly entry: ReportEntry;
  readonly reading: Reading;
}

/** The reading that each report had then, in the order of the reports' ids: as the journal tells it. */
async function* readThen(db: Database, keep: Keep, { asOf, saidBy }: Clocks): AsyncGenerator<ReadThen> {
  const at = instantOf(asOf);
  const newest = new Map<string, ReportEntry>();
  for await (const { entry } of keep.lines(0, db))
    if (entry.kind === "report" && (at === undefined || entry.learned <= at)) newest.set(entry.report, entry);
  for (const [, entry] of [...newest].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = await keep.blob("readings", entry.reading, db);
    if (bytes === undefined) throw new Error(`the reading ${entry.reading} is missing from the record`);
    const reading = JSON.parse(new TextDecoder().decode(bytes)) as Reading;
    const { published } = reading.report;
    if (saidBy === undefined || (published !== null && published <= saidBy)) yield { entry, reading };
  }
}

/** Readings as `export readings` would have given them then. */
export async function* readingsThen(db: Database, keep: Keep, clocks: Clocks): AsyncGenerator<RecordedReading> {
  const events = new Map((await foldView(db, clocks)).flatMap((e) => e.members.map((m) => [m.id, e.id] as const)));
  for await (const { entry, reading } of readThen(db, keep, clocks)) {
    const { report: id, version, learned } = entry;
    const told = toldClaims(reading, { report: id, version, learned });
    yield {
      ...reading,
      report: { ...reading.report, id },
      claims: reading.claims.map((c, i) => ({ ...c, recordEvent: events.get(told[i]?.id ?? "") ?? null })),
    };
  }
}

/** A page of reports as the record had them then. Full text is matched word by word, not by its forms. */
export async function reportPageThen(db: Database, keep: Keep, query: ReportQuery): Promise<Page<ReportRow>> {
  const { limit, offset } = pageOf(query);
  const stories = await storiesThen(db, query);
  const rows: ReportRow[] = [];
  for await (const then of readThen(db, keep, query)) {
    const story = stories.get(then.entry.report);
    if (story === undefined) continue;
    const row = rowOf(then, story);
    if (fits(row, then.reading, query)) rows.push(row);
  }
  const key = (r: ReportRow): string => (query.sort === "learned" ? r.learned : (r.published ?? ""));
  rows.sort((a, b) => (key(a) === key(b) ? (a.id < b.id ? -1 : 1) : key(a) > key(b) ? -1 : 1));
  return { items: rows.slice(offset, offset + limit), total: rows.length };
}

async function storiesThen(db: Database, { asOf, saidBy }: Clocks): Promise<ReadonlyMap<string, StoryHead>> {
  const reports = await reportsThen(db, instantOf(asOf), saidBy);
  const ids = new Set(reports.map((r) => r.report));
  const copies = await db.selectFrom("copy").select(["a", "b"]).execute();
  return storiesOf(
    reports,
    copies.flatMap((c) => (ids.has(c.a) && ids.has(c.b) ? [[c.a, c.b] as const] : [])),
  );
}

function rowOf({ entry, reading }: ReadThen, story: StoryHead): ReportRow {
  const { title, publisher, published, publishedFrom, language, url, text } = reading.report;
  const { report: id, version, learned } = entry;
  const [copies, claims, length] = [story.size, reading.claims.length, text.length];
  return {
    ...{ id, title, publisher, published, publishedFrom, language, url },
    story: story.id,
    ...{ copies, version, learned, claims, length },
  };
}

function fits(row: ReportRow, reading: Reading, { text, publisher, story, since, until }: ReportQuery): boolean {
  const words = folded(text ?? "")
    .split(" ")
    .filter((w) => w !== "");
  const all = words.length === 0 ? "" : folded(`${row.title ?? ""} ${reading.report.text}`);
  return (
    words.every((w) => all.includes(w)) &&
    (publisher === undefined || row.publisher === publisher) &&
    (story === undefined || row.story === story) &&
    (since === undefined || (row.published ?? "") >= since) &&
    (until === undefined || (row.published !== null && row.published <= until))
  );
}
