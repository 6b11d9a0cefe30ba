import type { Action, Decision } from "@dateline/model";
import { DatelineError } from "@dateline/model";
import { tagIn, undone } from "@dateline/record";
import type { Transaction } from "../database.ts";
import { decisionsIn } from "../index/settled.ts";
import type { Session } from "../session.ts";

/** What came after a person's view and bears on the same claims. */
export interface Since {
  readonly decisions: readonly Decision[];
  readonly reports: readonly string[];
}

/** Throws "decision/stale" where somebody decided about the same claims since, or a report that tells them came or was read again. */
export async function refuseStale(
  session: Session,
  trx: Transaction,
  { made, seen }: { readonly made: readonly Decision[]; readonly seen: number },
): Promise<void> {
  const head = await session.keep.head(trx);
  if (seen >= head.seq) return;
  const own = made.filter((d) => d.action.kind !== "undo");
  const since: Since = {
    decisions: await decisionsSince(trx, made, seen),
    reports: await reportsSince(session, trx, { own, seen }),
  };
  if (since.decisions.length === 0 && since.reports.length === 0) return;
  throw stale(since);
}

function stale(since: Since): DatelineError {
  const told = [
    ...since.decisions.map(
      (d) => `${d.who} decided “${d.action.kind}” at ${d.at} (${d.id})${d.why === null ? "" : `: ${d.why}`}`,
    ),
    ...since.reports.map((r) => `the report ${r} was added or read again`),
  ];
  const message = `the record changed since you looked: ${told.join("; ")}; look again`;
  return new DatelineError("decision/stale", message, { cause: since });
}

/** What a refusal for a stale view carries; undefined for any other error. */
export function sinceOf(error: DatelineError): Since | undefined {
  return error.code === "decision/stale" ? (error.cause as Since) : undefined;
}

async function decisionsSince(trx: Transaction, made: readonly Decision[], seen: number): Promise<readonly Decision[]> {
  const rows = await trx.selectFrom("decision").select("decision").where("seq", ">", seen).orderBy("seq").execute();
  const own = new Set(made.map((d) => d.id));
  const later = rows.map((r) => r.decision as unknown as Decision).filter((d) => !own.has(d.id));
  if (later.length === 0) return [];
  const claims = new Set(made.flatMap((d) => d.anchors.map((a) => a.claim)));
  const names = new Set(made.flatMap(namesOf));
  const gone = undone(await decisionsIn(trx));
  const ids = new Set(later.map((d) => d.id));
  // What was made and undone since is as if it had never been.
  const isUndoing = ({ action }: Decision): boolean => action.kind === "undo" && ids.has(action.decision);
  return later.filter(
    (d) =>
      !(gone.has(d.id) || isUndoing(d)) &&
      (d.anchors.some((a) => claims.has(a.claim)) || namesOf(d).some((n) => names.has(n))),
  );
}

/** Throws "decision/stale" where what an action is about is gone because of a decision made since; else nothing. */
export async function refuseGone(trx: Transaction, action: Action, seen: number): Promise<void> {
  const about = targetsOf(action);
  const rows = await trx.selectFrom("decision").select("decision").where("seq", ">", seen).orderBy("seq").execute();
  const gone = undone(await decisionsIn(trx));
  const decisions = rows
    .map((r) => r.decision as unknown as Decision)
    .filter(
      (d) => !gone.has(d.id) && d.anchors.some((a) => about.has(a.claim) || about.has(tagIn(a.event ?? "") ?? "")),
    );
  if (decisions.length > 0) throw stale({ decisions, reports: [] });
}

/** Claims, and tags of events. */
function targetsOf(action: Action): ReadonlySet<string> {
  const events = (ids: readonly string[]): ReadonlySet<string> => new Set(ids.flatMap((id) => tagIn(id) ?? []));
  if ("target" in action)
    return "claim" in action.target ? new Set([action.target.claim]) : events([action.target.event]);
  if (action.kind === "merge") return events(action.events);
  if (action.kind === "split") return new Set([...events([action.event]), ...action.claims]);
  return "what" in action && action.what === "event" ? events([action.a, action.b]) : new Set();
}

function namesOf({ action }: Decision): readonly string[] {
  const isNames = (action.kind === "same-as" || action.kind === "not-same-as") && action.what !== "event";
  return isNames ? [`${action.what} ${action.a}`, `${action.what} ${action.b}`] : [];
}

async function reportsSince(
  session: Session,
  trx: Transaction,
  { own, seen }: { readonly own: readonly Decision[]; readonly seen: number },
): Promise<readonly string[]> {
  const anchored = new Set(own.flatMap((d) => d.anchors.map((a) => a.report)));
  if (anchored.size === 0) return [];
  const found = new Set<string>();
  for await (const { entry } of session.keep.lines(seen, trx))
    if (entry.kind === "report" && anchored.has(entry.report)) found.add(entry.report);
  return [...found];
}
