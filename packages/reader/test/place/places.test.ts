import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const resources = loadResources();
const reader = createReader(resources);

type Found = {
  name: string;
  country: string | null;
  level: string;
  lat: number | null;
  lon: number | null;
  rule: string;
};

function placesIn(text: string, publisher: string | null = null): readonly Found[] {
  const { places } = reader.analyse({ text, publisher }, "place");
  return places.map(({ name, country, level, lat, lon, rule }) => ({ name, country, level, lat, lon, rule }));
}

const place = (text: string, name: string): Found | undefined => placesIn(text).find((p) => p.name === name);

describe("what is a place", () => {
  test.each<[string, string, string | null, string]>([
    ["Troops were killed in northern Mali on Tuesday.", "northern Mali", "ML", "admin"],
    ["Herders fled across the Sahel.", "Sahel", null, "region"],
    ["Gunmen attacked the town of Ménaka.", "Ménaka", "ML", "city"],
    ["Rebels hold most of Kidal region.", "Kidal region", "ML", "admin"],
    ["Fighting spread through Anbar Province.", "Anbar Province", "IQ", "admin"],
    ["A ship was hit in the Red Sea.", "Red Sea", null, "region"],
    ["Shells fell near the Rafah crossing.", "Rafah crossing", "PS", "site"],
    ["The army lost a base in the north of Burkina Faso.", "the north of Burkina Faso", "BF", "admin"],
    ["A convoy was hit on the Gao-Kidal road.", "Gao-Kidal road", "ML", "site"],
    ["Smugglers use the Syrian-Turkish border.", "the Syrian-Turkish border", null, "region"],
    ["Clashes broke out in Kyiv and in Kiev's suburbs.", "Kyiv", "UA", "city"],
  ])("%s", (text, name, country, level) => {
    expect(placesIn(text)).toContainEqual(expect.objectContaining({ name, country, level }));
  });

  test("border regions of several countries are one place of no country", () => {
    const text = "The force patrols the border regions of Chad, Niger and Nigeria.";
    expect(placesIn(text)).toEqual([
      expect.objectContaining({
        name: "the border regions of Chad, Niger and Nigeria",
        country: null,
        level: "region",
      }),
    ]);
  });

  test("a word that several places share is each one's", () => {
    const of = (text: string): readonly (readonly [string, string | null, string])[] =>
      placesIn(text).map((p) => [p.name, p.country, p.level]);
    expect(of("Envoys of North and South Korea met.")).toEqual([
      ["North Korea", "KP", "country"],
      ["South Korea", "KR", "country"],
    ]);
    expect(of("Raids were reported from Gao and Mopti regions.")).toEqual([
      ["Gao", "ML", "admin"],
      ["Mopti", "ML", "admin"],
    ]);
    expect(of("It covers Mopti and western Gao provinces.").map((p) => p[2])).toEqual(["admin", "admin"]);
    expect(of("Raids were reported from Gao and Mopti.").map((p) => p[2])).toEqual(["city", "city"]);
    expect(of("Cattle were stolen in the states of Jonglei, Unity and Lakes.").map((p) => p[0])).toEqual([
      "Jonglei",
      "Unity",
      "Lakes",
    ]);
    expect(of("Unity is strength, the mayor said by the lakes.")).toEqual([]);
  });

  test("two sides of one place are one stretch between them", () => {
    const found = place("Drones hit eastern and southern Ukraine.", "eastern and southern Ukraine");
    expect(found).toMatchObject({ country: "UA", level: "admin" });
    const east = place("Drones hit eastern Ukraine.", "eastern Ukraine");
    expect((found?.lat ?? 0) < (east?.lat ?? 0) && (found?.lon ?? 0) < (east?.lon ?? 0)).toBe(true);
  });

  test("both countries are the two told last, as a place only where something happens in them", () => {
    const text = "Kenya and Uganda signed it. Herders die each year in both countries.";
    expect(place(text, "both countries")).toMatchObject({ country: null, level: "region" });
    expect(place("Kenya and Uganda signed it; both countries gained.", "both countries")).toBeUndefined();
    expect(place("It happened in both countries.", "both countries")).toBeUndefined();
  });

  test("a border with a neighbour lies in neither country", () => {
    const text = "Patrols were shot at in Ouallam, near the border with Burkina Faso.";
    expect(place(text, "the border with Burkina Faso")).toMatchObject({ country: null, level: "region" });
    expect(place("Talks with Burkina Faso failed.", "Burkina Faso")?.level).toBe("country");
  });

  test("a name that begins with a small article is a place where it is told as one", () => {
    expect(place("The al-Shati refugee camp was hit.", "al-Shati refugee camp")?.country).toBe("PS");
    expect(placesIn("The al-Masri family left.").filter((p) => p.name.startsWith("al-"))).toEqual([]);
  });

  test("a town is meant by its name rather than the district that bears it too", () => {
    expect(place("Talks were held in Geneva.", "Geneva")).toMatchObject({ country: "CH", level: "city" });
    expect(place("Talks were held in Kherson region.", "Kherson region")?.level).toBe("admin");
  });

  test("a camp is a site though its name is a body's too", () => {
    const found = placesIn("Ten died in the Dadaab refugee camp.");
    expect(found).toContainEqual(expect.objectContaining({ country: "KE", level: "site" }));
  });

  test("a distance moves the point, and the words are the place's", () => {
    const gao = place("Soldiers died in Gao.", "Gao");
    const away = place("Soldiers died 40 km south of Gao.", "40 km south of Gao");
    expect((gao?.lat ?? 0) - (away?.lat ?? 0)).toBeCloseTo(40 / 111.2, 1);
    expect(away?.lon).toBeCloseTo(gao?.lon ?? 0, 1);
  });

  test("a capital or country that speaks is its government, one where something happens is a place", () => {
    expect(placesIn("Mali denied it, and Paris rejected the claim.")).toEqual([]);
    expect(placesIn("Protests in Paris spread while Mali was calm.").map((p) => p.name)).toContain("Paris");
  });

  test("a side of the country is told only where the report has one country", () => {
    const text = "Mali's army said Malian soldiers died in the north. Others fled the country's restive east.";
    expect(placesIn(text)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "the north", country: "ML", level: "admin" }),
        expect.objectContaining({ name: "the country's restive east", country: "ML", level: "admin" }),
      ]),
    );
    expect(placesIn("Soldiers died in the north.")).toEqual([]);
  });

  test("people and their names are no places", () => {
    expect(
      placesIn("Michael Jordan spoke with Chelsea Clinton. Malian soldiers were there, US troops too.").map(
        (p) => p.name,
      ),
    ).not.toContain("Jordan");
    expect(placesIn("Gunmen shot him dead and fled; us two ran.")).toEqual([]);
  });
});

