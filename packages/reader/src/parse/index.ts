import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";

/** What this layer looks up: built once for a reader. */
export interface ParseData {
  readonly layer: "parse";
}

export function parseData(_resources: Resources): ParseData {
  return { layer: "parse" };
}

/** Dependencies. */
export function parse(doc: Doc, _ctx: Context): Doc {
  return doc;
}
