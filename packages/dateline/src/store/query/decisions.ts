import type { Decision, DecisionRow, Page, Question } from "@dateline/model";
import { settle } from "@dateline/record";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { questionsOn } from "../decide/questions.ts";
import { decisionsIn } from "../index/settled.ts";
import type { DecisionQuery, QuestionQuery } from "../record-store.ts";
import { tagOf } from "./event-tag.ts";
import { instantOf } from "./fold-view.ts";
import { pageOf } from "./paging.ts";

/** A page of decisions with what became of each, as the record knew it then. */
export async function decisionPage(db: Database, query: DecisionQuery): Promise<Page<DecisionRow>> {
  const { limit, offset } = pageOf(query);
  const at = instantOf(query.asOf);
  const all = await decisionsIn(db, at);
  const { undoneBy, judgements } = settle(all);
  const chosen = await chosenFrom(db, all, query);
  if (query.sort === "newest") chosen.reverse();
  const page = chosen.slice(offset, offset + limit);
  const standing = page.filter((d) => !undoneBy.has(d.id));
  const kept = all.filter((d) => d.action.kind === "keep" && !undoneBy.has(d.id));
  const open = new Map(
    (await questionsOn(db, [...standing, ...kept], { at, judgements })).map((q) => [q.decision, q.reason]),
  );
  return {
    items: page.map((d) => ({ ...d, undoneBy: undoneBy.get(d.id) ?? null, open: open.get(d.id) ?? null })),
    total: chosen.length,
  };
}

/** A page of questions, as the record would have asked them then. */
export async function questionPage(db: Database, query: QuestionQuery): Promise<Page<Question>> {
  const { limit, offset } = pageOf(query);
  const at = instantOf(query.asOf);
  const all = await decisionsIn(db, at);
  const { undoneBy, judgements } = settle(all);
  const standing = all.filter((d) => !undoneBy.has(d.id));
  const { event: _, report, ...rest } = query;
  const about = await chosenFrom(db, standing, { ...rest, event: query.event });
  const ids = new Set(about.map((d) => d.id));
  const asked = (
    await questionsOn(
      db,
      standing.filter((d) => ids.has(d.id) || d.action.kind === "keep"),
      { at, judgements },
    )
  ).filter((q) => report === undefined || q.report === report);
  const page = asked.slice(offset, offset + limit);
  const events = await eventsOf(db, page);
  return { items: page.map((q) => ({ ...q, event: events.get(q.claim ?? "") ?? null })), total: asked.length };
}

async function chosenFrom(db: Database, all: readonly Decision[], query: DecisionQuery): Promise<Decision[]> {
  const { id, report, claim, step, who, kind, since, until, saidBy } = query;
  const [from, to] = [since, instantOf(until)];
  const claims = query.event === undefined ? undefined : await claimsIn(db, query.event);
  const said = saidBy === undefined ? undefined : await saidUpTo(db, all, saidBy);
  return all.filter(
    (d) =>
      (id === undefined || d.id === id) &&
      (claims === undefined || d.anchors.some((a) => claims.has(a.claim))) &&
      (claim === undefined || d.anchors.some((a) => a.claim === claim)) &&
      (report === undefined || d.anchors.some((a) => a.report === report)) &&
      (step === undefined || d.step === step || d.id === step) &&
      (who === undefined || d.who.toLowerCase() === who.toLowerCase()) &&
      (kind === undefined || d.action.kind === kind) &&
      (from === undefined || d.at >= from) &&
      (to === undefined || d.at <= to) &&
      (said === undefined || d.anchors.length === 0 || d.anchors.some((a) => said.has(a.report))),
  );
}

/** Reports of decisions that had been published by then. */
async function saidUpTo(db: Database, all: readonly Decision[], saidBy: string): Promise<ReadonlySet<string>> {
  const ids = [...new Set(all.flatMap((d) => d.anchors.map((a) => a.report)))];
  const rows = await db
    .selectFrom("report")
    .select("id")
    .where(sql<boolean>`id = any(${ids})`)
    .where("published", "<=", saidBy)
    .execute();
  return new Set(rows.map((r) => r.id));
}

async function claimsIn(db: Database, event: string): Promise<ReadonlySet<string>> {
  const tag = await tagOf(db, event);
  if (tag === undefined) return new Set();
  const rows = await db.selectFrom("claim").select("id").where("event", "=", tag).execute();
  return new Set(rows.map((r) => r.id));
}

async function eventsOf(db: Database, questions: readonly Question[]): Promise<ReadonlyMap<string, string>> {
  const ids = questions.flatMap((q) => q.claim ?? []);
  const rows = await db
    .selectFrom("claim")
    .innerJoin("event", "event.tag", "claim.event")
    .select(["claim.id", "event.id as event"])
    .where(sql<boolean>`claim.id = any(${ids})`)
    .where("claim.gone", "is", null)
    .execute();
  return new Map(rows.map((r) => [r.id, r.event]));
}
