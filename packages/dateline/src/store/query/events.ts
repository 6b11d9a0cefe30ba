import { DEFAULT_POLICY, type EventRow, type Page, type RecordEvent } from "@dateline/model";
import { eventTag, foldEvent, type Settled, type ToldClaim, tagIn } from "@dateline/record";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { settledIn } from "../index/settled.ts";
import { storyHeads } from "../index/stories.ts";
import type { EventFilter, EventQuery, View } from "../record-store.ts";
import { conditions } from "./event-filter.ts";
import { tagOf } from "./event-tag.ts";
import { foldView, isOfThen } from "./fold-view.ts";
import { matches, sorted } from "./matches.ts";
import { pageOf } from "./paging.ts";

/** A page of events. */
export async function eventPage(db: Database, query: EventQuery): Promise<Page<EventRow>> {
  const { limit, offset } = pageOf(query);
  if (isOfThen(query)) {
    const all = sorted(
      (await foldView(db, query)).filter((e) => matches(e, query.filter ?? {})),
      query.sort,
    );
    return { items: all.slice(offset, offset + limit).map(rowOf), total: all.length };
  }
  const where = db.selectFrom("event").where((e) => conditions(e, query.filter ?? {}));
  const { total } = await where.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow();
  const rows = await where
    .select(["tag", "row"])
    .orderBy(orderOf(query.sort))
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
  const other = query.policy !== undefined && query.policy !== DEFAULT_POLICY;
  if (!other) return { items: rows.map((r) => r.row as unknown as EventRow), total };
  const events = await foldTags(
    db,
    rows.map((r) => r.tag),
    query,
  );
  return { items: rows.flatMap((r) => events.get(r.tag) ?? []).map(rowOf), total };
}

function orderOf(sort: EventQuery["sort"]): ReturnType<typeof sql> {
  if (sort === "corroboration") return sql`independent desc, reports desc`;
  return sort === "said" ? sql`last_said desc nulls last` : sql`earliest desc nulls last`;
}

function rowOf(e: RecordEvent): EventRow {
  const {
    format: _f,
    policy: _p,
    asOf: _a,
    fields: _v,
    origins: _o,
    history: _h,
    members: _m,
    formerIds: _i,
    decisions: _d,
    ...row
  } = e;
  return row;
}

/** One event with all that is told of it. */
export async function eventById(db: Database, id: string, view: View): Promise<RecordEvent | undefined> {
  if (isOfThen(view)) return eventThen(await foldView(db, view), id);
  const tag = await tagOf(db, id);
  if (tag === undefined) return undefined;
  return (await foldTags(db, [tag], view)).get(tag);
}

function eventThen(events: readonly RecordEvent[], id: string): RecordEvent | undefined {
  const tag = tagIn(id);
  if (tag === undefined) return undefined;
  return (
    events.find((e) => tagIn(e.id) === tag) ??
    events.find((e) => e.members.some((m) => eventTag(m.id, tag.length) === tag))
  );
}

/** Folds events by their tags. */
async function foldTags(
  db: Database,
  tags: readonly string[],
  view: View,
  known?: Settled,
): Promise<ReadonlyMap<string, RecordEvent>> {
  if (tags.length === 0) return new Map();
  const rows = await db
    .selectFrom("claim")
    .select(["event", "told"])
    .where(sql<boolean>`event = any(${tags})`)
    .where("gone", "is", null)
    .execute();
  const claims = new Map<string, ToldClaim[]>();
  for (const r of rows) {
    const tag = r.event ?? "";
    claims.set(tag, [...(claims.get(tag) ?? []), r.told as unknown as ToldClaim]);
  }
  const settled = known ?? (await settledIn(db));
  const storyOf = await storyHeads(
    db,
    rows.map((r) => (r.told as unknown as ToldClaim).report),
  );
  return new Map(
    [...claims].map(([tag, own]) => {
      const event = foldEvent({
        claims: own,
        storyOf,
        settled,
        policy: view.policy ?? DEFAULT_POLICY,
        asOf: null,
        tag,
      });
      return [tag, event] as const;
    }),
  );
}

const CHUNK = 200;

/** All events that match, in the order of their ids. */
export async function* everyEvent(
  db: Database,
  view: View & { readonly filter?: EventFilter | undefined },
): AsyncGenerator<RecordEvent> {
  const filter = view.filter ?? {};
  if (isOfThen(view)) {
    for (const e of await foldView(db, view)) if (matches(e, filter)) yield e;
    return;
  }
  const settled = await settledIn(db);
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("event")
      .select(["id", "tag"])
      .where((e) => conditions(e, filter))
      .where("id", ">", after)
      .orderBy("id")
      .limit(CHUNK)
      .execute();
    const events = await foldTags(
      db,
      rows.map((r) => r.tag),
      view,
      settled,
    );
    for (const r of rows) {
      const event = events.get(r.tag);
      if (event !== undefined) yield event;
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
