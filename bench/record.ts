// Rates of adding and times of queries on made reports:
//   tsx bench/record.ts [REPORTS=2000] [--database URL] [--batch 128] [--every 10000] [--keep DIR]
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openRecord } from "../packages/dateline/src/store/open.ts";
import type { RecordStore } from "../packages/dateline/src/store/record-store.ts";
import { parseSearch } from "../packages/record/src/index.ts";
import { madeReading } from "./parts/made-readings.ts";
import { worldOf } from "./parts/made-world.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: "string" },
    batch: { type: "string", default: "128" },
    every: { type: "string" },
    keep: { type: "string" },
  },
});
const total = Number(positionals[0] ?? 2000);
const batch = Number(values.batch);
const world = worldOf(1);
let peak = 0;

const dir = values.keep ?? (await mkdtemp(join(tmpdir(), "dateline-bench-")));
const record = await openRecord(values.database === undefined ? { dir } : { databaseUrl: values.database });
try {
  const there = await record.stats();
  if (there.reports < total) await adding(record, there.reports);
  await queries(record);
  console.log(JSON.stringify(await record.stats()));
  console.log(`largest memory of this process: ${peak} MB`);
} finally {
  await record.close();
  if (values.database === undefined)
    console.log(`folder: ${execFileSync("du", ["-sm", dir], { encoding: "utf8" }).split("\t")[0]} MB`);
  if (values.keep === undefined) await rm(dir, { recursive: true, force: true });
}

interface Lap {
  readonly rate: number;
  readonly cpu: number;
}

/** Adds in batches; a line for each stretch. Made readings cost a twentieth of adding them; their time is taken off. */
async function adding(r: RecordStore, from: number): Promise<void> {
  const every = Number(values.every ?? Math.max(batch, Math.round(total / 10)));
  const laps: Lap[] = [];
  let [since, wall, cpu] = [0, 0, 0];
  let all = 0;
  for (let i = from; i < total; i += batch) {
    const inputs = Array.from({ length: Math.min(batch, total - i) }, (_, k) => inputOf(i + k));
    const [at, spent] = [performance.now(), cpuSeconds()];
    await r.add(inputs);
    wall += (performance.now() - at) / 1000;
    cpu += cpuSeconds() - spent;
    since += inputs.length;
    peak = Math.max(peak, Math.round(process.memoryUsage.rss() / 1e6));
    if (since < every && i + batch < total) continue;
    all += wall;
    laps.push({ rate: since / wall, cpu: (1000 * cpu) / since });
    console.log(
      `${i + inputs.length} reports: ${(since / wall).toFixed(0)} a second, ${((1000 * cpu) / since).toFixed(2)} ms of this process's CPU each, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    );
    [since, wall, cpu] = [0, 0, 0];
  }
  const [first, last] = [laps[0], laps.at(-1)];
  console.log(`adding: ${((total - from) / all).toFixed(0)} reports a second over all`);
  if (first !== undefined && last !== undefined)
    console.log(
      `last stretch against the first: ${(first.rate / last.rate).toFixed(2)} times the time, ${(last.cpu / first.cpu).toFixed(2)} times this process's CPU`,
    );
}

function inputOf(nth: number): Parameters<RecordStore["add"]>[0][number] {
  const reading = madeReading(world, nth);
  return { reading, original: Buffer.from(reading.report.text), mediaType: "text/plain" };
}

async function queries(r: RecordStore): Promise<void> {
  const { items: most } = await r.events({ limit: 300, sort: "corroboration" });
  const { items: newest } = await r.events({ limit: 300 });
  const items = [...most, ...newest];
  const words = [
    "attacked",
    "Front",
    "bombed market",
    "Ministry",
    "abducted",
    "Brigade said",
    "killed type:ASSAULT",
    "says:Ministry",
  ];
  const countries = ["SY", "UA", "ML", "KE", "GT", "TH"];
  await timed("event page", 200, async (i) => r.event(items[(i * 7) % items.length]?.id ?? ""));
  await timed("list of events of a country", 60, (i) =>
    r.events({ filter: { country: countries[i % 6], minIndependent: 2 }, limit: 50 }),
  );
  await timed("list of events of a month", 60, (i) =>
    r.events({ filter: { since: `2014-0${2 + (i % 5)}-01`, until: `2014-0${2 + (i % 5)}-28` }, limit: 50 }),
  );
  await timed("map box", 60, (i) =>
    r.events({ filter: { box: [(i % 20) * 8 - 80, 0, (i % 20) * 8 - 72, 8] }, limit: 500 }),
  );
  await timed("actor page", 60, (i) =>
    r.events({ filter: { actor: items[(i * 7) % items.length]?.agents[0] ?? "Front" }, limit: 50 }),
  );
  await timed("search", 60, (i) => r.search(parseSearch(words[i % words.length] ?? ""), { limit: 20 }));
  await timed("report page", 60, (i) => r.report(`r${(i * 7919) % total}`));
  await timed("list of reports", 60, (i) => r.reports({ offset: i * 50 }));
  await timed("figures of the record", 5, () => r.stats());
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
