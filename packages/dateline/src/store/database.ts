import { DatelineError } from "@dateline/model";
import { Kysely, type Transaction as KyselyTransaction, Migrator, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { MIGRATION_NAMES, migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;

/** An open database, however it runs. */
export interface OpenDatabase {
  readonly db: Database;
  readonly close: () => Promise<void>;
}

const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;

// Counts fit a number; dates stay text, where the driver would make them local midnight.
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(DATE, String);
pg.types.setTypeParser(TIMESTAMP, String);

/** The embedded database in a folder. One connection: never ask the pool while a transaction is open. */
export async function openEmbedded(dir: string): Promise<OpenDatabase> {
  const [{ PGlite }, { createPgConfig }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite/node-postgres"),
  ]);
  const lite = await PGlite.create(dir).catch((cause: unknown) => {
    throw new DatelineError(
      "store/index",
      `the index in ${dir} cannot be opened; \`dateline rebuild\` makes it again from originals and journal`,
      { cause },
    );
  });
  const pool = new pg.Pool(createPgConfig(lite));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    close: async () => {
      await db.destroy();
      await lite.close();
    },
  };
}

/** A process that is cut off in the middle of writing must not hold up the others: the server lets go of it within a minute. */
const LET_GO =
  "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4; set tcp_user_timeout = 30000; set idle_in_transaction_session_timeout = 600000";

/** A PostgreSQL server. Throws "store/url" for what is no address of one, "store/server" where it cannot be reached. */
export async function openServer(url: string): Promise<OpenDatabase> {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new DatelineError(
      "store/url",
      `not the address of a PostgreSQL database: ${withoutPassword(url)}; it looks like postgres://user@host/database`,
    );
  const pool = new pg.Pool({ connectionString: url, max: 8, keepAlive: true, connectionTimeoutMillis: 15_000 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    // a connection that breaks between two statements of a transaction tells nobody else; the next statement fails
    client.on("error", () => undefined);
    void client.query(LET_GO).catch(() => undefined);
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select 1`.execute(db);
  } catch (cause) {
    await db.destroy();
    throw new DatelineError("store/server", `${withoutPassword(url)} cannot be reached: ${(cause as Error).message}`, {
      cause,
    });
  }
  return { db, close: () => db.destroy() };
}

/** Brings the tables up to this version. Throws "store/newer" where a newer version made them. */
export async function migrate(db: Database): Promise<void> {
  const done = await doneMigrations(db);
  const unknown = done.find((name) => !MIGRATION_NAMES.includes(name));
  if (unknown !== undefined) {
    throw new DatelineError(
      "store/newer",
      `this record was made by a newer version of Dateline (it has ${unknown}); install that version or a later one`,
    );
  }
  if (done.length === MIGRATION_NAMES.length) return;
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error !== undefined)
    throw new DatelineError("store/migration", `the tables could not be made: ${(error as Error).message}`, {
      cause: error,
    });
}

async function doneMigrations(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ found: string | null }>`select to_regclass('kysely_migration')::text as found`.execute(
    db,
  );
  if (rows[0]?.found == null) return [];
  const { rows: done } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return done.map((r) => r.name);
}

/** An address that can be shown. */
export function withoutPassword(url: string): string {
  return url.replace(/^([a-z]+:\/\/[^:@/]*):[^@]*@/i, "$1:…@");
}
