import {
  type Credit,
  isCopy,
  type StoryHead,
  type StoryReport,
  shingles,
  sketch,
  storyHead,
  unite,
} from "@dateline/record";
import { sql } from "kysely";
import type { Database, Transaction } from "../database.ts";
import type { ReadEntry } from "./apply-reports.ts";
import { insertAll, insertColumns } from "./bulk.ts";

const SKETCH = { table: "sketch", columns: { hash: "int", report: "text" } };

/** Texts compared in full with a new one: those that share most of its sketch. */
const MOST_COMPARED = 12;
/** Below so much shared sketch a full comparison is not worth its while. */
const LIKELY_FROM = 0.2;

/** Finds what the reports copy and puts them into their stories. `changed`: reports whose story is now another or has another outlet. */
export async function placeInStories(
  trx: Transaction,
  wave: readonly ReadEntry[],
): Promise<{ readonly changed: readonly string[] }> {
  const sets = new Map(wave.map((r) => [r.entry.report, shingles(r.reading.report.text)]));
  const ids = [...sets.keys()];
  const before = await trx.selectFrom("report").select(["id", "story"]).where("id", "in", ids).execute();
  await trx.deleteFrom("sketch").where("report", "in", ids).execute();
  await trx
    .deleteFrom("copy")
    .where((e) => e.or([e("a", "in", ids), e("b", "in", ids)]))
    .execute();
  await insertColumns(
    trx,
    SKETCH,
    [...sets].flatMap(([report, all]) => sketch(all).map((hash) => ({ hash: hash | 0, report }))),
  );
  const copies = await copiesOf(trx, sets);
  await insertAll(
    trx,
    "copy",
    copies.map(([x, y]) => (x < y ? { a: x, b: y } : { a: y, b: x })),
  );
  const partners = await trx
    .selectFrom("report")
    .select("story")
    .distinct()
    .where("id", "in", [...ids, ...copies.flat()])
    .where("story", "<>", "")
    .execute();
  return {
    changed: await rewrite(trx, [...new Set([...before.map((b) => b.story), ...partners.map((p) => p.story)])], ids),
  };
}

async function copiesOf(
  trx: Transaction,
  sets: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<readonly (readonly [string, string])[]> {
  const likely = await candidates(trx, sets);
  const others = [...new Set([...likely.values()].flat())].filter((id) => !sets.has(id));
  const all = new Map(sets);
  if (others.length > 0) {
    const texts = await trx.selectFrom("report").select(["id", "text"]).where("id", "in", others).execute();
    for (const t of texts) all.set(t.id, shingles(t.text));
  }
  return [...likely].flatMap(([mine, ids]) =>
    ids.flatMap((other) => {
      const [a, b] = [all.get(mine), all.get(other)];
      return a !== undefined && b !== undefined && isCopy(a, b) ? [[mine, other] as const] : [];
    }),
  );
}

/** For each new report those that share enough of its sketch, or of whose sketch it shares enough. */
async function candidates(
  trx: Transaction,
  sets: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const mine = [...sets.keys()];
  const { rows } = await sql<{ mine: string; other: string; shared: number }>`
    select m.report as mine, o.report as other, count(*)::int as shared
    from sketch m join sketch o on o.hash = m.hash and o.report <> m.report
    where m.report = any(${mine}) group by 1, 2 order by 1, 3 desc, 2`.execute(trx);
  const own = new Map(mine.map((id) => [id, sketch(sets.get(id) ?? new Set()).length]));
  const sizes = await sketchSizes(trx, [...new Set(rows.map((r) => r.other))]);
  const out = new Map<string, string[]>();
  for (const r of rows) {
    const found = out.get(r.mine) ?? [];
    const least = Math.max(1, Math.min(own.get(r.mine) ?? 0, sizes.get(r.other) ?? 0));
    if (found.length >= MOST_COMPARED || r.shared / least < LIKELY_FROM) continue;
    found.push(r.other);
    out.set(r.mine, found);
  }
  return out;
}

async function sketchSizes(trx: Transaction, reports: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (reports.length === 0) return new Map();
  const { rows } = await sql<{ report: string; size: number }>`
    select report, count(*)::int as size from sketch where report = any(${reports}) group by 1`.execute(trx);
  return new Map(rows.map((r) => [r.report, r.size]));
}

/** Makes the stories of these reports again from what copies what. */
async function rewrite(
  trx: Transaction,
  stories: readonly string[],
  fresh: readonly string[],
): Promise<readonly string[]> {
  const reports = await trx
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
    .where((e) => e.or([e("report.story", "in", [...stories, "-"]), e("report.id", "in", fresh)]))
    .execute();
  const ids = reports.map((r) => r.id);
  const pairs = await trx.selectFrom("copy").select(["a", "b"]).where("a", "in", ids).where("b", "in", ids).execute();
  const byId = new Map(reports.map((r) => [r.id, r]));
  const heads: StoryHead[] = [];
  const changed: string[] = [];
  for (const group of unite(
    ids,
    pairs.map((p) => [p.a, p.b] as const),
  )) {
    const [first, ...rest] = group.flatMap((id) => byId.get(id) ?? []).map(storyReportOf);
    if (first === undefined) continue;
    const head = storyHead([first, ...rest]);
    heads.push(head);
    const moved = group.filter((id) => byId.get(id)?.story !== head.id);
    if (moved.length > 0) await trx.updateTable("report").set({ story: head.id }).where("id", "in", moved).execute();
    changed.push(...group.filter((id) => moved.includes(id) || byId.get(id)?.outlet !== head.outlet));
  }
  await trx
    .deleteFrom("story")
    .where("id", "in", [...stories, ...heads.map((h) => h.id)])
    .execute();
  await insertAll(trx, "story", heads);
  return changed;
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
  const heads = new Map(rows.map(({ report, ...head }) => [report, head]));
  return (report) =>
    heads.get(report) ?? storyHead([{ report, publisher: null, published: null, title: null, credit: null }]);
}
