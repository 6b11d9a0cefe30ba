import { DEFAULT_POLICY, type RecordEvent } from "@dateline/model";
import {
  eventTag,
  foldEvent,
  folded,
  LONG_TAG,
  type Settled,
  type StoryHead,
  seedOf,
  type ToldClaim,
} from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import { insertColumns, storable, storableText } from "./bulk.ts";
import { insertClaims } from "./claim-row.ts";
import type { Draft } from "./draft.ts";
import type { Node } from "./regroup.ts";
import { storyHeads } from "./stories.ts";
import { searched } from "./words.ts";

const TELLING = {
  table: "telling",
  columns: { nr: "bigint", id: "text", report: "text", event: "text", told: "json" },
};
const LOOK = { table: "look", columns: { key: "bigint", telling: "bigint" } };
const EDGE = { table: "edge", columns: { a: "bigint", b: "bigint", score: "float8" } };
const NAME = { table: "name", columns: { name: "text" } };
const EVENT = {
  table: "event",
  columns: {
    tag: "text",
    id: "text",
    seed: "text",
    type: "text",
    status: "text",
    country: "text",
    lat: "float8",
    lon: "float8",
    earliest: "text",
    latest: "text",
    reports: "int",
    independent: "int",
    disputed: "boolean",
    denied: "boolean",
    first_said: "text",
    last_said: "text",
    actors: "text",
    says: "text",
    names: "lines",
    row: "json",
    words: "words",
  },
} as const;

export interface EventsToWrite {
  /** Ids of tellings, a list for each event. */
  readonly groups: readonly (readonly string[])[];
  /** Tags of events that stood for any of them before. */
  readonly stale: readonly string[];
  readonly settled: Settled;
  readonly draft: Draft;
  /** Tellings that stand, and those of the draft. */
  readonly nodeOf: (id: string) => Node | undefined;
}

interface ClaimRow {
  readonly row: number;
  readonly telling: string;
  readonly event: string | null;
  readonly origin: string | null;
  readonly told: ToldClaim;
}

/** Writes the events of groups of tellings in place of those that stood for them, and what the draft holds. */
export async function writeEvents(trx: Transaction, to: EventsToWrite): Promise<void> {
  const { groups, stale, settled, draft } = to;
  if (stale.length > 0) await sql`delete from event where tag = any(${stale})`.execute(trx);
  if (groups.length === 0) return;
  const standing = await standingClaims(trx, to);
  const claims = new Map<string, ToldClaim[]>([...draft.claims].map(([id, own]) => [id, [...own]]));
  for (const r of standing) {
    const known = claims.get(r.telling);
    if (known === undefined) claims.set(r.telling, [r.told]);
    else known.push(r.told);
  }
  const of = groups.map((g) => g.flatMap((id) => claims.get(id) ?? []));
  const storyOf = await storyHeads(
    trx,
    of.flat().map((c) => c.report),
  );
  const seeds = of.map((own) => seedOf(own).id);
  const tags = await freeTags(trx, seeds);
  const folds = of.map((own, i) => foldFor({ claims: own, storyOf, settled, tag: tags[i] }));
  const rows = folds.map((e, i) => rowOf(e, tags[i] ?? "", seeds[i] ?? ""));
  await insertColumns(trx, EVENT, rows);
  const names = new Set(rows.flatMap((r) => r.names.split("\n")));
  await insertColumns(
    trx,
    NAME,
    [...names].sort().map((name) => ({ name })),
  );
  await writeTellings(trx, to, tags);
  await writeMembers(trx, { standing, draft, tags, folds });
}

/** Claims of the groups that are in the database: those of their former events, and of reports that are told anew. */
async function standingClaims(trx: Transaction, { groups, stale, draft }: EventsToWrite): Promise<readonly ClaimRow[]> {
  const wanted = new Set(groups.flat());
  const reports = [...new Set(draft.tellings.flatMap(({ telling: t }) => (draft.claims.has(t.id) ? [] : [t.report])))];
  const { rows } = await sql<ClaimRow>`select row, telling, event, origin, told from claim
    where (event = any(${stale}) or report = any(${reports})) and gone is null`.execute(trx);
  return rows.filter((r) => wanted.has(r.telling));
}

interface FoldFor {
  readonly claims: readonly ToldClaim[];
  readonly storyOf: (report: string) => StoryHead;
  readonly settled: Settled;
  readonly tag: string | undefined;
}

function foldFor(input: FoldFor): RecordEvent {
  return foldEvent({ ...input, policy: DEFAULT_POLICY, asOf: null });
}

/** The short tag of each seed, or the long one where another event has the short one. */
async function freeTags(trx: Transaction, seeds: readonly string[]): Promise<readonly string[]> {
  const short = seeds.map((s) => eventTag(s));
  const taken = await trx.selectFrom("event").select("tag").where(sql<boolean>`tag = any(${short})`).execute();
  const used = new Set(taken.map((t) => t.tag));
  return seeds.map((seed, i) => {
    const tag = short[i] ?? "";
    const free = used.has(tag) ? eventTag(seed, LONG_TAG) : tag;
    used.add(free);
    return free;
  });
}

