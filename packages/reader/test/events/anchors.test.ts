import { describe, expect, test } from "vitest";
import { claimAt, read } from "./claim-lines.ts";

function timeOf(text: string, trigger: string): string | null {
  return claimAt(read(text), trigger).time?.value ?? null;
}

function placeOf(text: string, trigger: string): string | null {
  const reading = read(text);
  const id = claimAt(reading, trigger).place;
  return reading.places.find((p) => p.id === id)?.name ?? null;
}

describe("a time belongs to the deed it hangs on", () => {
  test("not to the one who tells it", () => {
    expect(timeOf("Police said on Thursday that gunmen killed a judge.", "killed")).toBeNull();
  });

  test("a day between the actor and the verb", () => {
    expect(timeOf("Government troops on Monday attacked a rebel base.", "attacked")).toBe("2020-06-01");
  });

  test("a fronted day holds for deeds told by participles too", () => {
    const text = "On Monday, rebels shelled the town, killing two children.";
    expect(timeOf(text, "shelled")).toBe("2020-06-01");
  });
});

describe("a place belongs to the deed it hangs on", () => {
  test("not to the deed that is spoken of", () => {
    const text = "The president condemned the bombing in Nairobi.";
    expect(placeOf(text, "bombing")).toBe("Nairobi");
    expect(placeOf(text, "condemned")).toBeNull();
  });

  test("not to the officials of another city", () => {
    expect(placeOf("Officials in Paris said rebels killed two soldiers in Mali.", "killed")).toBe("Mali");
  });

  test("a clause that says 'there' takes up the place told before", () => {
    const text = "A bomb exploded in Nairobi on Friday. At least 75 people were killed there.";
    expect(placeOf(text, "killed")).toBe("Nairobi");
  });
});
