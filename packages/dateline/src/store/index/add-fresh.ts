import { type Settled, type ToldClaim, tellingsOf, toldClaims } from "@dateline/record";
import type { Transaction } from "../database.ts";
import type { ReadEntry } from "./apply-reports.ts";
import { insertColumns, storable } from "./bulk.ts";
import { insertClaims } from "./claim-row.ts";
import { lookUp } from "./look-up.ts";
import { regroup } from "./regroup.ts";
import { reportRow, sharedRow, versionRow } from "./report-rows.ts";
import { placeInStories } from "./stories.ts";
import type { TellingCache } from "./telling-cache.ts";

const SHARED = {
  title: "text",
  publisher: "text",
  published: "text",
  url: "text",
  learned: "text",
  credit: "text",
  about: "text",
};
const REPORT = {
  table: "report",
  columns: {
    ...SHARED,
    id: "text",
    key: "text",
    story: "text",
    version: "int",
    published_from: "text",
    language: "text",
    claims: "int",
    length: "int",
    text: "text",
    words: "words",
  },
};
const VERSION = {
  table: "version",
  columns: {
    ...SHARED,
    report: "text",
    version: "int",
    sha256: "text",
    original: "text",
    reading: "text",
    media_type: "text",
    reader: "text",
  },
};

/** Brings reports in that the index does not have: each row is written once, with all that it belongs to. */
export async function addFresh(
  trx: Transaction,
  wave: readonly ReadEntry[],
  { settled, cache }: { readonly settled: Settled; readonly cache: TellingCache },
): Promise<void> {
  if (wave.length === 0) return;
  const shared = wave.map(sharedRow);
  const { storyOf, changed } = await placeInStories(
    trx,
    wave.map(({ entry, reading }, i) => ({ id: entry.report, text: reading.report.text, row: shared[i] })),
  );
  await insertColumns(
    trx,
    VERSION,
    wave.map((r, i) => ({ ...shared[i], ...versionRow(r) })),
  );
  await insertColumns(
    trx,
    REPORT,
    wave.map((r, i) => ({ ...shared[i], ...reportRow(r), story: storyOf.get(r.entry.report) ?? "" })),
  );
  const told = wave.map(({ entry, reading }) =>
    toldClaims(reading, { report: entry.report, version: entry.version, learned: entry.learned }).map(
      isPlain(reading.report.text) ? (c) => c : asStored,
    ),
  );
  const tellings = told.flatMap((claims, i) =>
    tellingsOf({ about: (shared[i]?.about ?? "").split("\n").filter((w) => w !== ""), claims }, settled),
  );
  const byId = new Map(told.flat().map((c) => [c.id, c]));
  const claims = new Map(tellings.map((t) => [t.id, t.claims.flatMap((id) => byId.get(id) ?? [])]));
  for (const id of tellings.flatMap((t) => t.claims)) byId.delete(id);
  await insertClaims(
    trx,
    [...byId.values()].map((claim) => ({ claim })),
  );
  const draft = { ...(await lookUp(trx, tellings, cache)), claims };
  await regroup(trx, { draft, events: [], reports: changed, settled });
}

/** Nothing in the text is changed where it is stored. */
function isPlain(text: string): boolean {
  return !/[\0\ud800-\udfff]/.test(text);
}

/** The claim as it will be read back. */
function asStored(claim: ToldClaim): ToldClaim {
  return JSON.parse(storable(claim)) as ToldClaim;
}
