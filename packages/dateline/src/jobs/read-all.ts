import { availableParallelism } from "node:os";
import type { Reading } from "@dateline/model";
import type { Ingested, IngestedReport, IngestFailure } from "../ingest/ingested.ts";
import { openReadPool, type ReadReport } from "./read-pool.ts";

export type { ReadReport } from "./read-pool.ts";

export interface ReadOptions {
  /** Worker threads; 0 reads in this thread. Default: as many as there are processors, once there is enough to read. */
  readonly workers?: number | undefined;
  /** Told before a report is read in this thread, so that a person sees at once which one it is. */
  readonly onStart?: ((source: IngestedReport) => Promise<void>) | undefined;
}

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
  const pool = await openReadPool(workers);
  const window: Promise<ReadReport | IngestFailure>[] = [];
  try {
    let open = true;
    while (open || window.length > 0) {
      while (open && window.length < workers * 8) {
        const { value, done } = await inputs.next();
        if (done === true) open = false;
        else window.push(pool.read(value));
      }
      const first = window.shift();
      if (first !== undefined) yield await first;
    }
  } finally {
    await pool.close();
  }
}

/** The reading in its JSON. */
export function readingIn(read: ReadReport): Reading {
  return JSON.parse(read.json) as Reading;
}
