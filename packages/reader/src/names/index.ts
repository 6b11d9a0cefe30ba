import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";

/** What this layer looks up: built once for a reader. */
export interface NamesData {
  readonly layer: "names";
}

export function namesData(_resources: Resources): NamesData {
  return { layer: "names" };
}

/** Proper names and their kinds. */
export function findNames(doc: Doc, _ctx: Context): Doc {
  return doc;
}
