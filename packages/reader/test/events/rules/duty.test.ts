import { expect, test } from "vitest";
import { claimLines } from "../claim-lines.ts";

test("a duty put on an actor is a request to it", () => {
  const [line] = claimLines("The envoy said the government must release the prisoners.");
  expect(line).toMatch(/^REQUEST \[release\].* > .*government.* happened$/);
});

test("what one says one must do oneself is no request", () => {
  const lines = claimLines("We must rebuild the town, the mayor said.");
  expect(lines.filter((line) => line.startsWith("REQUEST"))).toEqual([]);
});
