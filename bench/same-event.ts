// Readings of a JSONL with the record's event of each claim, folded in memory: tsx bench/same-event.ts READINGS.jsonl OUT.jsonl
import { readFileSync, writeFileSync } from "node:fs";
import type { Reading } from "@dateline/model";
import { aboutOf, creditOf, type FoldReport, foldRecord, isCopy, shingles, toldClaims } from "@dateline/record";

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined)
  throw new Error("usage: tsx bench/same-event.ts READINGS.jsonl OUT.jsonl");

const readings = readFileSync(input, "utf8")
  .split("\n")
  .filter((l) => l.trim() !== "")
  .map((l) => JSON.parse(l) as Reading);
const started = performance.now();
const reports = readings.map((reading): FoldReport => {
  const { id: report, publisher, published, title, text } = reading.report;
  const claims = toldClaims(reading, { report, version: 1, learned: "" });
  return { report, publisher, published, title, credit: creditOf(text) ?? null, about: aboutOf(reading), claims };
});
const events = foldRecord({
  reports,
  copies: copiesAmong(readings),
  decisions: [],
  policy: "most-independent",
  asOf: null,
});
const eventOf = new Map(events.flatMap((e) => e.members.map((m) => [m.id, e.id] as const)));
const lines = readings.map((reading, i) => {
  const claims = reading.claims.map((c, j) => ({
    ...c,
    recordEvent: eventOf.get(reports[i]?.claims[j]?.id ?? "") ?? null,
  }));
  return JSON.stringify({ ...reading, claims });
});
writeFileSync(output, `${lines.join("\n")}\n`);
console.error(
  `${reports.length} reports, ${eventOf.size} claims, ${events.length} events in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);

function copiesAmong(all: readonly Reading[]): readonly (readonly [string, string])[] {
  const sets = all.map((r) => shingles(r.report.text));
  const pairs: (readonly [string, string])[] = [];
  sets.forEach((a, i) => {
    for (let j = 0; j < i; j += 1) {
      const [b, x, y] = [sets[j], all[i], all[j]];
      if (b !== undefined && x !== undefined && y !== undefined && isCopy(a, b)) pairs.push([x.report.id, y.report.id]);
    }
  });
  return pairs;
}
