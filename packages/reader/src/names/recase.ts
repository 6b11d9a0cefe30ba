import type { Token, Upos } from "../doc.ts";
import { BITS } from "./gazetteer.ts";
import { CASE, type Knowledge, type Word, wordOf } from "./word.ts";

const NAMES: number =
  BITS.first | BITS.last | BITS.country | BITS.group | BITS.city | BITS.town | BITS.region | BITS.district | BITS.org;

/** A token and its word as it stands. */
export interface Spelled {
  readonly token: Token;
  readonly word: Word;
}

/** Gives words written IN CAPITALS as running text would spell them; the tokens stay as they are. */
export class Recaser {
  private readonly knowledge: Knowledge;
  private readonly spelled = new Map<string, Word>();

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge;
  }

  /** The word of a token in a sentence of capitals; `before` and `after` are its neighbours. */
  word(here: Spelled, before: Spelled | undefined, after: Spelled | undefined): Word {
    const { token, word } = here;
    if (word.case !== CASE.capitals && word.case !== CASE.initial) return word;
    if (isAcronym(word, before, after)) return word;
    if (isLikely(here)) return this.wordFor(initial(token.lower));
    return isOpen(here, before, after) ? word : this.wordFor(token.lower);
  }

  private wordFor(text: string): Word {
    let word = this.spelled.get(text);
    if (word === undefined) {
      word = wordOf(text, text.toLowerCase(), this.knowledge);
      this.spelled.set(text, word);
    }
    return word;
  }
}

// "(AP)", "FMLN", "U.S.": no vowel, a point or digit inside, or alone in brackets.
function isAcronym(word: Word, before: Spelled | undefined, after: Spelled | undefined): boolean {
  if (word.lower.length < 2 || word.lower.length > 6) return false;
  if (!/[aeiouy]/.test(word.lower) || /[.\d]/.test(word.lower))
    return word.small < 5 && (word.known & BITS.title) === 0;
  return before?.token.text === "(" && after?.token.text === ")" && word.small < 4;
}

// Tags of words that are no part of a name but as its small joining words.
const JOINING: ReadonlySet<Upos> = new Set(["ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "ADV"]);

// What the tagger takes for a proper noun, and what plain text seldom writes small or does not know.
function isLikely({ token, word }: Spelled): boolean {
  if (token.upos === "PROPN") return true;
  if (word.small === 0) return (word.known & NAMES) !== 0 && !JOINING.has(token.upos);
  return word.small <= 2 && !JOINING.has(token.upos);
}

// "NATIONAL", "ARMY", "FORCES": part of a name as often as not; it stays in capitals.
function isOpen(here: Spelled, before: Spelled | undefined, after: Spelled | undefined): boolean {
  const { token, word } = here;
  if (JOINING.has(token.upos) || word.small === 7) return false;
  if (token.upos === "VERB") return word.small <= 3 && !/(?:ed|ing|s)$/.test(word.lower);
  if (word.small <= 5) return true;
  return (before !== undefined && isLikely(before)) || (after !== undefined && isLikely(after));
}

function initial(lower: string): string {
  return lower.slice(0, 1).toUpperCase() + lower.slice(1);
}
