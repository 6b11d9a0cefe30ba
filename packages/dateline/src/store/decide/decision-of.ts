import type { Action, Anchor, Decision, DecisionInput } from "@dateline/model";
import { DatelineError, DECISION_FORMAT, wordsOf } from "@dateline/model";
import { handClaimId } from "@dateline/record";
import type { Transaction } from "../database.ts";
import { anchorsOf, claimsOf, type Standing, standing } from "./anchors.ts";
import { before } from "./before.ts";
import { completed } from "./completed.ts";
import { keptAnchors } from "./questions.ts";

/** What a decision gets from where it is made. */
export interface Made {
  readonly id: string;
  readonly at: string;
  readonly step: string | null;
  readonly request: string | undefined;
}

/** Makes a decision of what a person asks for: its anchors are the words it is made over. Throws "decision/…" where it names nothing. */
export async function decisionOf(trx: Transaction, input: DecisionInput, made: Made): Promise<Decision> {
  const { who } = input;
  if (who.trim() === "") throw new DatelineError("decision/who", "a decision needs the name of who makes it");
  const action = await completed(trx, input.action);
  return {
    format: DECISION_FORMAT,
    id: made.id,
    at: made.at,
    who,
    why: input.why ?? null,
    action,
    anchors: await anchored(trx, action, made.id),
    before: await before(trx, action),
    step: made.step,
    ...(made.request !== undefined && { request: made.request }),
  };
}

async function anchored(trx: Transaction, action: Action, id: string): Promise<readonly Anchor[]> {
  if (action.kind === "keep") return keptAnchors(trx, await decisionNamed(trx, action.decision));
  if (action.kind === "add-claim") return handAnchors(trx, action.claim, id);
  return anchorsOf(trx, await meant(trx, action));
}

async function meant(
  trx: Transaction,
  action: Exclude<Action, { readonly kind: "keep" | "add-claim" }>,
): Promise<readonly Standing[]> {
  switch (action.kind) {
    case "accept":
    case "reject":
    case "cant-tell":
    case "edit":
      return claimsOf(trx, action.target);
    case "merge":
      return mergedClaims(trx, action.events);
    case "split":
      return splitClaims(trx, action.event, action.claims);
    case "same-as":
    case "not-same-as":
      return action.what === "event" ? mergedClaims(trx, [action.a, action.b]) : [];
    case "undo":
      return undoneClaims(trx, action.decision);
    default:
      return action satisfies never;
  }
}

async function mergedClaims(trx: Transaction, events: readonly string[]): Promise<readonly Standing[]> {
  const claims = (await Promise.all(events.map((event) => claimsOf(trx, { event })))).flat();
  const byId = new Map(claims.map((c) => [c.told.id, c]));
  if (new Set(claims.map((c) => c.event)).size < 2)
    throw new DatelineError("decision/merge", "at least two different events are wanted");
  return [...byId.values()];
}

async function splitClaims(trx: Transaction, event: string, moved: readonly string[]): Promise<readonly Standing[]> {
  const all = await claimsOf(trx, { event });
  const ids = new Set(all.map((c) => c.told.id));
  const foreign = moved.find((m) => !ids.has(m));
  if (foreign !== undefined)
    throw new DatelineError("decision/split", `claim ${foreign} does not belong to event ${event}`);
  if (moved.length === 0 || new Set(moved).size >= ids.size)
    throw new DatelineError("decision/split", "splitting takes some of the event's claims, not none and not all");
  return all;
}

async function undoneClaims(trx: Transaction, id: string): Promise<readonly Standing[]> {
  const { anchors } = await decisionNamed(trx, id);
  return anchors.length === 0
    ? []
    : standing(
        trx,
        anchors.map((a) => a.claim),
      );
}

async function decisionNamed(trx: Transaction, id: string): Promise<Decision> {
  const row = await trx.selectFrom("decision").select("decision").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new DatelineError("decision/not-found", `there is no decision ${id}`);
  return row.decision as unknown as Decision;
}

/** The new claim first, then those of the event that it is put to. */
async function handAnchors(
  trx: Transaction,
  claim: Extract<Action, { readonly kind: "add-claim" }>["claim"],
  decision: string,
): Promise<readonly Anchor[]> {
  const { text, sha256 } = await trx
    .selectFrom("report")
    .innerJoin("version", (j) =>
      j.onRef("version.report", "=", "report.id").onRef("version.version", "=", "report.version"),
    )
    .select(["report.text", "version.sha256"])
    .where("report.id", "=", claim.report)
    .executeTakeFirstOrThrow();
  const { report, trigger } = claim;
  const own = { claim: handClaimId(decision), report, sha256, trigger, words: wordsOf(text, trigger) };
  const others = claim.event === null ? [] : await anchorsOf(trx, await claimsOf(trx, { event: claim.event }));
  return [own, ...others];
}
