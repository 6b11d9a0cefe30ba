import type { Anchor, Decision, Difference, FieldName, Question } from "@dateline/model";
import { overlap } from "@dateline/model";
import {
  isByHand,
  NOTHING_SETTLED,
  type Settled,
  standingAnchor,
  type ToldClaim,
  type ToldDifference,
  tellingKey,
  toldDifferences,
  toldLabel,
} from "@dateline/record";
import type { Database } from "../database.ts";
import { recordClaim } from "../query/claims.ts";
import { type NewestRow, newestOf, newestTexts, pastTellings } from "./newest.ts";

/** What newer readings and changed texts say against standing decisions, in their order. */
export async function questionsOn(
  db: Database,
  standing: readonly Decision[],
  { at, judgements }: { readonly at: string | undefined; readonly judgements: Settled["judgements"] },
): Promise<readonly Question[]> {
  const asked = standing.filter((d) => d.action.kind !== "undo" && d.action.kind !== "keep");
  const anchors = asked.flatMap((d) => d.anchors);
  const holding = new Map(asked.map((d) => [d.id, standingAnchor(d, judgements)?.claim]));
  const now = await newestOf(db, { claims: anchors.map((a) => a.claim) }, at);
  const texts = await newestTexts(db, anchors, at);
  const byId = new Map(now.map((r) => [r.told.id, r]));
  const kept = keeps(standing);
  const doubtful = asked.flatMap((d) =>
    d.anchors
      .filter((a) => isHeldBy(d, a, { holding, byId, texts }))
      .filter((a) => isDoubtful(d, a, { row: byId.get(a.claim), text: texts.get(a.report) }))
      .map((a) => ({ d, a })),
  );
  const open = doubtful.filter(({ d, a }) => !isKept(kept.get(`${d.id} ${a.claim}`), a, { byId, texts }));
  const reports = [...new Set(open.map(({ a }) => a.report))];
  const there = byReport(await newestOf(db, { reports }, at));
  const past = await pastTellings(
    db,
    open.map(({ a }) => a),
  );
  return open.flatMap(({ d, a }) =>
    question({
      d,
      a,
      now: byId.get(a.claim),
      text: texts.get(a.report),
      there: there.get(a.report) ?? [],
      past: past.get(a.claim),
    }),
  );
}

/**
 * An edit of an event hangs on one of its claims; the others matter where they still tell the field. A claim by hand hangs
 * on its own words, wherever it was put.
 */
function isHeldBy(
  d: Decision,
  a: Anchor,
  { holding, byId, texts }: Known & { readonly holding: ReadonlyMap<string, string | undefined> },
): boolean {
  if (d.action.kind === "add-claim") return isByHand(a.claim);
  if (d.action.kind !== "edit" || "claim" in d.action.target || holding.get(d.id) === a.claim) return true;
  return byId.has(a.claim) && texts.get(a.report) === a.sha256;
}

interface Seen {
  readonly row: NewestRow | undefined;
  readonly text: string | undefined;
}

/** Whether the newest reading may be at odds with the one decided over. */
function isDoubtful(d: Decision, a: Anchor, { row, text }: Seen): boolean {
  if (text !== a.sha256) return true;
  if (isByHand(a.claim)) return false;
  if (row === undefined) return true;
  return isOfValues(d) && a.told !== undefined && tellingKey(row.told) !== a.told;
}

/** Merging and splitting hold for claims whatever they tell; judgements and edits for what was told. */
function isOfValues(d: Decision): boolean {
  return ["accept", "reject", "cant-tell", "edit"].includes(d.action.kind);
}

function keeps(standing: readonly Decision[]): ReadonlyMap<string, Anchor> {
  return new Map(
    standing.flatMap(({ action, anchors }) =>
      action.kind === "keep" ? anchors.map((a) => [`${action.decision} ${a.claim}`, a] as const) : [],
    ),
  );
}

interface Known {
  readonly byId: ReadonlyMap<string, NewestRow>;
  readonly texts: ReadonlyMap<string, string>;
}

/** A person saw this very reading of this text and let the decision stand. */
function isKept(keep: Anchor | undefined, a: Anchor, { byId, texts }: Known): boolean {
  if (keep === undefined) return false;
  const row = byId.get(a.claim);
  return keep.sha256 === texts.get(a.report) && keep.told === (row === undefined ? "" : tellingKey(row.told));
}

