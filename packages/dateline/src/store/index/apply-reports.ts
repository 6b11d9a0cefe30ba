import type { Reading } from "@dateline/model";
import { isByHand, type Settled, type ToldClaim, toldClaims } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import type { ReportEntry } from "../journal.ts";
import { addFresh } from "./add-fresh.ts";
import { insertAll, storable } from "./bulk.ts";
import { claimRow } from "./claim-row.ts";
import { enforce } from "./enforce.ts";
import { regroup } from "./regroup.ts";
import { reportRow, sharedRow, versionRow } from "./report-rows.ts";
import { retell } from "./retell.ts";
import { placeInStories } from "./stories.ts";
import type { TellingCache } from "./telling-cache.ts";
import { editedClaims, refind } from "./words.ts";

/** A report of the journal with its reading. */
export interface ReadEntry {
  readonly entry: ReportEntry;
  readonly reading: Reading;
}

interface ApplyTo {
  readonly settled: Settled;
  readonly cache: TellingCache;
}

/** Brings reports into the index: their rows, claims, stories, and the events they are part of. */
export async function applyReports(trx: Transaction, read: readonly ReadEntry[], on: ApplyTo): Promise<void> {
  for (const wave of waves(read)) {
    const known = await knownAmong(trx, wave);
    await addFresh(
      trx,
      wave.filter((r) => !known.has(r.entry.report)),
      on,
    );
    await addKnown(
      trx,
      wave.filter((r) => known.has(r.entry.report)),
      on,
    );
  }
}

async function knownAmong(trx: Transaction, wave: readonly ReadEntry[]): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom("report")
    .select("id")
    .where(sql<boolean>`id = any(${wave.map((r) => r.entry.report)})`)
    .execute();
  return new Set(rows.map((r) => r.id));
}

/** Other texts or readings of reports that the index has. */
async function addKnown(trx: Transaction, wave: readonly ReadEntry[], { settled, cache }: ApplyTo): Promise<void> {
  if (wave.length === 0) return;
  const reports = wave.map((r) => r.entry.report);
  await writeReports(trx, wave);
  await writeClaims(trx, wave, settled);
  await refind(trx, editedClaims(settled), { settled, reports });
  const { changed } = await placeInStories(
    trx,
    wave.map(({ entry, reading }) => ({ id: entry.report, text: reading.report.text })),
  );
  const told = await retell(trx, reports, { settled, cache });
  await regroup(trx, { ...told, reports: changed, settled });
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

/** Keeps what the versions showed that are read again, so that a view of then shows it. */
async function keepFormer(trx: Transaction, wave: readonly ReadEntry[]): Promise<void> {
  const [reports, versions, untils] = [
    wave.map((r) => r.entry.report),
    wave.map((r) => r.entry.version),
    wave.map((r) => r.entry.learned),
  ];
  await sql`insert into former (report, version, until, title, publisher, published, url, learned, credit, about)
    select v.report, v.version, n.until, v.title, v.publisher, v.published, v.url, v.learned, v.credit, v.about
    from version v join unnest(${reports}::text[], ${versions}::int[], ${untils}::text[]) as n(report, version, until)
      on n.report = v.report and n.version = v.version on conflict do nothing`.execute(trx);
}

/** Rows of `version` and `report`; of a report that was there, what its newest text changes. */
async function writeReports(trx: Transaction, wave: readonly ReadEntry[]): Promise<void> {
  const versions = wave.map((r) => ({ ...sharedRow(r), ...versionRow(r) }));
  await keepFormer(trx, wave);
  const changed = Object.keys(versions[0] ?? {}).filter((c) => !["report", "version", "learned", "sha256"].includes(c));
  await trx
    .insertInto("version")
    .values(versions)
    .onConflict((c) =>
      c
        .columns(["report", "version"])
        .doUpdateSet((e) => Object.fromEntries(changed.map((n) => [n, e.ref(`excluded.${n}` as "excluded.title")]))),
    )
    .execute();
  const reports = wave.map((r) => {
    const { words, ...row } = reportRow(r);
    return { ...sharedRow(r), ...row, words: sql`to_tsvector('english', ${words})` };
  });
  const newest = Object.keys(reports[0] ?? {}).filter((c) => !["id", "key", "story"].includes(c));
  await trx
    .insertInto("report")
    .values(reports)
    .onConflict((c) =>
      c
        .column("id")
        .doUpdateSet((e) => Object.fromEntries(newest.map((n) => [n, e.ref(`excluded.${n}` as "excluded.title")]))),
    )
    .execute();
}

/** Claims of the reading take the place of those that stood; a claim that is told as before stays as it was learned. */
async function writeClaims(trx: Transaction, wave: readonly ReadEntry[], settled: Settled): Promise<void> {
  const reports = wave.map((r) => r.entry.report);
  const standing = await trx
    .selectFrom("claim")
    .select(["row", "id", "told"])
    .where("report", "in", reports)
    .where("superseded", "is", null)
    .execute();
  const before = new Map(
    standing.map((r) => [r.id, { row: r.row, told: sameTelling(r.told as unknown as ToldClaim) }]),
  );
  const fresh = wave.flatMap(({ entry, reading }) =>
    toldClaims(reading, { report: entry.report, version: entry.version, learned: entry.learned }).flatMap((c) => {
      const known = before.get(c.id);
      if (known === undefined || known.told !== sameTelling(JSON.parse(storable(c)) as ToldClaim)) return [c];
      before.delete(c.id);
      return [];
    }),
  );
  const replaced = [...before].flatMap(([id, b]) => (isByHand(id) ? [] : [b.row]));
  const at =
    wave
      .map((r) => r.entry.learned)
      .sort()
      .at(-1) ?? "";
  if (replaced.length > 0)
    await sql`update claim set superseded = ${at}, gone = coalesce(gone, ${at}) where row = any(${replaced})`.execute(
      trx,
    );
  await insertAll(trx, "claim", fresh.map(claimRow));
  await enforce(trx, { reports }, { settled, at });
}

function sameTelling(c: ToldClaim): string {
  return JSON.stringify({ ...c, learned: "" });
}
