import type { Action, EventRow, FieldName } from "@dateline/model";
import { settledClaim, told, toldLabel } from "@dateline/record";
import type { Transaction } from "../database.ts";
import { settledIn } from "../index/settled.ts";
import { tagOf } from "../query/event-tag.ts";
import { standing } from "./anchors.ts";

/** What the record showed of an action's target before it: the value of an edited field, the judgement, the titles of events. */
export async function before(trx: Transaction, action: Action): Promise<unknown> {
  switch (action.kind) {
    case "edit":
      return "claim" in action.target
        ? claimField(trx, action.target.claim, action.field)
        : eventField(trx, action.target.event, action.field);
    case "accept":
    case "reject":
    case "cant-tell":
      return "claim" in action.target
        ? { judgement: (await settledIn(trx)).judgements.get(action.target.claim) ?? null }
        : { judgement: (await rowOf(trx, action.target.event))?.judgement ?? null };
    case "merge":
      return titles(trx, action.events);
    case "split":
      return titles(trx, [action.event]);
    case "same-as":
    case "not-same-as":
      return action.what === "event" ? titles(trx, [action.a, action.b]) : null;
    default:
      return null;
  }
}

async function claimField(trx: Transaction, claim: string, field: FieldName): Promise<unknown> {
  const [found] = await standing(trx, [claim]);
  if (found === undefined) return null;
  const value = told(settledClaim(found.told, await settledIn(trx)), field);
  return { value: value ?? null, label: toldLabel(value) };
}

async function eventField(trx: Transaction, event: string, field: FieldName): Promise<unknown> {
  const row = await rowOf(trx, event);
  if (row === undefined) return null;
  const { counts, ...shown } = row;
  const value = field.startsWith("counts.")
    ? counts[field.slice("counts.".length) as keyof EventRow["counts"]]
    : shown[field as Exclude<FieldName, `counts.${string}`>];
  return { value: value ?? null };
}

async function titles(trx: Transaction, events: readonly string[]): Promise<unknown> {
  const rows = await Promise.all(events.map((e) => rowOf(trx, e)));
  return { events: rows.flatMap((r) => (r === undefined ? [] : [{ id: r.id, title: r.title }])) };
}

async function rowOf(trx: Transaction, event: string): Promise<EventRow | undefined> {
  const tag = await tagOf(trx, event);
  if (tag === undefined) return undefined;
  const found = await trx.selectFrom("event").select("row").where("tag", "=", tag).executeTakeFirst();
  return found?.row as unknown as EventRow | undefined;
}
