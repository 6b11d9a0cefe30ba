import type { Codebook } from "@dateline/codebooks";
import type { RecordStore } from "../store/record-store.ts";
import { csvLine } from "./csv-text.ts";
import { type ExportOptions, stampOf } from "./export-options.ts";

/** Events in a codebook's columns, one a row, after four of ours; those it has no place for are in {@link exportReasons}. */
export async function* exportCodebook(
  record: RecordStore,
  codebook: Codebook,
  options: ExportOptions = {},
): AsyncGenerator<string> {
  const { asof } = await stampOf(record, options);
  yield csvLine(["dateline_id", "asof", "n_reports", "n_independent", ...codebook.columns]);
  for await (const event of record.allEvents({ ...options, policy: codebook.policy })) {
    const coded = codebook.map(event);
    if (coded.kind === "left-out") continue;
    const own = [event.id, asof, event.reports, event.independent];
    yield csvLine([...own, ...codebook.columns.map((c) => coded.row[c] ?? null)]);
  }
}

/** For every event a line: its row with the rule and claims behind each value, or why it is left out. */
export async function* exportReasons(
  record: RecordStore,
  codebook: Codebook,
  options: ExportOptions = {},
): AsyncGenerator<string> {
  for await (const event of record.allEvents({ ...options, policy: codebook.policy })) {
    yield `${JSON.stringify({ codebook: codebook.name, ...codebook.map(event) })}\n`;
  }
}
