import { expect, test } from "vitest";
import { confidenceOf } from "../../src/events/confidence.ts";
import { claimAt, read } from "./claim-lines.ts";

test("a claim with its doer and victim beside the verb is surer than one with neither", () => {
  const plain = claimAt(read("Rebels killed three soldiers."), "killed").confidence;
  const bare = claimAt(read("The bombings shocked the capital."), "bombings").confidence;
  expect(plain).toBeGreaterThan(bare);
});

test("the estimate stays a chance", () => {
  expect(confidenceOf(["bias", "noun", "weak", "no agent", "no target", "planned", "hedged"])).toBeGreaterThanOrEqual(
    0.05,
  );
  expect(confidenceOf(["bias", "agent own", "target own", "heading"])).toBeLessThanOrEqual(0.95);
});
