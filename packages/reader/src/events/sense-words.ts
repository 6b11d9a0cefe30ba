import type { Token } from "../doc.ts";
import { above, kidsOf } from "./tree.ts";
import type { View } from "./view.ts";

const FURTHEST = 9;

/**
 * The tokens of the particles and fixed words that must follow a verb ("open fire", "take three people hostage"),
 * or null where one is missing. A word counts when it stands in the verb's own clause.
 */
export function followedBy(view: View, verb: Token, words: readonly string[]): readonly Token[] | null {
  const found: Token[] = [];
  let from = verb.i + 1;
  for (const word of words) {
    const hit = nextWord(view, verb, word, { from, last: word === words.at(-1) });
    if (hit === undefined) return null;
    found.push(hit);
    from = hit.i + 1;
  }
  return found;
}

interface Search {
  readonly from: number;
  /** Whether no further word of the entry follows. */
  readonly last: boolean;
}

function nextWord(view: View, verb: Token, word: string, { from, last }: Search): Token | undefined {
  for (let i = from; i < from + FURTHEST && i < view.doc.tokens.length; i += 1) {
    const t = view.doc.tokens[i];
    if (t === undefined || t.sentence !== verb.sentence) return undefined;
    if (t.lower !== word && t.lemma !== word) continue;
    // "gave heed in time" does not give in: further on, a preposition belongs to its noun.
    if (last && t.deprel === "case" && i !== from) continue;
    if (
      i === from ||
      t.head === verb.i ||
      above(view.tree, t)
        .slice(0, 2)
        .some((a) => a.i === verb.i)
    )
      return t;
  }
  return undefined;
}

/** The modifiers right before a noun that its entry asks for ("air", "raid"), or null. */
export function precededBy(view: View, noun: Token, words: readonly string[]): readonly Token[] | null {
  const found: Token[] = [];
  for (let k = 0; k < words.length; k += 1) {
    const t = view.doc.tokens[noun.i - words.length + k];
    if (t === undefined || t.sentence !== noun.sentence) return null;
    if (t.lower !== words[k] && t.lemma.toLowerCase() !== words[k]) return null;
    found.push(t);
  }
  return found;
}

/** Words right after a noun ("of emergency"), articles and what modifies them skipped, or null. */
export function succeededBy(view: View, noun: Token, words: readonly string[]): readonly Token[] | null {
  const found: Token[] = [];
  let i = noun.i + 1;
  for (const word of words) {
    let t = view.doc.tokens[i];
    for (let steps = 0; steps < 3 && t !== undefined && isSkipped(t, word); steps += 1) t = view.doc.tokens[++i];
    if (t === undefined || (t.lower !== word && t.lemma.toLowerCase() !== word)) return null;
    found.push(t);
    i += 1;
  }
  return found;
}

/** Whether one of the lemmas modifies the word. */
export function modifiedBy(view: View, token: Token, lemmas: readonly string[]): boolean {
  return kidsOf(view.tree, token.i).some((k) => lemmas.includes(k.lemma.toLowerCase()) || lemmas.includes(k.lower));
}

function isSkipped(t: Token, word: string): boolean {
  if (t.lower === word || t.lemma.toLowerCase() === word) return false;
  return t.upos === "DET" || t.deprel === "nmod:poss" || t.deprel === "compound" || t.deprel === "amod";
}
