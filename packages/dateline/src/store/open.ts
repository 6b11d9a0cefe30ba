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

/** An index that is ahead of the journal, follows another one, or was made by another way of matching is made again. */
async function followJournal(place: OpenPlace, session: Session, writer: Writer): Promise<void> {
  const [journal, index] = [await session.keep.head(place.db()), await indexHead(place.db())];
  const other =
    index !== undefined && (index.seq > journal.seq || (index.seq === journal.seq && index.hash !== journal.hash));
  const stale = other || (await isOutdated(place.db()));
  if (stale) await place.renew();
  if (stale || (index?.seq ?? 0) !== journal.seq) await replay(session, writer, { upkeep: new Upkeep(session) });
}
