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
  readonly title: string | null;
  readonly text: string;
  readonly rank: number;
}

/** Full text over events, reports and claims, best first. */
export async function searchAll(db: Database, text: string, options: Options): Promise<Page<SearchHit>> {
  const words = folded(text);
  const kinds = options.kinds ?? ["event", "report", "claim"];
  if (words === "" || kinds.length === 0) return { items: [], total: 0 };
  const { limit, offset } = pageOf(options);
  const query = sql`websearch_to_tsquery('english', ${words})`;
  const parts = kinds.map((kind) => SELECT[kind](query));
  const { rows } = await sql<Found & { readonly total: number }>`
    with found as (${sql.join(parts, sql` union all `)}) select *, (select count(*)::int from found) as total from found
    order by rank desc, kind, id limit ${limit} offset ${offset}`.execute(db);
  return { items: rows.map((r) => hitOf(r, words)), total: rows[0]?.total ?? 0 };
}

type Part = ReturnType<typeof sql>;

/** Events weigh more than the reports and claims they are made of. */
const SELECT: Readonly<Record<SearchHit["kind"], (query: Part) => Part>> = {
  event: (q) =>
    sql`select 'event' as kind, id, row->>'title' as title, row::text as text, ts_rank(words, ${q}, 1) * 2 as rank from event where words @@ ${q}`,
  report: (q) =>
    sql`select 'report' as kind, id, title, text, ts_rank(words, ${q}, 1) as rank from report where words @@ ${q}`,
  claim: (q) =>
    sql`select 'claim' as kind, id, told->>'title' as title, told->>'quote' as text, ts_rank(words, ${q}, 1) as rank from claim where gone is null and words @@ ${q}`,
};

const AROUND = 90;

function hitOf(found: Found, words: string): SearchHit {
  const { kind, id, rank } = found;
  const text = kind === "event" ? eventText(found.text) : found.text;
  return { kind, id, title: found.title ?? "", rank, ...snippet(text, words) };
}

function eventText(row: string): string {
  const e = JSON.parse(row) as EventRow;
  return [e.title, e.place?.name, e.time?.value].filter((x) => x !== undefined && x !== null).join(", ");
}

/** The stretch around the first word found, with all found words in it marked. */
export function snippet(text: string, words: string): Pick<SearchHit, "snippet" | "marks"> {
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
