// Makes packages/reader/weights/tags-words.bin, which has a say in the tags beside the network (parse.ts), and the lemma
// lexicons packages/reader/data/tags/lemma-*.tsv: npx tsx training/language/tags.ts [CORPORA]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packModel } from "../../packages/reader/src/sentences/sparse-model.ts";
import { learnLemmas } from "./lemma-training.ts";
import { tagNames } from "./tag-names.ts";
import { trainTagger } from "./tagger-training.ts";
import { trainingSentences } from "./treebanks.ts";

const ROUNDS = 8;
/** Weights below this share of 127 are left out: a sixth of the size, the same accuracy beside the network. */
const LEAST = 24;
const corpora = process.argv[2] ?? "../shared/corpora";
const data = fileURLToPath(new URL("../../packages/reader/data/tags", import.meta.url));
const made = "# Made by training/language/tags.ts from UD English-EWT (CC BY-SA 4.0) and GUM (CC BY 4.0).\n";
const rows = (list: readonly (readonly string[])[]): string => list.map((row) => `${row.join("\t")}\n`).join("");

const sentences = trainingSentences(corpora);
const { words, endings } = learnLemmas(sentences);
writeFileSync(join(data, "lemma-words.tsv"), `form\tgroup\tlemma\n${made}${rows(words)}`);
writeFileSync(join(data, "lemma-endings.tsv"), `ending\tgroup\treplacement\n${made}${rows(endings)}`);
console.log(`${words.length} words, ${endings.length} endings`);

const names = tagNames(sentences);
const notes = { corpora: ["UD English-EWT", "GUM"], rounds: ROUNDS };
const packed = packModel(trainTagger(sentences, names, ROUNDS).packed(names, notes, LEAST));
writeFileSync(fileURLToPath(new URL("../../packages/reader/weights/tags-words.bin", import.meta.url)), packed);
console.log(`${names.length} tags, ${(packed.length / 1e6).toFixed(2)} MB`);
