import { describe, expect, test } from "vitest";
import { claimAt, read } from "./claim-lines.ts";

function countsOf(text: string, trigger: string): object {
  return claimAt(read(text), trigger).counts;
}

describe("how many", () => {
  test.each([
    ["Gunmen killed seven farmers.", "killed", { killed: [7, 7] }],
    ["Gunmen killed dozens of farmers.", "killed", { killed: [24, null] }],
    ["Gunmen killed several farmers.", "killed", { killed: [3, null] }],
    ["Gunmen killed more than 20 farmers.", "killed", { killed: [21, null] }],
    ["Gunmen killed up to 20 farmers.", "killed", { killed: [null, 20] }],
    ["Gunmen killed two soldiers and three civilians.", "killed", { killed: [5, 5] }],
    ["Gunmen killed Mayor Ali Hassan.", "killed", { killed: [1, 1] }],
    ["Gunmen abducted 12 students.", "abducted", { abducted: [12, 12] }],
    ["The bombing claimed the lives of nine people.", "claimed", { killed: [9, 9] }],
  ])("%s", (text, trigger, counts) => expect(countsOf(text, trigger)).toMatchObject(counts));

  test("no casualties is a count of none", () => {
    const text = "A rocket attack hit the airport, causing fires but no casualties.";
    expect(countsOf(text, "attack")).toMatchObject({ killed: [0, 0], injured: [0, 0] });
  });

  test("a number of something else counts nobody", () => {
    expect(countsOf("Gunmen attacked the convoy with 12 rockets.", "attacked")).toEqual({});
  });
});
