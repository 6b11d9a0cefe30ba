import type { Counted, CountRange, Status } from "./reading.ts";
import type { ActorRef, PlaceRef, TimeRef } from "./reference.ts";

/** The fields of an event on which origins can differ. */
export type FieldName = "type" | "mode" | "status" | "agents" | "targets" | "place" | "time" | `counts.${Counted}`;

/**
 * How the told values of a field stand to each other: `agreed` all the same; `finer` some only less precise; `updated` a
 * later report raises a toll; `disputed` incompatible.
 */
export const FIELD_STATES = ["agreed", "finer", "updated", "disputed"] as const;
export type FieldState = (typeof FIELD_STATES)[number];

export type FieldContent =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "status"; readonly status: Status }
  | { readonly kind: "actors"; readonly actors: readonly ActorRef[] }
  | { readonly kind: "place"; readonly place: PlaceRef }
  | { readonly kind: "time"; readonly time: TimeRef }
  | { readonly kind: "count"; readonly range: CountRange };

/** One told value, with everyone who tells it. */
export interface FieldValue {
  readonly content: FieldContent;
  /** For a person: "at least 4", "3 June 2020" stays "2020-06-03". */
  readonly label: string;
  /** Ids of origins. */
  readonly origins: readonly string[];
  /** Ids of the record's claims whose words tell it; empty only for a value set by a person. */
  readonly claims: readonly string[];
  readonly firstSaid: string | null;
  readonly lastSaid: string | null;
}

/** Low, best and high of a toll, where a policy gives three numbers. */
export interface ThreeNumbers {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** The value that a policy (or a person) chose. */
export interface Chosen extends FieldValue {
  /** The policy's name, or the id of the decision. */
  readonly by: string;
  readonly reason: string;
  readonly three: ThreeNumbers | null;
}

/** One field of an event: what is chosen, and everything that is told. */
export interface EventField {
  readonly name: FieldName;
  readonly state: FieldState;
  readonly chosen: Chosen;
  readonly values: readonly FieldValue[];
}
