import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { cueOf } from "../../src/attribution/lexicon.ts";
import { rowsOf } from "../../src/resources.ts";
import { analyse } from "./marked.ts";

const rows = rowsOf(loadResources(), "attribution/cues");

test("the lexicon holds at least 600 cues, each of a known kind with an example", () => {
  expect(rows.length).toBeGreaterThanOrEqual(600);
  for (const row of rows) {
    expect(cueOf(row).frames.size, row[0]).toBeGreaterThan(0);
    expect(row[6], row[0]).toMatch(/[.!?"]$/);
  }
});

test("no cue stands twice for one part of speech with the same frames", () => {
  const keys = rows.map((r) => `${r[0]} ${r[1]} ${r[5]}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test("the cue of nearly every example is found in it", () => {
  const missed = rows.filter((row) => !isFound(row)).map((row) => `${row[0]} (${row[1]}): ${row[6]}`);
  expect(missed.length / rows.length, missed.join("\n")).toBeLessThan(0.1);
});

function isFound(row: readonly string[]): boolean {
  const cue = cueOf(row);
  const doc = analyse(row[6] ?? "");
  return (doc.sayings ?? []).some((s) => s.kind === cue.kind);
}
