// Readings of a JSONL of reports, without the command line around it: tsx bench/readings.ts IN.jsonl OUT.jsonl [LAYER]
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Reading, ReportInput } from "@dateline/model";
import { createReader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";

const [input, output, layer] = process.argv.slice(2);
if (input === undefined || output === undefined)
  throw new Error("usage: tsx bench/readings.ts IN.jsonl OUT.jsonl [LAYER]");

const reader = createReader(loadResources());
const out = createWriteStream(output);
const started = performance.now();
let reports = 0;
let characters = 0;
for await (const line of createInterface({ input: createReadStream(input), crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === "") continue;
  const { id, title, publisher, published, url, text } = JSON.parse(line) as ReportInput;
  const report = { id, title, publisher, published, url, text };
  out.write(`${JSON.stringify(readingUpTo(report))}\n`);
  reports += 1;
  characters += text.length;
}
out.end();
const seconds = (performance.now() - started) / 1000;
console.error(
  `${reports} reports, ${(characters / 1e6).toFixed(2)} MB in ${seconds.toFixed(1)} s (${(characters / 6 / seconds).toFixed(0)} words/s)`,
);

function readingUpTo(report: ReportInput): Partial<Reading> {
  if (layer === undefined) return reader.read(report);
  const {
    report: read,
    sentences,
    names,
    entities,
    places,
    times,
    attributions,
    claims,
  } = reader.analyse(report, layer);
  return { report: read, sentences, names, entities, places, times, attributions, claims };
}
