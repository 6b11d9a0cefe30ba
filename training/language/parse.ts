// Makes packages/reader/weights/parse-*.bin: npx tsx training/language/parse.ts [CORPORA]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packModel } from "../../packages/reader/src/tags/sparse-model.ts";
import { readTreebank } from "./conllu.ts";
import { withOwnTags } from "./own-tags.ts";
import { trainParser } from "./parser-training.ts";

const corpora = process.argv[2] ?? "../shared/corpora";
const rounds = Number(process.argv[3] ?? 8);
const weights = fileURLToPath(new URL("../../packages/reader/weights", import.meta.url));

const sentences = [`${corpora}/train/ud-ewt/train.conllu`, `${corpora}/train/gum/train`]
  .flatMap(readTreebank)
  .flatMap((document) => document.sentences);
const examples = withOwnTags(sentences, 4);
const { moves, relations, names } = trainParser(examples, rounds, (round) => console.log(`round ${round + 1}`));
const notes = { corpora: ["UD English-EWT", "GUM"], rounds };
write("parse-moves.bin", packModel(moves.packed(["shift", "left", "right"], notes, 24)));
write("parse-relations.bin", packModel(relations.packed(names, notes, 24)));

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(join(weights, name), bytes);
  console.log(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}
