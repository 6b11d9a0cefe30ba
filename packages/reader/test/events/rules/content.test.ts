import { expect, test } from "vitest";
import { claimLines } from "../claim-lines.ts";

test("a promise gives one claim, none for what is promised", () => {
  const lines = claimLines("The government promised to release the prisoners.");
  expect(lines).toHaveLength(1);
});

test("an order to one's own forces gives the order and the move", () => {
  const lines = claimLines("The president ordered the army to deploy troops along the border.");
  expect(lines.map((l) => l.split(" ")[0])).toEqual(["REQUEST", "MOBILIZE"]);
});

test("a deed after the request is a claim of its own", () => {
  expect(claimLines("The envoy urged restraint after rebels killed two soldiers.").join()).toContain("[killed]");
});
