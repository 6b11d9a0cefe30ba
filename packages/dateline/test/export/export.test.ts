import { rm } from "node:fs/promises";
import { eventSchema, readingSchema } from "@dateline/model/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExportFormat, ExportOptions } from "../../src/export/export-options.ts";
import { exportRecord } from "../../src/export/export-record.ts";
import { openRecord } from "../../src/store/open.ts";
import type { RecordStore } from "../../src/store/record-store.ts";
import { copied, doctor, elsewhere, governor, input } from "../store/made-reports.ts";
import { emptyFolder } from "../store/open-records.ts";

let dir: string;
let record: RecordStore;
beforeAll(async () => {
  dir = await emptyFolder();
  record = await openRecord({ dir, now: () => "2024-04-01T12:00:00.000Z" });
  const formula = { ...doctor, publisher: '=HYPERLINK("http://x")' };
  await record.add(
    [governor, copied, formula, { ...elsewhere, text: elsewhere.text.replace("Police", "“Police”, all") }].map(input),
  );
});
afterAll(async () => {
  await record.close();
  await rm(dir, { recursive: true, force: true });
});

async function text(format: ExportFormat, options?: ExportOptions): Promise<string> {
  let out = "";
  for await (const piece of exportRecord(record, format, options)) out += piece;
  return out;
}

function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const lines = csv
    .trimEnd()
    .split("\r\n")
    .map((l) =>
      [...l.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) =>
        m[1] === undefined ? (m[2] ?? "") : m[1].replaceAll('""', '"'),
      ),
    );
  const [names = [], ...rows] = lines;
  return rows.map((r) => Object.fromEntries(names.map((n, i) => [n, r[i] ?? ""])));
}

test("CSV has a row for each claim of each event, with the words and the chain", async () => {
  const rows = rowsOf(await text("csv"));
  expect(rows).toHaveLength(4);
  const row = rows.find((r) => r.report_id === "kalo-1");
  expect(row).toMatchObject({
    n_reports: "3",
    n_independent: "2",
    asof: "2024-04-01T12:00:00.000Z",
    source_chain: "Governor Ama Selu → Kalo Times",
    claim_killed_min: "7",
    words_time: "Monday",
    disputed: "counts.killed",
  });
  expect(row?.quote).toContain("killed seven people");
});

test("CSV makes text that a spreadsheet would run plain, and leaves negative numbers numbers", async () => {
  const rows = rowsOf(await text("csv"));
  expect(rows.find((r) => r.report_id === "kalo-3")?.publisher).toBe('\'=HYPERLINK("http://x")');
  expect(rows.find((r) => r.report_id === "kalo-1")?.longitude).toBe("-4.2");
});

test("GeoJSON holds the placed events as points, longitude first", async () => {
  const { type, features } = JSON.parse(await text("geojson")) as {
    type: string;
    features: { geometry: { coordinates: number[] }; properties: Record<string, unknown> }[];
  };
  expect(type).toBe("FeatureCollection");
  expect(features.map((f) => f.geometry.coordinates)).toContainEqual([-4.2, 14.5]);
  expect(features[0]?.properties).toMatchObject({
    n_reports: expect.any(Number),
    n_independent: expect.any(Number),
    dateline_id: expect.any(String),
  });
  expect(JSON.parse(await text("geojson", { filter: { country: "FR" } }))).toEqual({
    type: "FeatureCollection",
    features: [],
  });
});

test("JSON Lines hold events that fit their schema", async () => {
  const lines = (await text("jsonl"))
    .trimEnd()
    .split("\n")
    .map((l) => JSON.parse(l) as Record<string, unknown>);
  expect(lines).toHaveLength(2);
  for (const { dateline_id, asof, n_reports, n_independent, ...event } of lines) {
    expect(eventSchema.parse(event)).toMatchObject({ id: dateline_id, reports: n_reports, independent: n_independent });
    expect(asof).toBe("2024-04-01T12:00:00.000Z");
  }
});

test("readings name the record's event of each claim and are readings otherwise", async () => {
  const lines = (await text("readings"))
    .trimEnd()
    .split("\n")
    .map((l) => JSON.parse(l) as { report: { id: string }; claims: { recordEvent: string }[] });
  expect(lines.map((l) => l.report.id)).toEqual(["kalo-1", "kalo-2", "kalo-3", "kalo-4"]);
  const events = lines.map((l) => l.claims[0]?.recordEvent);
  expect(events[0]).toBe(events[2]);
  expect(events[0]).not.toBe(events[3]);
  for (const l of lines) readingSchema.parse({ ...l, claims: l.claims.map(({ recordEvent: _, ...c }) => c) });
});

test("an export as of a time shows that time, and twice the same", async () => {
  const then = await text("csv", { asOf: "2024-05-01" });
  expect(rowsOf(then)[0]?.asof).toBe("2024-05-01");
  expect(await text("csv", { asOf: "2024-05-01" })).toBe(then);
  expect(rowsOf(await text("csv", { asOf: "2024-01-01" }))).toEqual([]);
});

test("codebooks have their own columns in order, and reasons for every event, coded or left out", async () => {
  const rows = rowsOf(await text("acled"));
  expect(rows).toHaveLength(2);
  const blast = rows.find((r) => r.country === "Mali");
  expect(blast).toMatchObject({
    event_date: "2024-03-04",
    sub_event_type: "Remote explosive/landmine/IED",
    fatalities: "7",
    n_reports: "3",
    iso: "466",
    actor2: "Civilians (Mali)",
  });
  const [ged, ...others] = rowsOf(await text("ucdp-ged"));
  expect([ged, ...others]).toEqual([undefined]);
  const reasons = (await text("ucdp-ged-reasons"))
    .trimEnd()
    .split("\n")
    .map((l) => JSON.parse(l) as { kind: string; reason: string });
  expect(reasons.map((r) => [r.kind, r.reason]).sort()).toEqual([
    ["left-out", "no armed force"],
    ["left-out", "no organized actor is told to have done it"],
  ]);
});
