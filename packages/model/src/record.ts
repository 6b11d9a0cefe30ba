import type { RecordClaim } from "./event.ts";
import type { ReaderStamp, Reading } from "./reading.ts";
import type { PublishedFrom } from "./report.ts";
import type { Story } from "./story.ts";

/** One text of a report at a time. A changed text of the same report is a new version. */
export interface ReportVersion {
  /** From 1 on, in the order in which the record learned them. */
  readonly version: number;
  /** SHA-256 of the text. */
  readonly sha256: string;
  /** SHA-256 of the original's bytes. */
  readonly original: string;
  readonly mediaType: string | null;
  readonly learned: string;
  readonly reader: ReaderStamp;
}

/** What a list shows of a report: its newest version. */
export interface ReportRow {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly publishedFrom: PublishedFrom;
  readonly language: string;
  readonly url: string | null;
  readonly story: string;
  /** Number of reports in its story, itself among them. */
  readonly copies: number;
  readonly version: number;
  readonly learned: string;
  readonly claims: number;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
}

/** One report with its reading, its versions and its story. */
export interface ReportPage extends ReportRow {
  readonly reading: Reading;
  readonly versions: readonly ReportVersion[];
  readonly storyOf: Story;
  readonly members: readonly RecordClaim[];
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Of all that match, not only of this page. */
  readonly total: number;
}
