import { describe, expect, test } from "vitest";
import { claimAt, read } from "./claim-lines.ts";

function placeOf(text: string, trigger: string): string | null {
  const reading = read(text);
  const id = claimAt(reading, trigger).place;
  return reading.places.find((p) => p.id === id)?.name ?? null;
}

describe("a deed takes the place that its sentence tells in another clause", () => {
  test("of the attack that it is the result of", () => {
    expect(placeOf("Four traders were killed when gunmen ambushed their lorry near Basra.", "killed")).toBe("Basra");
  });

  test("told as the town of a name", () => {
    expect(placeOf("A teacher was shot as he walked home in the northern town of Mopti.", "shot")).toBe("Mopti");
  });

  test("told as what belongs to it", () => {
    expect(placeOf("Soldiers are patrolling Lagos' streets.", "patrolling")).toBe("Lagos");
  });

  test("but not where somebody spoke of it", () => {
    expect(placeOf("Rebels killed two soldiers, a general told reporters in Paris.", "killed")).toBeNull();
  });

  test("nor where a named person is from", () => {
    expect(placeOf("Rebels killed Omar Haddad, a banker with Gulf Bank in Paris.", "killed")).toBeNull();
  });

  test("nor the neighbour of the town where it is", () => {
    expect(placeOf("Police arrested two smugglers in a town bordering Chad.", "arrested")).toBeNull();
  });

  test("nor for what is only planned", () => {
    const text = "The army plans to attack the rebels who shelled a market in Mosul.";
    expect(placeOf(text, "attack")).toBeNull();
    expect(placeOf(text, "shelled")).toBe("Mosul");
  });

  test("nor the second of two states that take part", () => {
    expect(placeOf("The rebels were attacked by Chad and Mali.", "attacked")).toBeNull();
  });

  test("nor the country whose embassy it is", () => {
    expect(placeOf("Students hurled stones at the Kenya embassy.", "hurled")).toBeNull();
  });
});

describe("of two places that a deed is told with", () => {
  test("the town and not the province", () => {
    expect(placeOf("In Anbar province, rebels shelled the town of Ramadi.", "shelled")).toBe("Ramadi");
  });

  test("each deed its own", () => {
    const text = "Rebels shelled Ramadi on Friday. Police arrested two men in Mosul.";
    expect([placeOf(text, "shelled"), placeOf(text, "arrested")]).toEqual(["Ramadi", "Mosul"]);
  });
});
