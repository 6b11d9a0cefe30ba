import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";

/** What this layer looks up: built once for a reader. */
export interface PlaceData {
  readonly layer: "place";
}

export function placeData(_resources: Resources): PlaceData {
  return { layer: "place" };
}

/** Places, resolved to the gazetteer. */
export function readPlaces(doc: Doc, _ctx: Context): Doc {
  return doc;
}