describe("which place it is", () => {
  test("a town told with its state is that state's, and stays so", () => {
    const paris = placesIn("A bomb went off in Paris, Texas. Shops in Paris were shut.").find(
      (p) => p.name === "Paris",
    );
    expect(paris).toMatchObject({ country: "US", rule: "told with what holds it" });
    expect(place("A bomb went off in Paris. Shops in France were shut.", "Paris")?.country).toBe("FR");
  });

  test("a name that the text puts in two places is two places", () => {
    const text = "He left Cambridge, Massachusetts, for Cambridge, England. In Cambridge he found work.";
    const found = placesIn(text).filter((p) => p.name === "Cambridge");
    expect(found.map((p) => p.country)).toEqual(["US", "GB"]);
    expect(placesIn("Gao, Kidal and Gao, Mopti were calm.").filter((p) => p.name === "Gao")).toHaveLength(1);
  });

  test("a county is no country, and it and its town speak for each other", () => {
    expect(place("Deputies searched Lebanon County.", "Lebanon County")?.country).toBe("US");
    expect(place("Shells fell in Lebanon.", "Lebanon")?.country).toBe("LB");
    const madison = place("Deputies of Boone County met in Lebanon. Zionsville is in Boone County.", "Lebanon");
    expect(madison).toMatchObject({ country: "US" });
    expect(madison?.lat).toBeCloseTo(40.05, 1);
  });

  test("another transliteration is found where the report tells of its country, and only there", () => {
    const khokha = (text: string): string | null | undefined => {
      const { places } = reader.analyse({ text }, "place");
      return places.find((p) => p.lat !== null && p.mentions.some((m) => text.slice(m.start, m.end) === "Khokha"))
        ?.country;
    };
    expect(khokha("Yemen's guns hit the town of Khokha and the port of Mocha.")).toBe("YE");
    expect(khokha("Canada's guns hit the town of Khokha and the port of Halifax.")).toBeUndefined();
  });

  test("neighbours decide between places of one name", () => {
    const libya = place("Militias fought in Tripoli and shelled Misrata and Sirte in Libya.", "Tripoli");
    const lebanon = place("Militias fought in Tripoli while Beirut and Sidon in Lebanon were calm.", "Tripoli");
    expect([libya?.country, lebanon?.country]).toEqual(["LY", "LB"]);
  });

  test("Niger is the country, Niger State the division", () => {
    expect(place("Soldiers from Niger and Mali met.", "Niger")?.country).toBe("NE");
    expect(place("Bandits struck Niger State in Nigeria.", "Niger State")?.country).toBe("NG");
  });

  test("disputed areas are told as such, others not", () => {
    expect(place("Shells fell in Kashmir.", "Kashmir")?.rule).toContain("disputed (IN, PK, CN)");
    expect(place("Shells fell in Bavaria.", "Bavaria")?.rule).not.toContain("disputed");
  });

  test("a place that no table knows is kept without coordinates", () => {
    const unknown = placesIn("Gunmen burned the village of Zorgandabé in Mali near Gao and Kidal.").find(
      (p) => p.name === "Zorgandabé",
    );
    if (unknown !== undefined) expect(unknown).toMatchObject({ lat: null, lon: null, country: "ML" });
  });
});

