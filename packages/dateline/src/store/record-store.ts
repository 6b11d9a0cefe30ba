// The record as the command line, the server and the exports see it. `openRecord` (./open.ts) gives one.
//
//   const record = await openRecord({ dir: ".dateline" });
//   await record.add([{ reading: reader.read(report), original: bytes, mediaType: "text/html" }]);
//   const { items, total } = await record.events({ filter: { country: "ML" }, limit: 50 });
//   const event = await record.event(items[0].id);        // follows redirects: event.id may differ from what was asked
//   await record.close();
//
// All instants are ISO 8601 in UTC, all dates ISO 8601. Nothing returned is ever changed afterwards.

import type {
  ActionKind,
  Decision,
  DecisionInput,
  DecisionRow,
  EventRow,
  EventType,
  Page,
  Policy,
  Question,
  Reading,
  RecordClaim,
  RecordEvent,
  ReportPage,
  ReportRow,
  Status,
} from "@dateline/model";
import type { Search } from "@dateline/record";
import type { ReportQueue } from "../jobs/queue.ts";

/** One report with what was read in it. `original` are the bytes as they came (the HTML page, the PDF), not the text. */
export interface AddReading {
  readonly reading: Reading;
  readonly original: Uint8Array;
  readonly mediaType?: string | null | undefined;
}

/**
 * `added`: a report that the record did not have; `new-version`: its text changed; `re-read`: the same text, another
 * reader's reading; `unchanged`: nothing new.
 */
export type AddOutcome = "added" | "new-version" | "re-read" | "unchanged";

export interface AddResult {
  readonly report: string;
  readonly version: number;
  readonly outcome: AddOutcome;
  readonly claims: number;
  readonly story: string;
  /** Number of reports in its story, itself among them. */
  readonly copies: number;
}

/** The two clocks: what the record knew at an instant, what was said up to a date. */
export interface Clocks {
  /** ISO 8601 instant or date (then: its end, UTC): only what the record had learned and people had decided by then. */
  readonly asOf?: string | undefined;
  /** ISO 8601 date: only what was published up to its end. Reports without a date of publication are left out. */
  readonly saidBy?: string | undefined;
}

export interface View extends Clocks {
  readonly policy?: Policy | undefined;
}

export interface Paging {
  /** Default 50, at most 1000. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export interface ReportQuery extends Paging, Clocks {
  /** Full text in title and text: words, "a phrase", -without. */
  readonly text?: string | undefined;
  readonly publisher?: string | undefined;
  readonly story?: string | undefined;
  /** Publication dates, inclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly sort?: "published" | "learned" | undefined;
}

/** All given conditions hold together. */
export interface EventFilter {
  readonly type?: EventType | readonly EventType[] | undefined;
  readonly status?: Status | readonly Status[] | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  /** When it happened, inclusive; an event whose range overlaps matches. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Degrees: [west, south, east, north]; west > east crosses the date line. */
  readonly box?: readonly [number, number, number, number] | undefined;
  /** Name, part of a name, or id in the actor list, of an agent or target. */
  readonly actor?: string | undefined;
  /** Name or part of a name of an origin. */
  readonly says?: string | undefined;
  /** Id of a report that tells it. */
  readonly report?: string | undefined;
  readonly minIndependent?: number | undefined;
  readonly minReports?: number | undefined;
  readonly disputed?: boolean | undefined;
  readonly denied?: boolean | undefined;
  /** Only events with coordinates. */
  readonly placed?: boolean | undefined;
  /** Full text in the words of its claims and its names. */
  readonly text?: string | undefined;
}

export interface EventQuery extends Paging, View {
  readonly filter?: EventFilter | undefined;
  /** `date`: when it happened, newest first; `said`: last told first; `corroboration`: most independent origins first. */
  readonly sort?: "date" | "said" | "corroboration" | undefined;
}

/** A toll over months and the deeds that it adds up. */
export interface EventParts {
  /** What the event adds up, where it tells a toll over a stretch of time. */
  readonly parts: readonly EventRow[];
  /** The events that add it up. */
  readonly wholes: readonly EventRow[];
}

export interface ClaimQuery extends Paging, Clocks {
  readonly event?: string | undefined;
  readonly report?: string | undefined;
  readonly origin?: string | undefined;
  readonly status?: Status | undefined;
  readonly type?: EventType | undefined;
  /** Full text in the claim's sentence. */
  readonly text?: string | undefined;
}

export interface SearchOptions extends Paging, Clocks {
  /** `said` (the default): last told first; `date`: when it happened, newest first; `corroboration`. */
  readonly sort?: EventQuery["sort"];
  /** Where more claims answer than this (default 1,000), `said` looks from the newest month back until the page is full. */
  readonly exactUpTo?: number | undefined;
}

/** A stretch of text; `marks` are where in it the words searched for stand. */
export interface WordsFound {
  readonly snippet: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** An event and the first of its claims that answer a search. */
export interface EventHit {
  readonly event: EventRow;
  /** How many of its claims answer; 0 where the search asks nothing of claims. */
  readonly answering: number;
  readonly claims: readonly (WordsFound & { readonly claim: RecordClaim })[];
}

export interface ReportHit extends WordsFound {
  readonly report: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
}

/** A page of what answers; `atLeast`: so many and more, of which the newest were counted. */
export interface FoundPage<T> extends Page<T> {
  readonly atLeast: boolean;
}

export interface SearchFound {
  readonly events: FoundPage<EventHit>;
  /** Empty where the search asks for more than words of a text, or for another time. */
  readonly reports: FoundPage<ReportHit>;
}

/** How a request to decide is taken. */
export interface DecideOptions {
  /** The client's name for this request: sent twice it decides once and gives the same decisions. */
  readonly request?: string | undefined;
  /**
   * Line of the journal up to which the person saw the record. Throws "decision/stale" where somebody decided about the
   * same claims since, or a report that tells them was read again.
   */
  readonly seen?: number | undefined;
}

/** All given conditions hold together. */
export interface DecisionQuery extends Paging, Clocks {
  readonly id?: string | undefined;
  readonly event?: string | undefined;
  readonly report?: string | undefined;
  readonly claim?: string | undefined;
  readonly step?: string | undefined;
  readonly who?: string | undefined;
  readonly kind?: ActionKind | undefined;
  /** Dates or instants, inclusive: when it was decided. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** `oldest` first unless `newest` is asked. */
  readonly sort?: "oldest" | "newest" | undefined;
}

export interface QuestionQuery extends Paging, Clocks {
  readonly event?: string | undefined;
  readonly report?: string | undefined;
  readonly who?: string | undefined;
}

export interface RecordStats {
  readonly reports: number;
  readonly versions: number;
  readonly stories: number;
  readonly claims: number;
  readonly events: number;
  readonly origins: number;
  readonly disputed: number;
  readonly decisions: number;
  /** Publication dates, or null in an empty record. */
  readonly firstPublished: string | null;
  readonly lastPublished: string | null;
  readonly lastLearned: string | null;
  /** When a report or decision last came in. */
  readonly lastChanged: string | null;
}

/** Something that `verify` found wrong; nothing found: the record is whole. */
export interface Fault {
  readonly code: "journal" | "original" | "reading" | "words" | "index";
  readonly thing: string;
  readonly text: string;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A reading as `export readings` gives it: each claim names the record's event. */
export type RecordedReading = Omit<Reading, "claims"> & {
  readonly claims: readonly (Reading["claims"][number] & { readonly recordEvent: string | null })[];
};

export type RecordPlace =
  | { readonly kind: "folder"; readonly dir: string }
  /** `url` without password. */
  | { readonly kind: "server"; readonly url: string };

/** An open record. One process at a time holds a folder; any number share a database server. */
export interface RecordStore {
  readonly place: RecordPlace;
  /** Reports that wait to be read; only on a database server. */
  readonly queue?: ReportQueue;
  /**
   * Adds reports with their readings, as one step: all or, on failure, none. Durable when it resolves. The same report
   * again changes nothing. Results come in the order of the input. Give 20 to 200 at once where speed matters.
   */
  add(inputs: readonly AddReading[]): Promise<readonly AddResult[]>;
  /** Whether this text of this report was read by this reader already, so that reading it again can be spared. */
  has(input: {
    readonly id: string;
    readonly url: string | null;
    readonly sha256: string;
    readonly reader: Reading["reader"];
  }): Promise<boolean>;

