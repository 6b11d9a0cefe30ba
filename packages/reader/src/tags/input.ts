import { COLUMN, COLUMNS, type WordTable } from "./words.ts";

/** Columns of `inputRows`: the word itself, then its parts and shape. */
export const INPUT_COLUMNS = 7;

/** Rows that each part of a word has in the table of vectors, after the rows of the known words. */
const PARTS: readonly { readonly column: number; readonly rows: number }[] = [
  { column: COLUMN.suffix4, rows: 4096 },
  { column: COLUMN.suffix3, rows: 4096 },
  { column: COLUMN.suffix2, rows: 1024 },
  { column: COLUMN.prefix4, rows: 4096 },
  { column: COLUMN.prefix3, rows: 2048 },
  { column: COLUMN.shape, rows: 512 },
];

/** Rows of the table of vectors beside those of the known words. */
export const PART_ROWS: number = PARTS.reduce((sum, part) => sum + part.rows, 0);

/** Known words: the hash of each in small letters, and its row. Row 0 is that of all other words. */
export type Vocabulary = ReadonlyMap<number, number>;

/** For each word of a sentence the rows of the table of vectors that add up to its input: `INPUT_COLUMNS` a word. */
export function inputRows(words: WordTable, vocabulary: Vocabulary): Int32Array {
  const known = vocabulary.size + 1;
  const rows = new Int32Array(words.length * INPUT_COLUMNS);
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    rows[at++] = vocabulary.get(words.values[i * COLUMNS + COLUMN.lower] ?? 0) ?? 0;
    let from = known;
    for (const part of PARTS) {
      rows[at++] = from + ((words.values[i * COLUMNS + part.column] ?? 0) & (part.rows - 1));
      from += part.rows;
    }
  }
  return rows;
}
