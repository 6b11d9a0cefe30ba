import type { Reading } from "@dateline/model";
import type { IngestFailure } from "../ingest/ingested.ts";
import type { AddResult } from "../store/record-store.ts";
import type { DoneJob, Job, ReportQueue, Worker } from "./queue.ts";
import type { ReadPool, ReadReport } from "./read-pool.ts";

export interface WorkOptions {
  readonly queue: ReportQueue;
  readonly pool: ReadPool;
  readonly worker: Worker;
  /** Reports taken at a time. */
  readonly most: number;
  /** Ends where nothing waits and nobody has any; else goes on waiting. */
  readonly untilDone: boolean;
  /** Aborted: what was taken is finished, and nothing more is taken. */
  readonly stop: AbortSignal;
  readonly onAdded?: ((results: readonly AddResult[]) => void) | undefined;
  readonly onFailed?: ((job: Job, why: string) => void) | undefined;
  /** Told when the database does not answer, and when it does again. */
  readonly onTrouble?: ((why: string | undefined) => void) | undefined;
  /** Milliseconds between looks at an empty queue. Default 1000. */
  readonly idle?: number | undefined;
}

/** Signs of life in a lease: three of four may be lost. */
const BEATS = 4;

/**
 * Takes reports, reads them and adds them, until it is stopped. While one lot is added the next is read; more is not taken,
 * so that neither memory nor what is lost with this process grows.
 */
export async function work(options: WorkOptions): Promise<void> {
  const { queue, worker, stop, idle = 1000 } = options;
  const beating = setInterval(() => void queue.beat(worker).catch(() => undefined), (1000 * worker.lease) / BEATS);
  let adding: Promise<void> = Promise.resolve();
  try {
    while (!stop.aborted) {
      const jobs = await lasting(options, () => queue.take(worker, options.most));
      if (jobs.length === 0) {
        await adding;
        if (options.untilDone && (await lasting(options, () => isDone(queue)))) break;
        await pause(idle, stop);
        continue;
      }
      const read = await Promise.all(jobs.map((job) => readJob(options.pool, job)));
      await adding;
      adding = finish(options, read);
    }
    await adding;
  } finally {
    clearInterval(beating);
    await queue.release(worker).catch(() => undefined);
  }
}

async function isDone(queue: ReportQueue): Promise<boolean> {
  const { waiting, taken } = await queue.figures();
  return waiting + taken === 0;
}

interface ReadJob {
  readonly job: Job;
  readonly read: ReadReport | IngestFailure;
}

async function readJob(pool: ReadPool, job: Job): Promise<ReadJob> {
  const { report, original, mediaType, source: from } = job;
  return { job, read: await pool.read({ kind: "report", from, report, original, mediaType, remarks: [] }) };
}

async function finish(options: WorkOptions, read: readonly ReadJob[]): Promise<void> {
  const done: DoneJob[] = [];
  for (const { job, read: r } of read) {
    if (r.kind === "failure") await failed(options, job, r.error.message);
    else done.push({ job, reading: JSON.parse(r.json) as Reading });
  }
  if (done.length > 0) await addAll(options, done);
}

/** Where a lot cannot be added, each report is added alone: one bad one does not hold up the rest. */
async function addAll(options: WorkOptions, done: readonly DoneJob[]): Promise<void> {
  const { queue, worker } = options;
  try {
    const results = await lasting(options, () => queue.done(worker, done));
    options.onAdded?.(results);
  } catch (error) {
    const [only] = done;
    if (done.length === 1 && only !== undefined) return failed(options, only.job, (error as Error).message);
    for (const one of done) await addAll(options, [one]);
  }
}

async function failed(options: WorkOptions, job: Job, why: string): Promise<void> {
  await lasting(options, () => options.queue.fail(options.worker, job.id, why));
  options.onFailed?.(job, why);
}

/** Tries again while the database cannot be reached; other faults are thrown. */
async function lasting<T>(options: WorkOptions, run: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      const result = await run();
      if (tries > 0) options.onTrouble?.(undefined);
      return result;
    } catch (error) {
      if (!isUnreachable(error) || options.stop.aborted) throw error;
      if (tries === 0) options.onTrouble?.((error as Error).message);
      await pause(Math.min(10_000, 500 * 2 ** tries), options.stop);
    }
  }
}

/** Connections that broke, were refused or timed out; a server that is shutting down or starting up. */
function isUnreachable(error: unknown): boolean {
  const { code = "", message = "" } = error as { readonly code?: string; readonly message?: string };
  return (
    /^(ECONN|EHOST|ENET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0|08|25P03)/.test(code) ||
    /connection (terminated|timeout)|timeout exceeded|client has encountered a connection error|not queryable/i.test(
      message,
    )
  );
}

async function pause(ms: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  await new Promise<void>((go) => {
    const end = (): void => {
      clearTimeout(timer);
      stop.removeEventListener("abort", end);
      go();
    };
    const timer = setTimeout(end, ms);
    stop.addEventListener("abort", end);
  });
}
