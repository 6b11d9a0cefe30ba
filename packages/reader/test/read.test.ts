import { faultsOf } from "@dateline/model";
import { readingSchema } from "@dateline/model/schema";
import { expect, test } from "vitest";
import { loadResources } from "../node/load.ts";
import { createReader } from "../src/index.ts";

const reader = createReader(loadResources());

test("a text gives a valid reading without faults", () => {
  const reading = reader.read({ text: "Troops left Gao on Friday, the army said.", published: "2020-06-05" });
  expect(readingSchema.safeParse(reading).error).toBeUndefined();
  expect(faultsOf(reading)).toEqual([]);
});

test("an empty text gives an empty reading", () => {
  expect(reader.read({ text: "" }).claims).toEqual([]);
});

test("reading twice gives the same bytes", () => {
  const input = { text: "Gunmen killed five people in Mopti, officials said." };
  expect(JSON.stringify(reader.read(input))).toBe(JSON.stringify(reader.read(input)));
});
