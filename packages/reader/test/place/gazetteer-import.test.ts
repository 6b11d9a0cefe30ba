import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ImportOptions, importGazetteer } from "../../node/gazetteer-import.ts";
import { type Gazetteer, openGazetteer } from "../../src/place/gazetteer.ts";

const dir = mkdtempSync(join(tmpdir(), "dateline-gazetteer-"));
let files = 0;

async function imported(text: string, options: ImportOptions): Promise<Gazetteer | null> {
  const file = join(dir, `${files++}.txt`);
  writeFileSync(file, text);
  return openGazetteer(await importGazetteer(file, options));
}

const dump = [
  "2453348\tMopti\tMopti\tMobti,Моти\t14.48\t-4.18\tP\tPPLA\tML\t\t04\t042\t\t\t108456\t\t267\tAfrica/Bamako\t2012-01-17",
  "1\tHamlet\tHamlet\t\t14.5\t-4.2\tP\tPPL\tML\t\t04\t042\t\t\t12\t\t267\tAfrica/Bamako\t2012-01-17",
  "2\tBani\tBani\tBani River\t14.4\t-4.2\tH\tSTM\tML\t\t04\t\t\t\t0\t\t267\tAfrica/Bamako\t2012-01-17",
].join("\n");

test("a GeoNames dump gives its places by name and alternate name in Latin letters", async () => {
  const gazetteer = await imported(dump, { format: "geonames" });
  expect(gazetteer?.find("mobti")[0]).toMatchObject({ name: "Mopti", country: "ML", admin1: "ML.04", id: 2453348 });
  expect(gazetteer?.has("Моти")).toBe(false);
  expect(gazetteer?.find("Bani River")[0]?.feature).toBe("water");
});

test("small places and other classes are left out where asked", async () => {
  const gazetteer = await imported(dump, { format: "geonames", minPopulation: 500, classes: "P" });
  expect([gazetteer?.has("Mopti"), gazetteer?.has("Hamlet"), gazetteer?.has("Bani")]).toEqual([true, false, false]);
});

test("a CSV is read by the names of its columns", async () => {
  const csv = 'label;latitude;longitude;iso2;aliases\n"Camp ""A""; north";1.5;30.2;ug;Camp A|Alpha\n';
  const gazetteer = await imported(csv, { format: "csv" });
  expect(gazetteer?.find("Alpha")[0]).toMatchObject({ name: 'Camp "A"; north', country: "UG", lat: 1.5, lon: 30.2 });
});

test("a CSV without coordinates is refused with its line", async () => {
  await expect(imported("name,lat,lon\nX,north,2\n", { format: "csv" })).rejects.toThrow(/line 2: no coordinates/);
  await expect(imported("name,lat\nX,1\n", { format: "csv" })).rejects.toThrow(/no column lon/);
});

test("GeoJSON is read a feature a line", async () => {
  const geojson =
    '{"type":"FeatureCollection","features":[\n{"type":"Feature","properties":{"name":"Post 4","country":"ML"},"geometry":{"type":"Point","coordinates":[2.5,15.5]}},\n{"type":"Feature","properties":{"name":"Post 5","country":"ML"},"geometry":{"type":"Point","coordinates":[2.6,15.6]}}\n]}\n';
  const gazetteer = await imported(geojson, { format: "geojson" });
  expect(gazetteer?.size).toBe(2);
  expect(gazetteer?.find("Post 4")[0]).toMatchObject({ country: "ML", lat: 15.5, lon: 2.5 });
});

test("a file of another format is refused", async () => {
  await expect(imported("a\tb\tc\n", { format: "geonames" })).rejects.toThrow(/line 1: 3 columns/);
});

test("progress is told and a stop is obeyed", async () => {
  const seen: number[] = [];
  await imported(dump, { format: "geonames", onProgress: ({ rows }) => seen.push(rows) });
  expect(seen.at(-1)).toBe(3);
  const stop = AbortSignal.abort();
  await expect(imported(dump, { format: "geonames", signal: stop })).rejects.toThrow(/stopped/);
});
