import { TAG, tagIn } from "@dateline/record";
import type { Database } from "../database.ts";

/** The tag of the event that an id leads to: the event itself, or the one that now holds the claim it was named after. */
export async function tagOf(db: Database, id: string): Promise<string | undefined> {
  const tag = tagIn(id);
  if (tag === undefined) return undefined;
  const own = await db.selectFrom("event").select("tag").where("tag", "=", tag).executeTakeFirst();
  if (own !== undefined) return own.tag;
  const held = await db
    .selectFrom("claim")
    .select(["event", "telling"])
    .where("tag", "like", `${tag}%`)
    .where("event", "is not", null)
    .where("gone", "is", null)
    .orderBy("row")
    .executeTakeFirst();
  return held?.event ?? (await throughTelling(db, tag));
}

/** The claim it was named after was rejected or is read no more: others of the same words in its report may still stand. */
async function throughTelling(db: Database, tag: string): Promise<string | undefined> {
  const seed = await db
    .selectFrom("claim")
    .select(["report", "at"])
    .where("tag", "like", `${tag}%`)
    .orderBy("row", "desc")
    .executeTakeFirst();
  if (seed === undefined || tag.length < TAG) return undefined;
  const near = await db
    .selectFrom("claim")
    .select("event")
    .where("report", "=", seed.report)
    .where("at", "=", seed.at)
    .where("event", "is not", null)
    .where("gone", "is", null)
    .executeTakeFirst();
  return near?.event ?? undefined;
}