function rowOf(
  e: RecordEvent,
  tag: string,
  seed: string,
): Readonly<Record<string, unknown>> & { readonly names: string } {
  const {
    format: _f,
    policy: _p,
    asOf: _a,
    fields,
    origins,
    history: _h,
    members,
    formerIds: _i,
    decisions: _d,
    ...row
  } = e;
  const actors = fields.flatMap((f) => f.values).flatMap((v) => (v.content.kind === "actors" ? v.content.actors : []));
  const names = [...new Set(actors.flatMap((a) => [folded(a.name), ...(a.actor === null ? [] : [a.actor])]))];
  const says = [...new Set(origins.map((o) => folded(o.name)))];
  const placeNames = fields
    .flatMap((f) => f.values)
    .flatMap((v) => (v.content.kind === "place" ? [v.content.place.name] : []));
  const quotes = [...new Set(members.map((m) => m.quote))].join("\n").slice(0, 20_000);
  return {
    tag,
    id: e.id,
    seed,
    type: e.type,
    status: e.status,
    country: e.place?.country ?? null,
    lat: e.place?.lat ?? null,
    lon: e.place?.lon ?? null,
    earliest: e.time?.earliest ?? null,
    latest: e.time?.latest ?? e.time?.earliest ?? null,
    reports: e.reports,
    independent: e.independent,
    disputed: e.disputed.length > 0,
    denied: e.denied,
    first_said: e.firstSaid,
    last_said: e.lastSaid,
    actors: storableText(`\n${names.join("\n")}\n`),
    says: storableText(`\n${says.join("\n")}\n`),
    names: [...names.map((n) => `actor ${n}`), ...says.map((n) => `says ${n}`)].map(lookedFor).join("\n"),
    row: storable(row),
    words: searched([e.title, ...names, ...placeNames, quotes].join("\n")),
  };
}

/** Of a longer name the beginning is looked for: an index takes no more. */
function lookedFor(name: string): string {
  return storableText(name.slice(0, 200));
}

async function writeTellings(
  trx: Transaction,
  { groups, draft, nodeOf }: EventsToWrite,
  tags: readonly string[],
): Promise<void> {
  const tagOf = new Map(groups.flatMap((g, i) => g.map((id) => [id, tags[i] ?? ""] as const)));
  await insertColumns(
    trx,
    TELLING,
    draft.tellings.map(({ nr, telling }) => ({
      nr,
      id: telling.id,
      report: telling.report,
      event: tagOf.get(telling.id),
      told: storable(telling),
    })),
  );
  // in the order of the index: pages that were just written to are written to again
  const looks = draft.tellings.flatMap(({ nr, keys }) => keys.under.map((key) => ({ key, telling: nr })));
  await insertColumns(
    trx,
    LOOK,
    looks.sort((x, y) => x.key - y.key),
  );
  await insertColumns(trx, EDGE, draft.edges as readonly object[] as readonly Readonly<Record<string, unknown>>[]);
  const drafted = new Set(draft.tellings.map((t) => t.nr));
  const moved = [...tagOf].flatMap(([id, tag]) => {
    const node = nodeOf(id);
    return node === undefined || drafted.has(node.nr) || node.event === tag ? [] : [{ nr: node.nr, tag }];
  });
  if (moved.length > 0)
    await sql`update telling set event = v.tag from unnest(${moved.map((m) => m.nr)}::bigint[], ${moved.map((m) => m.tag)}::text[]) as v(nr, tag)
      where telling.nr = v.nr`.execute(trx);
}

interface Members {
  readonly standing: readonly ClaimRow[];
  readonly draft: Draft;
  readonly tags: readonly string[];
  readonly folds: readonly RecordEvent[];
}

/** Event and origin of claims: of those that stand where they changed. */
async function writeMembers(trx: Transaction, { standing, draft, tags, folds }: Members): Promise<void> {
  const at = new Map(
    folds.flatMap((e, i) => e.members.map((m) => [m.id, { event: tags[i] ?? "", origin: m.origin }] as const)),
  );
  const changed = standing.flatMap((r) => {
    const now = at.get(r.told.id);
    return now === undefined || (now.event === r.event && now.origin === r.origin) ? [] : [{ row: r.row, ...now }];
  });
  if (changed.length > 0)
    await sql`update claim set event = v.event, origin = v.origin
      from unnest(${changed.map((c) => c.row)}::bigint[], ${changed.map((c) => c.event)}::text[], ${changed.map((c) => c.origin)}::text[]) as v(row, event, origin)
      where claim.row = v.row`.execute(trx);
  await insertClaims(
    trx,
    [...draft.claims].flatMap(([telling, own]) => own.map((c) => ({ claim: c, telling, ...at.get(c.id) }))),
  );
}
