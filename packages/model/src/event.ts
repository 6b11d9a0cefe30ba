import type { EventField } from "./dispute.ts";
import type { Origin } from "./origin.ts";
import type { EventType, Mode } from "./plover.ts";
import type { Policy } from "./policy.ts";
import type { ActorKind, Claim, Counted, CountRange, EvidenceField, QuoteForm, Status } from "./reading.ts";
import type { ActorRef, PlaceRef, TimeRef } from "./reference.ts";

export const EVENT_FORMAT = "dateline-event/1";

/** One link of the chain by which a claim came to its publisher. */
export interface ChainLink {
  readonly name: string;
  readonly kind: ActorKind;
  readonly form: QuoteForm;
  readonly channel: string | null;
  /** Named in the text by a name; false for "security sources". */
  readonly named: boolean;
}

export const JUDGEMENTS = ["accepted", "rejected", "cant-tell"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** A claim as the record holds it: the reading's claim with its names, places and words resolved, so that it stands alone. */
export interface RecordClaim {
  /** Stable over re-readings as long as the trigger stays at its words. */
  readonly id: string;
  readonly report: string;
  readonly version: number;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** ISO 8601 date, or null: when it was said. */
  readonly published: string | null;
  /** ISO 8601 instant: when the record learned it. */
  readonly learned: string;
  readonly story: string;
  /** Id of the record's event; null where a person rejected the claim. */
  readonly event: string | null;
  /** Id of the origin. */
  readonly origin: string;
  readonly type: EventType;
  readonly mode: Mode | null;
  readonly context: readonly string[];
  readonly status: Status;
  readonly agents: readonly ActorRef[];
  readonly targets: readonly ActorRef[];
  readonly instruments: readonly string[];
  readonly place: PlaceRef | null;
  readonly time: TimeRef | null;
  readonly counts: Readonly<Partial<Record<Counted, CountRange>>>;
  /** From who first says so to the one the publisher heard it from; the publisher itself is not in it. */
  readonly chain: readonly ChainLink[];
  /** The words of the claim's span. */
  readonly quote: string;
  readonly trigger: string;
  /** For each value the words that it rests on. */
  readonly words: Readonly<Record<EvidenceField, readonly string[]>>;
  readonly confidence: number;
  readonly judgement: Judgement | null;
  /** The claim of the reading, its offsets into the report's text, its ids those of the reading. */
  readonly claim: Claim;
}

/** One step of an event from plan to deed: from when on some report tells this status. */
export interface StatusStep {
  readonly status: Status;
  readonly firstSaid: string | null;
  readonly origins: readonly string[];
  readonly claims: readonly string[];
}

/** What lists and maps show of an event. Every count of reports stands beside the count of origins. */
export interface EventRow {
  readonly id: string;
  /** "French army forces → killed → Abdelmalek Droukdel". */
  readonly title: string;
  readonly type: EventType;
  readonly mode: Mode | null;
  readonly status: Status;
  readonly agents: readonly string[];
  readonly targets: readonly string[];
  readonly place: PlaceRef | null;
  readonly time: TimeRef | null;
  readonly counts: Readonly<Partial<Record<Counted, CountRange>>>;
  readonly reports: number;
  readonly stories: number;
  /** Independent origins that assert it: the event's corroboration. */
  readonly independent: number;
  readonly claims: number;
  /** Names of the fields on which origins differ. */
  readonly disputed: readonly string[];
  readonly denied: boolean;
  readonly firstSaid: string | null;
  readonly lastSaid: string | null;
  readonly judgement: Judgement | null;
}

/** An event of the record: everything that is told of one happening, by whom, with one value of each field chosen by a named policy. */
export interface RecordEvent extends EventRow {
  readonly format: typeof EVENT_FORMAT;
  readonly policy: Policy;
  /** The instant or date this state of the record is of, or null for now. */
  readonly asOf: string | null;
  readonly fields: readonly EventField[];
  readonly origins: readonly Origin[];
  readonly history: readonly StatusStep[];
  readonly members: readonly RecordClaim[];
  /** Ids that once stood for a part of this event and lead to it. */
  readonly formerIds: readonly string[];
  /** Ids of decisions that bear on it, oldest first. */
  readonly decisions: readonly string[];
}
