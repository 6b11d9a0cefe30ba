import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openGazetteerFile } from "../../node/gazetteer-file.ts";
import { type ImportOptions, importGazetteer } from "../../node/gazetteer-import.ts";
import type { Gazetteer } from "../../src/place/gazetteer.ts";

const dir = mkdtempSync(join(tmpdir(), "dateline-gazetteer-"));
let files = 0;

function fileOf(text: string): string {
  const file = join(dir, `${files++}.txt`);
  writeFileSync(file, text);
  return file;
}

type Options = Omit<ImportOptions, "out">;

async function imported(text: string, options: Options): Promise<Gazetteer> {
  const out = join(dir, `${files++}.gazetteer`);
  await importGazetteer(fileOf(text), { ...options, out });
  return openGazetteerFile(out);
}

const dump = [
  "2453348\tMopti\tMopti\tMobti,Моти\t14.48\t-4.18\tP\tPPLA\tML\t\t04\t042\t\t\t108456\t\t267\tAfrica/Bamako\t2012-01-17",
  "1\tHamlet\tHamlet\t\t14.5\t-4.2\tP\tPPL\tML\t\t04\t042\t\t\t12\t\t267\tAfrica/Bamako\t2012-01-17",
  "2\tBani\tBani\tBani River\t14.4\t-4.2\tH\tSTM\tML\t\t04\t\t\t\t0\t\t267\tAfrica/Bamako\t2012-01-17",
].join("\n");

test("a GeoNames dump gives its places by name and alternate name in Latin letters", async () => {
  const gazetteer = await imported(dump, { format: "geonames" });
  expect([gazetteer.size, gazetteer.isList]).toEqual([3, false]);
  expect(gazetteer.find("mobti")[0]).toEqual({
    name: "Mopti",
    country: "ML",
    admin1: "ML.04",
    admin2: expect.any(Number),
    lat: 14.48,
    lon: -4.18,
    id: 2453348,
    population: 108456,
    feature: "admin1-seat",
  });
  expect(gazetteer.has("Моти")).toBe(false);
  expect(gazetteer.find("Bani River")[0]?.feature).toBe("water");
});

test("places of one second-level division share a number, others do not", async () => {
  const gazetteer = await imported(dump, { format: "geonames" });
  const [mopti, hamlet, bani] = ["Mopti", "Hamlet", "Bani"].map((name) => gazetteer.find(name)[0]?.admin2);
  expect(mopti).toBe(hamlet);
  expect([mopti === 0, bani]).toEqual([false, 0]);
});

test("small places and other classes are left out where asked", async () => {
  const gazetteer = await imported(dump, { format: "geonames", minPopulation: 500, classes: "P" });
  expect([gazetteer.has("Mopti"), gazetteer.has("Hamlet"), gazetteer.has("Bani")]).toEqual([true, false, false]);
});

test("alternate names go to the places of their ids; links, codes and other scripts are left out", async () => {
  const alternateNames = fileOf(
    [
      "11\t1\tfr\tLe Hameau\t1\t\t\t",
      "12\t1\tlink\thttps://example.org/Hamlet\t\t\t\t",
      "13\t1\tru\tДеревня\t\t\t\t",
      "14\t2453348\ticao\tGAMB\t\t\t\t",
      "15\t99\ten\tNobody's Place\t\t\t\t",
    ].join("\n"),
  );
  const gazetteer = await imported(dump, { format: "geonames", alternateNames });
  expect(gazetteer.find("le hameau").map((p) => p.name)).toEqual(["Hamlet"]);
  expect(gazetteer.find("Mobti").map((p) => p.name)).toEqual(["Mopti"]);
  for (const name of ["GAMB", "Деревня", "Nobody's Place"]) expect(gazetteer.has(name)).toBe(false);
});

test("a name is found in another transliteration, but not as if it were written so", async () => {
  const rows = [
    "5\tAl Khudayrah\tAl Khudayrah\t\t33.1\t44.2\tP\tPPL\tIQ\t\t07\t\t\t\t900\t\t1\tAsia/Baghdad\t2012-01-17",
    "6\tKhudayrah Springs\tKhudayrah Springs\t\t40.1\t-99.2\tP\tPPL\tUS\t\tKS\t\t\t\t90\t\t1\tAmerica/Chicago\t2012-01-17",
  ].join("\n");
  const gazetteer = await imported(rows, { format: "geonames" });
  expect(gazetteer.find("Khodeira")).toEqual([]);
  expect(gazetteer.findLoose("Khodeira").map((p) => p.country)).toEqual(["IQ"]);
  expect(gazetteer.findLoose("Khodeira Springs")).toEqual([]);
});

