import { expect, test } from "vitest";
import { claimLines } from "../claim-lines.ts";

test("what one is able to do is no deed", () => {
  expect(claimLines("The rebels lost their ability to attack the capital.")).toEqual([]);
});

test("'those killed' names people, it tells no new deed", () => {
  expect(claimLines("The families of those killed met in the church.").filter((l) => l.includes("killed"))).toEqual([]);
});

test("'among those killed was' tells who was killed", () => {
  expect(claimLines("Among those killed was the deputy mayor.").join()).toContain("[killed]");
});

test("a plan to attack is a deed that is planned", () => {
  expect(claimLines("The rebels announced a plan to attack the capital.").join()).toContain("[attack]");
});
