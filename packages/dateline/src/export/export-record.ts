import { acled, plover, ucdpGed } from "@dateline/codebooks";
import type { RecordStore } from "../store/record-store.ts";
import { exportCodebook, exportReasons } from "./codebook.ts";
import { exportCsv } from "./csv.ts";
import type { ExportFormat, ExportOptions } from "./export-options.ts";
import { exportGeojson } from "./geojson.ts";
import { exportJsonl } from "./jsonl.ts";
import { exportReadings } from "./readings.ts";

/** The record in a format, as pieces of text in their order; nothing is ever all in memory. */
export function exportRecord(
  record: RecordStore,
  format: ExportFormat,
  options: ExportOptions = {},
): AsyncIterable<string> {
  switch (format) {
    case "csv":
      return exportCsv(record, options);
    case "geojson":
      return exportGeojson(record, options);
    case "jsonl":
      return exportJsonl(record, options);
    case "readings":
      return exportReadings(record, options);
    case "acled":
      return exportCodebook(record, acled, options);
    case "acled-reasons":
      return exportReasons(record, acled, options);
    case "plover":
      return exportCodebook(record, plover, options);
    case "plover-reasons":
      return exportReasons(record, plover, options);
    case "ucdp-ged":
      return exportCodebook(record, ucdpGed, options);
    case "ucdp-ged-reasons":
      return exportReasons(record, ucdpGed, options);
    default:
      return format satisfies never;
  }
}
