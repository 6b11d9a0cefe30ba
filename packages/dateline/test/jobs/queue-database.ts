import pg from "pg";
import type { IngestedReport } from "../../src/ingest/ingested.ts";

/** The server on which tests make databases of their own. */
export const server: string | undefined = process.env.DATELINE_TEST_DATABASE_URL;

if (server === undefined && process.env.DATELINE_REQUIRE_ALL !== undefined)
  throw new Error("DATELINE_TEST_DATABASE_URL is not set, and here no test may be skipped");

/** A new database on a server. */
export async function newDatabase(url: string): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `dateline_queue_${process.pid}_${Math.trunc(performance.now() * 1000)}`;
  await asked(url, `create database ${name}`);
  return {
    url: Object.assign(new URL(url), { pathname: `/${name}` }).href,
    drop: async () => void (await asked(url, `drop database ${name} with (force)`)),
  };
}

/** The rows of one statement. */
export async function asked(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(statement)
    .then((r) => r.rows as Record<string, unknown>[])
    .finally(() => client.end());
}

const SYLLABLES = ["ba", "dor", "kan", "le", "mir", "no", "sel", "tu", "vas", "zo"];

/** A report as it comes in, told by its number: each tells of another deed. */
export function waiting(nth: number): IngestedReport {
  const part = (i: number): string => SYLLABLES[Math.floor(nth / 10 ** i) % 10] ?? "";
  const town = `${part(0)}${part(1)}${part(2)}ra`;
  const day = `2024-${String(1 + (nth % 9)).padStart(2, "0")}-${String(1 + (nth % 28)).padStart(2, "0")}`;
  const text = `Gunmen killed ${3 + (nth % 40)} people in ${town.charAt(0).toUpperCase()}${town.slice(1)} on ${day}, Governor ${part(2)}${part(1).toUpperCase()} said.`;
  return {
    kind: "report",
    from: `notice-${nth}.txt`,
    report: { id: `notice-${nth}`, text, published: day, publisher: `Outlet ${nth}` },
    original: new TextEncoder().encode(text),
    mediaType: "text/plain",
    remarks: [],
  };
}

/** Until something is so; a fault after `most` milliseconds. */
export async function until(what: string, most: number, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + most;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited ${most} ms in vain: ${what}`);
    await new Promise((go) => setTimeout(go, 200));
  }
}
