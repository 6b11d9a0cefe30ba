import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";

/** What this layer looks up: built once for a reader. */
export interface TimeData {
  readonly layer: "time";
}

export function timeData(_resources: Resources): TimeData {
  return { layer: "time" };
}

/** Dates, times of day, durations and sets, resolved. */
export function readTimes(doc: Doc, _ctx: Context): Doc {
  return doc;
}
