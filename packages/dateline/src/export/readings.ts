import type { RecordStore } from "../store/record-store.ts";

/** The newest reading of every report, one a line; each claim names the record's event as `recordEvent`. */
export async function* exportReadings(record: RecordStore): AsyncGenerator<string> {
  for await (const reading of record.allReadings()) yield `${JSON.stringify(reading)}\n`;
}
