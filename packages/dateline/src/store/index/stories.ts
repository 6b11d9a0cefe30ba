import {
  type Credit,
  isCopy,
  printersOf,
  type StoryHead,
  type StoryReport,
  shingles,
  sketch,
  storyHead,
  unite,
} from "@dateline/record";
import { sql } from "kysely";
import type { Database, Transaction } from "../database.ts";
import type { ReportColumns } from "../tables.ts";
import { insertColumns } from "./bulk.ts";

const SKETCH = { table: "sketch", columns: { hash: "int", report: "text", size: "int" } };
const COPY = { table: "copy", columns: { a: "text", b: "text" } };
const STORY = { table: "story", columns: { id: "text", first: "text", outlet: "text", reason: "text", size: "int" } };

/** Texts compared in full with a new one: those that share most of its sketch. */
const MOST_COMPARED = 12;
/** Below so much shared sketch a full comparison is not worth its while. */
const LIKELY_FROM = 0.2;
/** A run of words that stands in more texts than this is a stock phrase: it tells no copy from another text. */
const MOST_SHARING = 300;

/** A report that is placed in a story. `row`: where the database has none yet. */
export interface Placed {
  readonly id: string;
  readonly text: string;
  readonly row?: ReportColumns | undefined;
}

/** Stories of reports; `changed`: reports of the database whose story is now another or has another outlet. */
export interface Stories {
  readonly storyOf: ReadonlyMap<string, string>;
  readonly changed: readonly string[];
}

/** Finds what reports copy and puts them into their stories. */
export async function placeInStories(trx: Transaction, placed: readonly Placed[]): Promise<Stories> {
  const sets = new Map(placed.map((p) => [p.id, shingles(p.text)]));
  const sketches = new Map([...sets].map(([id, all]) => [id, sketch(all)]));
  const known = placed.filter((p) => p.row === undefined).map((p) => p.id);
  const before = await forget(trx, known);
  await insertColumns(
    trx,
    SKETCH,
    [...sketches].flatMap(([report, kept]) => kept.map((hash) => ({ hash: hash | 0, report, size: kept.length }))),
  );
  const copies = await copiesOf(trx, sets, sketches);
  await insertColumns(
    trx,
    COPY,
    copies.map(([x, y]) => (x < y ? { a: x, b: y } : { a: y, b: x })),
  );
  const partners = [...new Set(copies.flat())].filter((id) => !sketches.has(id));
  const stories = [...before, ...(await storiesOf(trx, partners))].filter((s) => s !== "");
  return rewrite(trx, { stories: [...new Set(stories)], known, placed, copies });
}

/** Takes away what copies what of reports whose text may be another now; gives the stories they were in. */
async function forget(trx: Transaction, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  await sql`delete from sketch where report = any(${ids})`.execute(trx);
  await sql`delete from copy where a = any(${ids}) or b = any(${ids})`.execute(trx);
  return storiesOf(trx, ids);
}

async function storiesOf(trx: Transaction, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("report")
    .select("story")
    .distinct()
    .where(sql<boolean>`id = any(${ids})`)
    .execute();
  return rows.map((r) => r.story);
}

type Sketches = ReadonlyMap<string, readonly number[]>;

async function copiesOf(
  trx: Transaction,
  sets: ReadonlyMap<string, ReadonlySet<number>>,
  sketches: Sketches,
): Promise<readonly (readonly [string, string])[]> {
  const likely = await candidates(trx, sketches);
  const others = [...new Set([...likely.values()].flat())].filter((id) => !sets.has(id));
  const all = new Map(sets);
  if (others.length > 0) {
    const texts = await trx
      .selectFrom("report")
      .select(["id", "text"])
      .where(sql<boolean>`id = any(${others})`)
      .execute();
    for (const t of texts) all.set(t.id, shingles(t.text));
  }
  return [...likely].flatMap(([mine, ids]) =>
    ids.flatMap((other) => {
      const [a, b] = [all.get(mine), all.get(other)];
      return a !== undefined && b !== undefined && isCopy(a, b) ? [[mine, other] as const] : [];
    }),
  );
}

interface Shared {
  readonly report: string;
  readonly shared: number;
  readonly of: number;
}

/** For each new report those that share enough of its sketch, or of whose sketch it shares enough. */
async function candidates(trx: Transaction, sketches: Sketches): Promise<ReadonlyMap<string, readonly string[]>> {
  const holders = await holdersOf(trx, [...new Set([...sketches.values()].flat())]);
  const out = new Map<string, readonly string[]>();
  for (const [mine, kept] of sketches) {
    const met = new Map<string, { shared: number; readonly size: number }>();
    for (const hash of kept) {
      for (const { report, size } of holders.get(hash | 0) ?? []) {
        const known = met.get(report);
        if (known === undefined) met.set(report, { shared: 1, size });
        else known.shared += 1;
      }
    }
    met.delete(mine);
    const likely = [...met]
      .map(([report, m]): Shared => ({ report, shared: m.shared, of: Math.max(1, Math.min(kept.length, m.size)) }))
      .filter((m) => m.shared / m.of >= LIKELY_FROM)
      .sort((a, b) => b.shared - a.shared || (a.report < b.report ? -1 : 1));
    if (likely.length > 0)
      out.set(
        mine,
        likely.slice(0, MOST_COMPARED).map((m) => m.report),
      );
  }
  return out;
}

interface Holder {
  readonly report: string;
  readonly size: number;
}

