import { type Kysely, type Migration, type MigrationProvider, sql } from "kysely";

/** One dialect, PostgreSQL's: the same statements run on PGlite and on a server from version 15 on. */
const first: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of FIRST) await sql.raw(statement).execute(db);
  },
};

const REPORT_COLUMNS =
  "title text, publisher text, published text, url text, learned text not null, credit text not null, about text not null";

const FIRST: readonly string[] = [
  "create table meta (key text primary key, value text not null)",
  `create table report (id text primary key, key text not null unique, story text not null, version int not null, ${REPORT_COLUMNS},
     published_from text not null, language text not null, claims int not null, length int not null, text text not null, words tsvector not null)`,
  "create index report_published on report (published, id)",
  "create index report_learned on report (learned, id)",
  "create index report_story on report (story)",
  "create index report_words on report using gin (words)",
  `create table version (report text not null, version int not null, sha256 text not null, original text not null, reading text not null,
     media_type text, reader text not null, ${REPORT_COLUMNS}, primary key (report, version))`,
  "create index version_original on version (original)",
  "create table story (id text primary key, first text not null, outlet text, reason text not null, size int not null)",
  "create table sketch (hash int not null, report text not null)",
  "create index sketch_hash on sketch (hash)",
  "create index sketch_report on sketch (report)",
  "create table copy (a text not null, b text not null, primary key (a, b))",
  "create index copy_b on copy (b)",
  `create table claim (row bigserial primary key, id text not null, tag text not null, report text not null, version int not null,
     telling text, event text, origin text, type text not null, status text not null, published text, at int not null,
     learned text not null, gone text, told json not null, words tsvector not null)`,
  "create index claim_id on claim (id)",
  "create index claim_report on claim (report)",
  "create index claim_event on claim (event) where gone is null",
  "create index claim_tag on claim (tag text_pattern_ops)",
  "create index claim_origin on claim (origin) where gone is null",
  "create index claim_words on claim using gin (words)",
  "create table telling (id text primary key, report text not null, component text not null, event text, told json not null)",
  "create index telling_report on telling (report)",
  "create index telling_component on telling (component)",
  "create index telling_event on telling (event)",
  "create table block (key text not null, telling text not null)",
  "create index block_key on block (key)",
  "create index block_telling on block (telling)",
  "create table edge (a text not null, b text not null, score float8 not null, primary key (a, b))",
  "create index edge_b on edge (b)",
  `create table event (tag text primary key, id text not null, seed text not null, type text not null, status text not null, country text,
     lat float8, lon float8, earliest text, latest text, reports int not null, independent int not null, disputed boolean not null,
     denied boolean not null, first_said text, last_said text, actors text not null, says text not null, row json not null,
     words tsvector not null)`,
  "create index event_id on event (id)",
  "create index event_when on event (earliest, tag)",
  "create index event_said on event (last_said, tag)",
  "create index event_independent on event (independent, tag)",
  "create index event_country on event (country)",
  "create index event_place on event (lon, lat) where lat is not null",
  "create index event_words on event using gin (words)",
  "create table decision (seq int primary key, id text not null unique, at text not null, decision json not null)",
  "create table journal (seq int primary key, line text not null)",
  "create table blob (kind text not null, sha256 text not null, bytes bytea not null, primary key (kind, sha256))",
];

/** A claim can stand though a newer reading took its place: a person accepted or edited it. */
const superseded: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`alter table claim add column superseded text`.execute(db);
    await sql`update claim set superseded = gone where gone is not null`.execute(db);
  },
};

/**
 * Look-ups by number: at a hundred thousand reports the former keys, texts with two indexes, took most of the room and
 * time. The tables are part of the index, which is made again at the next opening: its head is taken away here.
 */
const looks: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of LOOKS) await sql.raw(statement).execute(db);
  },
};

const LOOKS: readonly string[] = [
  "drop table block",
  "drop table edge",
  "drop table telling",
  "create table telling (nr bigserial primary key, id text not null unique, report text not null, event text, told json not null)",
  "create index telling_report on telling (report)",
  "create index telling_event on telling (event)",
  "create table look (key bigint not null, telling bigint not null)",
  "create index look_key on look (key)",
  "create table edge (a bigint not null, b bigint not null, score float8 not null)",
  "create index edge_a on edge (a)",
  "create index edge_b on edge (b)",
  "alter table sketch add column size int not null default 0",
  "delete from meta where key = 'matching'",
];

/** Reports that wait to be read; see `jobs/queue.ts`. No part of the index: it is not made again. */
const queue: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of QUEUE) await sql.raw(statement).execute(db);
  },
};

const QUEUE: readonly string[] = [
  `create table job (id bigserial primary key, key text not null unique, source text not null, report json not null, original bytea not null,
     media_type text not null, queued timestamptz not null default now(), state text not null default 'waiting', tries int not null default 0,
     alone boolean not null default false, due timestamptz not null default now(), worker text, lease timestamptz, reasons json not null default '[]')`,
  "create index job_waiting on job (alone, due, id) where state = 'waiting'",
  "create index job_taken on job (lease) where state = 'taken'",
  `create table worked (minute timestamptz not null, worker text not null, done int not null, failed int not null, primary key (minute, worker))`,
];

/**
 * Part of a name is looked for among the names that there are, which are few, and their events are then found by an index;
 * among the events themselves it takes longer the more there are. Figures of wide columns help no plan and are dear to take.
 */
const names: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of NAMES) await sql.raw(statement).execute(db);
  },
};

const NAMES: readonly string[] = [
  "create table name (name text primary key)",
  "alter table event add column names text[] not null default '{}'",
  `update event set names = array(select left('actor ' || n, 200) from unnest(string_to_array(btrim(actors, E'\n'), E'\n')) n where n <> ''
     union select left('says ' || n, 200) from unnest(string_to_array(btrim(says, E'\n'), E'\n')) n where n <> '')`,
  "insert into name select distinct n from event, unnest(names) n",
  "create index event_names on event using gin (names)",
  ...[
    "claim.told",
    "telling.told",
    "event.row",
    "event.actors",
    "event.says",
    "report.text",
    "blob.bytes",
    "journal.line",
  ].map((c) => `alter table ${c.replace(".", " alter column ")} set statistics 0`),
];

/** What a report showed until it was read again: another reading of a text names and dates it otherwise. */
const formerly: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`create table former (report text not null, version int not null, until text not null, ${REPORT_COLUMNS},
        primary key (report, version, until))`)
      .execute(db);
  },
};

const ALL: Readonly<Record<string, Migration>> = {
  "001-record": first,
  "002-superseded": superseded,
  "003-looks": looks,
  "004-queue": queue,
  "005-names": names,
  "006-former": formerly,
};

export const MIGRATION_NAMES: readonly string[] = Object.keys(ALL);

export const migrations: MigrationProvider = { getMigrations: async () => ({ ...ALL }) };
