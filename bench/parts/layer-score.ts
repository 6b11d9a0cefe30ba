import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A report of a measure set, as far as a bench looks at it. */
export interface MeasuredReport {
  readonly id: string;
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly url?: string | null;
  readonly text: string;
}

/** Precision, recall and F1 in percent. */
export interface Figure {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly right: number;
  readonly gold: number;
  readonly read: number;
}

/** The figure over several sets together. */
export function together(figures: readonly Figure[]): Figure {
  const sum = (of: (f: Figure) => number): number => figures.reduce((n, f) => n + of(f), 0);
  const [right, gold, read] = [sum((f) => f.right), sum((f) => f.gold), sum((f) => f.read)];
  const [p, r] = [(100 * right) / read, (100 * right) / gold];
  return { p, r, f1: (2 * p * r) / (p + r), right, gold, read };
}

/** All reports of a JSONL file. */
export async function reportsOf(path: string): Promise<readonly MeasuredReport[]> {
  const reports: MeasuredReport[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line.trim() !== "") reports.push(JSON.parse(line) as MeasuredReport);
  }
  return reports;
}

const work = mkdtempSync(join(tmpdir(), "dateline-bench-"));
let written = 0;

/** Runs the scorer of a layer over readings; `shared` is the folder with `score` and `corpora`. */
export function scored(
  shared: string,
  layer: "times" | "places",
  run: { readonly gold: string; readonly readings: readonly unknown[]; readonly flags?: readonly string[] },
): Readonly<Record<string, Figure | number>> {
  const file = join(work, `${layer}-${written++}.jsonl`);
  writeFileSync(file, run.readings.map((r) => `${JSON.stringify(r)}\n`).join(""));
  const args = [join(shared, "score/score-spans.mjs"), layer, run.gold, file, "--json", ...(run.flags ?? [])];
  return JSON.parse(execFileSync("node", args, { encoding: "utf8" })) as Readonly<Record<string, Figure | number>>;
}

/** One decimal; a dash for what is missing. */
export function shown(figure: Figure | number | undefined): string {
  const value = typeof figure === "number" ? figure : figure?.f1;
  return value === undefined ? "–" : value.toFixed(1);
}
