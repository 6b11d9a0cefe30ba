import { createReadStream } from "node:fs";
import { type FileHandle, open, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { gunzipSync, gzipSync } from "node:zlib";
import { makeFolder, shardOf, syncFolder, writeDurably } from "./durable.ts";
import { chain, type Entry, type Head, headOf, type JournalLine, parseLine, START } from "./journal.ts";
import type { Blob, BlobKind, Keep } from "./keep.ts";

/** Files of a record's folder: `originals/`, `readings/` (gzip) and `journal.jsonl`. */
export async function openFolderKeep(dir: string): Promise<Keep> {
  for (const kind of ["originals", "readings"]) await makeFolder(join(dir, kind));
  const path = join(dir, "journal.jsonl");
  const file = await open(path, "a", 0o600);
  let end = await endOf(path, file);
  const put = async (blobs: readonly Blob[]): Promise<void> => {
    for (let i = 0; i < blobs.length; i += 16) await Promise.all(blobs.slice(i, i + 16).map((b) => putBlob(dir, b)));
  };
  return {
    put,
    blob: (kind, sha256) => readBlob(dir, kind, sha256),
    append: async (entries: readonly Entry[]): Promise<Head> => {
      const lines = chain(end.head, entries);
      const text = lines.map((l) => `${JSON.stringify(l)}\n`).join("");
      await file.appendFile(text);
      await file.sync();
      end = {
        head: headOf(lines, end.head),
        bytes: end.bytes + Buffer.byteLength(text),
        before: { head: end.head, bytes: end.bytes },
      };
      return end.head;
    },
    head: async () => end.head,
    lines: (after) => linesOf(path, after),
    takeBack: async (to) => {
      if (end.head.seq === to.seq || end.before === undefined) return;
      end = end.before;
      await file.truncate(end.bytes);
      await file.sync();
    },
    close: () => file.close(),
  };
}

interface End {
  readonly head: Head;
  readonly bytes: number;
  readonly before?: End;
}

/** Where the journal ends. A last line without its end was never acknowledged: it is cut off. */
async function endOf(path: string, file: FileHandle): Promise<End> {
  const { size } = await stat(path);
  let head = START;
  let bytes = 0;
  for await (const line of linesOf(path, 0)) {
    head = { seq: line.seq, hash: line.hash };
    bytes = line.endsAt;
  }
  if (bytes < size) {
    await file.truncate(bytes);
    await file.sync();
  }
  await syncFolder(dirname(path));
  return { head, bytes };
}

async function* linesOf(path: string, after: number): AsyncGenerator<JournalLine & { readonly endsAt: number }> {
  const { size } = await stat(path);
  let at = 0;
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    at += Buffer.byteLength(text) + 1;
    if (at > size) return;
    const line = parseLine(text, number);
    if (line.seq > after) yield { ...line, endsAt: at };
  }
}

async function putBlob(dir: string, blob: Blob): Promise<void> {
  const path = pathOf(dir, blob.kind, blob.sha256);
  if (
    await stat(path).then(
      () => true,
      () => false,
    )
  )
    return;
  await makeFolder(dirname(path));
  await writeDurably(path, blob.kind === "readings" ? gzipSync(blob.bytes, { level: 5 }) : blob.bytes);
  await syncFolder(join(dir, blob.kind));
}

async function readBlob(dir: string, kind: BlobKind, sha256: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(pathOf(dir, kind, sha256)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return bytes !== undefined && kind === "readings" ? gunzipSync(bytes) : bytes;
}

function pathOf(dir: string, kind: BlobKind, sha256: string): string {
  const path = shardOf(join(dir, kind), sha256);
  return kind === "readings" ? `${path}.json.gz` : path;
}
