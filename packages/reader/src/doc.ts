import type { Attribution, Claim, Entity, Name, Note, Place, Report, Span, Time } from "@dateline/model";
import type { Saying } from "./attribution/saying.ts";

/** Universal part-of-speech tags. */
export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** A word or mark. `head` and `sentence` are places in `doc.tokens` and `doc.sentences`. */
export interface Token extends Span {
  readonly i: number;
  readonly text: string;
  readonly lower: string;
  readonly sentence: number;
  readonly upos: Upos;
  /** Penn Treebank tag: tells VBD from VBN, NNP from NNPS. */
  readonly xpos: string;
  readonly lemma: string;
  /** Index of the head token in `doc.tokens`; -1 at the root of a sentence. */
  readonly head: number;
  /** Universal Dependencies relation to the head, subtype included (`nsubj:pass`). */
  readonly deprel: string;
}

/** `dateline`: "BAMAKO, Mali (AP) —"; `heading`: title or sub-heading; `credit`: byline, agency mark, source line. */
export type SentenceKind = "text" | "heading" | "dateline" | "credit";

/** Tokens `from` up to, not including, `to`. */
export interface Sentence extends Span {
  readonly i: number;
  readonly from: number;
  readonly to: number;
  readonly kind: SentenceKind;
  /** The paragraph it stands in, counted from 0. */
  readonly paragraph: number;
}

/** A proper name with its tokens (`from` up to, not including, `to`). */
export interface NameMention extends Name {
  readonly from: number;
  readonly to: number;
}

/** What the reader knows of a report so far. Each step gives a new one with more in it. */
export interface Doc {
  readonly report: Report;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly names: readonly NameMention[];
  readonly entities: readonly Entity[];
  readonly places: readonly Place[];
  readonly times: readonly Time[];
  readonly attributions: readonly Attribution[];
  /** What the attribution layer knows beyond the format; the reading leaves it out. */
  readonly sayings?: readonly Saying[];
  readonly claims: readonly Claim[];
  readonly notes: readonly Note[];
}

export function emptyDoc(report: Report): Doc {
  return {
    report,
    text: report.text,
    tokens: [],
    sentences: [],
    names: [],
    entities: [],
    places: [],
    times: [],
    attributions: [],
    claims: [],
    notes: [],
  };
}
