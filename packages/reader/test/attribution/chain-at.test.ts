import { expect, test } from "vitest";
import { chainAt, statusEffectAt } from "../../src/attribution/index.ts";
import { analyse, chainNames, spanOf } from "./marked.ts";

function chainOf(text: string, words: string, publisher: string | null = null): readonly string[] {
  const doc = analyse(text, publisher);
  return chainNames(doc, chainAt(doc, spanOf(doc, words)));
}

function statusOf(text: string, words: string): string | null {
  const doc = analyse(text);
  return statusEffectAt(doc, spanOf(doc, words)).status;
}

test("the publisher's own voice has no chain", () => {
  expect(chainOf("Rebels killed two soldiers near Gao.", "killed")).toEqual([]);
});

test("'told Reuters' makes Reuters the second link", () => {
  expect(chainOf("Hassan Diallo told Reuters that rebels killed two soldiers.", "killed")).toEqual([
    "Hassan Diallo",
    "Reuters",
  ]);
});

test("the publisher itself is left out of a chain, under its initials too", () => {
  const text = "Hassan Diallo told VOA that rebels killed two soldiers.";
  expect(chainOf(text, "killed", "Voice of America")).toEqual(["Hassan Diallo"]);
});

test("a report that hands words on is the outer link", () => {
  const text = "Hassan Diallo said that rebels had killed two soldiers near the border, a Reuters report said.";
  expect(chainOf(text, "killed")).toEqual(["Hassan Diallo", "Reuters"]);
});

test("'X said, according to Reuters' is the same chain", () => {
  const text = "“Rebels killed two soldiers near the border,” Hassan Diallo said, according to Reuters.";
  expect(chainOf(text, "killed")).toEqual(["Hassan Diallo", "Reuters"]);
});

test("whoever is quoted comes before whoever quotes", () => {
  const text = "Reuters quoted Hassan Diallo as saying rebels had killed two soldiers.";
  expect(chainOf(text, "killed")).toEqual(["Hassan Diallo", "Reuters"]);
});

test("hearsay without a name is possible and has no chain", () => {
  const text = "There were reports that rebels had killed two soldiers.";
  expect(chainOf(text, "killed")).toEqual([]);
  expect(statusOf(text, "killed")).toBe("possible");
});

test("what is denied is denied, what is said is left alone", () => {
  expect(statusOf("The army denied that its men had shelled the market.", "shelled")).toBe("denied");
  expect(statusOf("The army said that its men had shelled the market.", "shelled")).toBeNull();
});

test("a denial wins over the report that it denies", () => {
  expect(statusOf("The army rejected reports that its men had shelled the market.", "shelled")).toBe("denied");
});

test("'was not said' and 'whether' leave it open", () => {
  expect(statusOf("The army did not say that its men had shelled the market.", "shelled")).toBe("possible");
  expect(statusOf("Reporters asked whether the army had shelled the market.", "shelled")).toBe("possible");
});

test("a charge is possible and rests on whoever makes it", () => {
  const text = "Hassan Diallo accused the rebels of shelling the market.";
  expect(statusOf(text, "shelling")).toBe("possible");
  expect(chainOf(text, "shelling")).toEqual(["Hassan Diallo"]);
});

test("a raid that is praised is not told on the word of whoever praises it", () => {
  expect(chainOf("Hassan Diallo praised the raid on the camp.", "raid")).toEqual([]);
});

test("the words that change a status are its evidence", () => {
  const doc = analyse("The general allegedly killed two men.");
  const [words] = statusEffectAt(doc, spanOf(doc, "killed")).evidence;
  expect(doc.text.slice(words?.start, words?.end)).toBe("allegedly");
});

test("a demand that is refused was made; what it asks for is denied", () => {
  const doc = analyse("The council has rejected the union's demand for the release of the drivers.");
  expect(statusEffectAt(doc, spanOf(doc, "demand")).status).not.toBe("denied");
  expect(statusEffectAt(doc, spanOf(doc, "release")).status).toBe("denied");
});

test("a question takes for granted what stands with 'the'", () => {
  const doc = analyse("The clerk did not say whether the arrest stemmed from the raid.");
  expect(statusEffectAt(doc, spanOf(doc, "raid")).status).toBeNull();
  expect(statusEffectAt(doc, spanOf(doc, "stemmed")).status).toBe("possible");
});
