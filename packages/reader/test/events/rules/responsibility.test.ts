import { expect, test } from "vitest";
import { claimAt, claimLines, read, words } from "../claim-lines.ts";

test("'claimed the attack': the group did it and says so", () => {
  const reading = read("Al-Shabaab claimed the attack on the barracks.");
  const attack = claimAt(reading, "attack");
  expect(words(reading, attack.evidence.agents)).toBe("Al-Shabaab");
  expect(attack.sources.map((s) => s.entity)).toEqual(attack.agents);
  expect(attack.status).toBe("happened");
});

test("'no one has claimed responsibility' tells of no deed", () => {
  expect(claimLines("No one has claimed responsibility.")).toEqual([]);
});
