import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { Resources } from "../resources.ts";

/** What this layer looks up: built once for a reader. */
export interface SentencesData {
  readonly layer: "sentences";
}

export function sentencesData(_resources: Resources): SentencesData {
  return { layer: "sentences" };
}

/** Sentence and paragraph boundaries, and what kind of line each is. */
export function splitSentences(doc: Doc, _ctx: Context): Doc {
  return doc;
}
