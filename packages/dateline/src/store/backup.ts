import { gzipSync } from "node:zlib";
import { DatelineError } from "@dateline/model";
import { createTarPacker } from "modern-tar";
import type { JournalLine } from "./journal.ts";
import type { BlobKind } from "./keep.ts";
import { RECORD_FORMAT } from "./place.ts";
import type { Progress } from "./record-store.ts";
import type { Session } from "./session.ts";

/**
 * What a record keeps for good as a tar archive, of one moment though others go on writing: its journal up to then, and
 * the originals and readings it names. Unpacked it is a record's folder. Throws "store/original", "store/reading".
 */
export function backupOf(
  session: Session,
  onProgress?: (p: Progress) => void,
): { readonly archive: ReadableStream<Uint8Array>; readonly done: Promise<number> } {
  const { readable, controller } = createTarPacker();
  const done = pack(session, controller, onProgress).catch((error: unknown) => {
    controller.error(error);
    throw error;
  });
  return { archive: readable, done };
}

type Packer = ReturnType<typeof createTarPacker>["controller"];

async function pack(session: Session, controller: Packer, onProgress?: (p: Progress) => void): Promise<number> {
  const made = session.now();
  const file = async (name: string, bytes: Uint8Array): Promise<void> => {
    const writer = controller
      .add({ name, size: bytes.byteLength, type: "file", mode: 0o600, mtime: new Date(made) })
      .getWriter();
    await writer.write(bytes);
    await writer.close();
  };
  const { lines, blobs } = await contents(session);
  await file("record.json", Buffer.from(`${JSON.stringify({ ...RECORD_FORMAT, made }, null, 2)}\n`));
  const total = blobs.length;
  for (const [i, { kind, sha256 }] of blobs.entries()) {
    const bytes = await session.keep.blob(kind, sha256, session.db());
    if (bytes === undefined) throw missing(kind, sha256);
    await file(archived(kind, sha256), kind === "readings" ? gzipSync(bytes, { level: 5 }) : bytes);
    onProgress?.({ done: i + 1, total });
  }
  // Last, so that an archive cut short has no journal and is no backup.
  await file("journal.jsonl", Buffer.from(lines.map((l) => `${JSON.stringify(l)}\n`).join("")));
  controller.finalize();
  return lines.length;
}

interface BlobName {
  readonly kind: BlobKind;
  readonly sha256: string;
}

/** The journal up to now, and each blob that it names, once. */
async function contents(
  session: Session,
): Promise<{ readonly lines: readonly JournalLine[]; readonly blobs: readonly BlobName[] }> {
  const { seq: last } = await session.keep.head(session.db());
  const lines: JournalLine[] = [];
  const blobs = new Map<string, BlobName>();
  for await (const { seq, entry, prev, hash } of session.keep.lines(0, session.db())) {
    if (seq > last) break;
    lines.push({ seq, entry, prev, hash });
    for (const blob of blobsOf(entry)) blobs.set(`${blob.kind} ${blob.sha256}`, blob);
  }
  return { lines, blobs: [...blobs.values()] };
}

/** The blobs that an entry of the journal rests on. */
export function blobsOf(entry: JournalLine["entry"]): readonly BlobName[] {
  if (entry.kind !== "report") return [];
  return [
    { kind: "originals", sha256: entry.original },
    { kind: "readings", sha256: entry.reading },
  ];
}

/** Where a blob lies in a record's folder, and so in a backup. */
function archived(kind: BlobKind, sha256: string): string {
  return `${kind}/${sha256.slice(0, 2)}/${sha256}${kind === "readings" ? ".json.gz" : ""}`;
}

function missing(kind: BlobKind, sha256: string): DatelineError {
  return new DatelineError(
    kind === "originals" ? "store/original" : "store/reading",
    `${kind}/${sha256} is missing, so that no whole backup can be made; restore it from an earlier one (\`dateline verify\` names its report)`,
  );
}
