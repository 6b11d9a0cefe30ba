import type { Keys, Telling, ToldClaim } from "@dateline/record";

/** A telling with its number in the database. */
export interface Numbered {
  readonly nr: number;
  readonly telling: Telling;
  readonly keys: Keys;
}

/** Two tellings, by their numbers, with the likelihood that they are of one happening. */
export interface NumberedEdge {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/**
 * What is not yet written: rows are written once, when the event they belong to is known. Of a database's work, writing a
 * row and its indexes again is the most.
 */
export interface Draft {
  readonly tellings: readonly Numbered[];
  /** To one another and to tellings that stand. */
  readonly edges: readonly NumberedEdge[];
  /** Telling → its claims, where these are not in the database yet. */
  readonly claims: ReadonlyMap<string, readonly ToldClaim[]>;
}
