import { hashOf, mix } from "./hash.ts";

/** How a sentence is written: capitals carry no news in headlines set in capitals, little in title case. */
export type Style = 0 | 1 | 2 | 3;

/** Columns of a word's row in `WordTable.values`. */
export const COLUMN = {
  lower: 0,
  shape: 1,
  suffix1: 2,
  suffix2: 3,
  suffix3: 4,
  suffix4: 5,
  prefix2: 6,
  prefix3: 7,
  prefix4: 8,
  form: 9,
} as const;
export const COLUMNS = 10;

/** What the taggers and the parser look at in the words of one sentence: a row of hashes a word. */
export interface WordTable {
  readonly length: number;
  readonly style: Style;
  readonly values: Int32Array;
}

/** The word table of a sentence. */
export function wordTable(words: readonly string[]): WordTable {
  const style = styleOf(words);
  const values = new Int32Array(words.length * COLUMNS);
  for (const [i, word] of words.entries()) fillRow(values, i * COLUMNS, { word, style, first: i === 0 });
  return { length: words.length, style, values };
}

function fillRow(
  values: Int32Array,
  row: number,
  { word, style, first }: { word: string; style: Style; first: boolean },
): void {
  const lower = normal(word);
  const end = lower.length;
  values[row + COLUMN.lower] = hashOf(lower);
  values[row + COLUMN.shape] = mix(shapeOf(word, first), style);
  values[row + COLUMN.suffix1] = hashOf(lower, Math.max(0, end - 1));
  values[row + COLUMN.suffix2] = hashOf(lower, Math.max(0, end - 2));
  values[row + COLUMN.suffix3] = hashOf(lower, Math.max(0, end - 3));
  values[row + COLUMN.suffix4] = hashOf(lower, Math.max(0, end - 4));
  values[row + COLUMN.prefix2] = hashOf(lower, 0, Math.min(2, end));
  values[row + COLUMN.prefix3] = hashOf(lower, 0, Math.min(3, end));
  values[row + COLUMN.prefix4] = hashOf(lower, 0, Math.min(4, end));
  values[row + COLUMN.form] = style === 0 ? hashOf(word) : mix(hashOf(lower), style);
}

/** Small letters, one sort of quote and dash, and every number alike but for its length. */
function normal(word: string): string {
  const lower = word.length > 40 ? word.slice(0, 40).toLowerCase() : word.toLowerCase();
  const first = lower.charCodeAt(0);
  if (first >= 97 && first <= 122) return lower.includes("’") ? lower.replace(/’/g, "'") : lower;
  if (/^[\d.,]*\d[\d.,]*$/.test(lower)) return lower.replace(/\d/g, "0");
  return MARKS[lower] ?? lower.replace(/[’ʼ`]/g, "'");
}

const MARKS: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "``": '"',
  "''": '"',
  "‘": "'",
  "’": "'",
  "`": "'",
  "–": "-",
  "—": "--",
  "―": "--",
  "…": "...",
};

function shapeOf(word: string, first: boolean): number {
  let kinds = 0;
  for (let i = 0; i < word.length && i < 24; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= 97 && unit <= 122) kinds |= 1;
    else if (unit >= 65 && unit <= 90) kinds |= i === 0 ? 2 : 4;
    else if (unit >= 48 && unit <= 57) kinds |= 8;
    else if (unit === 45) kinds |= 16;
    else if (unit === 46) kinds |= 32;
    else if (unit < 128) kinds |= 64;
    else kinds |= letterKind(word.charAt(i), i);
  }
  const length = Math.min(word.length, 3);
  return kinds * 16 + length * 2 + (first ? 1 : 0);
}

function letterKind(letter: string, i: number): number {
  const lower = letter.toLowerCase();
  const upper = letter.toUpperCase();
  if (lower === upper) return 128;
  return letter === lower ? 1 : i === 0 ? 2 : 4;
}

/** 0 ordinary, 1 all in capitals, 2 all in small letters, 3 title case. */
function styleOf(words: readonly string[]): Style {
  let small = 0;
  let capital = 0;
  let shouted = 0;
  for (const word of words) {
    if (word.length < 2 || !/^\p{L}{2}/u.test(word)) continue;
    if (word === word.toLowerCase()) small += word.length > 3 ? 1 : 0;
    else if (word === word.toUpperCase()) shouted++;
    else capital++;
  }
  const all = small + capital + shouted;
  if (all < 3) return 0;
  if (shouted > all * 0.7) return 1;
  if (small === all) return 2;
  return capital + shouted > all * 0.7 && all > 3 ? 3 : 0;
}
