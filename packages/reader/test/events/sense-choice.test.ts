import { expect, test } from "vitest";
import { claimLines } from "./claim-lines.ts";

test("an object of the kind that a verb's senses list passes for one of them", () => {
  expect(claimLines("Soldiers stopped a minibus at the gate.").join()).toContain("COERCE [stopped]");
  expect(claimLines("The aunt stopped a clock.")).toEqual([]);
});
