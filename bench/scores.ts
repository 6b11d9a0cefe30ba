// Every scorer over the marked reports and the measure sets: tsx bench/scores.ts [--only NAME,NAME] [SHARED_DIR]
// The readings come from the command line (`./dateline read … --jsonl`); results go into bench/results/scores.md.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, openSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);
const at = args.indexOf("--only");
const only = at < 0 ? undefined : args.splice(at, 2)[1]?.split(",");
const shared = args[0] ?? join(root, "../shared");
if (!existsSync(join(shared, "score"))) {
  console.log(`no scorers and corpora in ${shared}: nothing is scored (name their folder as the argument)`);
  process.exit(0);
}

interface Measure {
  readonly name: string;
  readonly scorer: readonly string[];
  readonly corpus: string;
}

const measure = (corpus: string, ...scorer: readonly string[]): Measure => ({ name: corpus, scorer, corpus });
const measures: readonly Measure[] = [
  ...["names-re3d", "names-wikigold", "names-uner-ewt", "names-gum"].map((c) => measure(c, "score-spans.mjs", "names")),
  ...["times-timebank", "times-aquaint", "times-gum-news"].map((c) => measure(c, "score-spans.mjs", "times")),
  measure("places-lgl", "score-spans.mjs", "places"),
  measure("attributions-polnear-dev", "score-spans.mjs", "attributions"),
  ...["roles-plover", "roles-petrarch2", "roles-cameo_ner"].map((c) => measure(c, "score-roles.mjs")),
  measure("placeof-evloc", "score-place-of.mjs"),
  measure("muc4", "score-muc4.mjs"),
];

const work = mkdtempSync(join(tmpdir(), "dateline-scores-"));

/** Readings of a JSONL file by the command line; gives the seconds it took. */
function readings(input: string, output: string): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(join(root, "dateline"), ["read", input, "--jsonl"], {
    stdio: ["ignore", openSync(output, "w"), "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`reading ${input} failed with ${status}:\n${stderr}`);
  return (performance.now() - began) / 1000;
}

function scoreGold(): string {
  const reports = execFileSync("node", [join(shared, "score/gold-to-jsonl.mjs"), join(shared, "gold")]);
  const [input, output, folder] = ["gold.jsonl", "gold.out.jsonl", "gold"].map((f) => join(work, f)) as [
    string,
    string,
    string,
  ];
  writeFileSync(input, reports);
  const seconds = readings(input, output);
  const split = join(shared, "score/split-readings.mjs");
  spawnSync("sh", ["-c", `node "${split}" "${folder}" < "${output}"`]);
  const scored = execFileSync("node", [join(shared, "score/score-claims.mjs"), join(shared, "gold"), folder], {
    encoding: "utf8",
  });
  return section("gold: claims", scored, seconds);
}

function scoreMeasure({ name, scorer, corpus }: Measure): string {
  const [script, ...layer] = scorer;
  const gold = join(shared, "corpora/measure", `${corpus}.jsonl`);
  const output = join(work, `${corpus}.out.jsonl`);
  const seconds = readings(gold, output);
  const scored = execFileSync("node", [join(shared, "score", script ?? ""), ...layer, gold, output], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return section(name, scored, seconds);
}

function section(name: string, scored: string, seconds: number): string {
  console.log(`\n${name} (${seconds.toFixed(1)} s)\n${scored.trimEnd()}`);
  return `## ${name}\n\nread in ${seconds.toFixed(1)} s\n\n\`\`\`\n${scored.trimEnd()}\n\`\`\`\n`;
}

const wanted = (name: string): boolean => only === undefined || only.some((o) => name.startsWith(o));
const sections = [
  ...(wanted("gold") ? [scoreGold()] : []),
  ...measures.filter(({ name }) => wanted(name)).map(scoreMeasure),
];
if (only === undefined) {
  const results = join(root, "bench/results");
  mkdirSync(results, { recursive: true });
  const head =
    "# Scores\n\nMade by `npx tsx bench/scores.ts`: readings by `./dateline read … --jsonl` on this code, the scorers beside the corpora.\nDevelopment data: errors in them were looked at. Times are of a shared machine with two cores.\n";
  writeFileSync(join(results, "scores.md"), [head, ...sections].join("\n"));
}
