import type { EventContext, EventType, Mode } from "./plover.ts";
import type { Report } from "./report.ts";
import type { Span } from "./span.ts";

export const READING_FORMAT = "dateline-reading/1";

export const NAME_KINDS = ["person", "organization", "location", "facility", "group", "event", "other"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export const ACTOR_KINDS = [
  "person",
  "government",
  "military",
  "police",
  "armed-group",
  "igo",
  "ngo",
  "media",
  "party",
  "company",
  "civilians",
  "other",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const MENTION_FORMS = ["name", "nominal", "pronoun"] as const;
export type MentionForm = (typeof MENTION_FORMS)[number];

export const PLACE_LEVELS = ["site", "city", "admin", "country", "region"] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

export const TIME_KINDS = ["date", "time", "duration", "set"] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

export const QUOTE_FORMS = ["direct", "indirect", "mixed"] as const;
export type QuoteForm = (typeof QUOTE_FORMS)[number];

export const STATUSES = ["happened", "ongoing", "planned", "possible", "denied"] as const;
export type Status = (typeof STATUSES)[number];

export const COUNTED = [
  "killed",
  "injured",
  "captured",
  "abducted",
  "displaced",
  "missing",
  "troops",
  "attackers",
] as const;
export type Counted = (typeof COUNTED)[number];

/** `[min, max]`; null is an open end ("at least 4" is `[4, null]`). */
export type CountRange = readonly [number | null, number | null];

/** A proper name in the text; `entity` is the actor it mentions, if it mentions one. */
export interface Name extends Span {
  readonly kind: NameKind;
  readonly entity?: string;
}

export interface Mention extends Span {
  readonly form: MentionForm;
}

export interface Role extends Span {
  readonly title: string;
  /** The entity in which the role is held, or null where the text does not say. */
  readonly of: string | null;
}

export interface ActorLink {
  readonly actor: string;
  readonly rule: string;
  readonly score: number;
}

export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly mentions: readonly Mention[];
  readonly roles: readonly Role[];
  /** ISO 3166-1 alpha-2, or null. */
  readonly country: string | null;
  readonly codes: Readonly<Record<string, string>>;
  readonly link: ActorLink | null;
}

export interface PlaceAlternative {
  readonly name: string;
  readonly country: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly geonames: number | null;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly mentions: readonly Span[];
  /** ISO 3166-1 alpha-2; null for a region across countries or the sea. */
  readonly country: string | null;
  readonly level: PlaceLevel;
  /** Degrees, WGS 84; null where the place is not resolved. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radiusKm: number | null;
  readonly geonames: number | null;
  /** The rule that chose this reading of the name. */
  readonly rule: string;
  readonly alternatives: readonly PlaceAlternative[];
}

export interface Time extends Span {
  readonly id: string;
  readonly kind: TimeKind;
  /** ISO 8601-2 (EDTF); an interval is `a/b`; null when it cannot be resolved. */
  readonly value: string | null;
  /** TIMEX3 value; null when it cannot be resolved. */
  readonly timex: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** What the value was computed from: `published`, `dateline`, `text`, `said` (nothing but the words), or a time's id. */
  readonly anchor: string | null;
}

export interface Attribution {
  readonly id: string;
  /** Null where no source is named ("reportedly"). */
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly entity: string | null;
  readonly form: QuoteForm;
  readonly channel: string | null;
  /** Id of the attribution that this one stands inside. */
  readonly outer: string | null;
}

export interface ClaimTime {
  readonly id: string | null;
  readonly value: string | null;
}

/** One link of a source chain; the first link is who first says so. */
export interface SourceLink {
  readonly entity: string;
  readonly attribution: string | null;
  readonly form: QuoteForm;
  readonly channel: string | null;
}

export const EVIDENCE_FIELDS = ["type", "agents", "targets", "place", "time", "status", "counts"] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

export interface Claim {
  readonly id: string;
  /** Tellings of one event within the report share it. */
  readonly event: string;
  readonly span: Span;
  readonly trigger: Span;
  readonly type: EventType;
  readonly mode: Mode | null;
  readonly context: readonly EventContext[];
  /** Ids of entities. */
  readonly agents: readonly string[];
  readonly targets: readonly string[];
  readonly instruments: readonly Span[];
  /** Id of a place, or null. */
  readonly place: string | null;
  readonly time: ClaimTime | null;
  readonly status: Status;
  /** From who first says so to the one the publisher heard it from; empty where the publisher says so. */
  readonly sources: readonly SourceLink[];
  readonly counts: Readonly<Partial<Record<Counted, CountRange>>>;
  readonly evidence: Readonly<Record<EvidenceField, readonly Span[]>>;
  /** 0 to 1: the estimated chance that the claim is right. */
  readonly confidence: number;
  readonly notes: readonly string[];
}

/** Something a person should know about this reading; `span` where it hangs on words. */
export interface Note {
  readonly code: string;
  readonly text: string;
  readonly span?: Span;
}

export interface ReaderStamp {
  readonly version: string;
  /** SHA-256 of the weights, hexadecimal. */
  readonly model: string;
  /** SHA-256 of lexicons and codebook, hexadecimal. */
  readonly rules: string;
}

/** The reading of one report (`dateline-reading/1`). */
export interface Reading {
  readonly format: typeof READING_FORMAT;
  readonly reader: ReaderStamp;
  readonly report: Report;
  readonly sentences: readonly Span[];
  readonly names: readonly Name[];
  readonly entities: readonly Entity[];
  readonly places: readonly Place[];
  readonly times: readonly Time[];
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
  readonly notes: readonly Note[];
}
