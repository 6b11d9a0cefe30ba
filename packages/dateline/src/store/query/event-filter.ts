import { folded } from "@dateline/record";
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { EventFilter } from "../record-store.ts";
import type { Tables } from "../tables.ts";

type Builder = ExpressionBuilder<Tables, "event">;

/** The conditions of a filter as SQL over `event`. */
export function conditions(e: Builder, f: EventFilter): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [];
  if (f.type !== undefined) all.push(e("type", "in", list(f.type)));
  if (f.status !== undefined) all.push(e("status", "in", list(f.status)));
  if (f.country !== undefined) all.push(e("country", "=", f.country));
  if (f.since !== undefined) all.push(e("latest", ">=", f.since));
  if (f.until !== undefined) all.push(e("earliest", "<=", f.until));
  if (f.actor !== undefined) all.push(isNamed("actor", f.actor));
  if (f.says !== undefined) all.push(isNamed("says", f.says));
  if (f.minIndependent !== undefined) all.push(e("independent", ">=", f.minIndependent));
  if (f.minReports !== undefined) all.push(e("reports", ">=", f.minReports));
  if (f.disputed !== undefined) all.push(e("disputed", "=", f.disputed));
  if (f.denied !== undefined) all.push(e("denied", "=", f.denied));
  if (f.placed === true) all.push(e("lat", "is not", null));
  if (f.placed === false) all.push(e("lat", "is", null));
  if (f.box !== undefined) all.push(inBox(e, f.box));
  if (f.report !== undefined) all.push(toldBy(e, f.report));
  if (f.text !== undefined && f.text.trim() !== "")
    all.push(sql<SqlBool>`event.words @@ websearch_to_tsquery('english', ${folded(f.text)})`);
  return e.and(all);
}

function list<T>(x: T | readonly T[]): readonly T[] {
  return Array.isArray(x) ? (x as readonly T[]) : [x as T];
}

/** Part of a name of an actor or origin. */
function isNamed(as: "actor" | "says", part: string): Expression<SqlBool> {
  return sql<SqlBool>`event.names && array(select name from name where name like ${like(as, part)})`;
}

function like(as: string, name: string): string {
  return `${as} %${folded(name).replace(/[\\%_]/g, "\\$&")}%`;
}

function inBox(e: Builder, [west, south, east, north]: readonly [number, number, number, number]): Expression<SqlBool> {
  const lat = e.and([e("lat", ">=", south), e("lat", "<=", north)]);
  const across =
    west > east
      ? e.or([e("lon", ">=", west), e("lon", "<=", east)])
      : e.and([e("lon", ">=", west), e("lon", "<=", east)]);
  return e.and([lat, across]);
}

function toldBy(e: Builder, report: string): Expression<SqlBool> {
  return e(
    "tag",
    "in",
    e
      .selectFrom("claim")
      .select("event")
      .$castTo<{ event: string }>()
      .where("report", "=", report)
      .where("gone", "is", null),
  );
}
