import type { Reading } from "@dateline/model";
import { aboutOf, creditOf, eventTag, LONG_TAG, type Settled, type ToldClaim, toldClaims } from "@dateline/record";
import type { Transaction } from "../database.ts";
import type { ReportEntry } from "../journal.ts";
import { insertAll, storable, storableText } from "./bulk.ts";
import { regroup } from "./regroup.ts";
import { retell } from "./retell.ts";
import { placeInStories } from "./stories.ts";
import { wordsVector } from "./words.ts";

/** A report of the journal with its reading. */
export interface ReadEntry {
  readonly entry: ReportEntry;
  readonly reading: Reading;
}

/** Brings reports into the index: their rows, claims, stories, and the events they are part of. */
export async function applyReports(trx: Transaction, read: readonly ReadEntry[], settled: Settled): Promise<void> {
  for (const wave of waves(read)) {
    const reports = wave.map((r) => r.entry.report);
    for (const one of wave) await writeReport(trx, one);
    await writeClaims(trx, wave);
    const stories = await placeInStories(trx, wave);
    const told = await retell(trx, reports, settled);
    await regroup(trx, { ...told, reports: stories.changed, settled });
  }
}

/** Two texts of one report in one batch are brought in one after the other. */
function waves(read: readonly ReadEntry[]): readonly (readonly ReadEntry[])[] {
  const out: ReadEntry[][] = [];
  const nth = new Map<string, number>();
  for (const r of read) {
    const n = nth.get(r.entry.report) ?? 0;
    nth.set(r.entry.report, n + 1);
    const wave = out[n] ?? [];
    if (wave.length === 0) out.push(wave);
    wave.push(r);
  }
  return out;
}

async function writeReport(trx: Transaction, { entry, reading }: ReadEntry): Promise<void> {
  const { report } = reading;
  const shared = {
    title: report.title === null ? null : storableText(report.title),
    publisher: report.publisher === null ? null : storableText(report.publisher),
    published: report.published,
    url: report.url === null ? null : storableText(report.url),
    learned: entry.learned,
    credit: storable(creditOf(report.text) ?? null),
    about: aboutOf(reading).join("\n"),
  };
  const { learned: _, ...unlearned } = shared;
  const version = {
    reading: entry.reading,
    reader: storable(reading.reader),
    original: entry.original,
    media_type: entry.mediaType,
  };
  await trx
    .insertInto("version")
    .values({ ...shared, ...version, report: entry.report, version: entry.version, sha256: entry.text })
    .onConflict((c) => c.columns(["report", "version"]).doUpdateSet({ ...unlearned, ...version }))
    .execute();
  const newest = {
    ...shared,
    version: entry.version,
    published_from: report.publishedFrom,
    language: report.language,
    claims: reading.claims.length,
    length: report.text.length,
    text: storableText(report.text),
    words: wordsVector(`${report.title ?? ""}\n${report.text}`),
  };
  await trx
    .insertInto("report")
    .values({ id: entry.report, key: entry.key, story: "", ...newest })
    .onConflict((c) => c.column("id").doUpdateSet(newest))
    .execute();
}

/** Claims of the reading take the place of those that stood; a claim that is told as before stays as it was learned. */
async function writeClaims(trx: Transaction, wave: readonly ReadEntry[]): Promise<void> {
  const reports = wave.map((r) => r.entry.report);
  const standing = await trx
    .selectFrom("claim")
    .select(["row", "id", "told"])
    .where("report", "in", reports)
    .where("gone", "is", null)
    .execute();
  const before = new Map(
    standing.map((r) => [r.id, { row: r.row, told: sameTelling(r.told as unknown as ToldClaim) }]),
  );
  const rows = wave.flatMap(({ entry, reading }) =>
    toldClaims(reading, { report: entry.report, version: entry.version, learned: entry.learned }).flatMap((c) => {
      const known = before.get(c.id);
      if (known === undefined || known.told !== sameTelling(JSON.parse(storable(c)) as ToldClaim)) return [rowOf(c)];
      before.delete(c.id);
      return [];
    }),
  );
  const gone = [...before.values()].map((b) => b.row);
  const [at] = wave
    .map((r) => r.entry.learned)
    .sort()
    .reverse();
  if (gone.length > 0)
    await trx
      .updateTable("claim")
      .set({ gone: at ?? "" })
      .where("row", "in", gone)
      .execute();
  await insertAll(trx, "claim", rows);
}

function rowOf(c: ToldClaim): never {
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
    told: storable(c),
    words: wordsVector(c.quote),
  } as never;
}

function sameTelling(c: ToldClaim): string {
  return JSON.stringify({ ...c, learned: "" });
}
