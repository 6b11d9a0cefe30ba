import type { Action, Anchor, Decision, DecisionInput, Target } from "@dateline/model";
import { DatelineError, DECISION_FORMAT, wordsOf } from "@dateline/model";
import { lettersOf, seedOf, type ToldClaim } from "@dateline/record";
import { sql } from "kysely";
import type { Database, Transaction } from "./database.ts";
import { tagOf } from "./query/event-tag.ts";

/** Makes a decision of what a person asks for: its anchors are the words it is made over. Throws "decision/…" where it names nothing. */
export async function decisionOf(
  trx: Transaction,
  input: DecisionInput,
  made: { readonly seq: number; readonly at: string; readonly step: string | null },
): Promise<Decision> {
  const { action, who } = input;
  if (who.trim() === "") throw new DatelineError("decision/who", "a decision needs the name of who makes it");
  const claims = await anchored(trx, action);
  const id = `D-${lettersOf(`${made.seq}\n${made.at}\n${JSON.stringify(action)}`, 6)}`;
  return {
    format: DECISION_FORMAT,
    id,
    at: made.at,
    who,
    why: input.why ?? null,
    action,
    anchors: await Promise.all(claims.map((c) => anchorOf(trx, c))),
    before: await before(trx, action),
    step: made.step,
  };
}

async function anchored(trx: Transaction, action: Action): Promise<readonly ToldClaim[]> {
  switch (action.kind) {
    case "accept":
    case "reject":
    case "cant-tell":
      return claimsOf(trx, action.target);
    case "edit": {
      const all = await claimsOf(trx, action.target);
      return "claim" in action.target ? all : all.slice(0, 1);
    }
    case "merge": {
      if (action.events.length < 2) throw new DatelineError("decision/merge", "merging takes at least two events");
      return (await Promise.all(action.events.map((event) => claimsOf(trx, { event })))).flat();
    }
    case "split":
      return splitClaims(trx, action.event, action.claims);
    case "same-as":
    case "not-same-as":
      return sameClaims(trx, action);
    case "undo":
      return undoneClaims(trx, action.decision);
    default:
      return action satisfies never;
  }
}

async function splitClaims(trx: Transaction, event: string, moved: readonly string[]): Promise<readonly ToldClaim[]> {
  const all = await claimsOf(trx, { event });
  const ids = new Set(all.map((c) => c.id));
  const foreign = moved.find((m) => !ids.has(m));
  if (foreign !== undefined)
    throw new DatelineError("decision/split", `claim ${foreign} does not belong to event ${event}`);
  if (moved.length === 0 || moved.length >= ids.size)
    throw new DatelineError("decision/split", "splitting takes some of the event's claims, not none and not all");
  return all;
}

async function sameClaims(
  trx: Transaction,
  action: Extract<Action, { kind: "same-as" | "not-same-as" }>,
): Promise<readonly ToldClaim[]> {
  if (action.what !== "event") return [];
  const [a, b] = [await claimsOf(trx, { event: action.a }), await claimsOf(trx, { event: action.b })];
  if (action.kind === "same-as") return [...a, ...b];
  return [...a.slice(0, 1), ...b.slice(0, 1)];
}

async function undoneClaims(trx: Transaction, id: string): Promise<readonly ToldClaim[]> {
  const row = await trx.selectFrom("decision").select("decision").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new DatelineError("decision/not-found", `there is no decision ${id}`);
  const claims = (row.decision as unknown as Decision).anchors.map((a) => a.claim);
  return claims.length === 0 ? [] : standing(trx, claims);
}

/** The standing claims of a target, the one the event is named after first. */
async function claimsOf(trx: Transaction, target: Target): Promise<readonly ToldClaim[]> {
  if ("claim" in target) {
    const found = await standing(trx, [target.claim]);
    if (found.length === 0) throw new DatelineError("decision/not-found", `there is no claim ${target.claim}`);
    return found;
  }
  const tag = await tagOf(trx, target.event);
  if (tag === undefined) throw new DatelineError("decision/not-found", `there is no event ${target.event}`);
  const rows = await trx
    .selectFrom("claim")
    .select("told")
    .where("event", "=", tag)
    .where("gone", "is", null)
    .orderBy("id")
    .execute();
  const all = rows.map((r) => r.told as unknown as ToldClaim);
  const seed = seedOf(all);
  return [seed, ...all.filter((c) => c !== seed)];
}

async function standing(trx: Transaction, ids: readonly string[]): Promise<readonly ToldClaim[]> {
  const rows = await trx
    .selectFrom("claim")
    .select(["id", "told"])
    .where(sql<boolean>`id = any(${ids})`)
    .where("gone", "is", null)
    .execute();
  const byId = new Map(rows.map((r) => [r.id, r.told as unknown as ToldClaim]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function anchorOf(trx: Transaction, c: ToldClaim): Promise<Anchor> {
  const row = await trx
    .selectFrom("version")
    .select("sha256")
    .where("report", "=", c.report)
    .where("version", "=", c.version)
    .executeTakeFirst();
  return { claim: c.id, report: c.report, sha256: row?.sha256 ?? "", trigger: c.claim.trigger, words: c.trigger };
}

/** What was shown before: for an edit of an event the row, for a claim its judged state. */
async function before(trx: Transaction, action: Action): Promise<unknown> {
  if (action.kind !== "edit" || !("event" in action.target)) return null;
  const tag = await tagOf(trx, action.target.event);
  const row = await trx
    .selectFrom("event")
    .select("row")
    .where("tag", "=", tag ?? "")
    .executeTakeFirst();
  return row?.row ?? null;
}

/** Why a decision no longer holds by itself; null where it does. */
export async function openReasons(db: Database, decisions: readonly Decision[]): Promise<ReadonlyMap<string, string>> {
  const anchors = decisions.flatMap((d) => d.anchors.map((a) => ({ decision: d.id, ...a })));
  if (anchors.length === 0) return new Map();
  const ids = [...new Set(anchors.map((a) => a.claim))];
  const now = await db
    .selectFrom("claim")
    .select("id")
    .where(sql<boolean>`id = any(${ids})`)
    .where("gone", "is", null)
    .execute();
  const there = new Set(now.map((r) => r.id));
  const lost = anchors.filter((a) => !there.has(a.claim));
  const reports = [...new Set(lost.map((l) => l.report))];
  const texts =
    reports.length === 0
      ? []
      : await db
          .selectFrom("report")
          .innerJoin("version", (j) =>
            j.onRef("version.report", "=", "report.id").onRef("version.version", "=", "report.version"),
          )
          .select(["report.id", "report.text", "version.sha256"])
          .where("report.id", "in", reports)
          .execute();
  const byId = new Map(texts.map((t) => [t.id, t]));
  return new Map(
    lost.map((l) => {
      const text = byId.get(l.report);
      const changed = text !== undefined && text.sha256 !== l.sha256;
      const words = text === undefined || changed ? "" : wordsOf(text.text, l.trigger);
      const why = changed
        ? "the report's text changed"
        : words === l.words
          ? "the new reading takes these words otherwise"
          : "its words are gone";
      return [l.decision, `“${l.words}”: ${why}`] as const;
    }),
  );
}
