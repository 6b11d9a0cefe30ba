import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A word as a treebank has it; `head` counts words of the sentence from 0, -1 at the root. */
export interface GoldWord {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

export interface GoldSentence {
  /** Whether a paragraph begins with it. */
  readonly opens: boolean;
  readonly words: readonly GoldWord[];
}

/** A document: its running text and its sentences, whose words' offsets are places in that text. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
}

/** All documents of a CoNLL-U file, or of every such file in a folder, in order of name. */
export function readTreebank(path: string): readonly GoldDocument[] {
  if (!statSync(path).isDirectory()) return documentsOf(readFileSync(path, "utf8"));
  const files = readdirSync(path).filter((name) => name.endsWith(".conllu"));
  return files.sort().flatMap((name) => documentsOf(readFileSync(join(path, name), "utf8")));
}

/** Documents of a CoNLL-U text: paragraphs joined by an empty line, sentences by a blank. */
export function documentsOf(conllu: string): readonly GoldDocument[] {
  const blocks = conllu.split(/\r?\n\r?\n/).map((block) => block.split(/\r?\n/));
  const groups: string[][][] = [];
  for (const block of blocks) {
    if (!block.some((line) => /^\d/.test(line))) continue;
    if (groups.length === 0 || block.some((line) => line.startsWith("# newdoc"))) groups.push([]);
    groups.at(-1)?.push(block);
  }
  return groups.map(documentOf);
}

function documentOf(blocks: readonly (readonly string[])[]): GoldDocument {
  let text = "";
  let gap = "";
  const sentences = blocks.map((block): GoldSentence => {
    const opens = block.some((line) => line.startsWith("# newpar"));
    if (text !== "") text += opens ? "\n\n" : gap || "";
    const { words, added, spaced } = wordsFrom(block, text.length);
    text += added;
    gap = spaced ? " " : "";
    return { opens, words };
  });
  const id = blocks[0]?.find((line) => line.startsWith("# newdoc"))?.replace(/^.*= */, "") ?? "";
  return { id, text, sentences };
}

function wordsFrom(block: readonly string[], from: number): { words: GoldWord[]; added: string; spaced: boolean } {
  const words: GoldWord[] = [];
  let added = "";
  let gap = "";
  let joinedTo = 0;
  let spaceAfterJoint = true;
  for (const line of block) {
    const [id = "", form = "", lemma = "", upos = "", xpos = "", , head = "", deprel = "", , misc = ""] =
      line.split("\t");
    const spaced = !/(^|\|)SpaceAfter=No(\||$)/.test(misc);
    const joint = /^(\d+)-(\d+)$/.exec(id);
    if (joint) joinedTo = Number(joint[2]);
    if (!/^\d+$/.test(id)) {
      if (joint) spaceAfterJoint = spaced;
      continue;
    }
    added += gap;
    const start = from + added.length;
    added += form;
    words.push({ start, end: start + form.length, form, lemma, upos, xpos, head: Number(head) - 1, deprel });
    const inside = Number(id) < joinedTo;
    const last = Number(id) === joinedTo;
    gap = inside ? "" : (last ? spaceAfterJoint : spaced) ? " " : "";
  }
  return { words, added, spaced: gap === " " };
}
