import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";

/** What this layer looks up: built once for a reader. */
export interface AttributionData {
  readonly layer: "attribution";
}

export function attributionData(_resources: Resources): AttributionData {
  return { layer: "attribution" };
}

/** Who says what: sources, cues, contents, nesting. */
export function readAttributions(doc: Doc, _ctx: Context): Doc {
  return doc;
}
