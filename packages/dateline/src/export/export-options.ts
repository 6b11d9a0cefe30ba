import { DEFAULT_POLICY, type Policy } from "@dateline/model";
import type { EventFilter, RecordStore, View } from "../store/record-store.ts";

/** Formats of `dateline export`. */
export const EXPORT_FORMATS = [
  "csv",
  "geojson",
  "jsonl",
  "readings",
  "acled",
  "acled-reasons",
  "plover",
  "plover-reasons",
  "ucdp-ged",
  "ucdp-ged-reasons",
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions extends View {
  readonly filter?: EventFilter | undefined;
}

/** What every row of an export says of itself. */
export interface Stamp {
  /** The state of the record that the export shows: what was asked for, or its last change. */
  readonly asof: string | null;
  readonly policy: Policy;
}

/** The stamp of an export; of an unchanged record the same at any time of day. */
export async function stampOf(record: RecordStore, options: View): Promise<Stamp> {
  return { asof: options.asOf ?? (await record.stats()).lastChanged, policy: options.policy ?? DEFAULT_POLICY };
}
