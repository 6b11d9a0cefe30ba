import type { QuoteForm, SourceLink, Span, Status } from "@dateline/model";
import type { CueKind, Effect, Strength } from "./cue.ts";

/** What this layer knows of an attribution beyond the reading's format: read by the claims layer. */
export interface Saying {
  /** Id of the attribution; null for words that the reading does not show as one ("probably"). */
  readonly id: string | null;
  readonly kind: CueKind;
  readonly strength: Strength;
  /** What it does to the status of its content. */
  readonly effect: Effect;
  readonly negated: boolean;
  /** The rule that found it and how the content stands to the cue. */
  readonly rule: string;
  readonly frame: string;
  /** Tokens that cue and source hang by; -1 without a source. */
  readonly head: number;
  readonly speaker: number;
  readonly form: QuoteForm;
  readonly cue: Span;
  readonly content: readonly Span[];
  /** Who hands the content on at this level, the first to say so first; empty where nobody is named. */
  readonly links: readonly SourceLink[];
  readonly outer: string | null;
  /** A word of the content that the effect leaves alone: a demand that is refused was made. */
  readonly spared: Span | null;
}

/** What the words around do to a status, and which words do it. */
export interface StatusEffect {
  readonly status: Status | null;
  readonly evidence: readonly Span[];
}
