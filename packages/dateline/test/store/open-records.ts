import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, describe, vi } from "vitest";
import { type OpenDatabase, openEmbedded, openServer } from "../../src/store/database.ts";
import { openRecord } from "../../src/store/open.ts";
import type { RecordStore } from "../../src/store/record-store.ts";

const server = process.env.DATELINE_TEST_DATABASE_URL;

/** A new record of each test; `again` opens the same one once more after it was closed. */
export interface TestRecords {
  readonly open: (now?: () => string) => Promise<RecordStore>;
  readonly again: (now?: () => string) => Promise<RecordStore>;
  /** Closes the record and runs statements on its index. */
  readonly meddle: (...statements: readonly string[]) => Promise<void>;
}

// On a busy machine an embedded database takes ten seconds and more to make.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

// Making an embedded database takes seconds: it is made once for a test file and copied for each test.
let template: Promise<string> | undefined;

async function madeTemplate(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "dateline-template-"));
  await (await openRecord({ dir })).close();
  return dir;
}

/** A folder with an empty record in it. */
export async function emptyFolder(): Promise<string> {
  template ??= madeTemplate();
  const dir = await mkdtemp(join(tmpdir(), "dateline-record-"));
  await cp(await template, dir, { recursive: true });
  return dir;
}

if (server === undefined && process.env.DATELINE_REQUIRE_ALL !== undefined)
  throw new Error("DATELINE_TEST_DATABASE_URL is not set, and here no test may be skipped");

/** Runs a suite on the embedded database and, where one is named, on a PostgreSQL server. */
export function onEachDatabase(suite: (records: TestRecords) => void): void {
  describe("embedded", () => suite(embedded()));
  const name =
    server === undefined
      ? "PostgreSQL (set DATELINE_TEST_DATABASE_URL=postgres://user@host/database to run these)"
      : "PostgreSQL";
  describe.skipIf(server === undefined)(name, () => suite(onServer(server ?? "")));
}

async function runOn({ db, close }: OpenDatabase, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await close();
}

function embedded(): TestRecords {
  const opened: RecordStore[] = [];
  const dirs: string[] = [];
  afterEach(async () => {
    for (const record of opened.splice(0)) await record.close();
    for (const dir of dirs.splice(0)) await rm(dir, { recursive: true, force: true });
  });
  afterAll(async () => {
    if (template !== undefined) await rm(await template, { recursive: true, force: true });
    template = undefined;
  });
  const openIn = async (dir: string, now?: () => string): Promise<RecordStore> => {
    const record = await openRecord({ dir, now });
    opened.push(record);
    return record;
  };
  return {
    open: async (now) => {
      const dir = await emptyFolder();
      dirs.push(dir);
      return openIn(dir, now);
    },
    again: async (now) => {
      for (const record of opened.splice(0)) await record.close();
      return openIn(dirs.at(-1) ?? "", now);
    },
    meddle: async (...statements) => {
      for (const record of opened.splice(0)) await record.close();
      await runOn(await openEmbedded(join(dirs.at(-1) ?? "", "index")), statements);
    },
  };
}

function onServer(url: string): TestRecords {
  const opened: RecordStore[] = [];
  const databases: string[] = [];
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const closeAll = async (): Promise<void> => {
    for (const record of opened.splice(0)) await record.close();
  };
  afterEach(async () => {
    await closeAll();
    for (const name of databases.splice(0)) await admin(`drop database ${name}`);
  });
  const openIn = async (name: string, now?: () => string): Promise<RecordStore> => {
    const record = await openRecord({ databaseUrl: Object.assign(new URL(url), { pathname: `/${name}` }).href, now });
    opened.push(record);
    return record;
  };
  return {
    open: async (now) => {
      const name = `dateline_test_${process.pid}_${Math.trunc(performance.now() * 1000)}`;
      await admin(`create database ${name}`);
      databases.push(name);
      return openIn(name, now);
    },
    again: async (now) => {
      await closeAll();
      return openIn(databases.at(-1) ?? "", now);
    },
    meddle: async (...statements) => {
      await closeAll();
      const name = databases.at(-1) ?? "";
      await runOn(await openServer(Object.assign(new URL(url), { pathname: `/${name}` }).href), statements);
    },
  };
}
