import type { Token } from "../doc.ts";

/**
 * Taggers take a passive's participle for an adjective ("was arrested", "are accused of"). With a form of "be" before it
 * and a verb that the lexicon knows, it is read as the verb that it is.
 */
export function withParticiples(
  tokens: readonly Token[],
  lemmaOf: (form: string) => string,
  isEventVerb: (lemma: string) => boolean,
): readonly Token[] {
  const copulas = new Set<number>();
  for (const t of tokens)
    if (t.lemma === "be" && (t.deprel === "cop" || t.deprel.startsWith("aux"))) copulas.add(t.head);
  return tokens.map((t) => {
    if (t.upos !== "ADJ" || !copulas.has(t.i) || !/(?:ed|en|own)$/.test(t.lower)) return t;
    const lemma = lemmaOf(t.lower);
    return lemma !== t.lower && isEventVerb(lemma) ? { ...t, upos: "VERB", xpos: "VBN", lemma } : t;
  });
}
