import type { Generated, JSONColumnType } from "kysely";

// Instants and dates are ISO 8601 text: they sort as they should, and no driver turns them into local time.
// `json`, not `jsonb`: what is read back has its keys in the order in which it was written.

type Json = JSONColumnType<object, string, string>;

/** Columns of every version of a report; `report` repeats those of the newest. */
export interface ReportColumns {
  title: string | null;
  publisher: string | null;
  published: string | null;
  url: string | null;
  learned: string;
  /** `Credit` or JSON null. */
  credit: string;
  /** Words of names, one a line. */
  about: string;
}

interface ReportTable extends ReportColumns {
  id: string;
  key: string;
  story: string;
  version: number;
  published_from: string;
  language: string;
  claims: number;
  length: number;
  text: string;
  words: unknown;
}

interface VersionTable extends ReportColumns {
  report: string;
  version: number;
  sha256: string;
  original: string;
  reading: string;
  media_type: string | null;
  reader: string;
}

/** What a version showed until another reading of its text came in. */
interface FormerTable extends ReportColumns {
  report: string;
  version: number;
  until: string;
}

interface StoryTable {
  id: string;
  first: string;
  outlet: string | null;
  reason: string;
  size: number;
}

interface ClaimTable {
  row: Generated<number>;
  id: string;
  tag: string;
  report: string;
  version: number;
  telling: string | null;
  /** Tag of the event, or null. */
  event: string | null;
  origin: string | null;
  type: string;
  status: string;
  published: string | null;
  at: number;
  learned: string;
  /** When it ceased to stand; null while it stands. */
  gone: string | null;
  /** When another reading took its place; null while the newest reading tells it. It may stand nonetheless: a person accepted it. */
  superseded: string | null;
  told: Json;
  words: unknown;
}

interface TellingTable {
  /** Another one each time that it is told otherwise. */
  nr: Generated<number>;
  id: string;
  report: string;
  event: string | null;
  told: Json;
}

interface EventTable {
  tag: string;
  id: string;
  seed: string;
  type: string;
  status: string;
  country: string | null;
  lat: number | null;
  lon: number | null;
  earliest: string | null;
  latest: string | null;
  reports: number;
  independent: number;
  disputed: boolean;
  denied: boolean;
  first_said: string | null;
  last_said: string | null;
  /** Folded names of actors and origins, for look-ups by part of a name. */
  actors: string;
  says: string;
  /** The same, each behind "actor " or "says ", as they stand in `name`. */
  names: Generated<readonly string[]>;
  row: Json;
  words: unknown;
}

export interface Tables {
  meta: { key: string; value: string };
  report: ReportTable;
  version: VersionTable;
  former: FormerTable;
  story: StoryTable;
  sketch: { hash: number; report: string; size: number };
  copy: { a: string; b: string };
  claim: ClaimTable;
  telling: TellingTable;
  /** Keys under which tellings, by their numbers, are found. */
  look: { key: number; telling: number };
  edge: { a: number; b: number; score: number };
  event: EventTable;
  /** All names of events' actors and origins, of former events too. */
  name: { name: string };
  decision: { seq: number; id: string; at: string; decision: Json };
  journal: { seq: number; line: string };
  blob: { kind: string; sha256: string; bytes: Buffer };
}