test("a CSV is read by the names of its columns, and is a list of one's own", async () => {
  const csv =
    '\uFEFFlabel;latitude;longitude;iso2;aliases;level\n"Camp ""A""; north";1.5;30.2;ug;Camp A|Alpha;site\n"Two\nlines";1;2;ug;;\n';
  const gazetteer = await imported(csv, { format: "csv" });
  expect([gazetteer.size, gazetteer.isList]).toEqual([2, true]);
  expect(gazetteer.find("Alpha")[0]).toMatchObject({
    name: 'Camp "A"; north',
    country: "UG",
    lat: 1.5,
    lon: 30.2,
    feature: "site",
  });
  expect(gazetteer.has("two lines")).toBe(true);
});

test("a CSV without coordinates is refused with its line", async () => {
  await expect(imported("name,lat,lon\nX,north,2\n", { format: "csv" })).rejects.toThrow(/line 2: no coordinates/);
  await expect(imported("name,lat,lon\nX,,2\n", { format: "csv" })).rejects.toThrow(/line 2: no coordinates/);
  await expect(imported("name,lat\nX,1\n", { format: "csv" })).rejects.toThrow(/no column lon/);
});

const feature = (name: string, geometry: unknown): string =>
  JSON.stringify({ type: "Feature", properties: { name, country: "ML" }, geometry });
const point = { type: "Point", coordinates: [2.5, 15.5] };

test.each([
  ["a feature a line", (a: string, b: string) => `{"type":"FeatureCollection","features":[\n${a},\n${b}\n]}\n`],
  ["all on one line", (a: string, b: string) => `{"name":"posts","features":[${a},${b}],"type":"FeatureCollection"}`],
  ["spread out", (a: string, b: string) => JSON.stringify(JSON.parse(`{"features":[${a},${b}]}`), null, 2)],
  ["one object after another", (a: string, b: string) => `${a}\n${b}\n`],
])("GeoJSON is read %s", async (_, write) => {
  const gazetteer = await imported(write(feature("Post {4}", point), feature('Post \\5"', point)), {
    format: "geojson",
  });
  expect(gazetteer.size).toBe(2);
  expect(gazetteer.find("Post {4}")[0]).toMatchObject({ country: "ML", lat: 15.5, lon: 2.5 });
});

test("an area is placed in its middle; what has no name or geometry is left out", async () => {
  const area = {
    type: "Polygon",
    coordinates: [
      [
        [0, 10],
        [4, 10],
        [4, 12],
        [0, 12],
        [0, 10],
      ],
    ],
  };
  const text = [feature("Zone", area), feature("", point), feature("Nowhere", null)].join("\n");
  const gazetteer = await imported(text, { format: "geojson" });
  expect(gazetteer.find("Zone")[0]).toMatchObject({ lat: 11, lon: 2 });
  expect(gazetteer.size).toBe(1);
});

test("a file of another format is refused and leaves nothing behind", async () => {
  await expect(imported("a\tb\tc\n", { format: "geonames" })).rejects.toThrow(/line 1: 3 columns/);
  const out = join(dir, "none.gazetteer");
  await expect(importGazetteer(fileOf("\n\n"), { format: "geonames", out })).rejects.toThrow(/no place in it/);
  expect([existsSync(out), existsSync(`${out}.import`)]).toEqual([false, false]);
});

test("a gazetteer that is missing, cut or something else is not opened", async () => {
  const out = join(dir, "whole.gazetteer");
  await importGazetteer(fileOf(dump), { format: "geonames", out });
  const bytes = readFileSync(out);
  expect(openGazetteerFile(out).size).toBe(3);
  writeFileSync(out, bytes.subarray(0, bytes.length - 1));
  for (const path of [out, fileOf("something else"), join(dir, "gone")])
    expect(() => openGazetteerFile(path)).toThrow(expect.objectContaining({ code: "gazetteer/unreadable" }));
});

