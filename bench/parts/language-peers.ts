import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

/** A sentence boundary or a tagged word, as a peer finds it in a text. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** What a peer finds in a text: its sentences, and its words with universal tags. */
export interface PeerReading {
  readonly sentences: readonly Found[];
  readonly words: readonly (Found & { readonly upos: string })[];
}

export interface Peer {
  readonly name: string;
  read(text: string): PeerReading;
}

const wink = winkNLP(model);

/** wink-nlp with its English model; its offsets follow from the white space that it keeps. */
export const winkPeer: Peer = {
  name: "wink-nlp",
  read: (text) => {
    const doc = wink.readDoc(text);
    const values = doc.tokens().out(wink.its.value) as unknown as readonly string[];
    const gaps = doc.tokens().out(wink.its.precedingSpaces) as unknown as readonly string[];
    const tags = doc.tokens().out(wink.its.pos) as unknown as readonly string[];
    let at = 0;
    const words = values.map((value, i) => {
      const start = at + (gaps[i]?.length ?? 0);
      at = start + value.length;
      return { start, end: at, upos: tags[i] ?? "X" };
    });
    const spans = doc.sentences().out(wink.its.span) as unknown as readonly (readonly [number, number])[];
    const sentences = spans.map(([from, to]) => {
      const own = words.slice(from, to + 1).filter((w) => w.upos !== "SPACE");
      return { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
    });
    return { sentences, words };
  },
};

interface Term {
  readonly text: string;
  readonly tags: readonly string[];
  readonly offset?: { readonly start: number; readonly length: number };
}

/** compromise, its tags mapped onto the universal ones the best way that we could write. */
export const compromisePeer: Peer = {
  name: "compromise",
  read: (text) => {
    const found = nlp(text).json({ offset: true }) as readonly { terms: readonly Term[]; offset?: Term["offset"] }[];
    const sentences = found.map(({ offset }) => trimmed(text, offset?.start ?? 0, offset?.length ?? 0));
    const words = found.flatMap(({ terms }) =>
      terms.flatMap(({ tags, offset }) =>
        offset === undefined ? [] : [{ start: offset.start, end: offset.start + offset.length, upos: uposOf(tags) }],
      ),
    );
    return { sentences, words };
  },
};

function trimmed(text: string, from: number, length: number): Found {
  const raw = text.slice(from, from + length);
  const start = from + raw.length - raw.trimStart().length;
  return { start, end: start + raw.trim().length };
}

/** The first that fits decides. */
const UPOS: readonly (readonly [string, string])[] = [
  ["ProperNoun", "PROPN"],
  ["Pronoun", "PRON"],
  ["Determiner", "DET"],
  ["Conjunction", "CCONJ"],
  ["Preposition", "ADP"],
  ["Auxiliary", "AUX"],
  ["Copula", "AUX"],
  ["Modal", "AUX"],
  ["Negative", "PART"],
  ["Value", "NUM"],
  ["Verb", "VERB"],
  ["Adjective", "ADJ"],
  ["Adverb", "ADV"],
  ["Expression", "INTJ"],
  ["Noun", "NOUN"],
];

function uposOf(tags: readonly string[]): string {
  return UPOS.find(([tag]) => tags.includes(tag))?.[1] ?? "X";
}