/** What a decision's anchors are now, for one that lets it stand. */
export async function keptAnchors(db: Database, decision: Decision): Promise<readonly Anchor[]> {
  const rows = await newestOf(db, { claims: decision.anchors.map((a) => a.claim) }, undefined);
  const texts = await newestTexts(db, decision.anchors, undefined);
  const byId = new Map(rows.map((r) => [r.told.id, r]));
  return decision.anchors.map((a) => {
    const row = byId.get(a.claim);
    return { ...a, sha256: texts.get(a.report) ?? "", told: row === undefined ? "" : tellingKey(row.told) };
  });
}

interface Asked {
  readonly d: Decision;
  readonly a: Anchor;
  readonly now: NewestRow | undefined;
  readonly text: string | undefined;
  readonly there: readonly NewestRow[];
  /** The tellings that the record had of the claim. */
  readonly past: readonly ToldClaim[] | undefined;
}

function question(asked: Asked): readonly Question[] {
  const { d, a, now, text, there } = asked;
  if (text !== a.sha256) {
    const same = there.filter((r) => r.told.trigger === a.words).slice(0, 5);
    return [
      made(asked, {
        kind: "text-changed",
        reads: same,
        differs: [],
        why: "the report's text changed; this was decided over an earlier one",
      }),
    ];
  }
  if (now !== undefined) {
    const differs = differences(d, asked.past, a, now.told);
    return differs.length === 0
      ? []
      : [
          made(asked, {
            kind: "read-otherwise",
            reads: [now],
            differs,
            why: `the newer reading tells ${listed(differs)}`,
          }),
        ];
  }
  const other = there
    .filter((r) => overlap(r.told.claim.trigger, a.trigger) > 0)
    .sort(
      (x, y) =>
        overlap(y.told.claim.trigger, a.trigger) - overlap(x.told.claim.trigger, a.trigger) ||
        (x.told.id < y.told.id ? -1 : 1),
    );
  const [best] = other;
  if (best !== undefined) {
    const differs = differences(d, asked.past, a, best.told, true);
    const moved = best.told.trigger === a.words ? "" : `at “${best.told.trigger}”, `;
    const why = `the newer reading takes these words otherwise: ${moved}${differs.length === 0 ? best.told.type : listed(differs)}`;
    return [made(asked, { kind: "read-otherwise", reads: other, differs, why })];
  }
  // a rejected claim that is told no more: reader and person agree
  if (d.action.kind === "reject") return [];
  const stays = d.action.kind === "accept" || d.action.kind === "edit" ? "; what was decided stays" : "";
  return [
    made(asked, {
      kind: "not-read",
      reads: [],
      differs: [],
      why: `the newer reading tells nothing at these words${stays}`,
    }),
  ];
}

function made(
  { d, a }: Asked,
  q: Pick<Question, "kind" | "differs"> & { readonly reads: readonly NewestRow[]; readonly why: string },
): Question {
  const { kind, differs, reads, why } = q;
  return {
    decision: d.id,
    kind,
    reason: `“${a.words}”: ${why}`,
    claim: a.claim,
    report: a.report,
    event: null,
    differs,
    reads: reads.map((r) =>
      recordClaim(r.told, { story: r.story, event: r.event, origin: r.origin ?? "" }, NOTHING_SETTLED),
    ),
  };
}

function differences(
  d: Decision,
  past: readonly ToldClaim[] | undefined,
  a: Anchor,
  now: ToldClaim,
  anyField = false,
): readonly Difference[] {
  const was = past?.find((t) => tellingKey(t) === a.told) ?? past?.at(-1);
  if (was === undefined) return [];
  return toldDifferences(was, now)
    .filter((x) => anyField || concerns(d, x))
    .map(({ field, was: decided, is }) => ({ field, decided: toldLabel(decided), reads: toldLabel(is) }));
}

/** An edit is questioned by another reading of its field that is not what the person set. */
function concerns({ action }: Decision, { field, is }: ToldDifference): boolean {
  if (action.kind !== "edit") return true;
  return action.field === field && JSON.stringify(is ?? null) !== JSON.stringify(action.value);
}

function listed(differs: readonly Difference[]): string {
  return differs.map((x) => `${nameOf(x.field)} ${x.reads ?? "unknown"} (was ${x.decided ?? "unknown"})`).join(", ");
}

function nameOf(field: FieldName): string {
  return field.replace(/^counts\./, "");
}

function byReport(rows: readonly NewestRow[]): ReadonlyMap<string, readonly NewestRow[]> {
  const out = new Map<string, NewestRow[]>();
  for (const r of rows) {
    const own = out.get(r.told.report);
    if (own === undefined) out.set(r.told.report, [r]);
    else own.push(r);
  }
  return out;
}
