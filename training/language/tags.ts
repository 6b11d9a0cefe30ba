// Makes packages/reader/weights/tags.bin and the lemma lexicons: npx tsx training/language/tags.ts [CORPORA]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packModel } from "../../packages/reader/src/tags/sparse-model.ts";
import { readTreebank } from "./conllu.ts";
import { learnLemmas } from "./lemma-training.ts";
import { tagNames, trainTagger } from "./tagger-training.ts";

const corpora = process.argv[2] ?? "../shared/corpora";
const rounds = Number(process.argv[3] ?? 8);
const reader = fileURLToPath(new URL("../../packages/reader", import.meta.url));

const sentences = [`${corpora}/train/ud-ewt/train.conllu`, `${corpora}/train/gum/train`]
  .flatMap(readTreebank)
  .flatMap((document) => document.sentences);
const names = tagNames(sentences);
const model = trainTagger(sentences, names, rounds);
const packed = packModel(model.packed(names, { corpora: ["UD English-EWT", "GUM"], rounds }, 24));
mkdirSync(join(reader, "weights"), { recursive: true });
writeFileSync(join(reader, "weights/tags.bin"), packed);

const { words, endings } = learnLemmas(sentences);
const rows = (list: readonly (readonly string[])[]): string => list.map((row) => `${row.join("\t")}\n`).join("");
const made = "# Made by training/language/tags.ts from UD English-EWT (CC BY-SA 4.0) and GUM (CC BY 4.0).\n";
writeFileSync(join(reader, "data/tags/lemma-words.tsv"), `form\tgroup\tlemma\n${made}${rows(words)}`);
writeFileSync(join(reader, "data/tags/lemma-endings.tsv"), `ending\tgroup\treplacement\n${made}${rows(endings)}`);
console.log(`${sentences.length} sentences, ${names.length} tags, ${(packed.length / 1e6).toFixed(2)} MB`);
