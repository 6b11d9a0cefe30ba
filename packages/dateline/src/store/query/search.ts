import type { EventRow, Page, RecordClaim } from "@dateline/model";
import {
  claimAnswers,
  eventAnswers,
  foundWords,
  ofClaim,
  type Search,
  type Settled,
  saidIn,
  settledClaim,
  type ToldClaim,
} from "@dateline/record";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { settledIn } from "../index/settled.ts";
import { editedClaims } from "../index/words.ts";
import type { EventHit, FoundPage, ReportHit, SearchFound, SearchOptions, WordsFound } from "../record-store.ts";
import { recordClaim } from "./claims.ts";
import { foldView, isOfThen } from "./fold-view.ts";
import { sorted } from "./matches.ts";
import { pageOf } from "./paging.ts";
import { reportTerms, type SearchTerms, searchTerms } from "./search-terms.ts";

type Sql = RawBuilder<unknown>;

/** Claims shown of each event found. */
const SHOWN = 3;

/** Events whose claims answer a search, each with those claims; and reports that hold its words, where it is words alone. */
export async function searchRecord(db: Database, search: Search, options: SearchOptions): Promise<SearchFound> {
  if (search.length === 0) return { events: NONE, reports: NONE };
  if (isOfThen(options)) return { events: await eventsThen(db, search, options), reports: NONE };
  return { events: await eventsNow(db, search, options), reports: await reportsWith(db, search, options) };
}

const NONE = { items: [], total: 0, atLeast: false };

interface FoundEvent {
  readonly row: EventRow;
  readonly answering: number;
  readonly ids: readonly string[];
  readonly total: number;
}

/** Up to so many claims or reports that answer, all of them are counted. */
const EXACT_UP_TO = 1000;

async function eventsNow(db: Database, search: Search, options: SearchOptions): Promise<FoundPage<EventHit>> {
  const { limit, offset } = pageOf(options);
  const settled = await settledIn(db);
  const terms = searchTerms(search, await editedAnswers(db, search, settled));
  const find = (within: readonly Sql[]): Promise<Page<FoundEvent>> =>
    eventsIn(db, { claim: [...terms.claim, ...within], event: terms.event }, options);
  const many = options.exactUpTo ?? EXACT_UP_TO;
  const bySaid = (options.sort ?? "said") === "said" && terms.claim.length > 0;
  const isBroad = bySaid && (await countTo(db, sql`claim c where ${standing(terms.claim)}`, many)) > many;
  const { items, total, atLeast } = isBroad
    ? await newestFirst(db, find, offset + limit)
    : { ...(await find([])), atLeast: false };
  const claims = await claimsOf(
    db,
    items.flatMap((r) => r.ids),
    settled,
  );
  return {
    items: items.map((r) => ({
      event: r.row,
      answering: r.answering,
      claims: r.ids.flatMap((id) => claims.get(id) ?? []).map((c) => ({ claim: c, ...shownOf(c.quote, search) })),
    })),
    total,
    atLeast,
  };
}

/** Looks at twice as many months each time, from the newest back, until there are `wanted` events. */
async function newestFirst(
  db: Database,
  find: (within: readonly Sql[]) => Promise<Page<FoundEvent>>,
  wanted: number,
): Promise<FoundPage<FoundEvent>> {
  const months = await monthsIn(db);
  for (let n = 1; n < months.length; n *= 2) {
    const within = months.slice(0, n).map((m) => `'${saidIn(m)}'`);
    const found = await find([sql`c.words @@ ${within.join(" | ")}::tsquery`]);
    if (found.total >= wanted) return { ...found, atLeast: true };
  }
  return { ...(await find([])), atLeast: false };
}

/** The months in which reports were published, newest first. */
async function monthsIn(db: Database): Promise<readonly string[]> {
  const ends = await db
    .selectFrom("report")
    .select((e) => [e.fn.min("published").as("first"), e.fn.max("published").as("last")])
    .executeTakeFirst();
  const [first, last] = [ends?.first?.slice(0, 7), ends?.last?.slice(0, 7)];
  if (first === undefined || last === undefined) return [];
  const months: string[] = [];
  for (let at = last; at >= first && months.length < MOST_MONTHS; at = monthBefore(at)) months.push(at);
  return months;
}

const MOST_MONTHS = 1200;

function monthBefore(month: string): string {
  const [year = 0, m = 1] = month.split("-").map(Number);
  const before = m === 1 ? [year - 1, 12] : [year, m - 1];
  return `${String(before[0]).padStart(4, "0")}-${String(before[1]).padStart(2, "0")}`;
}

function standing(conditions: readonly Sql[]): Sql {
  return sql`c.gone is null and c.event is not null and ${all(conditions)}`;
}

/** How many rows there are, counted to one more than `most`. */
async function countTo(db: Database, from: Sql, most: number): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from (select 1 from ${from} limit ${most + 1}) s`.execute(db);
  return rows[0]?.n ?? 0;
}

async function eventsIn(db: Database, terms: SearchTerms, options: SearchOptions): Promise<Page<FoundEvent>> {
  const { limit, offset } = pageOf(options);
  const answering = sql`select c.event as tag, count(*)::int as answering,
      (array_agg(c.id order by c.published, c.report, c.at))[1:${sql.lit(SHOWN)}] as ids
    from claim c where ${standing(terms.claim)} group by c.event`;
  const from = terms.claim.length > 0 ? sql`(${answering}) f join event e on e.tag = f.tag` : sql`event e`;
  const columns = terms.claim.length > 0 ? sql`f.answering, f.ids` : sql`0 as answering, '{}'::text[] as ids`;
  const { rows } = await sql<FoundEvent>`select e.row, ${columns}, count(*) over ()::int as total
    from ${from} where ${all(terms.event)} order by ${ORDER[options.sort ?? "said"]}, e.id limit ${limit} offset ${offset}`.execute(
    db,
  );
  return { items: rows, total: rows[0]?.total ?? (offset > 0 ? await eventTotal(db, from, terms.event) : 0) };
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

async function eventsThen(db: Database, search: Search, options: SearchOptions): Promise<FoundPage<EventHit>> {
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
    atLeast: false,
  };
}

interface FoundReport {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly text: string;
}

async function reportsWith(db: Database, search: Search, options: SearchOptions): Promise<FoundPage<ReportHit>> {
  const terms = reportTerms(search);
  if (terms === undefined) return NONE;
  const { limit, offset } = pageOf(options);
  const many = options.exactUpTo ?? EXACT_UP_TO;
  const total = await countTo(db, sql`report r where ${all(terms)}`, many);
  // Of very many an index gives the newest at once, which knows no reports without a date.
  const order =
    total > many
      ? sql`and r.published is not null order by r.published desc, r.id desc`
      : sql`order by r.published desc nulls last, r.id`;
  const { rows } = await sql<FoundReport>`select r.id, r.title, r.publisher, r.published, r.text
    from report r where ${all(terms)} ${order} limit ${limit} offset ${offset}`.execute(db);
  return {
    items: rows.map(({ id, title, publisher, published, text }) => ({
      report: id,
      title,
      publisher,
      published,
      ...shownOf(text, search),
    })),
    total: Math.min(total, many),
    atLeast: total > many,
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
