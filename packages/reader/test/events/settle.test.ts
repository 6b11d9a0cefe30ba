import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const reader = createReader(loadResources());
const first = (text: string, type: string) =>
  reader.read({ text, published: "2020-06-05" }).claims.find((c) => c.type === type);

test("a killing is targeted only of somebody named, or by a word that says so", () => {
  expect(first("Soldiers killed the rebel leader Ali Hassan near Gao.", "ASSAULT")?.mode).toBe("targeted");
  expect(first("Gunmen killed three villagers near Gao.", "ASSAULT")?.mode).toBeNull();
  expect(first("Gunmen assassinated a judge in Gao.", "ASSAULT")?.mode).toBe("targeted");
});

test("a plan takes no time that has passed; a deed does", () => {
  const plan = first("The minister said earlier this week about 100 soldiers would be deployed to Gao.", "MOBILIZE");
  expect([plan?.status, plan?.time]).toEqual(["planned", null]);
  const deed = first("Earlier this week 100 soldiers were deployed to Gao.", "MOBILIZE");
  expect(deed?.time).not.toBeNull();
});

test("nothing is done to the channel by which it is told", () => {
  const text = "The Lakeside Guard claimed responsibility for the attack in a message on Twitter.";
  const { claims, entities } = reader.read({ text });
  const targets = claims.flatMap((c) => c.targets).map((id) => entities.find((e) => e.id === id)?.name);
  expect(targets).not.toContain("Twitter");
});
