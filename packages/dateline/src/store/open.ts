import { sql } from "kysely";
import { TellingCache } from "./index/telling-cache.ts";
import { type OpenPlace, openFolder, openShared } from "./place.ts";
import { recordOn } from "./record.ts";
import type { OpenOptions, RecordStore } from "./record-store.ts";
import { replay } from "./replay.ts";
import { indexHead, isOutdated, type Session, Writer } from "./session.ts";
import { Upkeep } from "./upkeep.ts";

/**
 * Opens a record in a folder or on a PostgreSQL server and brings its index up to its journal. Throws DatelineError:
 * "store/missing", "store/unwritable", "store/locked", "store/newer", "store/journal", "store/url", "store/server".
 */
export async function openRecord(options: OpenOptions): Promise<RecordStore> {
  const now = options.now ?? ((): string => new Date().toISOString());
  const create = options.create ?? true;
  const place =
    options.databaseUrl === undefined
      ? await openFolder(options.dir, { create, since: now() })
      : await openShared(options.databaseUrl, { create });
  const session: Session = { db: place.db, keep: place.keep, shared: place.shared, now, cache: new TellingCache() };
  const writer = new Writer(session);
  try {
    await followJournal(place, session, writer);
  } catch (error) {
    await place.close();
    throw error;
  }
  return recordOn(place, session, writer);
}

type Standing = "current" | "behind" | "stale";

/** An index that is ahead of the journal, follows another one, or was made by another way of matching is made again. */
async function followJournal(place: OpenPlace, session: Session, writer: Writer): Promise<void> {
  if ((await standingOf(session)) === "current") return;
  await inTurn(session, async () => {
    const standing = await standingOf(session);
    if (standing === "stale") await place.renew();
    if (standing !== "current") await replay(session, writer, { upkeep: new Upkeep(session) });
  });
}

/** Seen at one moment: other processes of a server go on adding. */
async function standingOf({ db, keep }: Session): Promise<Standing> {
  return db()
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      const [journal, index] = [await keep.head(trx), await indexHead(trx)];
      const other =
        index !== undefined && (index.seq > journal.seq || (index.seq === journal.seq && index.hash !== journal.hash));
      if (other || (await isOutdated(trx))) return "stale";
      return (index?.seq ?? 0) === journal.seq ? "current" : "behind";
    });
}

/** Any number; the same for all who open one database. */
const OPENERS = 7_031_205;

/** Of several processes that open an outdated record one makes its index; the others wait and find it made. */
async function inTurn({ db, shared }: Session, run: () => Promise<void>): Promise<void> {
  if (!shared) return run();
  await db()
    .connection()
    .execute(async (held) => {
      await sql`select pg_advisory_lock(${OPENERS})`.execute(held);
      await run().finally(() => sql`select pg_advisory_unlock(${OPENERS})`.execute(held));
    });
}
