import type { Token } from "../doc.ts";
import { hashOf, mix } from "../tags/hash.ts";

/** One number for a tag, universal and Penn together. */
export function tagNumber({ upos, xpos }: Pick<Token, "upos" | "xpos">): number {
  return mix(hashOf(upos), hashOf(xpos));
}

/** One number for a universal tag. */
export function coarseOf({ upos }: Pick<Token, "upos">): number {
  return hashOf(upos);
}