  reports(query?: ReportQuery): Promise<Page<ReportRow>>;
  /** Newest version unless another is named. Undefined where the record has none such. */
  report(id: string, options?: { readonly version?: number | undefined }): Promise<ReportPage | undefined>;
  /** The bytes with this SHA-256. */
  original(sha256: string): Promise<Uint8Array | undefined>;

  events(query?: EventQuery): Promise<Page<EventRow>>;
  /** Follows redirects of merged and renamed events; letter case, spaces and the part before the dash do not matter. */
  event(id: string, view?: View): Promise<RecordEvent | undefined>;
  /** Parts and wholes of an event; undefined where the record has none such. */
  parts(id: string, view?: View): Promise<EventParts | undefined>;
  claims(query?: ClaimQuery): Promise<Page<RecordClaim>>;
  /** Events and reports that answer a search (`parseSearch` of @dateline/record reads one). */
  search(search: Search, options?: SearchOptions): Promise<SearchFound>;

  /** Settles something; durable when it resolves. Several are one step: all or none, and one undo for all. */
  decide(inputs: readonly DecisionInput[], options?: DecideOptions): Promise<readonly Decision[]>;
  decisions(query?: DecisionQuery): Promise<Page<DecisionRow>>;
  /** What newer readings and changed texts say against decisions that stand, in the order of the decisions. */
  questions(query?: QuestionQuery): Promise<Page<Question>>;
  /** The last line of the journal: what a view shows is of then. */
  seen(): Promise<number>;

  /** Every matching event in the order of its id: never all in memory. */
  allEvents(options?: View & { readonly filter?: EventFilter | undefined }): AsyncIterable<RecordEvent>;
  /** The newest reading of every report, in the order of the reports' ids. */
  allReadings(clocks?: Clocks): AsyncIterable<RecordedReading>;

  stats(): Promise<RecordStats>;
  /** Makes the index again from originals, readings and journal; the record shows the same afterwards. */
  rebuild(onProgress?: (progress: Progress) => void): Promise<void>;
  /** Checks journal chain, every hash, every value against its words, and the index. */
  verify(onProgress?: (progress: Progress) => void): Promise<readonly Fault[]>;
  /** All that is kept for good as a tar archive; `done` gives the lines of its journal once the archive is read to its end. */
  backup(onProgress?: (progress: Progress) => void): {
    readonly archive: ReadableStream<Uint8Array>;
    readonly done: Promise<number>;
  };
  /** Writes into the folder's lock where this process can be reached, for a second process that finds the folder taken. */
  announce(url: string): Promise<void>;
  close(): Promise<void>;
}

export type OpenOptions = (
  | { readonly dir: string; readonly databaseUrl?: undefined }
  | { readonly databaseUrl: string; readonly dir?: undefined }
) & {
  /** False: a missing record is a fault instead of a new one. Default true. */
  readonly create?: boolean | undefined;
  /** The clock: an ISO 8601 instant. Default the system's. */
  readonly now?: (() => string) | undefined;
};
