import { expect, test } from "vitest";
import { sayingsOf } from "../../src/attribution/index.ts";
import { analyse, chainNames, spanOf } from "./marked.ts";

function chainOf(text: string, words: string): readonly string[] {
  const doc = analyse(text);
  return chainNames(doc, sayingsOf(doc).chainAt(spanOf(doc, words)));
}

test("a statement carried by an outlet adds the outlet", () => {
  const text = "Ali Hassan said in a statement carried by Reuters that rebels had killed two soldiers.";
  expect(chainOf(text, "killed")).toEqual(["Ali Hassan", "Reuters"]);
});

test("an interview before the speaker adds its outlet", () => {
  const text = "In an interview with CNN, Ali Hassan said rebels had killed two soldiers.";
  expect(chainOf(text, "killed")).toEqual(["Ali Hassan", "CNN"]);
});

test("reporters and a news conference are no link", () => {
  expect(chainOf("Ali Hassan told reporters that rebels had killed two soldiers.", "killed")).toEqual(["Ali Hassan"]);
});

test("an agency that cites somebody comes after the one cited", () => {
  const text = "Reuters said rebels had killed two soldiers, citing Ali Hassan.";
  expect(chainOf(text, "killed")).toEqual(["Ali Hassan", "Reuters"]);
});

test("a speaker told of by another is nested", () => {
  const doc = analyse("Reuters reported that Ali Hassan had said rebels killed two soldiers.");
  expect(chainNames(doc, sayingsOf(doc).chainAt(spanOf(doc, "killed")))).toEqual(["Ali Hassan", "Reuters"]);
  const inner = doc.attributions.find((a) => a.outer !== null);
  expect(doc.attributions.find((a) => a.id === inner?.outer)?.outer).toBeNull();
});

test("the speaker of two coordinated verbs stays the same", () => {
  const text = "Ali Hassan confirmed that two soldiers were killed, and added that five had been wounded.";
  expect(chainOf(text, "wounded")).toEqual(["Ali Hassan"]);
});

test("whoever denies a deed is the source of its denial", () => {
  const doc = analyse("Ali Hassan denied killing the two soldiers.");
  const sayings = sayingsOf(doc);
  expect(chainNames(doc, sayings.chainAt(spanOf(doc, "killing")))).toEqual(["Ali Hassan"]);
  expect(sayings.statusEffectAt(spanOf(doc, "killing")).status).toBe("denied");
});

test("'it emerged' tells of nobody", () => {
  const doc = analyse("It emerged on Monday that rebels had killed two soldiers.");
  expect(doc.attributions[0]?.source).toBeNull();
  expect(sayingsOf(doc).chainAt(spanOf(doc, "killed"))).toEqual([]);
});

test("a chain is the same whoever speaks", () => {
  const chains = ["Paul Moreau", "Ali Hassan", "Li Wei", "Amina Diallo"].map((name) =>
    chainOf(`${name} told Reuters that fighters had killed two men.`, "killed"),
  );
  expect(chains.map((c) => c.length)).toEqual([2, 2, 2, 2]);
});

test("loaded words for the doers change no chain and no status", () => {
  const effects = ["militants", "fighters", "soldiers", "terrorists"].map((who) => {
    const doc = analyse(`Police said ${who} had reportedly burned the market.`);
    const sayings = sayingsOf(doc);
    const span = spanOf(doc, "burned");
    return [sayings.chainAt(span).length, sayings.statusEffectAt(span).status];
  });
  expect(new Set(effects.map((e) => JSON.stringify(e))).size).toBe(1);
});

test("whoever is told at the end of a sentence hears it; the speaker stands between the commas before", () => {
  const text = "Rebels killed two soldiers, Ali Hassan, a spokesman for the ministry, told state television.";
  const doc = analyse(text);
  const [link, outlet] = sayingsOf(doc).chainAt(spanOf(doc, "killed"));
  expect(chainOf(text, "killed")).toEqual(["Ali Hassan", "state television"]);
  expect([link?.channel, outlet?.channel]).toEqual([null, null]);
  expect(chainOf("Rebels killed two soldiers, said Ali Hassan.", "killed")).toEqual(["Ali Hassan"]);
});
