import { join } from "node:path";
import { DatelineError } from "@dateline/model";
import { home } from "../home.ts";
import type { Ingested, IngestedReport, IngestFailure } from "../ingest/ingested.ts";

/** A report with its reading, as JSON. */
export interface ReadReport {
  readonly kind: "read";
  readonly source: IngestedReport;
  /** The reading as one line of JSON. */
  readonly json: string;
}

/** Worker threads that read, kept from one report to the next. */
export interface ReadPool {
  /** Never rejects: what cannot be read, or not in time, comes back as a failure. */
  readonly read: (source: Ingested) => Promise<ReadReport | IngestFailure>;
  readonly close: () => Promise<void>;
}

/** A report that takes longer is set aside as failed, with its name; the rest goes on. */
const LIMIT_MS = 120_000;

/** Starts worker threads; each loads lexicons and weights at its first report. */
export async function openReadPool(workers: number): Promise<ReadPool> {
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename: join(home, "read-worker.mjs"),
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: 1000,
  });
  return {
    read: async (source) => {
      if (source.kind === "failure") return source;
      try {
        const json: string = await pool.run(source.report, { signal: AbortSignal.timeout(LIMIT_MS) });
        return { kind: "read", source, json };
      } catch (cause) {
        return { kind: "failure", from: source.from, error: unread(cause) };
      }
    },
    close: () => pool.destroy(),
  };
}

function unread(cause: unknown): DatelineError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatelineError(
    "read/failed",
    `could not be read (${why}); please report this text to the project, it is set aside`,
    { cause },
  );
}
