import { createHash } from "node:crypto";
import type { Reading } from "@dateline/model";
import { containment, lettersOf, recordReportId, shingles, sourceKey } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "./database.ts";
import { applyReports, type ReadEntry } from "./index/apply-reports.ts";
import { settledIn } from "./index/settled.ts";
import { TellingCache } from "./index/telling-cache.ts";
import type { ReportEntry } from "./journal.ts";
import type { Blob } from "./keep.ts";
import type { AddOutcome, AddReading, AddResult } from "./record-store.ts";
import { type Session, setIndexHead } from "./session.ts";

/** What the record has of a report: its newest version. */
interface Known {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly sha256: string;
  readonly reading: string;
  /** Where it came in the same batch, and the database has it not yet. */
  readonly text?: string;
}

interface Planned {
  readonly entry: ReportEntry;
  readonly reading: Reading;
  readonly outcome: AddOutcome;
  readonly blobs: readonly Blob[];
}

/** Adds reports in one transaction: index first, then the files, then the journal, whose last byte makes it true. */
export async function addReadings(
  session: Session,
  trx: Transaction,
  inputs: readonly AddReading[],
): Promise<readonly AddResult[]> {
  const known = await knownOf(trx, inputs);
  const learned = session.now();
  const planned: Planned[] = [];
  for (const input of inputs) planned.push(await plan(trx, input, { known, learned }));
  const fresh = planned.filter((p) => p.outcome !== "unchanged");
  if (fresh.length > 0) {
    await applyReports(
      trx,
      fresh.map(({ entry, reading }): ReadEntry => ({ entry, reading })),
      { settled: await settledIn(trx), cache: session.cache ?? new TellingCache() },
    );
    await session.keep.put(
      fresh.flatMap((p) => p.blobs),
      trx,
    );
    await setIndexHead(
      trx,
      await session.keep.append(
        fresh.map((p) => p.entry),
        trx,
      ),
    );
  }
  return results(trx, planned);
}

async function knownOf(trx: Transaction, inputs: readonly AddReading[]): Promise<Map<string, Known>> {
  const keys = inputs.map((i) => sourceKey(i.reading.report));
  const rows = await trx
    .selectFrom("report")
    .innerJoin("version", (j) =>
      j.onRef("version.report", "=", "report.id").onRef("version.version", "=", "report.version"),
    )
    .select(["report.id", "report.key", "report.version", "version.sha256", "version.reading"])
    .where((e) =>
      e.or([
        sql<boolean>`report.key = any(${keys})`,
        sql<boolean>`report.id = any(${inputs.map((i) => recordReportId(i.reading.report))})`,
      ]),
    )
    .execute();
  return new Map(rows.map((r) => [r.key, r]));
}

async function plan(
  trx: Transaction,
  input: AddReading,
  at: { readonly known: Map<string, Known>; readonly learned: string },
): Promise<Planned> {
  const { reading } = input;
  const json = Buffer.from(JSON.stringify(reading));
  const readingSha = createHash("sha256").update(json).digest("hex");
  const originalSha = createHash("sha256").update(input.original).digest("hex");
  const key = await keyFor(trx, reading, at.known);
  const before = at.known.get(key);
  const sameText = before?.sha256 === reading.report.sha256;
  const outcome: AddOutcome =
    before === undefined
      ? "added"
      : !sameText
        ? "new-version"
        : before.reading === readingSha
          ? "unchanged"
          : "re-read";
  const id = before?.id ?? freeId(reading, key, at.known);
  const version = before === undefined ? 1 : before.version + (sameText ? 0 : 1);
  at.known.set(key, {
    id,
    key,
    version,
    sha256: reading.report.sha256,
    reading: readingSha,
    text: reading.report.text,
  });
  const entry: ReportEntry = {
    kind: "report",
    report: id,
    key,
    version,
    learned: at.learned,
    original: originalSha,
    text: reading.report.sha256,
    reading: readingSha,
    mediaType: input.mediaType ?? null,
  };
  const blobs: readonly Blob[] = [
    { kind: "originals", sha256: originalSha, bytes: input.original },
    { kind: "readings", sha256: readingSha, bytes: json },
  ];
  return { entry, reading, outcome, blobs };
}

/** Under so much shared wording two texts of one given id are not versions of one report: two collections number from 1 on. */
const VERSION_FROM = 0.1;

async function keyFor(trx: Transaction, reading: Reading, known: ReadonlyMap<string, Known>): Promise<string> {
  const { report } = reading;
  const key = sourceKey(report);
  const before = known.get(key);
  if (report.url !== null || before === undefined || before.sha256 === report.sha256) return key;
  const own = shingles(report.text);
  const row =
    before.text === undefined
      ? await trx.selectFrom("report").select("text").where("id", "=", before.id).executeTakeFirst()
      : before;
  const other = shingles(row?.text ?? report.text);
  const unlike = Math.min(own.size, other.size) >= 20 && containment(own, other) < VERSION_FROM;
  return unlike ? `${key}~${report.sha256.slice(0, 12)}` : key;
}

function freeId(reading: Reading, key: string, known: ReadonlyMap<string, Known>): string {
  const id = recordReportId(reading.report);
  return [...known.values()].some((k) => k.id === id) ? `${id}~${lettersOf(key, 5)}` : id;
}

async function results(trx: Transaction, planned: readonly Planned[]): Promise<readonly AddResult[]> {
  const ids = [...new Set(planned.map((p) => p.entry.report))];
  const rows =
    ids.length === 0
      ? []
      : await trx
          .selectFrom("report")
          .innerJoin("story", "story.id", "report.story")
          .select(["report.id", "report.story", "story.size"])
          .where(sql<boolean>`report.id = any(${ids})`)
          .execute();
  const byId = new Map(rows.map((r) => [r.id, r]));
  return planned.map(({ entry, outcome, reading }) => ({
    report: entry.report,
    version: entry.version,
    outcome,
    claims: reading.claims.length,
    story: byId.get(entry.report)?.story ?? "",
    copies: byId.get(entry.report)?.size ?? 1,
  }));
}
