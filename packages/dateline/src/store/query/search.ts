import type { EventRow, Page, RecordClaim } from "@dateline/model";
import {
  claimAnswers,
  eventAnswers,
  foundWords,
  ofClaim,
  type Search,
  type Settled,
  settledClaim,
  type ToldClaim,
} from "@dateline/record";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { settledIn } from "../index/settled.ts";
import { editedClaims } from "../index/words.ts";
import type { EventHit, ReportHit, SearchFound, SearchOptions, WordsFound } from "../record-store.ts";
import { recordClaim } from "./claims.ts";
import { foldView, isOfThen } from "./fold-view.ts";
import { sorted } from "./matches.ts";
import { pageOf } from "./paging.ts";
import { reportTerms, searchTerms } from "./search-terms.ts";

type Sql = RawBuilder<unknown>;

/** Claims shown of each event found. */
const SHOWN = 3;

/** Events whose claims answer a search, each with those claims; and reports that hold its words, where it is words alone. */
export async function searchRecord(db: Database, search: Search, options: SearchOptions): Promise<SearchFound> {
  if (search.length === 0) return { events: NONE, reports: NONE };
  if (isOfThen(options)) return { events: await eventsThen(db, search, options), reports: NONE };
  return { events: await eventsNow(db, search, options), reports: await reportsWith(db, search, options) };
}

const NONE = { items: [], total: 0 };

interface FoundEvent {
  readonly row: EventRow;
  readonly answering: number;
  readonly ids: readonly string[];
  readonly total: number;
}

async function eventsNow(db: Database, search: Search, options: SearchOptions): Promise<Page<EventHit>> {
  const { limit, offset } = pageOf(options);
  const settled = await settledIn(db);
  const terms = searchTerms(search, await editedAnswers(db, search, settled));
  const answering = sql`select c.event as tag, count(*)::int as answering,
      (array_agg(c.id order by c.published, c.report, c.at))[1:${sql.lit(SHOWN)}] as ids
    from claim c where c.gone is null and c.event is not null and ${all(terms.claim)} group by c.event`;
  const from = terms.claim.length > 0 ? sql`(${answering}) f join event e on e.tag = f.tag` : sql`event e`;
  const columns = terms.claim.length > 0 ? sql`f.answering, f.ids` : sql`0 as answering, '{}'::text[] as ids`;
  const { rows } = await sql<FoundEvent>`select e.row, ${columns}, count(*) over ()::int as total
    from ${from} where ${all(terms.event)} order by ${ORDER[options.sort ?? "said"]}, e.id limit ${limit} offset ${offset}`.execute(
    db,
  );
  const claims = await claimsOf(
    db,
    rows.flatMap((r) => r.ids),
    settled,
  );
  return {
    items: rows.map((r) => ({
      event: r.row,
      answering: r.answering,
      claims: r.ids.flatMap((id) => claims.get(id) ?? []).map((c) => ({ claim: c, ...shownOf(c.quote, search) })),
    })),
    total: rows[0]?.total ?? (offset > 0 ? await eventTotal(db, from, terms.event) : 0),
  };
}

const ORDER: Readonly<Record<NonNullable<SearchOptions["sort"]>, Sql>> = {
  said: sql`e.last_said desc nulls last`,
  date: sql`e.earliest desc nulls last`,
  corroboration: sql`e.independent desc, e.reports desc`,
};

function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

async function eventTotal(db: Database, from: Sql, conditions: readonly Sql[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${from} where ${all(conditions)}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** Counts that people set are not in the claim as it was told: these few claims are asked here. */
async function editedAnswers(db: Database, search: Search, settled: Settled): Promise<ReadonlyMap<string, boolean>> {
  const counts = search.filter((t) => t.kind === "number" && ofClaim(t));
  const ids = editedClaims(settled);
  if (counts.length === 0 || ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("claim")
    .select(["id", "told"])
    .where("id", "in", ids)
    .where("gone", "is", null)
    .execute();
  return new Map(
    rows.map((r) => [r.id, claimAnswers(counts, settledClaim(r.told as unknown as ToldClaim, settled))] as const),
  );
}

async function claimsOf(
  db: Database,
  ids: readonly string[],
  settled: Settled,
): Promise<ReadonlyMap<string, RecordClaim>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("claim")
    .innerJoin("report", "report.id", "claim.report")
    .leftJoin("event", "event.tag", "claim.event")
    .select(["claim.told", "claim.origin", "report.story", "event.id as event"])
    .where("claim.id", "in", ids)
    .where("claim.gone", "is", null)
    .execute();
  const claims = rows.map((r) =>
    recordClaim(r.told as unknown as ToldClaim, { ...r, origin: r.origin ?? "" }, settled),
  );
  return new Map(claims.map((c) => [c.id, c]));
}

async function eventsThen(db: Database, search: Search, options: SearchOptions): Promise<Page<EventHit>> {
  const { limit, offset } = pageOf(options);
  const asked = search.some(ofClaim);
  const hits = sorted(await foldView(db, options), options.sort ?? "said").flatMap((event) => {
    const claims = asked ? event.members.filter((m) => claimAnswers(search, m)) : [];
    return (asked && claims.length === 0) || !eventAnswers(search, event) ? [] : [{ event, claims }];
  });
  return {
    items: hits.slice(offset, offset + limit).map(({ event, claims }) => ({
      event,
      answering: claims.length,
      claims: claims.slice(0, SHOWN).map((claim) => ({ claim, ...shownOf(claim.quote, search) })),
    })),
    total: hits.length,
  };
}

interface FoundReport {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly total: number;
}

async function reportsWith(db: Database, search: Search, options: SearchOptions): Promise<Page<ReportHit>> {
  const terms = reportTerms(search);
  if (terms === undefined) return NONE;
  const { limit, offset } = pageOf(options);
  const { rows } =
    await sql<FoundReport>`select r.id, r.title, r.publisher, r.published, r.text, count(*) over ()::int as total
    from report r where ${all(terms)} order by r.published desc nulls last, r.id limit ${limit} offset ${offset}`.execute(
      db,
    );
  return {
    items: rows.map(({ id, title, publisher, published, text }) => ({
      report: id,
      title,
      publisher,
      published,
      ...shownOf(text, search),
    })),
    total: rows[0]?.total ?? 0,
  };
}

const AROUND = 90;
const LONGEST = 2 * AROUND + 40;

/** The stretch around the first word found, with all found words in it marked; a short text whole. */
function shownOf(text: string, search: Search): WordsFound {
  const marks = foundWords(search, text);
  const from = text.length <= LONGEST * 2 ? 0 : wordStart(text, Math.max(0, (marks[0]?.start ?? 0) - AROUND));
  const to = text.length <= LONGEST * 2 ? text.length : Math.min(text.length, from + LONGEST);
  return {
    snippet: text.slice(from, to),
    marks: marks
      .filter((m) => m.start >= from && m.end <= to)
      .map((m) => ({ start: m.start - from, end: m.end - from })),
  };
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(" ", at);
  return space < 0 || space > at + 30 ? at : space + 1;
}
