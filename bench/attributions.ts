// Attributions against PolNeAR: tsx bench/attributions.ts [SHARED_DIR] [--misses N] [--write]
// Reads the dev reports up to the attribution layer and scores them; --write keeps the table in bench/results/attributions.md.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReportInput } from "@dateline/model";
import { createReader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";

const args = process.argv.slice(2);
const misses = args.includes("--misses") ? (args[args.indexOf("--misses") + 1] ?? "40") : null;
const shared = args.find((a, i) => !a.startsWith("--") && args[i - 1] !== "--misses") ?? "../shared";
const corpus = join(shared, "corpora/measure/attributions-polnear-dev.jsonl");
if (!existsSync(corpus)) {
  console.log(`no ${corpus}: nothing is scored (name the folder of corpora and scorers as the argument)`);
  process.exit(0);
}

const reader = createReader(loadResources());
const reports = readFileSync(corpus, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as ReportInput);
const started = performance.now();
let sentences = 0;
const readings = reports.map(({ id, title, publisher, published, text }) => {
  const doc = reader.analyse({ id, title, publisher, published, text }, "attribution");
  sentences += doc.sentences.length;
  return JSON.stringify({ report: { ...doc.report }, attributions: doc.attributions });
});
const seconds = (performance.now() - started) / 1000;

const work = mkdtempSync(join(tmpdir(), "dateline-attributions-"));
const output = join(work, "readings.jsonl");
writeFileSync(output, `${readings.join("\n")}\n`);
const scorer = join(shared, "score/score-spans.mjs");
const options = misses === null ? [] : ["--misses", misses];
const scores = execFileSync("node", [scorer, "attributions", corpus, output, ...options], {
  encoding: "utf8",
  maxBuffer: 1 << 26,
});
rmSync(work, { recursive: true });

const report = `# Attributions

Made by \`npx tsx bench/attributions.ts --write\`: PolNeAR dev, ${reports.length} reports, ${sentences} sentences;
${Math.round(sentences / seconds)} sentences/s on one core for all layers up to attributions, the first reading included.

\`\`\`
${scores.trimEnd()}
\`\`\`

PolNeAR marks no attribution inside another, so a right nested reading costs precision there.
Origin and chain of the marked claims: \`bench/results/claims.md\`.
`;
console.log(report);
if (args.includes("--write")) {
  mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
  writeFileSync(join(import.meta.dirname, "results/attributions.md"), report);
}
