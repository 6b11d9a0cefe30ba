import { DatelineError, type Reading } from "@dateline/model";
import type { Transaction } from "./database.ts";
import { applyDecisions } from "./index/apply-decisions.ts";
import { applyReports, type ReadEntry } from "./index/apply-reports.ts";
import { settledIn } from "./index/settled.ts";
import { TellingCache } from "./index/telling-cache.ts";
import { breakIn, type Head, type JournalLine, START } from "./journal.ts";
import type { Progress } from "./record-store.ts";
import { indexHead, type Session, setIndexHead, type Writer } from "./session.ts";
import type { Upkeep } from "./upkeep.ts";

const BATCH = 64;

export interface ReplayOptions {
  readonly onProgress?: ((p: Progress) => void) | undefined;
  readonly upkeep: Upkeep;
}

/** Brings the index up to the end of the journal. Throws "store/journal" where the chain is broken. */
export async function replay(session: Session, writer: Writer, options: ReplayOptions): Promise<void> {
  const { onProgress, upkeep } = options;
  const total = (await session.keep.head(session.db())).seq;
  let head: Head = (await indexHead(session.db())) ?? START;
  let batch: JournalLine[] = [];
  const flush = async (): Promise<void> => {
    const lines = batch;
    batch = [];
    if (lines.length === 0) return;
    await writer.run((trx) => applyLines(session, trx, lines));
    await upkeep.tend();
    onProgress?.({ done: lines.at(-1)?.seq ?? 0, total });
  };
  for (const line of await collected(session, head.seq)) {
    const broken = breakIn(line, head);
    if (broken !== undefined)
      throw new DatelineError(
        "store/journal",
        `the journal is broken: ${broken}; restore it from a backup (\`dateline verify\` tells more)`,
      );
    head = { seq: line.seq, hash: line.hash };
    if (batch.length >= BATCH || (batch[0] !== undefined && batch[0].entry.kind !== line.entry.kind)) await flush();
    batch.push(line);
  }
  await flush();
}

/** Entries are small (their readings lie elsewhere): a million take some hundred megabytes. */
async function collected(session: Session, after: number): Promise<readonly JournalLine[]> {
  const lines: JournalLine[] = [];
  for await (const { seq, entry, prev, hash } of session.keep.lines(after, session.db()))
    lines.push({ seq, entry, prev, hash });
  return lines;
}

async function applyLines(session: Session, trx: Transaction, lines: readonly JournalLine[]): Promise<void> {
  const read: ReadEntry[] = [];
  for (const { seq, entry } of lines) {
    if (entry.kind === "report") read.push({ entry, reading: await readingFor(session, trx, entry.reading) });
    else await applyDecisions(trx, [{ seq, decision: entry.decision }], session.cache);
  }
  if (read.length > 0)
    await applyReports(trx, read, { settled: await settledIn(trx), cache: session.cache ?? new TellingCache() });
  const last = lines.at(-1);
  if (last !== undefined) await setIndexHead(trx, last);
}

async function readingFor(session: Session, trx: Transaction, sha256: string): Promise<Reading> {
  const bytes = await session.keep.blob("readings", sha256, trx);
  if (bytes === undefined)
    throw new DatelineError(
      "store/reading",
      `the reading ${sha256} is missing; restore the folder readings/ from a backup`,
    );
  return JSON.parse(new TextDecoder().decode(bytes)) as Reading;
}
