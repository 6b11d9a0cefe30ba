import { DatelineError } from "@dateline/model";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Job, ReportQueue } from "../../src/jobs/queue.ts";
import type { ReadPool } from "../../src/jobs/read-pool.ts";
import { work } from "../../src/jobs/work.ts";
import { openRecord } from "../../src/store/open.ts";
import type { RecordStore } from "../../src/store/record-store.ts";
import { governor, input } from "../store/made-reports.ts";
import { emptyFolder } from "../store/open-records.ts";
import { asked, newDatabase, server, waiting } from "./queue-database.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const NAME =
  server === undefined
    ? "the queue (set DATELINE_TEST_DATABASE_URL=postgres://user@host/database to run these)"
    : "the queue";

const A = { name: "a", lease: 60 };
const B = { name: "b", lease: 60 };

test("a record in a folder has no queue", async () => {
  const record = await openRecord({ dir: await emptyFolder() });
  expect(record.queue).toBeUndefined();
  await record.close();
});

describe.skipIf(server === undefined)(NAME, () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function opened(): Promise<{ record: RecordStore; queue: ReportQueue; url: string }> {
    const { url, drop } = await newDatabase(server ?? "");
    closing.push(drop);
    const record = await openRecord({ databaseUrl: url });
    closing.push(() => record.close());
    if (record.queue === undefined) throw new Error("a record on a server has a queue");
    return { record, queue: record.queue, url };
  }

  /** A reading of the job's own report. */
  const done = (job: Job): Parameters<ReportQueue["done"]>[1][number] => ({
    job,
    reading: input({ ...governor, id: job.report.id ?? "", text: `${governor.text} ${job.report.id}` }).reading,
  });

  test("the same report twice waits once; another one waits beside it", async () => {
    const { queue } = await opened();
    expect(await queue.put([waiting(1), waiting(1)])).toBe(1);
    expect(await queue.put([waiting(1), waiting(2)])).toBe(1);
    expect((await queue.figures()).waiting).toBe(2);
  });

  test("no two workers take the same report, and what comes out is what was put in", async () => {
    const { queue } = await opened();
    await queue.put([waiting(1), waiting(2), waiting(3)]);
    const [a, b] = await Promise.all([queue.take(A, 2), queue.take(B, 2)]);
    expect([...a, ...b].map((j) => j.source).sort()).toEqual(["notice-1.txt", "notice-2.txt", "notice-3.txt"]);
    const one = [...a, ...b].find((j) => j.source === "notice-2.txt");
    expect(one?.report).toEqual(waiting(2).report);
    expect(Buffer.from(one?.original ?? [])).toEqual(Buffer.from(waiting(2).original));
    expect(await queue.figures()).toMatchObject({ waiting: 0, taken: 3, workers: 2 });
  });

  test("what is done is in the record and no longer in the queue", async () => {
    const { record, queue } = await opened();
    await queue.put([waiting(1), waiting(2)]);
    const jobs = await queue.take(A, 10);
    const results = await queue.done(A, jobs.map(done));
    expect(results.map((r) => r.outcome)).toEqual(["added", "added"]);
    expect((await record.reports()).total).toBe(2);
    expect(await queue.figures()).toMatchObject({ waiting: 0, taken: 0, aside: 0 });
  });

  test("a worker whose lease ran out cannot finish what another has by now", async () => {
    const { record, queue, url } = await opened();
    await queue.put([waiting(1)]);
    const [late] = await queue.take(A, 1);
    await asked(url, "update job set lease = now() - interval '1 second'");
    const [job] = await queue.take(B, 1);
    expect(job?.id).toBe(late?.id);
    if (job === undefined || late === undefined) throw new Error("nothing was taken");
    expect(await queue.done(A, [done(late)])).toEqual([]);
    expect(await queue.done(B, [done(job)])).toHaveLength(1);
    expect(await queue.done(A, [done(late)])).toEqual([]);
    expect((await record.report("notice-1"))?.versions).toHaveLength(1);
  });

  test("a sign of life keeps what a worker has; without one it goes to others, alone", async () => {
    const { queue, url } = await opened();
    await queue.put([waiting(1), waiting(2)]);
    await queue.take(A, 2);
    await asked(url, "update job set lease = now() + interval '1 second'");
    await queue.beat(A);
    await asked(url, "update job set lease = lease - interval '30 seconds'");
    expect(await queue.take(B, 2)).toEqual([]);
    await asked(url, "update job set lease = now() - interval '1 second'");
    expect(await queue.take(B, 2)).toHaveLength(1);
  });

  test("a report that fails is tried later, set aside after the third time with its reasons, and tried anew when asked", async () => {
    const { queue, url } = await opened();
    await queue.put([waiting(1)]);
    for (const why of ["too slow", "too slow again", "no end"]) {
      await asked(url, "update job set due = now()");
      const [job] = await queue.take(A, 1);
      await queue.fail(A, job?.id ?? 0, why);
      expect(await queue.take(A, 1)).toEqual([]);
    }
    const [aside] = await queue.aside();
    expect(aside).toMatchObject({ source: "notice-1.txt", tries: 3 });
    expect(aside?.reasons.map((r) => r.why)).toEqual(["too slow", "too slow again", "no end"]);
    expect(await queue.retry([(aside?.id ?? 0) + 1])).toBe(0);
    expect(await queue.retry([])).toBe(1);
    expect(await queue.take(A, 1)).toHaveLength(1);
    expect(await queue.aside()).toEqual([]);
  });

  test("a report that ends every process that reads it is set aside, others are read", async () => {
    const { queue, url } = await opened();
    await queue.put([waiting(1), waiting(2)]);
    const held = new Set<number>();
    for (let i = 0; i < 5; i += 1) {
      const jobs = await queue.take({ name: `w${i}`, lease: 60 }, 10);
      const bad = jobs.find((j) => j.source === "notice-1.txt");
      // the process goes down wherever it meets the bad one; the other, met alone, is finished
      if (bad !== undefined)
        await asked(url, "update job set lease = now() - interval '1 second' where state = 'taken'");
      else for (const j of jobs) held.add((await queue.done({ name: `w${i}`, lease: 60 }, [done(j)])).length);
    }
    expect([...held]).toEqual([1]);
    expect((await queue.aside()).map((j) => j.source)).toEqual(["notice-1.txt"]);
    expect((await queue.aside())[0]?.reasons.at(-1)?.why).toContain("no sign of life");
  });

  test("putting in waits where too many wait", async () => {
    const { queue } = await opened();
    await queue.put([waiting(1), waiting(2)]);
    let room = false;
    const waited = queue.roomFor(2).then(() => {
      room = true;
    });
    await new Promise((go) => setTimeout(go, 700));
    expect(room).toBe(false);
    await queue.take(A, 1);
    await waited;
    expect(room).toBe(true);
  });

  test("work reads all, sets aside what cannot be read or added, and ends", async () => {
    const { record, queue, url } = await opened();
    await queue.put([1, 2, 3, 4].map(waiting));
    const pool: ReadPool = {
      read: async (source) => {
        if (source.kind === "failure" || source.from === "notice-2.txt")
          return { kind: "failure", from: source.from, error: new DatelineError("read/failed", "cannot be read") };
        const { reading } = done({ report: source.report } as Job);
        // a place in the text that no database takes
        const far = reading.claims.map((c) => ({ ...c, trigger: { start: 1e12, end: 1e12 } }));
        const claims = source.from === "notice-3.txt" ? far : reading.claims;
        return { kind: "read", source, json: JSON.stringify({ ...reading, claims }) };
      },
      close: async () => undefined,
    };
    const hurry = setInterval(() => void asked(url, "update job set due = now()").catch(() => undefined), 200);
    const unread: string[] = [];
    await work({
      queue,
      pool,
      worker: A,
      most: 4,
      untilDone: true,
      stop: new AbortController().signal,
      onFailed: (job) => unread.push(job.source),
      idle: 50,
    });
    clearInterval(hurry);
    expect((await record.reports()).items.map((r) => r.id).sort()).toEqual(["notice-1", "notice-4"]);
    expect((await queue.aside()).map((j) => j.source)).toEqual(["notice-2.txt", "notice-3.txt"]);
    expect(unread).toHaveLength(6);
  });
});
