import type { Sentence } from "../doc.ts";
import { hashOf, join } from "./hash.ts";
import type { Row } from "./row.ts";
import type { Run } from "./run.ts";
import type { View } from "./view.ts";
import { NARROW, WIDE } from "./word-classes.ts";

const NONE = 0x13579bdf;

/** Parts of speech of the word and its neighbours, and what governs it and its run in the tree. */
export function syntaxFeatures(row: Row, view: View, i: number, run: Run): void {
  const sentence = view.sentences[run.sentence];
  if (sentence === undefined) return;
  tagFeatures(row, view, i, sentence);
  treeFeatures(row, view, i);
  governorFeatures(row, view, i, run);
}

function tagFeatures(row: Row, view: View, i: number, { from, to }: Sentence): void {
  const at = (k: number): number => (i + k >= from && i + k < to ? (view.tags.xpos[i + k] ?? NONE) : NONE);
  const here = at(0);
  row.add(140, here);
  row.add(141, at(-1));
  row.add(142, at(1));
  row.add(143, join(at(-1), here));
  row.add(144, join(here, at(1)));
  row.add(145, join(at(-1), join(here, at(1))));
  row.add(146, join(at(-2), at(-1)));
  row.add(147, join(at(1), at(2)));
  row.add(148, join(here, view.words[i]?.case ?? 0));
}

function treeFeatures(row: Row, { tags, words }: View, i: number): void {
  const relation = tags.relations[i] ?? 0;
  const head = tags.heads[i] ?? -1;
  row.add(150, relation);
  row.add(151, join(relation, words[head]?.lowerHash ?? NONE));
  row.add(152, join(relation, tags.xpos[head] ?? NONE));
  row.add(153, join(relation, (words[head]?.classes ?? 0) & NARROW));
}

// What the whole run hangs on: "said" for its subject, "band" for "Ton Steine is a band"; and what is put beside it.
function governorFeatures(row: Row, view: View, i: number, run: Run): void {
  const { tags, words } = view;
  const top = topOf(view, i, run);
  const governor = words[tags.heads[top] ?? -1];
  const how = tags.relations[top] ?? 0;
  row.add(154, how);
  row.add(155, join(how, governor?.lowerHash ?? NONE));
  row.add(156, join(how, (governor?.classes ?? 0) & NARROW));
  row.add(157, join(how, (governor?.classes ?? 0) >>> WIDE));
  row.bits(158, governor?.known ?? 0);
  row.add(159, top === i ? 1 : 0);
  const appos = words[tags.appositions[top] ?? -1];
  if (appos === undefined) return;
  row.add(160, appos.lowerHash);
  row.add(161, appos.classes & NARROW);
  row.bits(162, appos.known);
}

// Steps up the tree are counted: a circle must end.
const FARTHEST = 8;

function topOf({ tags }: View, i: number, run: Run): number {
  let top = i;
  for (let k = 0; k < FARTHEST; k++) {
    const up = tags.heads[top] ?? -1;
    if (up < run.from || up >= run.to) break;
    top = up;
  }
  return top;
}

/** Tags and tree of a report's tokens as numbers. */
export interface Tagged {
  readonly xpos: Uint32Array;
  readonly relations: Uint32Array;
  readonly heads: Int32Array;
  /** The token that stands in apposition to this one; -1 for none. */
  readonly appositions: Int32Array;
}

/** Tags, relations and heads of tokens, names of tags as hashes. */
export function taggedOf(tokens: View["tokens"]): Tagged {
  const appositions = new Int32Array(tokens.length).fill(-1);
  tokens.forEach((t, i) => {
    if (t.deprel === "appos" && t.head >= 0 && t.head < tokens.length) appositions[t.head] = i;
  });
  const known = new Map<string, number>();
  const hash = (text: string): number => {
    let found = known.get(text);
    if (found === undefined) {
      found = hashOf(text);
      known.set(text, found);
    }
    return found;
  };
  return {
    xpos: Uint32Array.from(tokens, (t) => hash(t.xpos)),
    relations: Uint32Array.from(tokens, (t) => hash(t.deprel)),
    heads: Int32Array.from(tokens, (t) => t.head),
    appositions,
  };
}
