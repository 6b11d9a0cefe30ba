// Makes packages/reader/weights/parse-network.bin: npx tsx training/language/parse.ts [CORPORA] [ROUNDS] [FOLDER] [START [SHARE]]
// START: the folder of an earlier run to go on from, at a share of the rate.
// The numbers are learned by network.py (Debian's python3-torch and gcc, one thread; libopenblas makes it ten times faster).
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadResources } from "../../packages/reader/node/load.ts";
import { madeSentences } from "./made-sentences.ts";
import { writeNetworkData } from "./network-data.ts";
import { packLearned } from "./network-pack.ts";
import { plainSentences } from "./plain-text.ts";
import { tagNames } from "./tag-names.ts";
import { devSentences, trainingSentences } from "./treebanks.ts";

/** Made sentences of conflict news, beside some 16,800 of the treebanks. */
const MADE = 2500;
const corpora = process.argv[2] ?? "../shared/corpora";
const rounds = process.argv[3] ?? "18";
const folder = process.argv[4] ?? mkdtempSync(join(tmpdir(), "dateline-network-"));

const train = [...trainingSentences(corpora), ...madeSentences(loadResources(), MADE)];
const relations = [...new Set(train.flatMap((s) => s.words).map((w) => w.deprel))].sort();
const names = { tags: tagNames(train), relations };
writeNetworkData(folder, { train, dev: devSentences(corpora), plain: plainSentences(corpora) }, names);
console.log(`data in ${folder}`);

const script = fileURLToPath(new URL("network.py", import.meta.url));
const run = spawnSync("/usr/bin/python3", [script, folder, rounds, ...process.argv.slice(5, 7)], { stdio: "inherit" });
if (run.status !== 0) throw new Error("network.py did not end well");
const bytes = packLearned(folder, {
  corpora: ["UD English-EWT", "GUM", "MASC", "State of the Union", "Inaugural"],
  rounds,
});
writeFileSync(fileURLToPath(new URL("../../packages/reader/weights/parse-network.bin", import.meta.url)), bytes);
console.log(`${(bytes.length / 1e6).toFixed(2)} MB`);
