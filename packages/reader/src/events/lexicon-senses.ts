import type { EventContext, EventType, Mode } from "@dateline/model";

/** What a noun names, as far as the frames of events ask for it. `data/events/classes.tsv` gives it by lemma. */
export const NOUN_CLASSES = [
  "person",
  "force",
  "group",
  "government",
  "place",
  "weapon",
  "vehicle",
  "building",
  "territory",
  "event",
  "aid",
  "money",
  "law",
  "agreement",
  "media",
  "infrastructure",
  "prisoner",
  "hostage",
  "body",
  "communication",
  "thing",
  "nature",
  "abstract",
  "sport",
  "art",
  "drug",
] as const;
export type NounClass = (typeof NOUN_CLASSES)[number];

/** One condition that the clause around a trigger must meet; see docs/events-lexicon.md. */
export type Constraint =
  | { readonly kind: "object"; readonly classes: readonly NounClass[] }
  | { readonly kind: "object-lemma"; readonly lemmas: readonly string[] }
  | { readonly kind: "subject"; readonly classes: readonly NounClass[] }
  | { readonly kind: "subject-lemma"; readonly lemmas: readonly string[] }
  | { readonly kind: "no-object" }
  | { readonly kind: "oblique"; readonly prep: string; readonly classes: readonly NounClass[] }
  | { readonly kind: "oblique-lemma"; readonly prep: string; readonly lemmas: readonly string[] }
  | { readonly kind: "complement"; readonly form: "inf" | "that" }
  | { readonly kind: "complement-lemma"; readonly lemmas: readonly string[] }
  | { readonly kind: "modifier"; readonly lemmas: readonly string[] }
  | { readonly kind: "light" };

/** Where an actor stands, seen from the trigger. `subject` and `object` are the logical ones (passives undone). */
export type RolePlace =
  | {
      readonly kind:
        | "subject"
        | "object"
        | "indirect"
        | "complement-subject"
        | "complement-object"
        | "possessive"
        | "support"
        | "noun";
    }
  | { readonly kind: "oblique"; readonly prep: string };

/** Places in order of preference; all places of one choice are bound together. No choices: nobody. */
export type RolePath = readonly (readonly RolePlace[])[];

/** Which count the number at the object (or subject) of a sense fills. */
export type CountKind =
  | "killed"
  | "injured"
  | "captured"
  | "abducted"
  | "displaced"
  | "missing"
  | "troops"
  | "attackers";
export type SenseStatus = "happened" | "ongoing" | "planned" | "possible" | "denied";

export interface SenseFlags {
  /** An event only with an actor bound: a body of state, force, group or person. */
  readonly weak: boolean;
  /** Both parties are agents. */
  readonly twoSided: boolean;
  /** The subject's speech act: request, charge, promise, threat, refusal, praise. */
  readonly speech: boolean;
  /** What an attack told before may have caused: death, injury, flight, damage. */
  readonly result: boolean;
  /** Told only where it begins, not while it lasts. */
  readonly state: boolean;
  /** A death, wound or loss that is an event only where violence is told around it, not an accident or illness. */
  readonly violent: boolean;
  readonly counts: CountKind | null;
  readonly status: SenseStatus | null;
}

/** One reading of a verb, noun or adjective. `type` null: this sense is no event and blocks the wider ones. */
export interface EventSense {
  /** As in the file: "attack", "carry out", "take hostage", "state of emergency". */
  readonly lemma: string;
  /** The word that is the trigger's head; senses are looked up by it. */
  readonly head: string;
  /** Further lemmas right before the head ("heart" of "heart attack"). */
  readonly before: readonly string[];
  /** Particles, fixed nouns and the like after the head ("out" of "carry out", "hostage" of "take hostage"). */
  readonly after: readonly string[];
  readonly when: readonly Constraint[];
  readonly type: EventType | null;
  readonly mode: Mode | null;
  readonly contexts: readonly EventContext[];
  readonly agent: RolePath;
  readonly target: RolePath;
  readonly flags: SenseFlags;
  /** A sentence with the trigger in [brackets]. */
  readonly example: string;
}

/** A verb that only carries an event noun: "launch an attack", "come under fire". */
export interface LightVerb {
  readonly verb: string;
  readonly head: string;
  readonly after: readonly string[];
  /** Where the event noun stands. */
  readonly noun: RolePlace;
  readonly agent: RolePath;
  readonly target: RolePath;
  readonly status: SenseStatus | null;
  readonly example: string;
}

/** A means by name: the mode it gives to an ASSAULT (null: any) and whether it is a weapon or a vehicle. */
export interface Weapon {
  readonly phrase: string;
  readonly mode: Mode | null;
  readonly class: "weapon" | "vehicle";
}
