import { type GoldSentence, readTreebank } from "./conllu.ts";

/** The sentences to learn from: UD English-EWT and GUM, train. */
export function trainingSentences(corpora: string): readonly GoldSentence[] {
  return [...sentencesOf(`${corpora}/train/ud-ewt/train.conllu`), ...sentencesOf(`${corpora}/train/gum/train`)];
}

/** The sentences to measure on while learning. */
export function devSentences(corpora: string): {
  readonly ewt: readonly GoldSentence[];
  readonly gum: readonly GoldSentence[];
} {
  return {
    ewt: sentencesOf(`${corpora}/train/ud-ewt/dev.conllu`),
    gum: sentencesOf(`${corpora}/train/gum/dev`),
  };
}

function sentencesOf(path: string): readonly GoldSentence[] {
  return readTreebank(path).flatMap((document) => document.sentences);
}
