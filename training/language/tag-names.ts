import type { GoldSentence } from "./conllu.ts";

/** The class name of a gold word's tag, as `tagOf` reads it. */
export function tagName(word: { readonly upos: string; readonly xpos: string }): string {
  return `${word.upos} ${word.xpos}`;
}

/** Tags seen in the sentences, in order of name; those seen fewer than three times stand under none. */
export function tagNames(sentences: readonly GoldSentence[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of sentences.flatMap((s) => s.words.map(tagName))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 3)
    .map(([name]) => name)
    .sort();
}
