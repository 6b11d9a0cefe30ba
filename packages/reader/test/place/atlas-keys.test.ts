import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { KEPT_WORDINGS, keptWordings, LISTS } from "../../src/actors/kept-wordings.ts";
import { createReader } from "../../src/index.ts";
import { atlasOf } from "../../src/place/atlas.ts";
import { atlasKeys, atlasRows, KEPT_KEYS, keptKeys } from "../../src/place/atlas-keys.ts";
import { rowsOf } from "../../src/resources.ts";

const small = {
  countries: [["ML", "MLI", "Mali", "Soudan français", "Malian", "Bamako", "17", "-4", "650", "12.65", "-8"]],
  admin1: [
    ["ML.09", "Gao Region", "16", "0", "20"],
    ["ML.10", "al-Kidal", "19", "1", "130"],
  ],
  admin1Own: [["ML.09", "Gawgaw", "16.7", "-0.3", "250"]],
  regions: [["Azawad", "", "ML", "region", "18", "-1", "500"]],
  towns: [["Gao|Kawkaw", "ML", "city", "16.27", "-0.04"]],
  disputed: [["Azawad", "ML|self-declared"]],
};

test("a name of the tables gives its rows in their order, by any of its spellings", () => {
  const atlas = atlasOf(small, atlasKeys(keptKeys(small)));
  expect(atlas.find("gao").map((c) => [c.name, c.level])).toEqual([
    ["Gao Region", "admin"],
    ["Gao", "city"],
  ]);
  expect(atlas.find("gawgaw")[0]).toMatchObject({ lat: 16.7, radiusKm: 250 });
  expect(atlas.find("kidal")[0]).toMatchObject({ admin1: "ML.10" });
  expect(atlas.find("azawad")[0]?.claims).toBe("ML, self-declared");
  expect(atlas.find("bamako")[0]).toMatchObject({ level: "city", lat: 12.65 });
  expect([atlas.capital("ML")?.name, atlas.country("ML")?.name, atlas.demonym("Malian")]).toEqual([
    "Bamako",
    "Mali",
    "ML",
  ]);
});

test("what is no name of the tables gives nothing, words of the language included", () => {
  const atlas = atlasOf(small, atlasKeys(keptKeys(small)));
  for (const key of ["", "timbuktu", "constructor", "__proto__", "toString"]) expect(atlas.find(key)).toEqual([]);
  expect(atlas.capital("XX")).toBeUndefined();
});

test("a division of which one town is known reaches as far as its country's divisions do", () => {
  const atlas = atlasOf(small, atlasKeys(keptKeys({ ...small, admin1Own: [] })));
  expect(atlas.find("kidal")[0]?.radiusKm).toBe(230);
});

test("a reader with the keys that a build keeps reads as one without them", () => {
  const resources = loadResources();
  const rows = (table: string): readonly (readonly string[])[] => rowsOf(resources, table);
  const kept = JSON.parse(
    JSON.stringify({
      [KEPT_KEYS]: keptKeys(atlasRows(rows)),
      [KEPT_WORDINGS]: keptWordings(LISTS.map((list) => rows(`actors/${list}`))),
    }),
  );
  const text = "Boko Haram and the Lord's Resistance Army attacked Gao, Ménaka and N'Djamena, the U.N. said in Paris.";
  const built = createReader({ ...resources, lexicons: { ...resources.lexicons, ...kept } });
  expect(built.read({ text })).toEqual(createReader(resources).read({ text }));
});
