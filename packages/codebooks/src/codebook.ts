import type { Policy, RecordEvent } from "@dateline/model";

/** A cell of a codebook's table; null is an empty cell. */
export type Cell = string | number | boolean | null;

/** Why a column has its value: the codebook's rule, and the record's claims whose words it rests on. */
export interface Reason {
  readonly column: string;
  readonly rule: string;
  readonly claims: readonly string[];
}

/** An event in a codebook's terms, or why the codebook has no place for it. Nothing is left out without a word. */
export type Coded =
  | {
      readonly kind: "coded";
      readonly event: string;
      readonly row: Readonly<Record<string, Cell>>;
      readonly reasons: readonly Reason[];
    }
  | { readonly kind: "left-out"; readonly event: string; readonly reason: string };

/** A way to code events: columns in file order, and a pure mapping. */
export interface Codebook {
  readonly name: string;
  /** The policy under which events must be folded before they are mapped. */
  readonly policy: Policy;
  readonly columns: readonly string[];
  readonly map: (event: RecordEvent) => Coded;
}

export function leftOut(event: RecordEvent, reason: string): Coded {
  return { kind: "left-out", event: event.id, reason };
}
