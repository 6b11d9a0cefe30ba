import { availableParallelism } from "node:os";
import { DatelineError } from "@dateline/model";
import { type Command, InvalidArgumentError } from "commander";
import type { ReportQueue } from "../jobs/queue.ts";
import type { RecordStore } from "../store/record-store.ts";
import { EXIT } from "./exit.ts";
import { addListOptions, workersOption } from "./given.ts";
import { print, say } from "./output.ts";
import { duration } from "./progress.ts";
import { withRecord } from "./record-options.ts";

interface WorkCommandOptions {
  readonly workers?: number;
  readonly untilDone?: boolean;
  readonly lease: number;
}

/** `work` and `queue`: reports read by any number of processes on any number of machines. */
export function workCommands(program: Command): void {
  const work = program
    .command("work")
    .description("read reports that wait on the database server, beside any number of other such processes")
    .option("--until-done", "end when nothing waits any more")
    .option("--lease <seconds>", "without a sign of life for so long, others read what this process had", seconds, 60)
    .addOption(workersOption());
  addListOptions(work)
    .addHelpText(
      "after",
      `
Reports are put there by \`dateline add --queue\`. Needs DATABASE_URL. A report whose process ends or is cut off is read by
another after a minute (\`--lease\`); one that fails three times is set aside with the reasons: \`dateline queue aside\`.

Examples:
  DATABASE_URL=postgres://db/dateline dateline work
  DATABASE_URL=postgres://db/dateline dateline work --workers 8 --until-done`,
    )
    .action(async (options: WorkCommandOptions) => {
      process.exitCode = await withRecord({}, (record) => runWork(record, options));
    });
  queueCommand(program);
}

function queueCommand(program: Command): void {
  const queue = program
    .command("queue")
    .description("how many reports wait to be read, at what rate, how long it will take; those set aside")
    .option("--json", "as JSON")
    .action((options: { readonly json?: boolean }) =>
      withRecord({ create: false }, async (record) => {
        const figures = await queueOf(record).figures();
        await print(options.json === true ? `${JSON.stringify(figures)}\n` : `${inWords(figures)}\n`);
      }),
    );
  queue
    .command("aside")
    .description("reports that are tried no more, with the reason of each try")
    .option("--json", "a line of JSON each")
    .action((options: { readonly json?: boolean }) =>
      withRecord({ create: false }, async (record) => {
        for (const job of await queueOf(record).aside()) {
          const reasons = job.reasons.map((r) => `  ${r.at} ${r.worker}: ${r.why}\n`).join("");
          await print(options.json === true ? `${JSON.stringify(job)}\n` : `${job.id} ${job.source}\n${reasons}`);
        }
      }),
    );
  changing(queue, "retry", "let reports that were set aside be tried anew; all where none is named", "[id...]");
  changing(queue, "drop", "take reports that were set aside out of the queue for good", "<id...>");
}

function changing(queue: Command, name: "retry" | "drop", description: string, ids: string): void {
  queue
    .command(name)
    .description(description)
    .argument(ids, "numbers that `dateline queue aside` shows", numbers)
    .action(async (chosen: readonly number[] | undefined) => {
      await withRecord({ create: false }, async (record) => {
        const many = await queueOf(record)[name](chosen ?? []);
        await print(`${many} ${name === "retry" ? "wait to be read again" : "dropped"}\n`);
        process.exitCode = many === 0 && (chosen ?? []).length > 0 ? EXIT.notFound : EXIT.ok;
      });
    });
}

function seconds(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 2 || n > 86_400)
    throw new InvalidArgumentError("whole seconds from 2 to 86400 are wanted.");
  return n;
}

function numbers(text: string, before: readonly number[] | undefined): readonly number[] {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1)
    throw new InvalidArgumentError("a number that `dateline queue aside` shows is wanted.");
  return [...(before ?? []), n];
}

/** Throws "queue/no-server" for a record in a folder. */
export function queueOf(record: RecordStore): ReportQueue {
  if (record.queue === undefined)
    throw new DatelineError(
      "queue/no-server",
      "a queue needs a record on a PostgreSQL server: set DATABASE_URL=postgres://user@host/database",
    );
  return record.queue;
}

function inWords(f: Awaited<ReturnType<ReportQueue["figures"]>>): string {
  const rate = f.rate === 0 ? "" : `, ${f.rate.toFixed(f.rate < 10 ? 1 : 0)} a second`;
  const left = f.left === null || f.waiting + f.taken === 0 ? "" : `, ${duration(f.left)} left`;
  return `${f.waiting} wait, ${f.taken} being read by ${f.workers} processes${rate}${left}; ${f.aside} set aside`;
}

/** Every so often, how it stands. */
const TELL_MS = 10_000;

async function runWork(record: RecordStore, options: WorkCommandOptions): Promise<number> {
  const queue = queueOf(record);
  const [{ work }, { openReadPool }, { workerName }] = await Promise.all([
    import("../jobs/work.ts"),
    import("../jobs/read-pool.ts"),
    import("../jobs/queue.ts"),
  ]);
  const workers = Math.max(1, options.workers ?? availableParallelism());
  const pool = await openReadPool(workers);
  const stop = stopSignal();
  const [began, worker] = [performance.now(), { name: workerName(), lease: options.lease }];
  let [read, failed] = [0, 0];
  const telling = setInterval(
    () =>
      void queue.figures().then(
        (f) => say(inWords(f)),
        () => undefined,
      ),
    TELL_MS,
  );
  try {
    await work({
      queue,
      pool,
      worker,
      most: Math.min(64, workers * 16),
      untilDone: options.untilDone === true,
      stop,
      onAdded: (results) => {
        read += results.length;
      },
      onFailed: (job, why) => {
        failed += 1;
        say(`dateline: ${job.source}: ${why}`);
      },
      onTrouble: (why) =>
        say(
          why === undefined
            ? "dateline: the database answers again"
            : `dateline: the database does not answer (${why}); trying on`,
        ),
    });
  } finally {
    clearInterval(telling);
    await pool.close();
  }
  const took = (performance.now() - began) / 1000;
  const { aside } = await queue.figures();
  if (aside > 0) say(`dateline: ${aside} are set aside; \`dateline queue aside\` tells why`);
  await print(`${read} read (${(read / took).toFixed(1)} a second), ${failed} tries failed\n`);
  return failed === 0 ? EXIT.ok : EXIT.someFailed;
}

/** The first signal lets what was taken be finished; a second one ends at once, and others read it after the lease. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  process.removeAllListeners("SIGINT");
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(EXIT.interrupted);
      say("dateline: finishing what was taken; once more ends at once");
      stop.abort();
    });
  return stop.signal;
}
