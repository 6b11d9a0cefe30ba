// Rates of adding and times of queries on made reports: tsx bench/record.ts [REPORTS=2000] [--database URL] [--batch 64]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openRecord } from "../packages/dateline/src/store/open.ts";
import type { RecordStore } from "../packages/dateline/src/store/record-store.ts";
import { madeReading, numbersFrom, worldOf } from "./parts/made-readings.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { database: { type: "string" }, batch: { type: "string", default: "64" } },
});
const total = Number(positionals[0] ?? 2000);
const batch = Number(values.batch);
const random = numbersFrom(1);
const world = worldOf(random, {
  deeds: Math.max(200, Math.round(total * 1.25)),
  days: Math.max(60, Math.round(total / 12)),
});

const dir = await mkdtemp(join(tmpdir(), "dateline-bench-"));
const record = await openRecord(values.database === undefined ? { dir } : { databaseUrl: values.database });
try {
  await adding(record);
  await queries(record);
  console.log(JSON.stringify(await record.stats()));
} finally {
  await record.close();
  await rm(dir, { recursive: true, force: true });
}

async function adding(r: RecordStore): Promise<void> {
  const started = performance.now();
  let lap = started;
  const every = Math.max(batch, Math.round(total / 10 / batch) * batch);
  let since = 0;
  let spent = cpuSeconds();
  for (let i = 0; i < total; i += batch) {
    const readings = Array.from({ length: Math.min(batch, total - i) }, (_, k) => madeReading(world, random, i + k));
    await r.add(
      readings.map((reading) => ({ reading, original: Buffer.from(reading.report.text), mediaType: "text/plain" })),
    );
    since += readings.length;
    if (since >= every || i + batch >= total) {
      const now = performance.now();
      const cpu = cpuSeconds();
      console.log(
        `${i + readings.length} reports: ${((since * 1000) / (now - lap)).toFixed(0)} reports/s, ${(since / (cpu - spent)).toFixed(0)} a second of this process's CPU, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
      );
      spent = cpu;
      lap = now;
      since = 0;
    }
  }
  console.log(`adding: ${((total * 1000) / (performance.now() - started)).toFixed(0)} reports/s over all`);
}

async function queries(r: RecordStore): Promise<void> {
  const { items } = await r.events({ limit: 200, sort: "corroboration" });
  const words = ["attacked", "Front", "bridge", "market", "abducted", "Brigade"];
  await timed("event page", 200, async (i) => r.event(items[i % items.length]?.id ?? ""));
  await timed("list of events, filtered", 60, (i) =>
    r.events({ filter: { country: ["ML", "NE", "SY"][i % 3], minIndependent: 1 }, limit: 50 }),
  );
  await timed("map box", 60, (i) => r.events({ filter: { box: [i % 20, 0, (i % 20) + 10, 10] }, limit: 500 }));
  await timed("events of an actor", 60, (i) =>
    r.events({ filter: { actor: items[i % items.length]?.agents[0] ?? "" }, limit: 50 }),
  );
  await timed("search", 60, (i) => r.search(words[i % words.length] ?? "", { limit: 20 }));
  await timed("report page", 60, (i) => r.report(`r${(i * 37) % total}`));
}

async function timed(name: string, times: number, run: (i: number) => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const at = performance.now();
    await run(i);
    took.push(performance.now() - at);
  }
  took.sort((a, b) => a - b);
  const of = (share: number): string =>
    (took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0).toFixed(1);
  console.log(`${name}: median ${of(0.5)} ms, p95 ${of(0.95)} ms`);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
