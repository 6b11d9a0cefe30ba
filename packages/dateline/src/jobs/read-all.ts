import { availableParallelism } from "node:os";
import { join } from "node:path";
import { DatelineError, type Reading } from "@dateline/model";
import { home } from "../home.ts";
import type { Ingested, IngestedReport, IngestFailure } from "../ingest/ingested.ts";

/** A report with its reading, as JSON and, where it was asked for, as a value. */
export interface ReadReport {
  readonly kind: "read";
  readonly source: IngestedReport;
  /** The reading as one line of JSON. */
  readonly json: string;
}

export interface ReadOptions {
  /** Worker threads; 0 reads in this thread. Default: as many as there are processors, once there is enough to read. */
  readonly workers?: number | undefined;
  /** Told before a report is read in this thread, so that a person sees at once which one it is. */
  readonly onStart?: ((source: IngestedReport) => Promise<void>) | undefined;
}

/** A report that takes longer is set aside as failed, with its name; the rest goes on. */
const LIMIT_MS = 120_000;
/** Reports read in this thread before worker threads are started: starting them takes as long as reading some dozens. */
const ALONE = 24;

/** Readings of the ingested reports, in the order in which they came, on any number of worker threads. */
export async function* readAll(
  inputs: AsyncIterable<Ingested>,
  options: ReadOptions = {},
): AsyncGenerator<ReadReport | IngestFailure> {
  const workers = options.workers ?? availableParallelism();
  const iterator = inputs[Symbol.asyncIterator]();
  const alone = workers === 0 ? Number.POSITIVE_INFINITY : options.workers === undefined ? ALONE : 0;
  for (let i = 0; i < alone; i += 1) {
    const { value, done } = await iterator.next();
    if (done === true) return;
    if (value.kind === "failure") yield value;
    else {
      await options.onStart?.(value);
      yield await readHere(value);
    }
  }
  yield* readInWorkers(iterator, Math.max(1, workers));
}

/** The reader is loaded here, at the first report: what comes before it need not wait for lexicons and weights. */
async function readHere(source: IngestedReport): Promise<ReadReport> {
  const { reader } = await import("../resources.ts");
  return { kind: "read", source, json: JSON.stringify(reader().read(source.report)) };
}

/** A bounded window of reports is under way at a time, so that memory does not grow with the input. */
async function* readInWorkers(
  inputs: AsyncIterator<Ingested>,
  workers: number,
): AsyncGenerator<ReadReport | IngestFailure> {
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename: join(home, "read-worker.mjs"),
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: 1000,
  });
  const readOne = async (source: Ingested): Promise<ReadReport | IngestFailure> => {
    if (source.kind === "failure") return source;
    try {
      const json: string = await pool.run(source.report, { signal: AbortSignal.timeout(LIMIT_MS) });
      return { kind: "read", source, json };
    } catch (cause) {
      return { kind: "failure", from: source.from, error: unread(cause) };
    }
  };
  const window: Promise<ReadReport | IngestFailure>[] = [];
  try {
    let open = true;
    while (open || window.length > 0) {
      while (open && window.length < workers * 8) {
        const { value, done } = await inputs.next();
        if (done === true) open = false;
        else window.push(readOne(value));
      }
      const first = window.shift();
      if (first !== undefined) yield await first;
    }
  } finally {
    await pool.destroy();
  }
}

function unread(cause: unknown): DatelineError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatelineError(
    "read/failed",
    `could not be read (${why}); please report this text to the project, it is set aside`,
    { cause },
  );
}

/** The reading in its JSON. */
export function readingIn(read: ReadReport): Reading {
  return JSON.parse(read.json) as Reading;
}
