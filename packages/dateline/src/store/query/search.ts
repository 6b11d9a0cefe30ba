import type { EventRow, Page } from "@dateline/model";
import { folded, stem, wordsIn } from "@dateline/record";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import type { Paging, SearchHit } from "../record-store.ts";
import { pageOf } from "./paging.ts";

type Options = Paging & { readonly kinds?: readonly SearchHit["kind"][] | undefined };

interface Found {
  readonly kind: SearchHit["kind"];
  readonly id: string;
  readonly rank: number;
}

interface Shown {
  readonly title: string | null;
  readonly text: string;
}

/** Full text over events, reports and claims, best first. */
export async function searchAll(db: Database, text: string, options: Options): Promise<Page<SearchHit>> {
  const words = folded(text);
  const kinds = options.kinds ?? ["event", "report", "claim"];
  if (words === "" || kinds.length === 0) return { items: [], total: 0 };
  const { limit, offset } = pageOf(options);
  const query = sql`websearch_to_tsquery('english', ${words})`;
  const found = sql.join(
    kinds.map((kind) => ranked(kind, query)),
    sql` union all `,
  );
  const { rows } =
    await sql<Found>`select kind, id, rank from (${found}) f order by rank desc, kind, id limit ${limit} offset ${offset}`.execute(
      db,
    );
  const counts = kinds.map(
    (kind) => sql`(select count(*) from ${sql.table(kind)} where words @@ ${query} ${STANDS[kind]})`,
  );
  const { rows: sums } = await sql<{ total: number }>`select (${sql.join(counts, sql` + `)})::int as total`.execute(db);
  const shown = await shownOf(db, rows);
  return {
    items: rows.flatMap((r) => {
      const what = shown.get(`${r.kind} ${r.id}`);
      return what === undefined ? [] : [hitOf(r, what, words)];
    }),
    total: sums[0]?.total ?? 0,
  };
}

type Part = ReturnType<typeof sql>;

/** Ranking reads each found row's words: of more than so many of a kind the newest are ranked. */
const MOST_RANKED = 1000;
/** Events weigh more than the reports and claims they are made of. */
const WEIGHT: Readonly<Record<SearchHit["kind"], number>> = { event: 2, report: 1, claim: 1 };
const NEWEST: Readonly<Record<SearchHit["kind"], Part>> = {
  event: sql`last_said desc nulls last, id`,
  report: sql`published desc nulls last, id`,
  claim: sql`row desc`,
};
const STANDS: Readonly<Record<SearchHit["kind"], Part>> = { event: sql``, report: sql``, claim: sql`and gone is null` };

function ranked(kind: SearchHit["kind"], query: Part): Part {
  return sql`select ${sql.lit(kind)}::text as kind, id, ts_rank(words, ${query}, 1) * ${sql.lit(WEIGHT[kind])} as rank from
    (select id, words from ${sql.table(kind)} where words @@ ${query} ${STANDS[kind]} order by ${NEWEST[kind]} limit ${sql.lit(MOST_RANKED)}) ${sql.ref(`${kind}s`)}`;
}

const SHOWN: Readonly<Record<SearchHit["kind"], Part>> = {
  event: sql`select id, row->>'title' as title, row::text as text from event where`,
  report: sql`select id, title, text from report where`,
  claim: sql`select id, told->>'title' as title, told->>'quote' as text from claim where gone is null and`,
};

/** Titles and texts of a page, fetched for what is on it alone. */
async function shownOf(db: Database, rows: readonly Found[]): Promise<ReadonlyMap<string, Shown>> {
  const out = new Map<string, Shown>();
  for (const kind of new Set(rows.map((r) => r.kind))) {
    const ids = rows.filter((r) => r.kind === kind).map((r) => r.id);
    const { rows: texts } = await sql<Shown & { readonly id: string }>`${SHOWN[kind]} id = any(${ids})`.execute(db);
    for (const t of texts) out.set(`${kind} ${t.id}`, t);
  }
  return out;
}

const AROUND = 90;

function hitOf({ kind, id, rank }: Found, shown: Shown, words: string): SearchHit {
  const text = kind === "event" ? eventText(shown.text) : shown.text;
  return { kind, id, title: shown.title ?? "", rank, ...snippet(text, words) };
}

function eventText(row: string): string {
  const e = JSON.parse(row) as EventRow;
  return [e.title, e.place?.name, e.time?.value].filter((x) => x !== undefined && x !== null).join(", ");
}

/** The stretch around the first word found, with all found words in it marked. */
function snippet(text: string, words: string): Pick<SearchHit, "snippet" | "marks"> {
  const wanted = new Set(wordsIn(words).map(stem));
  const marks = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .filter((m) => wanted.has(stem(folded(m[0]))))
    .map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const from = wordStart(text, Math.max(0, (marks[0]?.start ?? 0) - AROUND));
  const to = Math.min(text.length, from + 2 * AROUND + 40);
  const inside = marks
    .filter((m) => m.start >= from && m.end <= to)
    .map((m) => ({ start: m.start - from, end: m.end - from }));
  return { snippet: text.slice(from, to), marks: inside };
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(" ", at);
  return space < 0 || space > at + 30 ? at : space + 1;
}
