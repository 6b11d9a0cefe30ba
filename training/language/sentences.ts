// Makes packages/reader/weights/tags-boundaries.bin: npx tsx training/language/sentences.ts [CORPORA]
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadResources } from "../../packages/reader/node/load.ts";
import type { Token } from "../../packages/reader/src/doc.ts";
import { createReader } from "../../packages/reader/src/index.ts";
import { GAP_FEATURES, type Gap, gapFeatures, mannerOf } from "../../packages/reader/src/sentences/gap-features.ts";
import { gapsOf } from "../../packages/reader/src/sentences/learned-ends.ts";
import { sentencesData } from "../../packages/reader/src/sentences/lexicon.ts";
import { paragraphsOf } from "../../packages/reader/src/sentences/paragraphs.ts";
import { packModel } from "../../packages/reader/src/sentences/sparse-model.ts";
import { type GoldDocument, readTreebank } from "./conllu.ts";
import { Perceptron } from "./perceptron.ts";
import { randomFrom, shuffled } from "./shuffle.ts";

const corpora = process.argv[2] ?? "../shared/corpora";
const ROUNDS = 12;
const resources = loadResources();
const reader = createReader(resources);
const data = sentencesData(resources);

interface Example {
  readonly gap: Gap;
  readonly ends: boolean;
}

/** The gaps of a document that might end a sentence, and whether one does. */
function examplesOf({ text, sentences }: GoldDocument): readonly Example[] {
  const tokens: readonly Token[] = reader.analyse({ text }, "tokens").tokens;
  const starts = new Set(sentences.map((s) => s.words[0]?.start));
  const manner = mannerOf(tokens);
  return paragraphsOf(text, tokens).flatMap(({ from, to }) =>
    gapsOf(tokens, { from, to, manner }, data).map((gap) => ({
      gap,
      ends: starts.has(tokens[gap.i + 1]?.start),
    })),
  );
}

const documents = [`${corpora}/train/ud-ewt/train.conllu`, `${corpora}/train/gum/train`].flatMap(readTreebank);
const examples = documents.flatMap(examplesOf);
const model = new Perceptron(2);
const random = randomFrom(5);
const features = new Int32Array(GAP_FEATURES);
const scores = new Float64Array(2);
for (let round = 0; round < ROUNDS; round++) {
  for (const { gap, ends } of shuffled(examples, random)) {
    const count = gapFeatures(gap, features);
    scores.fill(0);
    model.score(features, count, scores);
    const [right, wrong] = ends ? [1, 0] : [0, 1];
    model.tick();
    // A margin: what is right only by a hair is learned too.
    if ((scores[right] ?? 0) > (scores[wrong] ?? 0) + 4) continue;
    model.update(features, count, { label: right, by: 1 });
    model.update(features, count, { label: wrong, by: -1 });
  }
}
const bytes = packModel(model.packed(["goes on", "ends"], { corpora: ["UD English-EWT", "GUM"], rounds: ROUNDS }, 4));
writeFileSync(fileURLToPath(new URL("../../packages/reader/weights/tags-boundaries.bin", import.meta.url)), bytes);
console.log(`${examples.length} gaps, ${(bytes.length / 1e6).toFixed(2)} MB`);
