import type { EventRow } from "@dateline/model";
import { isPartOf, isWhole } from "@dateline/record";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import type { EventParts, View } from "../record-store.ts";
import { tagOf } from "./event-tag.ts";
import { eventById } from "./events.ts";
import { foldView, isOfThen } from "./fold-view.ts";

/** Of so many events in the same time and country parts are looked for. */
const MOST = 2000;

/** The events that an event adds up, and those that add it up; undefined where there is no such event. */
export async function partsOf(db: Database, id: string, view: View): Promise<EventParts | undefined> {
  const event = isOfThen(view) ? await eventById(db, id, view) : await rowNow(db, id);
  if (event === undefined) return undefined;
  const near = isOfThen(view) ? await foldView(db, view) : await eventsNear(db, event);
  const others = near.filter((e) => e.id !== event.id);
  return {
    parts: others.filter((e) => isPartOf(e, event)),
    wholes: others.filter((e) => isPartOf(event, e)),
  };
}

async function rowNow(db: Database, id: string): Promise<EventRow | undefined> {
  const tag = await tagOf(db, id);
  if (tag === undefined) return undefined;
  const row = await db.selectFrom("event").select("row").where("tag", "=", tag).executeTakeFirst();
  return row?.row as unknown as EventRow | undefined;
}

/** Events that lie within its time, where it is a whole; else those whose time holds it. */
async function eventsNear(db: Database, { time, place, ...event }: EventRow): Promise<readonly EventRow[]> {
  const earliest = time?.earliest ?? null;
  const latest = time?.latest ?? earliest;
  if (earliest === null || latest === null || place === null) return [];
  const within = isWhole({ ...event, time, place })
    ? sql<boolean>`earliest >= ${earliest} and latest <= ${latest}`
    : sql<boolean>`earliest <= ${earliest} and latest >= ${latest} and earliest < latest`;
  const rows = await db
    .selectFrom("event")
    .select("row")
    .where(within)
    .$if(place.country !== null, (q) =>
      q.where((e) => e.or([e("country", "=", place.country), e("country", "is", null)])),
    )
    .orderBy("earliest")
    .orderBy("id")
    .limit(MOST)
    .execute();
  return rows.map((r) => r.row as unknown as EventRow);
}
