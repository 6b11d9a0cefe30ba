/** What a source does with the content. */
export const CUE_KINDS = [
  "says",
  "reports",
  "announces",
  "claims",
  "alleges",
  "confirms",
  "admits",
  "denies",
  "rejects",
  "believes",
  "doubts",
  "knows",
  "learns",
  "expects",
  "fears",
  "hopes",
  "wants",
  "plans",
  "decides",
  "considers",
  "promises",
  "threatens",
  "orders",
  "urges",
  "asks",
  "warns",
  "accuses",
  "criticizes",
  "praises",
  "supports",
  "opposes",
  "agrees",
  "describes",
  "shows",
  "suggests",
  "speculates",
  "discusses",
  "quotes",
  "seems",
  "reads",
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

export type CuePos = "verb" | "noun" | "prep" | "adv" | "adj";
export type Strength = "strong" | "plain" | "weak";
export type Effect = "none" | "happened" | "possible" | "denied" | "planned";

/** A word or phrase that attributes its content to a source. */
export interface Cue {
  /** Lemmas, the head first ("point", "out"). */
  readonly words: readonly string[];
  readonly pos: CuePos;
  readonly kind: CueKind;
  readonly strength: Strength;
  readonly effect: Effect;
  /** How the content stands to the cue: that, wh, quote, inf, ger, np, as, small, clause, hearer. */
  readonly frames: ReadonlySet<string>;
  /** Prepositions that bring in the content ("speak about"). */
  readonly preps: ReadonlySet<string>;
}
