import { describe, expect, test } from "vitest";
import { buildGazetteer } from "../../node/gazetteer.ts";
import { gazetteerWriter } from "../../node/gazetteer-writer.ts";
import { openGazetteer } from "../../src/place/gazetteer.ts";
import { keyOf } from "../../src/place/key.ts";

const row = { admin1: "", admin2: "", lat: 0, lon: 0, id: null, population: 0, feature: "place" } as const;

describe("keys", () => {
  test.each([
    ["Ménaka", "menaka"],
    ["Dar‘ā", "dara"],
    ["Saint-Denis", "st denis"],
    ["Deir ez-Zor", "deir ez zor"],
    ["the Sahel", "sahel"],
    ["Łódź", "lodz"],
    ["W.Va.", "wva"],
  ])("%s is looked up as %s", (name, key) => {
    expect(keyOf(name)).toBe(key);
  });

  test("different names stay different", () => {
    expect(keyOf("Gao")).not.toBe(keyOf("Gaoua"));
  });
});

describe("an index", () => {
  test("gives back what was written, most populous first, by any of the names", () => {
    const writer = gazetteerWriter();
    writer.add({ ...row, names: ["Ténès", "Tenes Port"], country: "DZ", population: 10, lat: 36.51, lon: 1.3, id: 7 });
    writer.add({ ...row, names: ["Tenes"], country: "XX", population: 900, admin1: "XX.01" });
    const gazetteer = openGazetteer(writer.finish());
    expect(gazetteer?.find("tenes").map((p) => [p.name, p.country, p.population])).toEqual([
      ["Tenes", "XX", 900],
      ["Ténès", "DZ", 10],
    ]);
    expect(gazetteer?.find("Tenes Port")[0]).toMatchObject({ name: "Ténès", lat: 36.51, lon: 1.3, id: 7 });
    expect(gazetteer?.find("Tene")).toEqual([]);
    expect(gazetteer?.has("Tenes Harbour")).toBe(false);
  });

  test("of no places finds nothing", () => {
    expect(openGazetteer(gazetteerWriter().finish())?.find("Gao")).toEqual([]);
  });

  test("of another version is not opened", () => {
    const bytes = gazetteerWriter().finish();
    expect(openGazetteer(bytes.map((b, i) => (i === 4 ? b + 1 : b)))).toBeNull();
    expect(openGazetteer(new Uint8Array(8))).toBeNull();
  });

  test("bytes at an odd offset open too", () => {
    const writer = gazetteerWriter();
    writer.add({ ...row, names: ["Gao"], country: "ML" });
    const bytes = writer.finish();
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(openGazetteer(shifted.subarray(1))?.has("Gao")).toBe(true);
  });
});

describe("the embedded gazetteer", () => {
  const gazetteer = openGazetteer(buildGazetteer());

  test("knows some two hundred thousand places with their divisions", () => {
    expect(gazetteer?.size).toBeGreaterThan(200_000);
    expect(gazetteer?.find("Menaka")[0]).toMatchObject({ country: "ML", feature: "admin1-seat" });
    expect(gazetteer?.find("Paris").some((p) => p.admin1 === "US.TX")).toBe(true);
  });

  test("looks a name up in well under fifty microseconds", () => {
    const names = ["Kidal", "Menaka", "Raqqa", "Mopti", "Nowhere at all", "Bamako", "Goma", "Sévaré"];
    // processor time: other work on the machine does not count
    const started = process.cpuUsage().user;
    for (let i = 0; i < 4000; i++) gazetteer?.find(names[i % names.length] ?? "");
    expect((process.cpuUsage().user - started) / 4000).toBeLessThan(50);
  });
});
