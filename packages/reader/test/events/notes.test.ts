import { expect, test } from "vitest";
import { claimAt, read } from "./claim-lines.ts";

test("a doer that grammar supplies is noted; one beside its verb is not", () => {
  const supplied = claimAt(read("On Monday, rebels shelled the town, killing two children."), "killing");
  expect(supplied.notes).toContain("who did it stands outside the clause: supplied by grammar");
  expect(claimAt(read("Rebels killed three soldiers."), "killed").notes).toEqual([]);
});

test("a place taken from the sentence before is noted", () => {
  const reading = read("A bomb exploded in Nairobi on Friday. At least 75 people were killed there.");
  expect(claimAt(reading, "killed").notes).toContain("the place was told in a sentence before");
});

test("an attack on its doer's own word is noted", () => {
  const reading = read("Al-Shabaab claimed the attack on the barracks.");
  expect(claimAt(reading, "attack").notes).toContain("on the word of those who claim the deed");
});
