import { createHash } from "node:crypto";
import { hostname } from "node:os";
import type { Reading, ReportInput } from "@dateline/model";
import { type RawBuilder, sql } from "kysely";
import type { IngestedReport } from "../ingest/ingested.ts";
import { addReadings } from "../store/adding.ts";
import type { Transaction } from "../store/database.ts";
import type { AddResult } from "../store/record-store.ts";
import type { Session, Writer } from "../store/session.ts";

/** A report that was taken from the queue to be read. */
export interface Job {
  readonly id: number;
  readonly source: string;
  readonly report: ReportInput;
  readonly original: Uint8Array;
  readonly mediaType: string;
  /** How many times it was taken, this time among them. */
  readonly tries: number;
}

/** A report that is tried no more until a person says so. */
export interface AsideJob {
  readonly id: number;
  readonly source: string;
  readonly tries: number;
  /** Why each try failed, oldest first. */
  readonly reasons: readonly { readonly at: string; readonly worker: string; readonly why: string }[];
}

export interface QueueFigures {
  readonly waiting: number;
  readonly taken: number;
  readonly aside: number;
  /** Workers that hold reports. */
  readonly workers: number;
  /** Reports read in the last five whole minutes, a second. */
  readonly rate: number;
  /** Seconds to the end at that rate; null where nothing was read of late. */
  readonly left: number | null;
}

/** A process that reads. */
export interface Worker {
  /** A name that no other has. */
  readonly name: string;
  /** Seconds without a sign of life after which others read what it had. */
  readonly lease: number;
}

/** Reports that wait on a database server to be read by any number of processes on any number of machines. */
export interface ReportQueue {
  /** Puts reports in; the same one twice is one. Gives how many are new. */
  readonly put: (reports: readonly IngestedReport[]) => Promise<number>;
  /** Resolves when fewer than `most` wait. */
  readonly roomFor: (most: number) => Promise<void>;
  /** Takes up to `most` reports for a worker, who has them until the lease runs out. */
  readonly take: (worker: Worker, most: number) => Promise<readonly Job[]>;
  /** Lengthens the lease of all that a worker has. */
  readonly beat: (worker: Worker) => Promise<void>;
  /** Adds what was read to the record and takes it out of the queue, as one step. What another worker has by now is left out. */
  readonly done: (worker: Worker, read: readonly DoneJob[]) => Promise<readonly AddResult[]>;
  /** Says why a try failed: the report is tried again later, or set aside after the last try. */
  readonly fail: (worker: Worker, id: number, why: string) => Promise<void>;
  /** Gives back what a worker has and will not read. */
  readonly release: (worker: Worker) => Promise<void>;
  readonly figures: () => Promise<QueueFigures>;
  readonly aside: () => Promise<readonly AsideJob[]>;
  /** Lets reports that were set aside be tried anew, all of them where none is named. Gives how many. */
  readonly retry: (ids: readonly number[]) => Promise<number>;
  /** Takes reports that were set aside out of the queue for good. Gives how many. */
  readonly drop: (ids: readonly number[]) => Promise<number>;
}

export interface DoneJob {
  readonly job: Job;
  readonly reading: Reading;
}

/** Tries before a report is set aside. */
const TRIES = 3;
/** Seconds before the second try; doubled each time. */
const PAUSE = 10;

/** A name that no other worker has: host, process and a chance part, since process numbers come again. */
export function workerName(): string {
  return `${hostname()}:${process.pid}:${Math.random().toString(36).slice(2, 8)}`;
}

