import type { DatelineError, ReportInput } from "@dateline/model";

/** Limits on one input: enough for any report, little enough to stay quick. */
export const LIMITS: { readonly fileBytes: number; readonly textLength: number; readonly lineBytes: number } = {
  /** Bytes of one file. A JSON Lines or feed file, which is read piece by piece, may be longer. */
  fileBytes: 64 * 1024 * 1024,
  /** UTF-16 code units of one report's text. */
  textLength: 2 * 1024 * 1024,
  /** Bytes of one line of JSON Lines. */
  lineBytes: 16 * 1024 * 1024,
};

/** What one input, or one part of it, gave. */
export type Ingested = IngestedReport | IngestFailure;

export interface IngestedReport {
  readonly kind: "report";
  /** File path, `-`, or path and line ("reports.jsonl:12"): what error messages call it. */
  readonly from: string;
  readonly report: ReportInput;
  /** The bytes the report was made from, as they were found. */
  readonly original: Uint8Array;
  readonly mediaType: string;
  /** What a person should know about how it was taken in. */
  readonly remarks: readonly string[];
}

export interface IngestFailure {
  readonly kind: "failure";
  readonly from: string;
  readonly error: DatelineError;
}

/** What the caller gives for reports that do not say it themselves. */
export interface Given {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  /** Character encoding of text files that are not UTF-8. */
  readonly encoding?: string | undefined;
}
