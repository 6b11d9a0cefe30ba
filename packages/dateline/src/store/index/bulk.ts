import { type Insertable, sql } from "kysely";
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

/** Inserts rows of a narrow table, a parameter a column: many times faster to send and to parse than a parameter a value. */
export async function insertColumns(
  trx: Transaction,
  into: { readonly table: string; readonly columns: Readonly<Record<string, string>> },
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const names = Object.keys(into.columns);
  for (let i = 0; i < rows.length; i += MOST_ROWS) {
    const chunk = rows.slice(i, i + MOST_ROWS);
    const arrays = names.map((n) => sql`${chunk.map((r) => r[n])}::${sql.raw(into.columns[n] ?? "text")}[]`);
    await sql`insert into ${sql.table(into.table)} (${sql.join(names.map((n) => sql.ref(n)))}) select * from unnest(${sql.join(arrays)}) on conflict do nothing`.execute(
      trx,
    );
  }
}

/** JSON that the database takes: it knows neither U+0000 nor half a surrogate pair. */
export function storable(value: unknown): string {
  return JSON.stringify(value).replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, "$1\\ufffd");
}

/** Text that the database takes; offsets into it stay right. */
export function storableText(text: string): string {
  return text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}
