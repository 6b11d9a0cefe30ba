import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { DatelineError } from "@dateline/model";
import { createTarDecoder } from "modern-tar";
import { blobsOf } from "./backup.ts";
import { breakIn, type Head, type JournalLine, parseLine, START } from "./journal.ts";
import type { Blob, BlobKind, Keep } from "./keep.ts";
import { type OpenPlace, openFolder, openShared } from "./place.ts";
import type { OpenOptions, Progress } from "./record-store.ts";
import { replay } from "./replay.ts";
import { type Session, Writer } from "./session.ts";
import { Upkeep } from "./upkeep.ts";

export interface RestoreOptions {
  readonly place: OpenOptions;
  /** For messages: where the archive came from. */
  readonly from: string;
  readonly onProgress?: ((p: Progress) => void) | undefined;
}

/**
 * Makes a record from a backup, in a folder or on a server that has none. Every hash is checked before the journal is
 * written, so that what is restored is what was backed up, or nothing. Gives the number of journal lines. Throws
 * "restore/not-empty", "restore/format", and what {@link openRecord} throws.
 */
export async function restoreRecord(
  archive: ReadableStream<Uint8Array>,
  { place: options, from, onProgress }: RestoreOptions,
): Promise<number> {
  const now = options.now ?? ((): string => new Date().toISOString());
  const place =
    options.databaseUrl === undefined
      ? await openFolder(options.dir, { create: true, since: now() })
      : await openShared(options.databaseUrl, { create: true });
  try {
    return await restoreTo(place, { archive, from, now, onProgress });
  } finally {
    await place.close();
  }
}

interface Source extends Omit<RestoreOptions, "place"> {
  readonly archive: ReadableStream<Uint8Array>;
  readonly now: () => string;
}

async function restoreTo(place: OpenPlace, { archive, from, now, onProgress }: Source): Promise<number> {
  const session: Session = { db: place.db, keep: place.keep, shared: place.shared, now };
  const writer = new Writer(session);
  if ((await place.keep.head(place.db())).seq > 0)
    throw new DatelineError("restore/not-empty", "there is a record already; name another folder with --record");
  const unpacked = await unpack(archive, { from, put: (blobs) => writer.run((trx) => place.keep.put(blobs, trx)) });
  await checkWhole(unpacked, from);
  await appendAll(place.keep, writer, unpacked.lines);
  await replay(session, writer, { onProgress, upkeep: new Upkeep(session) });
  return unpacked.lines.length;
}

interface Unpacked {
  readonly lines: readonly JournalLine[];
  readonly blobs: ReadonlySet<string>;
}

/** Blobs written at once, in bytes. */
const BATCH = 8_000_000;

async function unpack(
  archive: ReadableStream<Uint8Array>,
  { from, put }: { readonly from: string; readonly put: (blobs: readonly Blob[]) => Promise<void> },
): Promise<Unpacked> {
  const blobs = new Set<string>();
  let lines: readonly JournalLine[] | undefined;
  let batch: Blob[] = [];
  let size = 0;
  try {
    for await (const { header, body } of archive.pipeThrough(createTarDecoder())) {
      const bytes = new Uint8Array(await new Response(body).arrayBuffer());
      if (header.name === "journal.jsonl") lines = linesIn(bytes);
      const blob = blobIn(header.name, bytes);
      if (blob === undefined) continue;
      blobs.add(`${blob.kind} ${blob.sha256}`);
      batch.push(blob);
      size += bytes.byteLength;
      if (size < BATCH) continue;
      await put(batch);
      batch = [];
      size = 0;
    }
  } catch (error) {
    if (error instanceof DatelineError) throw error;
    throw damaged(from, error instanceof Error ? error.message : String(error));
  }
  await put(batch);
  if (lines === undefined) throw damaged(from, "it has no journal.jsonl, or was cut short");
  return { lines, blobs };
}

function linesIn(bytes: Uint8Array): readonly JournalLine[] {
  const text = new TextDecoder().decode(bytes);
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line, i) => parseLine(line, i + 1));
}

/** The blob of an archive's file; undefined for other files. Throws "restore/format" where its bytes are not what its name says. */
function blobIn(name: string, packed: Uint8Array): Blob | undefined {
  const m = /^(?:\.\/)?(originals|readings)\/[0-9a-f]{2}\/([0-9a-f]{64})(\.json\.gz)?$/.exec(name);
  if (m === null) return undefined;
  const kind = m[1] as BlobKind;
  const sha256 = m[2] ?? "";
  const bytes = kind === "readings" ? gunzipSync(packed) : packed;
  if (createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw new DatelineError("restore/format", `${name} in the backup was changed; use another backup`);
  return { kind, sha256, bytes };
}

async function checkWhole({ lines, blobs }: Unpacked, from: string): Promise<void> {
  let head: Head = START;
  for (const line of lines) {
    const broken = breakIn(line, head);
    if (broken !== undefined) throw damaged(from, `its journal is broken: ${broken}`);
    head = { seq: line.seq, hash: line.hash };
    const gone = blobsOf(line.entry).find((b) => !blobs.has(`${b.kind} ${b.sha256}`));
    if (gone !== undefined) throw damaged(from, `${gone.kind}/${gone.sha256} is not in it`);
  }
}

/** The same entries in the same order make the same chain. */
async function appendAll(keep: Keep, writer: Writer, lines: readonly JournalLine[]): Promise<void> {
  await writer.run((trx) =>
    keep.append(
      lines.map((l) => l.entry),
      trx,
    ),
  );
}

function damaged(from: string, why: string): DatelineError {
  return new DatelineError("restore/format", `${from} is no whole backup of a record: ${why}`);
}
