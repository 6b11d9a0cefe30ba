import type { FieldContent, FieldName } from "./dispute.ts";
import type { ChainLink, RecordClaim } from "./event.ts";
import type { EventType, Mode } from "./plover.ts";
import type { Counted, CountRange, EvidenceField, Status } from "./reading.ts";
import type { ActorRef, PlaceRef, TimeRef } from "./reference.ts";
import type { Span } from "./span.ts";

export const DECISION_FORMAT = "dateline-decision/1";

/** A claim, or an event of the record. */
export type Target = { readonly claim: string } | { readonly event: string };

/** A claim that a person found in a report and the reader did not: words marked in its newest text, values typed. */
export interface HandClaim {
  readonly report: string;
  /** The sentence or passage that tells it, and in it the words of the deed. */
  readonly span: Span;
  readonly trigger: Span;
  readonly type: EventType;
  readonly mode: Mode | null;
  readonly status: Status;
  readonly agents: readonly ActorRef[];
  readonly targets: readonly ActorRef[];
  readonly place: PlaceRef | null;
  readonly time: TimeRef | null;
  readonly counts: Readonly<Partial<Record<Counted, CountRange>>>;
  /** From who first says so to the one the publisher heard it from; empty where the publisher says so. */
  readonly chain: readonly ChainLink[];
  /** The words behind each value; those of the type are the trigger where they are not given. */
  readonly evidence: Readonly<Partial<Record<EvidenceField, readonly Span[]>>>;
  /** Event of the record that it tells of; null leaves that to matching. */
  readonly event: string | null;
}

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
      /** Ids of events, or names as the record shows them. */
      readonly a: string;
      readonly b: string;
      /** What both names of a `same-as` stand for; the record fills it in from what it knows of them. */
      readonly as?: ActorRef | PlaceRef | null | undefined;
      /** What the reader took both names of a `not-same-as` for: id in the actor list, or GeoNames number. */
      readonly shared?: string | null | undefined;
    }
  | { readonly kind: "add-claim"; readonly claim: HandClaim }
  /** A decision that a newer reading put in question stands as it was made. */
  | { readonly kind: "keep"; readonly decision: string }
  | {
      readonly kind: "undo";
      readonly decision: string;
      /** True: with all decisions that were made in one step with it. */
      readonly step?: boolean | undefined;
    };

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
  "add-claim",
  "keep",
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
  /** Event that held the claim then; null or missing where none did. */
  readonly event?: string | null | undefined;
  /** What the reading told of the claim then: letters that follow from its values. Missing in decisions of earlier versions. */
  readonly told?: string | undefined;
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
  /** Id of the request that asked for it, so that the same request sent twice decides once. */
  readonly request?: string | undefined;
}

/** How a newer reading or text stands to a decision: its words changed, are told otherwise, or are told by no claim any more. */
export const QUESTION_KINDS = ["text-changed", "read-otherwise", "not-read"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A field that a newer reading tells otherwise than the reading that a person decided over. */
export interface Difference {
  readonly field: FieldName;
  /** For a person; null where nothing is told. */
  readonly decided: string | null;
  readonly reads: string | null;
}

/** What a person is asked because a newer reading or a changed text does not fit a decision. */
export interface Question {
  readonly decision: string;
  readonly kind: QuestionKind;
  /** In words: what stands against the decision. */
  readonly reason: string;
  readonly claim: string | null;
  readonly report: string | null;
  /** Event that holds the claim now, or null. */
  readonly event: string | null;
  readonly differs: readonly Difference[];
  /** What the newer reading tells at these words. */
  readonly reads: readonly RecordClaim[];
}

/** A decision with what became of it. */
export interface DecisionRow extends Decision {
  /** Id of the decision that undid it, or null. */
  readonly undoneBy: string | null;
  /** Why it no longer holds by itself: its words are gone from the reading or the text changed; null where it holds. */
  readonly open: string | null;
}
