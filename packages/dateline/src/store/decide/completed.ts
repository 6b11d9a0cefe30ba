import type { Action, ActorRef, FieldContent, FieldName, HandClaim, PlaceRef, Span, TimeRef } from "@dateline/model";
import { ALL_MODES, DatelineError, isEventType } from "@dateline/model";
import { folded, nameKey, type ToldClaim, timeBounds } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import { claimsOf } from "./anchors.ts";

/** An action with what a person need not say filled in: ids of events as they are now, bounds of times, what names stand for. Throws "decision/…". */
export async function completed(trx: Transaction, action: Action): Promise<Action> {
  switch (action.kind) {
    case "edit":
      return { ...action, value: action.value === null ? null : fitValue(action.field, action.value) };
    case "same-as":
    case "not-same-as":
      return sameNames(trx, action);
    case "add-claim":
      return { ...action, claim: await handClaim(trx, action.claim) };
    default:
      return action;
  }
}

/** A value fit for its field. Throws "decision/value". */
function fitValue(field: FieldName, value: FieldContent): FieldContent {
  const refuse = (why: string): never => {
    throw new DatelineError("decision/value", `${field}: ${why}`);
  };
  const wanted = KINDS[field] ?? "count";
  if (value.kind !== wanted) return refuse(`a value of kind "${wanted}" is wanted, not "${value.kind}"`);
  if (value.kind === "word") {
    const known = field === "type" ? isEventType(value.word) : ALL_MODES.some((m) => m === value.word);
    return known ? value : refuse(`there is no ${field} ${value.word}`);
  }
  if (value.kind === "count") {
    const [low, high] = value.range;
    return low !== null && high !== null && low > high ? refuse(`${low} is more than ${high}`) : value;
  }
  return value.kind === "time" ? { ...value, time: timeOf(value.time) } : value;
}

const KINDS: Readonly<Partial<Record<FieldName, FieldContent["kind"]>>> = {
  type: "word",
  mode: "word",
  status: "status",
  agents: "actors",
  targets: "actors",
  place: "place",
  time: "time",
};

function timeOf(time: TimeRef): TimeRef {
  if (time.value === null || time.earliest !== null) return time;
  const bounds = timeBounds(time.value);
  if (bounds === undefined)
    throw new DatelineError(
      "decision/value",
      `time: ${time.value} is no date like 2020-06-05, 2020-06 or 2020-06-03/2020-06-05`,
    );
  return { ...time, ...bounds };
}

type Sameness = Extract<Action, { readonly kind: "same-as" | "not-same-as" }>;

async function sameNames(trx: Transaction, action: Sameness): Promise<Action> {
  if (action.what === "event") return action;
  const [x, y] = [nameKey(action.a), nameKey(action.b)];
  if (x === y) throw new DatelineError("decision/same", `“${action.a}” and “${action.b}” are one name`);
  const [a, b] = [await refNamed(trx, action.what, x), await refNamed(trx, action.what, y)];
  if (action.kind === "not-same-as") {
    const [p, q] = [identityOf(a), identityOf(b)];
    return { ...action, shared: p !== null && p === q ? p : null };
  }
  const found = [a, b].find((r) => identityOf(r) !== null) ?? [a, b].find(isPlaced) ?? a ?? b;
  if (action.as == null && found === undefined && action.what === "place")
    throw new DatelineError(
      "decision/not-found",
      `no claim of this record names ${action.a} or ${action.b} as a place`,
    );
  return { ...action, as: action.as ?? found ?? null };
}

function isPlaced(ref: ActorRef | PlaceRef | undefined): boolean {
  return ref !== undefined && "lat" in ref && ref.lat !== null;
}

function identityOf(ref: ActorRef | PlaceRef | undefined): string | null {
  if (ref === undefined) return null;
  if ("codes" in ref) return ref.actor;
  return ref.geonames === null ? null : String(ref.geonames);
}

/** What a standing claim has under this name. */
async function refNamed(
  trx: Transaction,
  what: "actor" | "place",
  key: string,
): Promise<ActorRef | PlaceRef | undefined> {
  const like = `%${key.replace(/[\\%_]/g, "\\$&")}%`;
  const where =
    what === "actor" ? sql`event.actors like ${like}` : sql`event.words @@ phraseto_tsquery('english', ${key})`;
  const { rows } = await sql<{ told: ToldClaim }>`select claim.told from event join claim on claim.event = event.tag
    where claim.gone is null and ${where} order by claim.id limit 500`.execute(trx);
  const refs = rows.flatMap(({ told }): readonly (ActorRef | PlaceRef)[] =>
    what === "actor" ? [...told.agents, ...told.targets] : told.place === null ? [] : [told.place],
  );
  const named = refs.filter((r) => nameKey(r.name) === key);
  return named.find((r) => identityOf(r) !== null) ?? named[0];
}

async function handClaim(trx: Transaction, claim: HandClaim): Promise<HandClaim> {
  const report = await trx.selectFrom("report").select("text").where("id", "=", claim.report).executeTakeFirst();
  if (report === undefined) throw new DatelineError("decision/not-found", `there is no report ${claim.report}`);
  const marked = [claim.span, claim.trigger, ...Object.values(claim.evidence).flat()];
  const wrong = marked.find((s) => !isWords(report.text, s));
  if (wrong !== undefined)
    throw new DatelineError("decision/words", `${wrong.start} to ${wrong.end} marks no words of ${claim.report}`);
  if (claim.trigger.start < claim.span.start || claim.trigger.end > claim.span.end)
    throw new DatelineError("decision/words", "the words of the deed stand inside the passage that tells it");
  const counts = Object.entries(claim.counts);
  for (const [counted, range] of counts) fitValue(`counts.${counted}` as FieldName, { kind: "count", range });
  if (claim.mode !== null) fitValue("mode", { kind: "word", word: claim.mode });
  const [first] = claim.event === null ? [] : await claimsOf(trx, { event: claim.event });
  return { ...claim, time: claim.time === null ? null : timeOf(claim.time), event: first?.event ?? null };
}

function isWords(text: string, { start, end }: Span): boolean {
  return (
    start < end && end <= text.length && text.slice(start, end).trim() !== "" && folded(text.slice(start, end)) !== ""
  );
}
