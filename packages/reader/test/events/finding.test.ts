import { describe, expect, test } from "vitest";
import { read, words } from "./claim-lines.ts";

function found(text: string): readonly string[] {
  const reading = read(text);
  return reading.claims.map((c) => `${c.type} ${words(reading, [c.trigger])}`);
}

describe("words of war tell a deed where they are meant", () => {
  test.each([
    ["The patrol came under fire from gunmen.", "ASSAULT came under fire"],
    ["The army began an operation to encircle the town.", "ASSAULT operation"],
    ["Hostilities escalated in March.", "ASSAULT Hostilities"],
    ["Masked youths attacked the rally.", "ASSAULT attacked"],
    ["The town has been under siege for weeks.", "COERCE under siege"],
  ])("%s", (text, claim) => expect(found(text)).toContain(claim));

  test.each([
    ["The minister came under fire over the delay.", "ASSAULT came under fire"],
    ["Minister comes under fire over budget.", "ASSAULT comes under fire"],
    ["The campaign for cleaner streets began.", "ASSAULT campaign"],
    ["The firm faced a battle to keep its staff.", "ASSAULT battle"],
    ["The team fought back to win.", "ASSAULT fought back"],
    ["The fire destroyed the barn.", "ASSAULT destroyed"],
  ])("%s tells none", (text, claim) => expect(found(text)).not.toContain(claim));
});

describe("the words of a verb are found wherever grammar puts them", () => {
  test.each([
    ["The kingdom severed ties with its neighbour.", "SANCTION severed"],
    ["Troops sealed off the neighbourhood.", "COERCE sealed off"],
    ["The delegation walked out of the talks.", "SANCTION walked out"],
    ["Shots were exchanged during the raid.", "ASSAULT exchanged"],
    ["North Korea test-fired a missile.", "MOBILIZE fired"],
    ["There were protests in several cities.", "PROTEST protests"],
    ["The two ministers agreed to step up the exchange of information.", "AGREE agreed"],
    ["The president agreed to step down.", "CONCEDE agreed"],
  ])("%s", (text, claim) => expect(found(text)).toContain(claim));
});

test("whose strike it is tells what it is", () => {
  const strike = (text: string): string | undefined => read(text).claims[0]?.type;
  expect(strike("Nurses began a strike on Monday.")).toBe("PROTEST");
  expect(strike("The coalition launched a strike on a camp.")).toBe("ASSAULT");
});

test("what is put off did not happen", () => {
  const visit = (text: string): string | undefined => read(text).claims.find((c) => c.type === "CONSULT")?.status;
  expect(visit("The king put off a visit to Cairo.")).toBe("planned");
  expect(visit("The king paid a visit to Cairo.")).toBe("happened");
});

test("a participle before a noun only points back to a deed already told", () => {
  const text = "Pirates hijacked a tanker on Monday. The navy said the hijacked tanker lay at anchor.";
  expect(found(text)).toEqual(["ASSAULT hijacked"]);
  expect(found("The navy said a hijacked tanker lay at anchor.")).toEqual(["ASSAULT hijacked"]);
});
