import { createReadStream } from "node:fs";
import { readdir, readFile, stat, statfs } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { DatelineError } from "@dateline/model";
import { sql } from "kysely";
import { blobsOf } from "./backup.ts";
import { openServer } from "./database.ts";
import { databaseKeep } from "./database-keep.ts";
import { breakIn, type Head, type JournalLine, parseLine, START } from "./journal.ts";
import { holderOf } from "./lock.ts";
import { RECORD_FORMAT } from "./place.ts";

/** What was looked at, how it is, and what to do where it is not well. */
export interface Finding {
  readonly what: string;
  readonly state: "well" | "note" | "fault";
  readonly text: string;
  readonly remedy?: string;
}

/** Under so many free bytes adding soon fails. */
const LOW_SPACE = 500_000_000;

/** Looks at a record's folder without opening or changing it, even while another process has it open. */
export async function examineFolder(dir: string): Promise<readonly Finding[]> {
  const root = resolve(dir);
  const format = await formatOf(root);
  if (format.state === "fault") return [format];
  const journal = await journalIn(root);
  return [
    format,
    await lockOf(root),
    journal.finding,
    ...(await keptOf(root, journal.lines)),
    await indexOf(root),
    await spaceOf(root),
  ];
}

async function formatOf(root: string): Promise<Finding> {
  const what = "record";
  const text = await readFile(join(root, "record.json"), "utf8").catch(() => undefined);
  if (text === undefined)
    return { what, state: "fault", text: `there is none in ${root}`, remedy: "dateline add makes one" };
  const { format, version } = parsed(text);
  if (format !== RECORD_FORMAT.format)
    return { what, state: "fault", text: `${root}/record.json is damaged`, remedy: "restore it from a backup" };
  return Number(version) > RECORD_FORMAT.version
    ? { what, state: "fault", text: `made by a newer version (format ${version})`, remedy: "install that version" }
    : { what, state: "well", text: `${root}, format ${version}` };
}

function parsed(text: string): { readonly format?: unknown; readonly version?: unknown } {
  try {
    return JSON.parse(text) as { readonly format?: unknown };
  } catch {
    return {};
  }
}

async function lockOf(root: string): Promise<Finding> {
  const what = "lock";
  const holder = await holderOf(root);
  if (holder === undefined) return { what, state: "well", text: "nobody has the record open" };
  return holder.alive
    ? { what, state: "note", text: `open in ${holder.who}`, remedy: "commands that write wait for it to end" }
    : { what, state: "note", text: `left by ${holder.who}, which is gone`, remedy: "the next command takes it over" };
}

interface Journal {
  readonly lines: readonly JournalLine[];
  readonly finding: Finding;
}

async function journalIn(root: string): Promise<Journal> {
  const path = join(root, "journal.jsonl");
  const whole = (await stat(path).catch(() => undefined))?.size;
  if (whole === undefined)
    return { lines: [], finding: { what: "journal", state: "note", text: "empty: nothing was added yet" } };
  const lines: JournalLine[] = [];
  let at = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    at += Buffer.byteLength(text) + 1;
    // A last line without its end was never acknowledged.
    if (at > whole) break;
    try {
      lines.push(parseLine(text, lines.length + 1));
    } catch (error) {
      return { lines, finding: broken(error instanceof DatelineError ? error.message : String(error)) };
    }
  }
  return { lines, finding: chainFinding(lines) };
}

function chainFinding(lines: readonly JournalLine[]): Finding {
  let head: Head = START;
  for (const line of lines) {
    const fault = breakIn(line, head);
    if (fault !== undefined) return broken(fault);
    head = { seq: line.seq, hash: line.hash };
  }
  const decisions = lines.filter((l) => l.entry.kind === "decision").length;
  return {
    what: "journal",
    state: "well",
    text: `${lines.length} lines (${decisions} decisions), each with the hash of the one before`,
  };
}

function broken(text: string): Finding {
  return { what: "journal", state: "fault", text, remedy: "restore journal.jsonl from a backup" };
}

