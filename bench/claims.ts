// Claims on marked reports: tsx bench/claims.ts [GOLD_DIR] [--only=PREFIX] [--each] [--misses] [--fit] [--write]
// Reads every report, scores the readings with the shared scorer, prints the reliability table and the speed on one core;
// --write keeps all of it in bench/results/claims.md, --fit prints weights for the estimate of confidence.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faultsOf, type Reading, type ReportInput } from "@dateline/model";
import { createReader, type TracedReading } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";
import { fitted, type Judged, judge, type MarkedReport, reliability } from "./parts/claims-reliability.ts";

const args = process.argv.slice(2);
const gold = args.find((a) => !a.startsWith("--")) ?? "../shared/gold";
const flags = args.filter((a) => a === "--each" || a === "--misses");
const only = args.find((a) => a.startsWith("--only="))?.slice("--only=".length) ?? "";
const beside = join(gold, "../score/score-claims.mjs");
const scorer = existsSync(beside) ? beside : "../shared/score/score-claims.mjs";

const reader = createReader(loadResources());
const reports = readdirSync(gold)
  .filter((f) => f.endsWith(".json") && f.startsWith(only))
  .sort()
  .map((f) => JSON.parse(readFileSync(join(gold, f), "utf8")) as MarkedReport);
const traced = reports.map((r) => reader.readTraced(inputOf(r)));
const readings = traced.map((t) => t.reading);
const faults = readings.flatMap((r) => faultsOf(r).map((f) => `${r.report.id}: ${f}`));
const scores = scored(readings);
const judged = reports.flatMap((r, k) => judgedOf(r, traced[k]));
const report = [
  "# Claims on the marked reports",
  "",
  `Made by \`npx tsx bench/claims.ts ${gold} --write\`; ${reports.length} reports.`,
  "",
  "```",
  scores.trimEnd(),
  `faults in the readings: ${faults.length}`,
  `speed, whole reading, one core (processor time): ${speed()} sentences/s`,
  "```",
  "",
  "## Is the confidence to be believed?",
  "",
  "A claim counts as right here when its type, its doers and those done to are as marked.",
  "",
  reliability(judged),
  "",
].join("\n");
console.log(report);
for (const f of faults.slice(0, 20)) console.error(f);
if (args.includes("--fit")) console.log(fitted(judged));
if (args.includes("--write")) {
  mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
  writeFileSync(join(import.meta.dirname, "results/claims.md"), report);
}

function inputOf({ id, title, publisher, published, text }: MarkedReport): ReportInput {
  return { id, title, publisher, published, text };
}

function scored(all: readonly Reading[]): string {
  const dir = join(tmpdir(), `dateline-claims-${process.pid}`);
  const marks = join(dir, "marks");
  mkdirSync(marks, { recursive: true });
  for (const r of reports) writeFileSync(join(marks, `${r.id}.json`), JSON.stringify(r));
  for (const r of all) writeFileSync(join(dir, `${r.report.id}.json`), JSON.stringify(r));
  const out = execFileSync("node", [scorer, marks, dir, ...flags], { encoding: "utf8", maxBuffer: 1 << 26 });
  rmSync(dir, { recursive: true });
  return out;
}

function judgedOf(r: MarkedReport, read: TracedReading | undefined): readonly Judged[] {
  return read === undefined ? [] : judge(r, read);
}

/** The marked reports read again for two seconds of this process's time, so that a busy machine does not count. */
function speed(): number {
  const used = (): number => process.cpuUsage().user / 1e6;
  const started = used();
  let sentences = 0;
  while (used() - started < 2) for (const r of reports) sentences += reader.read(inputOf(r)).sentences.length;
  return Math.round(sentences / (used() - started));
}
