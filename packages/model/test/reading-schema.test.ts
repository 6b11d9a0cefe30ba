import { expect, test } from "vitest";
import { faultsOf, type Reading, reportOf } from "../src/index.ts";
import { readingSchema } from "../src/schema.ts";

const stamp = { version: "0", model: "", rules: "" };

function reading(more: Partial<Reading> = {}): Reading {
  return {
    format: "dateline-reading/1",
    reader: stamp,
    report: reportOf({ text: "Troops left Gao." }),
    sentences: [{ start: 0, end: 16 }],
    names: [],
    entities: [],
    places: [],
    times: [],
    attributions: [],
    claims: [],
    notes: [],
    ...more,
  };
}

test("an empty reading is valid and without faults", () => {
  expect(readingSchema.safeParse(reading()).error).toBeUndefined();
  expect(faultsOf(reading())).toEqual([]);
});

test("an unknown field is refused", () => {
  expect(readingSchema.safeParse({ ...reading(), speaker: 1 }).success).toBe(false);
});

test("a span past the end of the text is a fault", () => {
  expect(faultsOf(reading({ sentences: [{ start: 0, end: 17 }] }))).toEqual([
    "sentence 0: span 0-17 is outside the text",
  ]);
});

test("a name of an entity that does not exist is a fault", () => {
  const names = [{ start: 12, end: 15, kind: "location", entity: "e9" }] as const;
  expect(faultsOf(reading({ names }))).toEqual(["name 0: no entity e9"]);
});
