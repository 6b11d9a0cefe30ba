import type { FieldContent, FieldName } from "./dispute.ts";
import type { Span } from "./span.ts";

export const DECISION_FORMAT = "dateline-decision/1";

/** A claim, or an event of the record. */
export type Target = { readonly claim: string } | { readonly event: string };

/** What a person settles. Places and actors are assigned by an `edit` of that field. */
export type Action =
  | { readonly kind: "accept" | "reject" | "cant-tell"; readonly target: Target }
  | {
      readonly kind: "edit";
      readonly target: Target;
      readonly field: FieldName;
      /** Null: what is told of this field is wrong and no value is known. */
      readonly value: FieldContent | null;
    }
  | { readonly kind: "merge"; readonly events: readonly string[] }
  | { readonly kind: "split"; readonly event: string; readonly claims: readonly string[] }
  | {
      readonly kind: "same-as" | "not-same-as";
      readonly what: "actor" | "place" | "event";
      readonly a: string;
      readonly b: string;
    }
  | { readonly kind: "undo"; readonly decision: string };

export type ActionKind = Action["kind"];
export const ACTION_KINDS: readonly ActionKind[] = [
  "accept",
  "reject",
  "cant-tell",
  "edit",
  "merge",
  "split",
  "same-as",
  "not-same-as",
  "undo",
];

/** Where a decision holds on: the words it was made over. A reading that moves or changes them makes it a question again. */
export interface Anchor {
  readonly claim: string;
  readonly report: string;
  /** SHA-256 of the version's text. */
  readonly sha256: string;
  readonly trigger: Span;
  readonly words: string;
}

export interface DecisionInput {
  readonly action: Action;
  readonly who: string;
  readonly why?: string | null | undefined;
}

/** A decision as the journal keeps it: never changed, never removed, only undone by a later one. */
export interface Decision {
  readonly format: typeof DECISION_FORMAT;
  readonly id: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly who: string;
  readonly why: string | null;
  readonly action: Action;
  readonly anchors: readonly Anchor[];
  /** What the record showed before, for the action's target. */
  readonly before: unknown;
  /** Decisions made in one step share it; null where made alone. */
  readonly step: string | null;
}

/** A decision with what became of it. */
export interface DecisionRow extends Decision {
  /** Id of the decision that undid it, or null. */
  readonly undoneBy: string | null;
  /** Why it no longer holds by itself: its words are gone from the reading or the text changed; null where it holds. */
  readonly open: string | null;
}
