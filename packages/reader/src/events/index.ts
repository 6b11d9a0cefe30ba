import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";

/** What this layer looks up: built once for a reader. */
export interface EventsData {
  readonly layer: "events";
}

export function eventsData(_resources: Resources): EventsData {
  return { layer: "events" };
}

/** Claims: deeds with their slots, status, source chains and counts. */
export function readClaims(doc: Doc, _ctx: Context): Doc {
  return doc;
}
