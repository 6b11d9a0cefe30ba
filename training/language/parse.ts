// Makes packages/reader/weights/parse-network.bin: npx tsx training/language/parse.ts [--corpora DIR] [--folder DIR] [--runs N,OF,N]
// As the shipped file was made, in two runs: 12 of 18 rounds on the treebanks, then 6 rounds on treebanks and made sentences from there.
// --runs 0,0,18 makes one run on everything instead. --keep PATH writes the weights elsewhere.
// The numbers are learned by network.py (Debian's python3-torch and gcc, one thread; libopenblas makes it ten times faster).
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadResources } from "../../packages/reader/node/load.ts";
import type { GoldSentence } from "./conllu.ts";
import { madeSentences } from "./made-sentences.ts";
import { writeNetworkData } from "./network-data.ts";
import { packLearned } from "./network-pack.ts";
import { plainSentences } from "./plain-text.ts";
import { tagNames } from "./tag-names.ts";
import { devSentences, trainingSentences } from "./treebanks.ts";

/** Made sentences of conflict news, beside some 16,800 of the treebanks. */
const MADE = 2500;
const { values: args } = parseArgs({
  options: {
    corpora: { type: "string", default: "../shared/corpora" },
    folder: { type: "string" },
    runs: { type: "string", default: "12,18,6" },
    keep: { type: "string" },
  },
});
const [before = 0, of = 0, after = 0] = args.runs.split(",").map(Number);
const folder: string = args.folder ?? mkdtempSync(join(tmpdir(), "dateline-network-"));

const treebanks = trainingSentences(args.corpora);
const everything = [...treebanks, ...madeSentences(loadResources(), MADE)];
const relations = [...new Set(everything.flatMap((s) => s.words).map((w) => w.deprel))].sort();
const names = { tags: tagNames(everything), relations };
const dev = devSentences(args.corpora);
const plain = plainSentences(args.corpora);

const first = join(folder, "treebanks");
const second = join(folder, "everything");
if (before > 0) learn(first, treebanks, [`${of}`, "--until", `${before}`]);
learn(second, everything, before > 0 ? [`${after}`, "--start", first] : [`${after}`]);
const bytes = packLearned(second, {
  corpora: ["UD English-EWT", "GUM", "MASC", "State of the Union", "Inaugural"],
  rounds: args.runs,
});
writeFileSync(
  args.keep ?? fileURLToPath(new URL("../../packages/reader/weights/parse-network.bin", import.meta.url)),
  bytes,
);
console.log(`${(bytes.length / 1e6).toFixed(2)} MB`);

/** Writes the data into a folder and lets `network.py` learn there. */
function learn(into: string, train: readonly GoldSentence[], options: readonly string[]): void {
  writeNetworkData(into, { train, dev, plain }, names);
  console.log(`data in ${into}`);
  const script = fileURLToPath(new URL("network.py", import.meta.url));
  const run = spawnSync("/usr/bin/python3", [script, into, ...options], { stdio: "inherit" });
  if (run.status !== 0) throw new Error("network.py did not end well");
}
