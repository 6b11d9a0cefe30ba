import { mkdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DatelineError } from "@dateline/model";
import { sql } from "kysely";
import { type Database, migrate, type OpenDatabase, openEmbedded, openServer, withoutPassword } from "./database.ts";
import { databaseKeep } from "./database-keep.ts";
import { makeFolder, writeDurably } from "./durable.ts";
import { openFolderKeep } from "./folder-keep.ts";
import { isIntact, markClosed, markOpen } from "./index-state.ts";
import type { Keep } from "./keep.ts";
import { type Lock, takeLock } from "./lock.ts";
import type { RecordPlace } from "./record-store.ts";

/** What `record.json` says of a record's folder. A later version is refused. */
export const RECORD_FORMAT = { format: "dateline-record", version: 1 } as const;

/** Where a record is, opened. */
export interface OpenPlace {
  readonly place: RecordPlace;
  readonly keep: Keep;
  readonly shared: boolean;
  readonly db: () => Database;
  /** Empties the index. */
  readonly renew: () => Promise<void>;
  readonly announce: (url: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a record in a folder, for this process alone. Throws "store/missing", "store/unwritable", "store/locked", "store/newer". */
export async function openFolder(
  dir: string,
  options: { readonly create: boolean; readonly since: string },
): Promise<OpenPlace> {
  const root = resolve(dir);
  await makeRoot(root, options.create);
  const lock = await takeLock(root, options.since).catch((error: unknown) => {
    throw unwritable(root, error);
  });
  try {
    return await openLocked(root, lock, options.since);
  } catch (error) {
    await lock.release();
    throw unwritable(root, error);
  }
}

async function openLocked(root: string, lock: Lock, since: string): Promise<OpenPlace> {
  await checkFormat(root, since);
  const keep = await openFolderKeep(root);
  const index = join(root, "index");
  const opened = Date.now() - 2000;
  // PGlite never fsyncs: after a power cut its files cannot be trusted, even where they open.
  if (lock.afterPowerCut || !(await isIntact(root, lock.boot))) await rm(index, { recursive: true, force: true });
  await markOpen(root, lock.boot);
  let open = await openIndex(index);
  return {
    place: { kind: "folder", dir: root },
    keep,
    shared: false,
    db: () => open.db,
    renew: async () => {
      await open.close();
      await rm(index, { recursive: true, force: true });
      open = await openIndex(index);
    },
    announce: (url) => lock.announce(url),
    close: async () => {
      await open.close();
      await keep.close();
      // Where that fails (a full disk) the index stays marked as open: it is made again only after a power cut.
      await markClosed(root, lock.boot, opened).catch(() => undefined);
      await lock.release();
    },
  };
}

/** An index that does not open is thrown away: it is made again from what is kept. */
async function openIndex(dir: string): Promise<OpenDatabase> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  try {
    return await migrated(await openEmbedded(dir));
  } catch (error) {
    if (!(error instanceof DatelineError) || error.code !== "store/index") throw error;
    await rm(dir, { recursive: true, force: true });
    await mkdir(dir, { recursive: true, mode: 0o700 });
    return migrated(await openEmbedded(dir));
  }
}

async function migrated(open: OpenDatabase): Promise<OpenDatabase> {
  try {
    await migrate(open.db);
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
}

async function makeRoot(root: string, create: boolean): Promise<void> {
  const there = await readFile(join(root, "record.json"), "utf8").then(
    () => true,
    () => false,
  );
  if (!there && !create)
    throw new DatelineError("store/missing", `there is no record in ${root}; \`dateline add\` makes one`);
  await makeFolder(root).catch((error: unknown) => {
    throw unwritable(root, error);
  });
}

async function checkFormat(root: string, since: string): Promise<void> {
  const path = join(root, "record.json");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return writeDurably(path, `${JSON.stringify({ ...RECORD_FORMAT, made: since }, null, 2)}\n`);
  const { format, version } = parsed(path, text);
  if (format !== RECORD_FORMAT.format)
    throw new DatelineError("store/format", `${path} is not a record's; name another folder`);
  if (Number(version) > RECORD_FORMAT.version) {
    throw new DatelineError(
      "store/newer",
      `the record in ${root} was made by a newer version of Dateline (format ${version}, this one knows ${RECORD_FORMAT.version}); install that version or a later one`,
    );
  }
  return undefined;
}

function parsed(path: string, text: string): { readonly format?: unknown; readonly version?: unknown } {
  try {
    return JSON.parse(text) as { readonly format?: unknown };
  } catch (cause) {
    throw new DatelineError("store/format", `${path} is damaged; restore it from a backup`, { cause });
  }
}

const UNWRITABLE = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT", "ENOSPC", "EDQUOT"];

function unwritable(root: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (error instanceof DatelineError || !UNWRITABLE.includes(code)) return error;
  return new DatelineError(
    "store/unwritable",
    `the record cannot be written in ${root} (${code}); choose another folder with --record, or mend its permissions or space`,
    { cause: error },
  );
}

/** Opens a record on a PostgreSQL server, which any number of processes share. */
export async function openShared(url: string, options: { readonly create: boolean }): Promise<OpenPlace> {
  const open = await migratedServer(url, options.create);
  return {
    place: { kind: "server", url: withoutPassword(url) },
    keep: databaseKeep,
    shared: true,
    db: () => open.db,
    renew: () => emptyIndex(open.db),
    announce: async () => undefined,
    close: open.close,
  };
}

async function migratedServer(url: string, create: boolean): Promise<OpenDatabase> {
  const open = await openServer(url);
  if (create) return migrated(open);
  const { rows } = await sql<{ found: string | null }>`select to_regclass('version')::text as found`.execute(open.db);
  if (rows[0]?.found != null) return migrated(open);
  await open.close();
  throw new DatelineError("store/missing", `there is no record on ${withoutPassword(url)}; \`dateline add\` makes one`);
}

const INDEX_TABLES = [
  "meta",
  "report",
  "version",
  "story",
  "sketch",
  "copy",
  "claim",
  "telling",
  "look",
  "edge",
  "event",
  "name",
  "decision",
  "former",
] as const;

async function emptyIndex(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`truncate ${sql.join(INDEX_TABLES.map((t) => sql.table(t)))}`.execute(trx);
  });
}
