import type { MentionForm, NameKind } from "@dateline/model";
import type { Doc } from "../doc.ts";
import type { PhraseReading } from "./phrase.ts";

/** Words that may mention an actor: tokens `from` up to, not including, `to`. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  /** Where the name proper begins, after "Mr." or "Col."; `from` for other mentions. */
  readonly nameFrom: number;
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
  /** Told in full by a complement or a clause of its own: "the man who threw it" points to no one before. */
  readonly complete: boolean;
  /** Subject of a verb. */
  readonly subject: boolean;
}

/** What a rule tells of a candidate; the rest is filled with what holds for most. */
export type Told = Partial<Candidate> & Pick<Candidate, "form" | "reading" | "name" | "key" | "head">;

/** The candidate of tokens `from` up to `to`. */
export function candidate(doc: Doc, from: number, to: number, told: Told): Candidate {
  const top = topOf(doc, from, to);
  return {
    plural: false,
    person: false,
    gender: null,
    definite: false,
    counted: false,
    possessed: false,
    complete: false,
    nameFrom: from,
    ...told,
    from,
    to,
    top,
    sentence: doc.tokens[from]?.sentence ?? 0,
    subject: /^nsubj/.test(doc.tokens[top]?.deprel ?? ""),
  };
}

/** The token of a stretch that hangs on a word outside it; its last where the parse tells none. */
export function topOf(doc: Doc, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const token = doc.tokens[i];
    if (token !== undefined && (token.head < from || token.head >= to) && !/^(?:PUNCT|DET)$/.test(token.upos))
      return token.deprel === "dep" ? to - 1 : i;
  }
  return to - 1;
}
