import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createActorOf } from "../../src/actors/actor-of.ts";

const resources = loadResources();
const actorOf = createActorOf(resources);
const codeOf = (text: string): string => {
  const { country, sector } = actorOf(text);
  return `${country ?? "-"} ${sector ?? "-"}`;
};

test.each([
  ["Danish warplanes", "DNK MIL"],
  ["a retired deputy prime minister", "- ELI"],
  ["bicycle thieves", "- CRM"],
  ["two paramedics", "- HLH"],
  ["the Bolivian Ministry of Mines", "BOL GOV"],
  ["the emir of Boko Haram", "NGA UAF"],
  ["dozens of Peruvian farmers", "PER AGR"],
  ["Norway's army", "NOR MIL"],
  ["a Hezbollah spokesman", "LBN UAF"],
  ["Foreign Minister Dunja Horvat", "- GOV"],
  ["UN peacekeepers", "- IGO"],
  ["opposition leader", "- OPP"],
])("'%s' is %s", (phrase, code) => {
  expect(codeOf(phrase)).toBe(code);
});

test("what the phrase does not tell is null", () => {
  expect(actorOf("the blue bicycle")).toMatchObject({ country: null, sector: null, kind: null, link: null });
});

test("a country that only tells whose side someone is on is not the actor's own", () => {
  expect(codeOf("French-backed rebels")).toBe("- REB");
  expect(codeOf("French rebels")).toBe("FRA REB");
});

test("'is' in small letters is no acronym of a group", () => {
  expect(actorOf("IS").link?.actor).toBe("islamic-state");
  expect(actorOf("is").link).toBeNull();
});

test("a user's entry wins over ours", () => {
  const own = createActorOf({
    ...resources,
    actors: [{ id: "my-group", name: "IS", kind: "company", sector: "BUS", country: "SE" }],
  });
  expect(own("IS")).toMatchObject({ country: "SWE", sector: "BUS", link: { actor: "my-group" } });
  expect(own("ISIL").link?.actor).toBe("islamic-state");
});

test("at least 96 % of 400 phrases have their country and sector", () => {
  const rows = readFileSync(new URL("phrases.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));
  const wrong = rows.filter(([phrase = "", country = "", sector = ""]) => codeOf(phrase) !== `${country} ${sector}`);
  expect(rows.length).toBeGreaterThan(400);
  expect(wrong.length / rows.length, wrong.map(([phrase]) => phrase).join("; ")).toBeLessThan(0.04);
});
