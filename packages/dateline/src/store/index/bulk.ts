import { type Insertable, type RawBuilder, sql } from "kysely";
import type { Transaction } from "../database.ts";
import type { Tables } from "../tables.ts";

/** Values a statement may have; PostgreSQL's limit is 65,535. */
const MOST_VALUES = 20_000;
const MOST_ROWS = 10_000;

/** Inserts any number of rows in few statements. Rows that are there already stay as they are. */
export async function insertAll<T extends keyof Tables>(
  trx: Transaction,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const size = Math.max(1, Math.floor(MOST_VALUES / Object.keys(first).length));
  for (let i = 0; i < rows.length; i += size) {
    await trx
      .insertInto(table)
      .values(rows.slice(i, i + size) as never)
      .onConflict((c) => c.doNothing())
      .execute();
  }
}

/** A column's type; `lines`: an array, a line each; `words`: text that is made into a search vector, `facets`: the same with lines behind a mark taken as they are. */
type ColumnType = string;

/** Inserts rows, a parameter a column: many times faster to send and to parse than a parameter a value. */
export async function insertColumns(
  trx: Transaction,
  into: { readonly table: string; readonly columns: Readonly<Record<string, ColumnType>> },
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const names = Object.keys(into.columns);
  for (let i = 0; i < rows.length; i += MOST_ROWS) {
    const chunk = rows.slice(i, i + MOST_ROWS);
    const arrays = names.map((n) => sql`${chunk.map((r) => r[n] ?? null)}::${sql.raw(sentAs(into.columns[n]))}[]`);
    const values = names.map((n) => storedAs(n, into.columns[n]));
    await sql`insert into ${sql.table(into.table)} (${sql.join(names.map((n) => sql.ref(n)))})
      select ${sql.join(values)} from unnest(${sql.join(arrays)}) as v(${sql.join(names.map((n) => sql.ref(n)))}) on conflict do nothing`.execute(
      trx,
    );
  }
}

/** Stands between the words of a text and the lexemes that are taken as they are. */
export const FACETS = "\u001f";

function sentAs(type: ColumnType = "text"): string {
  return ["words", "facets", "json", "lines"].includes(type) ? "text" : type;
}

function storedAs(name: string, type: ColumnType | undefined): RawBuilder<unknown> {
  const column = sql.ref(`v.${name}`);
  if (type === "lines") return sql`string_to_array(${column}, E'\\n')`;
  if (type === "json") return sql`${column}::json`;
  if (type === "words") return sql`to_tsvector('english', ${column})`;
  if (type !== "facets") return column;
  const mark = sql.lit(FACETS);
  return sql`to_tsvector('english', split_part(${column}, ${mark}, 1)) ||
    array_to_tsvector((string_to_array(${column}, ${mark}))[2:])`;
}

/** JSON that the database takes: it knows neither U+0000 nor half a surrogate pair. */
export function storable(value: unknown): string {
  return JSON.stringify(value).replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, "$1\\ufffd");
}

/** Text that the database takes; offsets into it stay right. */
export function storableText(text: string): string {
  return text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}
