// Makes the lemma lexicons packages/reader/data/tags/lemma-*.tsv: npx tsx training/language/tags.ts [CORPORA]
// (The tags themselves are learned with the arcs: parse.ts.)
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { learnLemmas } from "./lemma-training.ts";
import { trainingSentences } from "./treebanks.ts";

const corpora = process.argv[2] ?? "../shared/corpora";
const data = fileURLToPath(new URL("../../packages/reader/data/tags", import.meta.url));
const made = "# Made by training/language/tags.ts from UD English-EWT (CC BY-SA 4.0) and GUM (CC BY 4.0).\n";
const rows = (list: readonly (readonly string[])[]): string => list.map((row) => `${row.join("\t")}\n`).join("");

const { words, endings } = learnLemmas(trainingSentences(corpora));
writeFileSync(join(data, "lemma-words.tsv"), `form\tgroup\tlemma\n${made}${rows(words)}`);
writeFileSync(join(data, "lemma-endings.tsv"), `ending\tgroup\treplacement\n${made}${rows(endings)}`);
console.log(`${words.length} words, ${endings.length} endings`);
