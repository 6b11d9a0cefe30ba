import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";

/** What this layer looks up: built once for a reader. */
export interface TokensData {
  readonly layer: "tokens";
}

export function tokensData(_resources: Resources): TokensData {
  return { layer: "tokens" };
}

/** Tokens and their offsets; sentences are set by the next step. */
export function tokenize(doc: Doc, _ctx: Context): Doc {
  return doc;
}
