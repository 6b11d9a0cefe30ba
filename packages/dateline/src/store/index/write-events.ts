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
import { insertAll, storable, storableText } from "./bulk.ts";
import { storyHeads } from "./stories.ts";
import { wordsVector } from "./words.ts";

export interface EventsToWrite {
  /** Ids of tellings, a list for each event. */
  readonly groups: readonly (readonly string[])[];
  /** Tags of events that stood for any of them before. */
  readonly stale: readonly string[];
  readonly settled: Settled;
}

interface ClaimRow {
  readonly telling: string;
  readonly told: ToldClaim;
}

/** Writes the events of groups of tellings in place of those that stood for them. */
export async function writeEvents(trx: Transaction, { groups, stale, settled }: EventsToWrite): Promise<void> {
  if (stale.length > 0) await trx.deleteFrom("event").where("tag", "in", stale).execute();
  if (groups.length === 0) return;
  const ids = groups.flat();
  const { rows } =
    await sql<ClaimRow>`select telling, told from claim where telling = any(${ids}) and gone is null`.execute(trx);
  const claims = new Map<string, ToldClaim[]>();
  for (const r of rows) claims.set(r.telling, [...(claims.get(r.telling) ?? []), r.told]);
  const storyOf = await storyHeads(
    trx,
    rows.map((r) => r.told.report),
  );
  const seeds = groups.map((g) => seedOf(g.flatMap((id) => claims.get(id) ?? [])).id);
  const tags = await freeTags(trx, seeds);
  const folds = groups.map((g, i) =>
    foldFor({ claims: g.flatMap((id) => claims.get(id) ?? []), storyOf, settled, tag: tags[i] }),
  );
  await insertAll(trx, "event", folds.map((e, i) => rowOf(e, tags[i] ?? "", seeds[i] ?? "")) as never);
  await nameMembers(trx, groups, tags, folds);
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

function rowOf(e: RecordEvent, tag: string, seed: string): object {
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
    says: storableText(`\n${[...new Set(origins.map((o) => folded(o.name)))].join("\n")}\n`),
    row: storable(row),
    words: wordsVector([e.title, ...names, ...placeNames, quotes].join("\n")),
  };
}

async function nameMembers(
  trx: Transaction,
  groups: readonly (readonly string[])[],
  tags: readonly string[],
  folds: readonly RecordEvent[],
): Promise<void> {
  const tellings = groups.flatMap((g, i) => g.map((id) => [id, tags[i] ?? ""] as const));
  await sql`update telling set event = v.event from unnest(${tellings.map((t) => t[0])}::text[], ${tellings.map((t) => t[1])}::text[]) as v(id, event)
    where telling.id = v.id`.execute(trx);
  const members = folds.flatMap((e, i) => e.members.map((m) => [m.id, tags[i] ?? "", m.origin] as const));
  await sql`update claim set event = v.event, origin = v.origin
    from unnest(${members.map((m) => m[0])}::text[], ${members.map((m) => m[1])}::text[], ${members.map((m) => m[2])}::text[]) as v(id, event, origin)
    where claim.id = v.id and claim.gone is null`.execute(trx);
}
