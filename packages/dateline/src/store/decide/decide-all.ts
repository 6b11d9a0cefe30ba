import type { Action, Decision, DecisionInput } from "@dateline/model";
import { DatelineError } from "@dateline/model";
import { lettersOf, undone } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import { applyDecisions } from "../index/apply-decisions.ts";
import { decisionsIn } from "../index/settled.ts";
import type { DecideOptions } from "../record-store.ts";
import { type Session, setIndexHead } from "../session.ts";
import { decisionOf } from "./decision-of.ts";
import { refuseGone, refuseStale } from "./stale.ts";

/** Makes decisions in one step, all or none; the same request again gives what it gave. */
export async function decideAll(
  session: Session,
  trx: Transaction,
  asked: { readonly inputs: readonly DecisionInput[]; readonly options: DecideOptions },
): Promise<readonly Decision[]> {
  const { inputs, options } = asked;
  const repeated = await requested(trx, inputs, options.request);
  if (repeated !== undefined) return repeated;
  const { seq } = await session.keep.head(trx);
  const at = session.now();
  const made: Decision[] = [];
  let applied = 0;
  const apply = async (): Promise<void> => {
    const placed = made.slice(applied).map((decision, i) => ({ seq: seq + applied + i + 1, decision }));
    applied = made.length;
    if (placed.length > 0) await applyDecisions(trx, placed);
  };
  for (const [i, input] of inputs.entries()) {
    // What this one is about may follow from the one before: a claim whose acceptance was undone is told anew.
    if (made.at(-1)?.action.kind === "undo" || made.at(-1)?.action.kind === "add-claim") await apply();
    await refuseUndone(trx, input.action);
    const id = await freeId(trx, options.request ?? `${seq}\n${at}\n${JSON.stringify(input)}`, i);
    const step = inputs.length > 1 ? (made[0]?.id ?? id) : null;
    const decision = decisionOf(trx, input, { id, at, step, request: options.request });
    made.push(
      await decision.catch(async (error: unknown) => {
        if (isNotFound(error) && options.seen !== undefined) await refuseGone(trx, input.action, options.seen);
        throw error;
      }),
    );
  }
  if (options.seen !== undefined) await refuseStale(session, trx, { made, seen: options.seen });
  await apply();
  const entries = made.map((decision) => ({ kind: "decision" as const, decision }));
  await setIndexHead(trx, await session.keep.append(entries, trx));
  return made;
}

function isNotFound(error: unknown): boolean {
  return error instanceof DatelineError && error.code === "decision/not-found";
}

/** The decisions of a request that was made before. Throws "decision/request" where it asked for something else. */
async function requested(
  trx: Transaction,
  inputs: readonly DecisionInput[],
  request: string | undefined,
): Promise<readonly Decision[] | undefined> {
  if (request === undefined) return undefined;
  const { rows } = await sql<{ decision: Decision }>`select decision from decision
    where id = ${idFrom(request, 0)} or decision->>'step' = ${idFrom(request, 0)} order by seq`.execute(trx);
  const before = rows.map((r) => r.decision).filter((d) => d.request === request);
  if (before.length === 0) return undefined;
  const same =
    before.length === inputs.length &&
    before.every((d, i) => d.who === inputs[i]?.who && d.action.kind === inputs[i]?.action.kind);
  if (same) return before;
  throw new DatelineError("decision/request", `the request ${request} was made before and asked for something else`);
}

/** Follows from the request, so that it is found again. */
function idFrom(source: string, nth: number): string {
  return `D-${lettersOf(`${source}\n${nth}`, 8)}`;
}

async function freeId(trx: Transaction, source: string, nth: number): Promise<string> {
  const id = idFrom(source, nth);
  const taken = await trx.selectFrom("decision").select("id").where("id", "=", id).executeTakeFirst();
  return taken === undefined ? id : `D-${lettersOf(`${source}\n${nth}`, 14)}`;
}

async function refuseUndone(trx: Transaction, action: Action): Promise<void> {
  if (action.kind !== "undo" && action.kind !== "keep") return;
  const by = undone(await decisionsIn(trx)).get(action.decision);
  if (by !== undefined)
    throw new DatelineError(
      "decision/undone",
      `${action.decision} is undone already, by ${by}; undo that to restore it`,
    );
}
