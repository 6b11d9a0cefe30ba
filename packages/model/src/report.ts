import { sha256Hex } from "./sha256.ts";

export const PUBLISHED_FROM = ["given", "meta", "dateline", "text", "unknown"] as const;
export type PublishedFrom = (typeof PUBLISHED_FROM)[number];

/** One text by one publisher, as it was read. */
export interface Report {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601 date, or null. */
  readonly published: string | null;
  readonly publishedFrom: PublishedFrom;
  /** BCP 47 language tag. */
  readonly language: string;
  readonly url: string | null;
  /** SHA-256 of `text` in UTF-8, hexadecimal. */
  readonly sha256: string;
  readonly text: string;
}

/** What is known of a report before it is read; everything but the text may be missing. */
export interface ReportInput {
  readonly text: string;
  readonly id?: string | undefined;
  readonly title?: string | null | undefined;
  readonly publisher?: string | null | undefined;
  readonly published?: string | null | undefined;
  /** Where `published` came from; "given" where it is given without this. */
  readonly publishedFrom?: PublishedFrom | undefined;
  readonly language?: string | undefined;
  readonly url?: string | null | undefined;
}

/** The report of an input: missing fields filled with what the text alone gives. Its id, where none is given, follows from the text. */
export function reportOf(input: ReportInput): Report {
  const sha256 = sha256Hex(input.text);
  const published = input.published ?? null;
  return {
    id: input.id ?? `r${sha256.slice(0, 12)}`,
    title: input.title ?? null,
    publisher: input.publisher ?? null,
    published,
    publishedFrom: published === null ? "unknown" : (input.publishedFrom ?? "given"),
    language: input.language ?? "en",
    url: input.url ?? null,
    sha256,
    text: input.text,
  };
}
