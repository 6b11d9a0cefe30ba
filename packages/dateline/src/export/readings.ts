import type { Clocks, RecordStore } from "../store/record-store.ts";

/** The newest reading of every report, one a line; each claim names the record's event as `recordEvent`. */
export async function* exportReadings(record: RecordStore, { asOf, saidBy }: Clocks = {}): AsyncGenerator<string> {
  for await (const reading of record.allReadings({ asOf, saidBy })) yield `${JSON.stringify(reading)}\n`;
}
