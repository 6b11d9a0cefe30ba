import { aboutOf, creditOf } from "@dateline/record";
import type { Insertable } from "kysely";
import type { ReportColumns, Tables } from "../tables.ts";
import type { ReadEntry } from "./apply-reports.ts";
import { storable, storableText } from "./bulk.ts";
import { searched } from "./words.ts";

/** What rows of `version` and `report` share. */
export function sharedRow({ entry, reading }: ReadEntry): ReportColumns {
  const { report } = reading;
  return {
    title: report.title === null ? null : storableText(report.title),
    publisher: report.publisher === null ? null : storableText(report.publisher),
    published: report.published,
    url: report.url === null ? null : storableText(report.url),
    learned: entry.learned,
    credit: storable(creditOf(report.text) ?? null),
    about: aboutOf(reading).join("\n"),
  };
}

/** A row of `version`, without what it shares. */
export function versionRow({ entry, reading }: ReadEntry): Omit<Insertable<Tables["version"]>, keyof ReportColumns> {
  return {
    report: entry.report,
    version: entry.version,
    sha256: entry.text,
    original: entry.original,
    reading: entry.reading,
    media_type: entry.mediaType,
    reader: storable(reading.reader),
  };
}

/** A row of `report`, without what it shares; `words` as text. */
export function reportRow({
  entry,
  reading,
}: ReadEntry): Omit<Insertable<Tables["report"]>, keyof ReportColumns | "words"> & { readonly words: string } {
  const { report } = reading;
  return {
    id: entry.report,
    key: entry.key,
    story: "",
    version: entry.version,
    published_from: report.publishedFrom,
    language: report.language,
    claims: reading.claims.length,
    length: report.text.length,
    text: storableText(report.text),
    words: searched(`${report.title ?? ""}\n${report.text}`),
  };
}
