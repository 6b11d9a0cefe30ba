import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";

/** What this layer looks up: built once for a reader. */
export interface TagsData {
  readonly layer: "tags";
}

export function tagsData(_resources: Resources): TagsData {
  return { layer: "tags" };
}

/** Parts of speech and lemmas. */
export function tag(doc: Doc, _ctx: Context): Doc {
  return doc;
}
