import type { Upos } from "../../packages/reader/src/doc.ts";
import { packModel } from "../../packages/reader/src/tags/sparse-model.ts";
import { type Tagger, taggerOf } from "../../packages/reader/src/tags/tagger.ts";
import { wordTable } from "../../packages/reader/src/tags/words.ts";
import type { GoldSentence } from "./conllu.ts";
import type { ParseExample } from "./parser-training.ts";
import { tagNames, trainTagger } from "./tagger-training.ts";

const FOLDS = 5;

/** Sentences with the tags of a tagger that did not learn from them: the parser must learn to live with its mistakes. */
export function withOwnTags(sentences: readonly GoldSentence[], rounds: number): readonly ParseExample[] {
  const names = tagNames(sentences);
  const taggers = Array.from({ length: FOLDS }, (_, fold) => {
    const others = sentences.filter((_, i) => i % FOLDS !== fold);
    return taggerOf(packModel(trainTagger(others, names, rounds).packed(names, {}, 1)));
  });
  return sentences.flatMap((sentence, i) => {
    const tagger = taggers[i % FOLDS];
    return tagger === undefined ? [] : [exampleOf(sentence, tagger)];
  });
}

/** A gold sentence with a tagger's tags. */
export function exampleOf({ words }: GoldSentence, tagger: Tagger): ParseExample {
  const chosen = tagger.tag(wordTable(words.map((w) => w.form)));
  return {
    words: words.map((w) => w.form),
    tags: words.map((_, i) => tagger.tags[chosen[i] ?? 0] ?? { upos: "X" as Upos, xpos: "FW" }),
    heads: words.map((w) => (w.head < 0 ? words.length : w.head)),
    relations: words.map((w) => w.deprel),
  };
}
