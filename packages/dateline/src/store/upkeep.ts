import { sql } from "kysely";
import type { Database } from "./database.ts";
import { indexHead, type Session, setMeta } from "./session.ts";

const FIRST = 150;
const GROWTH = 1.5;

/**
 * Keeps the planner's figures and the tables in order as the index grows. The embedded database has nobody else who
 * does, and without figures it reads whole tables for a look-up; a server's own upkeep is too slow for a bulk of reports.
 */
export class Upkeep {
  readonly #session: Session;
  #next: number | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Does what is due; call it when nothing is being written. */
  async tend(): Promise<void> {
    const db = this.#session.db();
    const seq = (await indexHead(db))?.seq ?? 0;
    this.#next ??= await dueAt(db);
    if (seq < this.#next) return;
    // another process of the same server may have done it
    this.#next = await dueAt(db);
    if (seq < this.#next) return;
    await (this.#session.shared ? sql`analyze` : sql`vacuum analyze`).execute(db);
    await setMeta(db, "tended", String(seq));
    this.#next = next(seq);
  }
}

async function dueAt(db: Database): Promise<number> {
  const row = await db.selectFrom("meta").select("value").where("key", "=", "tended").executeTakeFirst();
  return next(row === undefined ? 0 : Number(row.value));
}

function next(seq: number): number {
  return Math.round(seq * GROWTH) + FIRST;
}