/** The reports whose sketch holds a hash; none for those that too many hold. */
async function holdersOf(trx: Transaction, hashes: readonly number[]): Promise<ReadonlyMap<number, readonly Holder[]>> {
  const { rows } = await sql<Holder & { readonly hash: number }>`select s.hash, s.report, s.size
    from unnest(${hashes.map((h) => h | 0)}::int[]) as h(hash)
    cross join lateral (select * from sketch where sketch.hash = h.hash limit ${MOST_SHARING + 1}) s`.execute(trx);
  const out = new Map<number, Holder[]>();
  for (const row of rows) {
    const known = out.get(row.hash);
    if (known === undefined) out.set(row.hash, [row]);
    else known.push(row);
  }
  for (const [hash, all] of out) if (all.length > MOST_SHARING) out.delete(hash);
  return out;
}

interface Member extends Pick<ReportColumns, "publisher" | "published" | "title" | "credit"> {
  readonly id: string;
  readonly story: string;
  readonly outlet: string | null;
  /** Not in the database yet. */
  readonly fresh: boolean;
}

interface Rewrite {
  /** Stories of which a report is placed anew, or copied. */
  readonly stories: readonly string[];
  readonly known: readonly string[];
  readonly placed: readonly Placed[];
  readonly copies: readonly (readonly [string, string])[];
}

/** Makes stories again from what copies what. */
async function rewrite(trx: Transaction, { stories, known, placed, copies }: Rewrite): Promise<Stories> {
  const standing = await members(trx, stories, known);
  const fresh = placed.flatMap(({ id, row }): readonly Member[] =>
    row === undefined ? [] : [{ ...row, id, story: "", outlet: null, fresh: true }],
  );
  const byId = new Map([...standing, ...fresh].map((m) => [m.id, m]));
  const pairs = [...(await pairsAmong(trx, [...standing.map((m) => m.id)])), ...copies];
  const heads: StoryHead[] = [];
  const moved: { readonly id: string; readonly story: string }[] = [];
  const changed: string[] = [];
  const storyOf = new Map<string, string>();
  for (const group of unite([...byId.keys()], pairs)) {
    const all = group.flatMap((id) => byId.get(id) ?? []);
    const [first, ...rest] = all.map(storyReportOf);
    if (first === undefined) continue;
    const head = storyHead([first, ...rest]);
    heads.push(head);
    for (const m of all) {
      storyOf.set(m.id, head.id);
      if (m.fresh) continue;
      if (m.story !== head.id) moved.push({ id: m.id, story: head.id });
      if (m.story !== head.id || m.outlet !== head.outlet) changed.push(m.id);
    }
  }
  if (moved.length > 0)
    await sql`update report set story = v.story from unnest(${moved.map((m) => m.id)}::text[], ${moved.map((m) => m.story)}::text[]) as v(id, story)
      where report.id = v.id`.execute(trx);
  await sql`delete from story where id = any(${[...stories, ...heads.map((h) => h.id)]})`.execute(trx);
  await insertColumns(trx, STORY, heads as readonly object[] as readonly Readonly<Record<string, unknown>>[]);
  return { storyOf, changed };
}

async function members(
  trx: Transaction,
  stories: readonly string[],
  known: readonly string[],
): Promise<readonly Member[]> {
  if (stories.length + known.length === 0) return [];
  const rows = await trx
    .selectFrom("report")
    .leftJoin("story", "story.id", "report.story")
    .select([
      "report.id",
      "report.publisher",
      "report.published",
      "report.title",
      "report.credit",
      "report.story",
      "story.outlet",
    ])
    .where(sql<boolean>`(report.story = any(${stories}) or report.id = any(${known}))`)
    .execute();
  return rows.map((r) => ({ ...r, fresh: false }));
}

async function pairsAmong(trx: Transaction, ids: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("copy")
    .select(["a", "b"])
    .where(sql<boolean>`a = any(${ids}) and b = any(${ids})`)
    .execute();
  return rows.map((p) => [p.a, p.b] as const);
}

export function storyReportOf(row: {
  readonly id: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly credit: string;
}): StoryReport {
  const { id: report, publisher, published, title, credit } = row;
  return { report, publisher, published, title, credit: JSON.parse(credit) as Credit | null };
}

/** The stories of reports. */
export async function storyHeads(db: Database, reports: readonly string[]): Promise<(report: string) => StoryHead> {
  const rows =
    reports.length === 0
      ? []
      : await db
          .selectFrom("report")
          .innerJoin("story", "story.id", "report.story")
          .select(["report.id as report", "story.id", "story.first", "story.outlet", "story.reason", "story.size"])
          .where("report.id", "in", [...new Set(reports)])
          .execute();
  const printers = await printersIn(db, [...new Set(rows.map((r) => r.id))]);
  const heads = new Map(
    rows.map(({ report, ...head }) => [report, { ...head, printers: printers.get(head.id) ?? [] }]),
  );
  return (report) =>
    heads.get(report) ?? storyHead([{ report, publisher: null, published: null, title: null, credit: null }]);
}

/** Of each story all who printed or signed its text. */
async function printersIn(db: Database, stories: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (stories.length === 0) return new Map();
  const rows = await db
    .selectFrom("report")
    .select(["story", "publisher", "credit"])
    .where(sql<boolean>`story = any(${stories})`)
    .groupBy(["story", "publisher", "credit"])
    .execute();
  const members = new Map<string, { publisher: string | null; credit: Credit | null }[]>();
  for (const { story, publisher, credit } of rows) {
    const list = members.get(story) ?? [];
    list.push({ publisher, credit: JSON.parse(credit) as Credit | null });
    members.set(story, list);
  }
  return new Map([...members].map(([story, list]) => [story, printersOf(list)] as const));
}