/** A dump of made-up places, with many of one name. */
function manyRows(n: number): string {
  return Array.from({ length: n }, (_, i) => {
    const name = i % 7 === 0 ? "Hilltop" : `Hilltop ${i}`;
    return `${i + 1}\t${name}\t${name}\tPeak ${i}\t${(i % 90) + 0.5}\t${i % 180}\tP\tPPL\tYE\t\t${i % 20}\t${i % 50}\t\t\t${i % 1000}\t\t1\tAsia/Aden\t2012-01-17`;
  }).join("\n");
}

/** Memory for a few hundred entries: an import in many parts. */
const SMALL = 16_384;

test("an import that was ended at any moment goes on and gives the same index", async () => {
  const text = manyRows(30_000);
  const file = fileOf(text);
  const alternateNames = fileOf(
    Array.from({ length: 30_000 }, (_, i) => `${i}\t${30_000 - i}\ten\tSummit ${i}\t\t\t\t`).join("\n"),
  );
  const options = { format: "geonames", alternateNames, memory: 1 << 19 } as const;
  const whole = join(dir, "whole.gazetteer");
  expect(await importGazetteer(file, { ...options, out: whole })).toMatchObject({ rows: 30_000, resumed: false });
  const parts = join(dir, "parts.gazetteer");
  const stages = new Set<string>();
  let tries = 0;
  let resumed = false;
  for (let isDone = false; !isDone; tries++) {
    const stop = new AbortController();
    let told = 0;
    const onProgress: ImportOptions["onProgress"] = ({ stage }) => {
      stages.add(stage);
      if (++told > 1) stop.abort();
    };
    try {
      ({ resumed } = await importGazetteer(file, { ...options, out: parts, onProgress, signal: stop.signal }));
      isDone = true;
    } catch (cause) {
      expect(cause).toMatchObject({ code: "gazetteer/stopped" });
      expect(existsSync(parts)).toBe(false);
    }
  }
  expect([...stages]).toEqual(["places", "names", "join", "merge"]);
  expect(tries).toBeGreaterThan(3);
  expect(resumed).toBe(true);
  expect(readFileSync(parts).equals(readFileSync(whole))).toBe(true);
  expect(readdirSync(dir).filter((f) => f.endsWith(".import"))).toEqual([]);
}, 120_000);

test("what was begun of another file or with other options is not gone on with", async () => {
  const out = join(dir, "other.gazetteer");
  const begun = fileOf(manyRows(30_000));
  const stopped = importGazetteer(begun, { format: "geonames", out, memory: SMALL, signal: AbortSignal.abort() });
  await expect(stopped).rejects.toThrow(/stopped/);
  expect(existsSync(`${out}.import/state.json`)).toBe(true);
  expect(await importGazetteer(fileOf(dump), { format: "geonames", out })).toMatchObject({ rows: 3, resumed: false });
  expect(openGazetteerFile(out).has("Hilltop")).toBe(false);
});

test("more parts than are merged at a time give the same index as one part", async () => {
  const file = fileOf(manyRows(20_000));
  const [one, many] = [join(dir, "one.gazetteer"), join(dir, "many.gazetteer")];
  await importGazetteer(file, { format: "geonames", out: one });
  await importGazetteer(file, { format: "geonames", out: many, memory: SMALL });
  expect(readFileSync(many).equals(readFileSync(one))).toBe(true);
});

test("of a name with very many places the most populous come first", async () => {
  const gazetteer = await imported(manyRows(5000), { format: "geonames" });
  const populations = gazetteer.find("Hilltop").map((p) => p.population);
  expect(populations).toEqual([...populations].sort((a, b) => b - a));
  expect([populations.length, populations[0], populations.at(-1)]).toEqual([64, 998, 911]);
});

test("every place that went in is found by each of its names", async () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{1,8}( [A-Z][a-zéø]{1,6})?$/);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, fc.integer({ min: -90, max: 90 })), { minLength: 1 }), async (rows) => {
      const gazetteer = await imported(`name,lat,lon\n${rows.map(([n, lat]) => `${n},${lat},0`).join("\n")}`, {
        format: "csv",
        memory: 4096,
      });
      for (const [n, lat] of rows) expect(gazetteer.find(n.toUpperCase()).map((p) => p.lat)).toContain(lat);
    }),
    { numRuns: 30 },
  );
});
