import { expect, test } from "vitest";
import { claimAt, read, words } from "../claim-lines.ts";

test("the deed somebody is accused of is possible, on the accuser's word", () => {
  const reading = read("Amnesty International accused the army of torturing prisoners.");
  const deed = claimAt(reading, "torturing");
  expect(deed.status).toBe("possible");
  expect(words(reading, deed.evidence.agents)).toContain("army");
  expect(reading.entities.find((e) => e.id === deed.sources[0]?.entity)?.name).toBe("Amnesty International");
});

test("the deed somebody denies is denied, on the denier's word", () => {
  const reading = read("The army denied shelling the village.");
  const deed = claimAt(reading, "shelling");
  expect(deed.status).toBe("denied");
  expect(deed.sources).toHaveLength(1);
});

test("a deed told beside a charge is not charged", () => {
  expect(claimAt(read("The army shelled the village and accused the rebels."), "shelled").status).toBe("happened");
});
