// Event types, agents and targets of one-sentence cases: tsx bench/roles.ts [CORPORA]
// Reads roles-plover, roles-petrarch2 and roles-cameo_ner below CORPORA/measure and runs the shared scorer on the readings.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReportInput } from "@dateline/model";
import { createReader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";

const corpora = process.argv[2] ?? "../shared/corpora";
const scorer = join(corpora, "../score/score-roles.mjs");
const reader = createReader(loadResources());
const work = mkdtempSync(join(tmpdir(), "dateline-roles-"));

for (const set of ["roles-plover", "roles-petrarch2", "roles-cameo_ner"]) {
  const gold = join(corpora, "measure", `${set}.jsonl`);
  const readings = join(work, `${set}.jsonl`);
  writeFileSync(readings, readAll(gold));
  console.log(`\n${set}`);
  console.log(execFileSync("node", [scorer, gold, readings], { encoding: "utf8" }));
}
rmSync(work, { recursive: true });

function readAll(file: string): string {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line) => `${JSON.stringify(reader.read(reportOf(line)))}\n`).join("");
}

/** The report alone: the reader must not see its gold. */
function reportOf(line: string): ReportInput {
  const { id, title, publisher, published, url, text } = JSON.parse(line) as ReportInput;
  return { id, title, publisher, published, url, text };
}
