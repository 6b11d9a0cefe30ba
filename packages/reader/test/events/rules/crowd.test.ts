import { expect, test } from "vitest";
import { claimLines } from "../claim-lines.ts";

test.each([
  ["Protesters torched a bus.", "PROTEST [torched]"],
  ["Demonstrators threw stones at the guards.", "PROTEST [threw]"],
  ["Gunmen torched a bus.", "ASSAULT [torched]"],
  ["Protesters killed a guard.", "ASSAULT [killed]"],
])("%s tells %s", (text, line) => {
  expect(claimLines(text).join("\n")).toContain(line);
});

test("a strike is one of work beside a union, one of war beside a jet", () => {
  expect(claimLines("The union met on Friday. The strike entered its third week.").join()).toContain(
    "PROTEST [strike]",
  );
  expect(claimLines("A jet circled the union. The strike killed two guards.").join()).not.toContain("PROTEST");
});
