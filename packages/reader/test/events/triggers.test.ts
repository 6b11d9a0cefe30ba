import { expect, test } from "vitest";
import { claimLines } from "./claim-lines.ts";

test("an attack that is repelled is told beside the deed of those who repelled it", () => {
  const lines = claimLines("The garrison repelled an attack by the rebels.").join("\n");
  expect(lines).toContain("ASSAULT [repelled]");
  expect(lines).toContain("ASSAULT [attack]");
});

test("somebody under arrest is told of by the noun, an arrest of nobody is not", () => {
  expect(claimLines("Two ministers are under arrest.").join()).toContain("COERCE [arrest] - > Two ministers");
  expect(claimLines("Two ministers wrote about arrest.")).toEqual([]);
});

test.each([
  ["Gunmen looted shops in the town.", "COERCE [looted]"],
  ["The raids displaced nine thousand villagers.", "SANCTION [displaced]"],
  ["The displaced families live in tents.", ""],
  ["Hackers stole the files of the bank.", "COERCE [stole]"],
  ["The union called off its strike.", "RETREAT [called off]"],
  ["Officers dispersed the crowd.", "COERCE [dispersed]"],
])("%s tells %s", (text, line) => {
  const lines = claimLines(text).join("\n");
  if (line === "") expect(lines).toBe("");
  else expect(lines).toContain(line);
});
