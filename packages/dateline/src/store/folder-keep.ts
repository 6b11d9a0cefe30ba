import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { makeFolder, shardOf, syncFolder, writeDurably } from "./durable.ts";
import { toldFull } from "./full.ts";
import { openJournal } from "./journal-file.ts";
import type { Blob, BlobKind, Keep } from "./keep.ts";

/** Files of a record's folder: `originals/`, `readings/` (gzip) and `journal.jsonl`. */
export async function openFolderKeep(dir: string): Promise<Keep> {
  for (const kind of ["originals", "readings"]) await makeFolder(join(dir, kind));
  const journal = await openJournal(join(dir, "journal.jsonl"));
  const put = async (blobs: readonly Blob[]): Promise<void> => {
    for (let i = 0; i < blobs.length; i += 16) await Promise.all(blobs.slice(i, i + 16).map((b) => putBlob(dir, b)));
  };
  return {
    put: (blobs) => put(blobs).catch((error: unknown) => Promise.reject(toldFull(error, dir))),
    blob: (kind, sha256) => readBlob(dir, kind, sha256),
    append: (entries) => journal.append(entries).catch((error: unknown) => Promise.reject(toldFull(error, dir))),
    head: async () => journal.head(),
    lines: (after) => journal.lines(after),
    takeBack: (to) => journal.takeBack(to),
    close: () => journal.close(),
  };
}

async function putBlob(dir: string, blob: Blob): Promise<void> {
  const path = pathOf(dir, blob.kind, blob.sha256);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) {
    // A process that was killed may have written it and not lived to make its name outlast a power cut.
    await syncFolder(dirname(path));
  } else {
    await makeFolder(dirname(path));
    await writeDurably(path, blob.kind === "readings" ? gzipSync(blob.bytes, { level: 5 }) : blob.bytes);
  }
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