/** The queue of a record on a database server. All times are the server's, so that the workers' clocks do not matter. */
export function queueOn(session: Session, writer: Writer): ReportQueue {
  const { db } = session;
  return {
    put: async (reports) => {
      let fresh = 0;
      for (const r of reports) {
        const { numAffectedRows } = await sql`insert into job (key, source, report, original, media_type)
          values (${keyOf(r)}, ${r.from}, ${JSON.stringify(r.report)}, ${Buffer.from(r.original)}, ${r.mediaType})
          on conflict do nothing`.execute(db());
        fresh += Number(numAffectedRows ?? 0);
      }
      return fresh;
    },
    roomFor: async (most) => {
      for (;;) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from
          (select 1 from job where state = 'waiting' limit ${most}) w`.execute(db());
        if ((rows[0]?.n ?? 0) < most) return;
        await new Promise((go) => setTimeout(go, 500));
      }
    },
    take: async (worker, most) => {
      await takeBack(session);
      const jobs = await taken(session, { worker, most, alone: false });
      return jobs.length > 0 ? jobs : taken(session, { worker, most: 1, alone: true });
    },
    // rows that are locked are just being finished by this worker: waiting for them would let the others' leases run out
    beat: async (worker) => {
      await sql`update job set lease = ${until(worker)} where id in
        (select id from job where worker = ${worker.name} and state = 'taken' for update skip locked)`.execute(db());
    },
    done: (worker, read) =>
      writer.run(async (trx) => {
        const mine = await held(
          trx,
          worker,
          read.map((r) => r.job.id),
        );
        const own = read.filter((r) => mine.has(r.job.id));
        const results = await addReadings(
          session,
          trx,
          own.map(({ job, reading }) => ({ reading, original: job.original, mediaType: job.mediaType })),
        );
        await sql`delete from job where id = any(${[...mine]}::bigint[])`.execute(trx);
        await tally(trx, { worker, done: own.length, failed: 0 });
        return results;
      }),
    fail: (worker, id, why) =>
      db()
        .transaction()
        .execute(async (trx) => {
          await sql`update job set worker = null, lease = null,
            state = case when tries >= ${TRIES} then 'aside' else 'waiting' end,
            due = now() + make_interval(secs => ${PAUSE} * power(2, tries - 1)),
            reasons = (reasons::jsonb || ${reason(worker.name, why)}::jsonb)::json
            where id = ${id} and worker = ${worker.name} and state = 'taken'`.execute(trx);
          await tally(trx, { worker, done: 0, failed: 1 });
        }),
    release: async (worker) => {
      await sql`update job set state = 'waiting', worker = null, lease = null, tries = tries - 1
        where worker = ${worker.name} and state = 'taken'`.execute(db());
    },
    figures: () => figuresOf(session),
    aside: async () => {
      const { rows } = await sql<AsideJob>`select id, source, tries, reasons from job
        where state = 'aside' order by id`.execute(db());
      return rows;
    },
    retry: async (ids) => {
      const { numAffectedRows } = await sql`update job set state = 'waiting', tries = 0, due = now(), alone = true
        where state = 'aside' and (${ids.length === 0} or id = any(${ids}::bigint[]))`.execute(db());
      return Number(numAffectedRows ?? 0);
    },
    drop: async (ids) => {
      const { numAffectedRows } =
        await sql`delete from job where state = 'aside' and id = any(${ids}::bigint[])`.execute(db());
      return Number(numAffectedRows ?? 0);
    },
  };
}

function until({ lease }: Worker): RawBuilder<unknown> {
  return sql`now() + make_interval(secs => ${lease})`;
}

/** What makes two waiting reports one: the same bytes, taken in the same way. */
function keyOf(r: IngestedReport): string {
  return createHash("sha256").update(JSON.stringify(r.report)).update("\n").update(r.original).digest("hex");
}

function reason(worker: string, why: string): string {
  return JSON.stringify([{ at: new Date().toISOString(), worker, why: why.replaceAll("\0", " ") }]);
}

/**
 * Reports whose worker gave no sign of life: it may be gone because of one of them, so that they are tried one at a time
 * from now on, and set aside after the last try.
 */
async function takeBack({ db }: Session): Promise<void> {
  await sql`update job set worker = null, lease = null, alone = true, due = now(),
    state = case when tries >= ${TRIES} then 'aside' else 'waiting' end,
    reasons = (reasons::jsonb || jsonb_build_array(jsonb_build_object('at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'worker', worker, 'why', 'the worker that had it gave no sign of life')))::json
    where id in (select id from job where state = 'taken' and lease < now() for update skip locked)`.execute(db());
}

async function taken(
  { db }: Session,
  of: {
    readonly worker: Worker;
    readonly most: number;
    readonly alone: boolean;
  },
): Promise<readonly Job[]> {
  const { rows } =
    await sql<Job>`update job set state = 'taken', worker = ${of.worker.name}, lease = ${until(of.worker)}, tries = tries + 1
    where id in (select id from job where state = 'waiting' and alone = ${of.alone} and due <= now()
      order by due, id limit ${of.most} for update skip locked)
    returning id, source, report, original, media_type as "mediaType", tries`.execute(db());
  return [...rows].sort((a, b) => a.id - b.id);
}

/** Those of some reports that a worker still has. */
async function held(trx: Transaction, worker: Worker, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`select id from job
    where id = any(${ids}::bigint[]) and worker = ${worker.name} and state = 'taken' for update`.execute(trx);
  return new Set(rows.map((r) => r.id));
}

async function tally(
  trx: Transaction,
  { worker, done, failed }: { readonly worker: Worker; readonly done: number; readonly failed: number },
): Promise<void> {
  await sql`insert into worked (minute, worker, done, failed) values (date_trunc('minute', now()), ${worker.name}, ${done}, ${failed})
    on conflict (minute, worker) do update set done = worked.done + excluded.done, failed = worked.failed + excluded.failed`.execute(
    trx,
  );
}

async function figuresOf({ db }: Session): Promise<QueueFigures> {
  const { rows } = await sql<Omit<QueueFigures, "left">>`select
    count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'taken')::int as taken,
    count(*) filter (where state = 'aside')::int as aside, count(distinct worker)::int as workers,
    coalesce((select sum(done) / extract(epoch from now() - min(minute)) from worked
      where minute > now() - interval '5 minutes'), 0)::float8 as rate from job`.execute(db());
  const [f] = rows;
  if (f === undefined) throw new Error("the queue has no figures");
  return { ...f, left: f.rate > 0 ? (f.waiting + f.taken) / f.rate : null };
}
