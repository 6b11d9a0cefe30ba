import type { Doc, Sentence, Token } from "../doc.ts";
import { evidenceOf, typesOf } from "./evidence.ts";
import { BITS, type Gazetteer, lookup } from "./gazetteer.ts";
import { join } from "./hash.ts";
import { Recaser, type Spelled } from "./recase.ts";
import { STYLE, styleOf } from "./style.ts";
import { type Tagged, taggedOf } from "./syntax.ts";
import { CASE, isCapital, type Knowledge, type Word, wordOf } from "./word.ts";

/** What the name model sees of a report, a row for each token. */
export interface View {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly words: readonly Word[];
  /** What the gazetteer knows of the phrase that the token stands in, two tokens or more. */
  readonly phrases: Uint32Array;
  /** Where in that phrase: 1 first, 2 inside, 3 last; 0 in none. */
  readonly phrasePlaces: Uint8Array;
  /** Tokens with the same letters have the same number here. */
  readonly types: Uint32Array;
  /** What the rest of the report tells of the same word (bits of `EVIDENCE`). */
  readonly evidence: Uint32Array;
  /** One entry a sentence, of `STYLE`. */
  readonly styles: Uint8Array;
  /** Parts of speech and tree. */
  readonly tags: Tagged;
}

export function viewOf(doc: Pick<Doc, "tokens" | "sentences">, knowledge: Knowledge): View {
  const { tokens, sentences } = doc;
  const known = new Map<string, Word>();
  const words = tokens.map((t) => {
    let word = known.get(t.text);
    if (word === undefined) {
      word = wordOf(t.text, t.lower, knowledge);
      known.set(t.text, word);
    }
    return word;
  });
  const styles = Uint8Array.from(sentences, (s) => styleOf(words, s));
  recase(tokens, sentences, styles, words, knowledge);
  const { phrases, phrasePlaces } = phrasesOf(words, sentences, knowledge.gazetteer);
  const types = typesOf(words);
  const evidence = evidenceOf(words, sentences, styles, types);
  return { tokens, sentences, words, phrases, phrasePlaces, types, evidence, styles, tags: taggedOf(tokens) };
}

// Words of sentences in capitals are seen as running text would spell them.
function recase(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  styles: Uint8Array,
  words: Word[],
  knowledge: Knowledge,
): void {
  const recaser = new Recaser(knowledge);
  const spelled = (i: number): Spelled | undefined => {
    const [token, word] = [tokens[i], asTheyStand[i]];
    return token === undefined || word === undefined ? undefined : { token, word };
  };
  const asTheyStand = [...words];
  sentences.forEach(({ from, to }, n) => {
    if (styles[n] !== STYLE.capitals) return;
    for (let i = from; i < to; i++) {
      const here = spelled(i);
      if (here !== undefined) words[i] = recaser.word(here, spelled(i - 1), spelled(i + 1));
    }
  });
}

// Longest phrase in tokens.
const LONGEST = 8;

function phrasesOf(words: readonly Word[], sentences: readonly Sentence[], gazetteer: Gazetteer) {
  const phrases = new Uint32Array(words.length);
  const phrasePlaces = new Uint8Array(words.length);
  for (const { from, to } of sentences) {
    for (let i = from; i < to; i++) {
      const word = words[i];
      if (word === undefined || word.parts.length === 0 || !startsPhrase(word)) continue;
      const end = longestFrom(words, i, Math.min(to, i + LONGEST), gazetteer, phrases);
      for (let j = i; j < end; j++) phrasePlaces[j] = j === i ? 1 : j === end - 1 ? 3 : 2;
      if (end > i) i = end - 1;
    }
  }
  return { phrases, phrasePlaces };
}

function startsPhrase(word: Word): boolean {
  return isCapital(word) || (word.known & BITS.particle) !== 0 || word.case === CASE.number;
}

// End of the longest known phrase from `at` that has two tokens or more (its mask is noted in `phrases`); `at` if none.
function longestFrom(
  words: readonly Word[],
  at: number,
  to: number,
  gazetteer: Gazetteer,
  phrases: Uint32Array,
): number {
  let key = 0;
  let end = at;
  let mask = 0;
  for (let j = at; j < to; j++) {
    const parts = words[j]?.parts ?? [];
    for (const part of parts) key = key === 0 ? part : join(key, part);
    const found = lookup(gazetteer, key);
    if (found === 0) break;
    const classes = (found & (BITS.prefix - 1)) >>> 0;
    if (j > at && classes !== 0 && parts.length > 0) {
      end = j + 1;
      mask = classes;
    }
    if ((found & BITS.prefix) === 0) break;
  }
  for (let j = at; j < end; j++) phrases[j] = mask;
  return end;
}
