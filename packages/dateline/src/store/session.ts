import { MATCHING } from "@dateline/record";
import { sql } from "kysely";
import type { Database, Transaction } from "./database.ts";
import { toldFull } from "./full.ts";
import type { TellingCache } from "./index/telling-cache.ts";
import type { Head } from "./journal.ts";
import type { Keep } from "./keep.ts";

/** An open record's parts. `db` is replaced when the index is made again. */
export interface Session {
  readonly db: () => Database;
  readonly keep: Keep;
  /** Several processes may write: each takes its turn by a lock of the server. */
  readonly shared: boolean;
  readonly now: () => string;
  /** Tellings of late, kept from one step of adding to the next. */
  readonly cache?: TellingCache;
}

/** Any number; the same for all who write to one database. */
const WRITERS = 7_031_204;

/** Runs writes one after the other, each in a transaction; what it wrote to the journal is taken back where it fails. */
export class Writer {
  readonly #session: Session;
  #last: Promise<unknown> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
  }

  run<T>(work: (trx: Transaction) => Promise<T>): Promise<T> {
    const turn = this.#last.then(
      () => this.#write(work),
      () => this.#write(work),
    );
    this.#last = turn;
    return turn;
  }

  /** Resolves when nothing is being written. */
  async idle(): Promise<void> {
    await this.#last.catch(() => undefined);
  }

  async #write<T>(work: (trx: Transaction) => Promise<T>): Promise<T> {
    const { db, keep, shared } = this.#session;
    let before: Head | undefined;
    try {
      return await db()
        .transaction()
        .execute(async (trx) => {
          if (shared) await sql`select pg_advisory_xact_lock(${WRITERS})`.execute(trx);
          before = await keep.head(trx);
          return work(trx);
        });
    } catch (error) {
      if (before !== undefined) await keep.takeBack(before);
      throw toldFull(error, "the record");
    }
  }
}

/** Up to where the index follows the journal. */
export async function indexHead(db: Database): Promise<Head | undefined> {
  const row = await db.selectFrom("meta").select("value").where("key", "=", "journal").executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.value) as Head);
}

export async function setIndexHead(trx: Transaction, head: Head): Promise<void> {
  await setMeta(trx, "journal", JSON.stringify({ seq: head.seq, hash: head.hash }));
  await setMeta(trx, "matching", String(MATCHING));
}

/** Whether the index was made by another way of matching than this version's. */
export async function isOutdated(db: Database): Promise<boolean> {
  const row = await db.selectFrom("meta").select("value").where("key", "=", "matching").executeTakeFirst();
  return (await indexHead(db)) !== undefined && row?.value !== String(MATCHING);
}

export async function setMeta(db: Database, key: string, value: string): Promise<void> {
  await db
    .insertInto("meta")
    .values({ key, value })
    .onConflict((c) => c.column("key").doUpdateSet({ value }))
    .execute();
}
