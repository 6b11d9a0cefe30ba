import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";
import { mended } from "./mend.ts";

/** What this layer looks up: nothing of its own, the network belongs to the step before. */
export interface ParseData {
  readonly layer: "parse";
}

export function parseData(_resources: Resources): ParseData {
  return { layer: "parse" };
}

/**
 * Dependencies. The network tags and parses in one pass, so after the step before the words have their heads; what is
 * left to do here is to mend where relations contradict tags, or each other.
 */
export function parse(doc: Doc, _ctx: Context): Doc {
  return { ...doc, tokens: mended(doc.tokens) };
}
