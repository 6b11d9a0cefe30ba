import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inputRows, PART_ROWS, type Vocabulary } from "../../packages/reader/src/tags/input.ts";
import { COLUMN, COLUMNS, wordTable } from "../../packages/reader/src/tags/words.ts";
import type { GoldSentence } from "./conllu.ts";
import { styles } from "./shuffle.ts";
import { tagName } from "./tag-names.ts";

/** Most known words. */
const KNOWN = 16383;

/** What the network is to learn from and to be measured on. */
export interface NetworkCorpora {
  readonly train: readonly GoldSentence[];
  readonly dev: Readonly<Record<string, readonly GoldSentence[]>>;
  readonly plain: readonly (readonly string[])[];
}

/** Hashes of the known words in the order of their rows from 1: those of the treebanks seen twice, then the commonest others. */
export function vocabularyOf({ train, plain }: NetworkCorpora): readonly number[] {
  const marked = countHashes(train.map((s) => s.words.map((w) => w.form)));
  const other = countHashes(plain);
  const first = ranked(marked).filter(([, count]) => count >= 2);
  const known = new Set(first.map(([hash]) => hash));
  const joint = ranked(other).filter(([hash, count]) => !known.has(hash) && count + (marked.get(hash) ?? 0) >= 6);
  return [...first, ...joint].slice(0, KNOWN).map(([hash]) => hash);
}

/** Writes what `network.py` reads into a folder. */
export function writeNetworkData(
  folder: string,
  corpora: NetworkCorpora,
  names: { tags: readonly string[]; relations: readonly string[] },
): void {
  mkdirSync(folder, { recursive: true });
  const hashes = vocabularyOf(corpora);
  const vocabulary: Vocabulary = new Map(hashes.map((hash, i) => [hash, i + 1]));
  const sets = { train: corpora.train, ...corpora.dev };
  for (const [name, sentences] of Object.entries(sets))
    writeSet(join(folder, name), sentences, { vocabulary, ...names });
  const plain = [...corpora.plain, ...corpora.train.map((s) => s.words.map((w) => w.form))].flatMap((words) => [
    -1,
    ...knownRows(words, vocabulary),
  ]);
  writeInts(join(folder, "plain.i32"), plain);
  writeInts(join(folder, "hashes.i32"), hashes);
  const head = { known: hashes.length, rows: hashes.length + 1 + PART_ROWS, sets: Object.keys(sets), ...names };
  writeFileSync(join(folder, "head.json"), JSON.stringify(head));
}

interface Lists {
  readonly vocabulary: Vocabulary;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
}

/** Per word: inputs in each style, tag, head (-1: root), relation; tags and relations outside the lists are -1. */
function writeSet(path: string, sentences: readonly GoldSentence[], { vocabulary, tags, relations }: Lists): void {
  const [tagPlace, relationPlace] = [placesOf(tags), placesOf(relations)];
  const gold = sentences.flatMap(({ words }) =>
    words.flatMap((w) => [tagPlace.get(tagName(w)) ?? -1, w.head, relationPlace.get(w.deprel) ?? -1]),
  );
  const inputs = sentences.map(({ words }) =>
    styles(words.map((w) => w.form)).map((s) => inputRows(wordTable(s), vocabulary)),
  );
  writeInts(
    `${path}.lengths.i32`,
    sentences.map((s) => s.words.length),
  );
  writeInts(`${path}.gold.i32`, gold);
  for (const style of [0, 1, 2, 3])
    writeInts(
      `${path}.style${style}.i32`,
      inputs.flatMap((s) => [...(s[style] ?? [])]),
    );
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, i) => [name, i]));
}

function writeInts(path: string, values: readonly number[]): void {
  writeFileSync(path, new Uint8Array(Int32Array.from(values).buffer));
}

function knownRows(words: readonly string[], vocabulary: Vocabulary): readonly number[] {
  return hashesOf(words).map((hash) => vocabulary.get(hash) ?? 0);
}

function hashesOf(words: readonly string[]): readonly number[] {
  const { values } = wordTable(words);
  return words.map((_, i) => values[i * COLUMNS + COLUMN.lower] ?? 0);
}

function countHashes(sentences: readonly (readonly string[])[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const words of sentences) for (const hash of hashesOf(words)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
}

function ranked(counts: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b);
}
