import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import type { Database } from "./database.ts";
import { chain, type Head, headOf, type JournalLine, START } from "./journal.ts";
import type { Blob, Keep } from "./keep.ts";

/** Lines fetched at once. */
const CHUNK = 1000;
/** Originals and readings written by one statement. */
const LOT = 100;
/** In threads beside this one. */
const zipped = promisify(gzip);

async function rowOf({ kind, sha256, bytes }: Blob): Promise<{ kind: string; sha256: string; bytes: Buffer }> {
  return { kind, sha256, bytes: kind === "readings" ? await zipped(bytes, { level: 5 }) : Buffer.from(bytes) };
}

/** Tables of a database server, which makes them durable with each transaction. */
export const databaseKeep: Keep = {
  put: async (blobs, trx) => {
    for (let i = 0; i < blobs.length; i += LOT) {
      const rows = await Promise.all(blobs.slice(i, i + LOT).map(rowOf));
      await trx
        .insertInto("blob")
        .values(rows)
        .onConflict((c) => c.doNothing())
        .execute();
    }
  },
  blob: async (kind, sha256, db) => {
    const row = await db
      .selectFrom("blob")
      .select("bytes")
      .where("kind", "=", kind)
      .where("sha256", "=", sha256)
      .executeTakeFirst();
    return row !== undefined && kind === "readings" ? gunzipSync(row.bytes) : row?.bytes;
  },
  append: async (entries, trx) => {
    const before = await head(trx);
    const lines = chain(before, entries);
    for (let i = 0; i < lines.length; i += CHUNK) {
      const rows = lines.slice(i, i + CHUNK).map((l) => ({ seq: l.seq, line: JSON.stringify(l) }));
      await trx.insertInto("journal").values(rows).execute();
    }
    return headOf(lines, before);
  },
  head,
  lines,
  takeBack: async () => undefined,
  close: async () => undefined,
};

async function head(db: Database): Promise<Head> {
  const row = await db.selectFrom("journal").select("line").orderBy("seq", "desc").limit(1).executeTakeFirst();
  return row === undefined ? START : (JSON.parse(row.line) as JournalLine);
}

async function* lines(after: number, db: Database): AsyncGenerator<JournalLine> {
  for (let from = after; ; ) {
    const rows = await db
      .selectFrom("journal")
      .select(["seq", "line"])
      .where("seq", ">", from)
      .orderBy("seq")
      .limit(CHUNK)
      .execute();
    for (const row of rows) yield JSON.parse(row.line) as JournalLine;
    const last = rows.at(-1);
    if (last === undefined) return;
    from = last.seq;
  }
}
