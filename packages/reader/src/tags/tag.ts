import type { Upos } from "../doc.ts";

/** A part of speech in both tag sets. */
export interface Tag {
  readonly upos: Upos;
  /** Penn Treebank tag. */
  readonly xpos: string;
}

/** A tag from the name of its class: "VERB VBD". */
export function tagOf(name: string): Tag {
  const [upos = "X", xpos = "FW"] = name.split(" ");
  return { upos: upos as Upos, xpos };
}
