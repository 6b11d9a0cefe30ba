import type { RecordStore } from "../store/record-store.ts";
import { type ExportOptions, stampOf } from "./export-options.ts";

/** One event a line with everything that is told of it (`dateline-event/1`). */
export async function* exportJsonl(record: RecordStore, options: ExportOptions = {}): AsyncGenerator<string> {
  const { asof } = await stampOf(record, options);
  for await (const event of record.allEvents(options)) {
    const stamp = { dateline_id: event.id, asof, n_reports: event.reports, n_independent: event.independent };
    yield `${JSON.stringify({ ...stamp, ...event })}\n`;
  }
}