describe("without a gazetteer", () => {
  const small = createReader({ ...resources, gazetteer: null });

  test("the own tables still place countries, divisions and the towns of conflicts", () => {
    const { places } = small.analyse({ text: "Jihadists from Niger attacked Ménaka and fled to the Sahel." }, "place");
    expect(places.map((p) => [p.name, p.country])).toEqual([
      ["Niger", "NE"],
      ["Ménaka", "ML"],
      ["Sahel", null],
    ]);
  });
});

test("every place has its words, and no text makes it throw", () => {
  const word = fc.constantFrom(
    "Gao",
    "Mali",
    ",",
    "northern",
    "in",
    "the",
    "border",
    "of",
    "and",
    "Texas",
    "Paris",
    "km",
    "40",
    "south",
    "-",
    "road",
    "\n\n",
    "U.S.",
    "Province",
    "é",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join(" ");
      for (const p of reader.analyse({ text }, "place").places) {
        expect(p.mentions.length).toBeGreaterThan(0);
        for (const m of p.mentions) expect(m.start >= 0 && m.start < m.end && m.end <= text.length).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test("a hostile text takes time in proportion to its length", () => {
  const once = (text: string): number => {
    const started = performance.now();
    reader.analyse({ text }, "place");
    return performance.now() - started;
  };
  for (const part of [
    "the Syrian-Turkish border ",
    "Paris, Texas ",
    "éAéA",
    "Gao-Kidal road ",
    "North, South and East Korea states, ",
    "in both countries ",
  ]) {
    const short = once(part.repeat(500));
    expect(once(part.repeat(2000))).toBeLessThan(short * 12 + 1500);
  }
});
