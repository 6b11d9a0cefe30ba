import { type ReportInput, reportOf } from "@dateline/model";
import type { Command } from "commander";
import { ingest } from "../ingest/ingest.ts";
import type { Ingested } from "../ingest/ingested.ts";
import { type ReadReport, readAll, readingIn } from "../jobs/read-all.ts";
import type { AddOutcome, AddResult, RecordStore } from "../store/record-store.ts";
import { outcome } from "./exit.ts";
import { addGivenOptions, addListOptions, type GivenOptions, givenOf, workersOption } from "./given.ts";
import { print, say } from "./output.ts";
import { progress } from "./progress.ts";
import { addRecordOption, type RecordOptions, withRecord } from "./record-options.ts";
import { queueOf } from "./work.ts";

interface AddOptions extends GivenOptions, RecordOptions {
  readonly workers?: number;
  readonly json?: boolean;
  readonly queue?: boolean;
}

/** Reports that are written in one step: large enough to be quick, small enough to show progress. */
const BATCH = 64;

export function addCommand(program: Command): void {
  const command = program
    .command("add")
    .description("read reports and keep them, their originals and their claims in the record")
    .argument("<what...>", "files, folders, JSON Lines of reports, feeds, web addresses; - for standard input")
    .option("--json", "one line of JSON a report: what became of it")
    .option("--queue", "leave the reading to `dateline work` processes on this or other machines (needs DATABASE_URL)")
    .addOption(workersOption());
  addRecordOption(addListOptions(addGivenOptions(command)))
    .addHelpText(
      "after",
      `
Adding the same report again changes nothing; a changed text at one address is a new version.

Examples:
  dateline add reports/ --record sahel
  dateline add feed.xml && dateline events`,
    )
    .action(async (what: readonly string[], options: AddOptions) => {
      process.exitCode = await withRecord(options, (record) =>
        options.queue === true ? queueAll(record, what, options) : addAll(record, what, options),
      );
    });
}

async function addAll(record: RecordStore, what: readonly string[], options: AddOptions): Promise<number> {
  const result = outcome(say);
  const totals = new Totals();
  const bar = progress({ what: "adding", stream: process.stderr, now: () => performance.now() });
  const fresh = unknownTo(record, ingest(what, givenOf(options)), () => {
    totals.add("unchanged");
    result.succeed();
    bar.step();
  });
  let batch: ReadReport[] = [];
  const write = async (): Promise<void> => {
    for (const [i, added] of (await addBatch(record, batch)).entries()) {
      totals.add(added.outcome, added);
      if (options.json === true) await print(`${JSON.stringify({ from: batch[i]?.source.from, ...added })}\n`);
    }
    batch = [];
  };
  for await (const read of readAll(fresh, options)) {
    bar.step();
    if (read.kind === "failure") {
      result.fail(read.from, read.error.message);
      continue;
    }
    batch.push(read);
    result.succeed();
    if (batch.length >= BATCH) await write();
  }
  if (batch.length > 0) await write();
  bar.done();
  if (options.json !== true) await print(await summary(record, totals));
  return result.code();
}

/** Where so many wait, putting in more pauses until some were read. */
const MOST_WAITING = 10_000;
/** Reports put in between two looks at how many wait. */
const LOT = 50;

async function queueAll(record: RecordStore, what: readonly string[], options: AddOptions): Promise<number> {
  const queue = queueOf(record);
  const result = outcome(say);
  const bar = progress({ what: "putting in the queue", stream: process.stderr, now: () => performance.now() });
  let [fresh, known, seen] = [0, 0, 0];
  const inputs = unknownTo(record, ingest(what, givenOf(options)), () => {
    known += 1;
    result.succeed();
  });
  for await (const input of inputs) {
    bar.step();
    if (input.kind === "failure") {
      result.fail(input.from, input.error.message);
      continue;
    }
    if (seen % LOT === 0) await queue.roomFor(MOST_WAITING);
    seen += 1;
    const put = await queue.put([input]);
    fresh += put;
    known += 1 - put;
    result.succeed();
  }
  bar.done();
  await print(`${fresh} put in the queue, ${known} already there\n`);
  return result.code();
}

function addBatch(record: RecordStore, batch: readonly ReadReport[]): Promise<readonly AddResult[]> {
  return record.add(
    batch.map((read) => ({
      reading: readingIn(read),
      original: read.source.original,
      mediaType: read.source.mediaType,
    })),
  );
}

/** Leaves out what this reader has read of this record already, so that adding a folder again is quick. */
async function* unknownTo(
  record: RecordStore,
  inputs: AsyncIterable<Ingested>,
  onKnown: () => void,
): AsyncGenerator<Ingested> {
  for await (const input of inputs) {
    if (input.kind === "report" && (await isKnown(record, input.report))) onKnown();
    else yield input;
  }
}

async function isKnown(record: RecordStore, input: ReportInput): Promise<boolean> {
  const { reader } = await import("../resources.ts");
  const { id, url, sha256 } = reportOf(input);
  return record.has({ id, url, sha256, reader: reader().stamp });
}

/** How many reports came to what. */
class Totals {
  readonly of: Record<AddOutcome, number> = { added: 0, "new-version": 0, "re-read": 0, unchanged: 0 };
  claims = 0;
  copies = 0;

  add(what: AddOutcome, result?: AddResult): void {
    this.of[what] += 1;
    if (result === undefined) return;
    this.claims += result.claims;
    if (result.copies > 1) this.copies += 1;
  }
}

async function summary(record: RecordStore, totals: Totals): Promise<string> {
  const { of } = totals;
  const parts = [
    `${of.added} added`,
    ...(of["new-version"] > 0 ? [`${of["new-version"]} new versions`] : []),
    ...(of["re-read"] > 0 ? [`${of["re-read"]} read again`] : []),
    `${of.unchanged} already there`,
  ];
  const { reports, claims, events, origins } = await record.stats();
  const where = record.place.kind === "folder" ? record.place.dir : record.place.url;
  return `${parts.join(", ")}. The record ${where} now holds ${reports} reports with ${claims} claims of ${events} events by ${origins} origins.\n`;
}