/** Files that the journal names and are not there; files that it does not name, left by an interrupted `add`. */
async function keptOf(root: string, lines: readonly JournalLine[]): Promise<readonly Finding[]> {
  const wanted = new Set(lines.flatMap((l) => blobsOf(l.entry)).map((b) => `${b.kind}/${b.sha256}`));
  const there = [...(await filesIn(root, "originals")), ...(await filesIn(root, "readings"))];
  const found = new Set(there.map((name) => name.replace(/\.json\.gz$/, "")));
  const missing = [...wanted].filter((name) => !found.has(name));
  const spare = [...found].filter((name) => !wanted.has(name));
  const what = "originals and readings";
  const kept: Finding =
    missing.length === 0
      ? { what, state: "well", text: `${wanted.size} named by the journal, all there` }
      : {
          what,
          state: "fault",
          text: `${missing.length} of ${wanted.size} are missing, ${missing[0]} among them`,
          remedy: "restore them from a backup; dateline verify names the reports",
        };
  const left: Finding = {
    what,
    state: "note",
    text: `${spare.length} that no line of the journal names, left where adding was interrupted`,
    remedy: "harmless; adding the same reports uses them",
  };
  return spare.length === 0 ? [kept] : [kept, left];
}

async function filesIn(root: string, kind: string): Promise<readonly string[]> {
  const shards = await readdir(join(root, kind)).catch(() => []);
  const lists = await Promise.all(shards.map((shard) => readdir(join(root, kind, shard)).catch(() => [])));
  return lists.flat().map((name) => `${kind}/${name}`);
}

async function indexOf(root: string): Promise<Finding> {
  const there = (await stat(join(root, "index")).catch(() => undefined))?.isDirectory() ?? false;
  return there
    ? { what: "index", state: "well", text: "there; opening brings it up to the journal" }
    : { what: "index", state: "note", text: "not there", remedy: "the next command makes it from the journal" };
}

async function spaceOf(root: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(root);
  const free = bavail * bsize;
  const text = `${(free / 1e9).toFixed(1)} GB free`;
  return free < LOW_SPACE
    ? { what: "space", state: "fault", text, remedy: "make room, or move the record to another disk" }
    : { what: "space", state: "well", text };
}

/** Looks at a record on a PostgreSQL server. */
export async function examineServer(url: string): Promise<readonly Finding[]> {
  const open = await openServer(url);
  try {
    const { rows } = await sql<{
      version: string;
      encoding: string;
      journal: string | null;
      size: string;
    }>`select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
      to_regclass('journal')::text as journal, pg_size_pretty(pg_database_size(current_database())) as size`.execute(
      open.db,
    );
    const [is] = rows;
    if (is === undefined) return [];
    return [versionFinding(is.version), encodingFinding(is.encoding), ...(await serverJournal(open.db, is))];
  } finally {
    await open.close();
  }
}

function versionFinding(version: string): Finding {
  const what = "server";
  return Number.parseInt(version, 10) >= 15
    ? { what, state: "well", text: `PostgreSQL ${version}` }
    : { what, state: "fault", text: `PostgreSQL ${version}`, remedy: "version 15 or later is needed" };
}

function encodingFinding(encoding: string): Finding {
  const what = "encoding";
  return encoding === "UTF8"
    ? { what, state: "well", text: encoding }
    : { what, state: "fault", text: encoding, remedy: "make the database with encoding UTF8" };
}

async function serverJournal(
  db: Parameters<typeof databaseKeep.head>[0],
  { journal, size }: { readonly journal: string | null; readonly size: string },
): Promise<readonly Finding[]> {
  if (journal === null)
    return [{ what: "record", state: "fault", text: "there is none on this server", remedy: "dateline add makes one" }];
  const lines: JournalLine[] = [];
  for await (const line of databaseKeep.lines(0, db)) lines.push(line);
  const { rows } = await sql<{ name: string }>`select kind || '/' || sha256 as name from blob`.execute(db);
  const there = new Set(rows.map((r) => r.name));
  const missing = lines.flatMap((l) => blobsOf(l.entry)).filter((b) => !there.has(`${b.kind}/${b.sha256}`));
  return [
    { what: "record", state: "well", text: size },
    chainFinding(lines),
    missing.length === 0
      ? { what: "originals and readings", state: "well", text: "all that the journal names are there" }
      : {
          what: "originals and readings",
          state: "fault",
          text: `${missing.length} are missing`,
          remedy: "restore the table blob from a backup",
        },
  ];
}
