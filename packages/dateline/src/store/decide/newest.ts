import type { Anchor } from "@dateline/model";
import type { ToldClaim } from "@dateline/record";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** A claim as the newest reading of its report's newest text tells it; it need not stand. */
export interface NewestRow {
  readonly told: ToldClaim;
  readonly story: string;
  readonly event: string | null;
  readonly origin: string | null;
}

const CHUNK = 2000;

/** What the newest readings tell, now or at an instant: of these claims, or of all that these reports tell. */
export async function newestOf(
  db: Database,
  of: { readonly claims: readonly string[] } | { readonly reports: readonly string[] },
  at: string | undefined,
): Promise<readonly NewestRow[]> {
  const ids = [...new Set("claims" in of ? of.claims : of.reports)];
  const column = sql.ref("claims" in of ? "c.id" : "c.report");
  const current =
    at === undefined
      ? sql`c.superseded is null and c.version = r.version`
      : sql`c.learned <= ${at} and (c.superseded is null or c.superseded > ${at})
          and c.version = (select max(v.version) from version v where v.report = c.report and v.learned <= ${at})`;
  const found: NewestRow[] = [];
  for (let i = 0; i < ids.length; i += CHUNK) {
    const { rows } = await sql<NewestRow>`select c.told, r.story, e.id as event, c.origin
      from claim c join report r on r.id = c.report left join event e on e.tag = c.event
      where ${column} = any(${ids.slice(i, i + CHUNK)}) and ${current} order by c.report, c.at, c.row`.execute(db);
    found.push(...rows);
  }
  return found;
}

/** Report → SHA-256 of its newest text, now or at an instant. */
export async function newestTexts(
  db: Database,
  anchors: readonly Anchor[],
  at: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(anchors.map((a) => a.report))];
  const out = new Map<string, string>();
  for (let i = 0; i < ids.length; i += CHUNK) {
    const { rows } = await sql<{
      report: string;
      sha256: string;
    }>`select distinct on (report) report, sha256 from version
      where report = any(${ids.slice(i, i + CHUNK)}) and (${at ?? null}::text is null or learned <= ${at ?? null})
      order by report, version desc`.execute(db);
    for (const r of rows) out.set(r.report, r.sha256);
  }
  return out;
}

/** Claim → every telling of it that the record ever had, oldest first. */
export async function pastTellings(
  db: Database,
  anchors: readonly Anchor[],
): Promise<ReadonlyMap<string, readonly ToldClaim[]>> {
  const ids = [...new Set(anchors.map((a) => a.claim))];
  const out = new Map<string, ToldClaim[]>();
  for (let i = 0; i < ids.length; i += CHUNK) {
    const rows = await db
      .selectFrom("claim")
      .select(["id", "told"])
      .where(sql<boolean>`id = any(${ids.slice(i, i + CHUNK)})`)
      .orderBy("row")
      .execute();
    for (const r of rows) out.set(r.id, [...(out.get(r.id) ?? []), r.told as unknown as ToldClaim]);
  }
  return out;
}
