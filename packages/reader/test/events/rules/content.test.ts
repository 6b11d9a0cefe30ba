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

test("a deed that is to be looked into, and who was detained, are told beside what is asked", () => {
  const asked = claimLines("The bishop urged the army to investigate the killing of nine nurses.").join("\n");
  expect(asked).toContain("REQUEST [urged]");
  expect(asked).toContain("ASSAULT [killing]");
  expect(claimLines("The union demanded the release of the men detained in May.").join()).toContain("[detained]");
  expect(claimLines("The bishop urged the army to kill nobody.").join()).not.toContain("ASSAULT");
});
