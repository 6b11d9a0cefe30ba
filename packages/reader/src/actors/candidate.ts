import type { MentionForm, NameKind } from "@dateline/model";
import type { PhraseReading } from "./phrase.ts";

/** Words that may mention an actor: tokens `from` up to, not including, `to`. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  /** The token that hangs on a word outside. */
  readonly top: number;
  readonly sentence: number;
  readonly form: MentionForm;
  readonly reading: PhraseReading;
  /** Kind of the proper name, null for other mentions. */
  readonly name: NameKind | null;
  /** The wording's key: without article, accents and marks. */
  readonly key: string;
  /** The head noun's key in the singular, "" for names and pronouns. */
  readonly head: string;
  readonly plural: boolean;
  /** One human being. */
  readonly person: boolean;
  readonly gender: "m" | "f" | null;
  /** "the", "this", "both"; a possessor makes a phrase definite too. */
  readonly definite: boolean;
  /** "a", "another", a number or "several". */
  readonly counted: boolean;
  /** "his", "their", "our" before the head. */
  readonly possessed: boolean;
  /** Subject of a verb. */
  readonly subject: boolean;
}
