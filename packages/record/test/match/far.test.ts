import type { PlaceRef } from "@dateline/model";
import { expect, test } from "vitest";
import { placeRelation } from "../../src/match/far.ts";

function place(
  name: string,
  level: PlaceRef["level"],
  at: readonly [number, number] | null,
  country: string | null = "ML",
): PlaceRef {
  return { name, country, level, lat: at?.[0] ?? null, lon: at?.[1] ?? null, radiusKm: null, geonames: null };
}
const mali = place("Mali", "country", [17, -4]);
const north = { ...place("northern Mali", "admin", [20, 0]), radiusKm: 450 };
const kidal = place("Kidal", "city", [18.44, 1.41]);
const bamako = place("Bamako", "city", [12.65, -8]);

test("a country holds its regions, a region its towns", () => {
  expect(placeRelation(mali, north)).toBe("a-wider");
  expect(placeRelation(north, kidal)).toBe("a-wider");
  expect(placeRelation(kidal, mali)).toBe("b-wider");
});

test("two towns are apart, one under two spellings of its accents is not", () => {
  expect(placeRelation(kidal, bamako)).toBe("apart");
  expect(placeRelation(north, bamako)).toBe("apart");
  expect(placeRelation(place("Ménaka", "city", null), place("Menaka", "city", null))).toBe("same");
});

test("places of two countries are apart, whatever their names", () => {
  expect(placeRelation(place("Tripoli", "city", null, "LY"), place("Tripoli", "city", null, "LB"))).toBe("apart");
});
