import type { Attribution } from "@dateline/model";
import { expect } from "vitest";
import { loadResources } from "../../node/load.ts";
import type { Doc } from "../../src/doc.ts";
import { createReader } from "../../src/index.ts";

const reader = createReader(loadResources());

/** Runs the reader up to attributions. */
export function analyse(text: string, publisher: string | null = null): Doc {
  return reader.analyse({ text, publisher, published: "2021-03-05" }, "attribution");
}

/** Expects the one attribution that the marks give: "[The mayor]{source} [said]{cue} [that all is well]{content}". */
export function expectAttribution(marked: string): void {
  const { text, marks } = unmarked(marked);
  const doc = analyse(text);
  const found = doc.attributions.map((a) => shown(text, a));
  expect(found, text).toContainEqual(marks);
}

interface Marks {
  readonly source: string;
  readonly cue: string;
  readonly content: readonly string[];
}

function unmarked(marked: string): { text: string; marks: Marks } {
  const marks = { source: "", cue: "", content: [] as string[] };
  const text = marked.replace(/\[([^[\]]*)\]\{(source|cue|content)\}/g, (_, words: string, role: keyof Marks) => {
    if (role === "content") marks.content.push(words);
    else marks[role] = words;
    return words;
  });
  return { text, marks };
}

function shown(text: string, a: Attribution): Marks {
  const words = (s: { start: number; end: number } | null): string => (s === null ? "" : text.slice(s.start, s.end));
  return { source: words(a.source), cue: words(a.cue), content: a.content.map(words) };
}

/** The chain at the first occurrence of some words, as names of entities. */
export function chainNames(doc: Doc, chain: readonly { readonly entity: string }[]): readonly string[] {
  return chain.map((l) => doc.entities.find((e) => e.id === l.entity)?.name ?? "?");
}

/** Where words stand in a text. */
export function spanOf(doc: Doc, words: string): { start: number; end: number } {
  const start = doc.text.indexOf(words);
  if (start < 0) throw new Error(`the text has no "${words}"`);
  return { start, end: start + words.length };
}
