import { describe, expect, test } from "vitest";
import { claimAt, claimLines, read } from "../claim-lines.ts";

describe("words of one deed", () => {
  test("struck and killed: one claim", () => {
    expect(claimLines("A rebel commander was struck and killed by an army rocket.")).toHaveLength(1);
  });

  test("a strike that hit: one claim, with what was hit", () => {
    expect(claimLines("An Israeli strike hit a rebel convoy near the border.")).toHaveLength(1);
  });

  test("a blast and the deaths it caused: one claim, with the count", () => {
    const reading = read("A car bomb exploded outside the market, killing twelve people.");
    expect(reading.claims).toHaveLength(1);
    expect(reading.claims[0]?.counts.killed).toEqual([12, 12]);
  });

  test("killed and injured, parsed apart: one claim with both counts", () => {
    const reading = read("At least 31 villagers were killed and more than 240 injured.");
    expect(reading.claims).toHaveLength(1);
    expect(claimAt(reading, "killed").counts).toMatchObject({ killed: [31, null], injured: [241, null] });
  });

  test("forty killed and injured together: a number of neither", () => {
    const reading = read("More than 40 farmers were killed and injured.");
    expect(claimAt(reading, "killed").counts.injured).toBeUndefined();
  });

  test("attacks and raids: one claim", () => {
    expect(claimLines("The general ordered a series of attacks and raids on the rebels.").length).toBeLessThan(3);
  });
});

test("deeds on different people stay apart", () => {
  expect(claimLines("The army bombed the rebels and arrested a journalist.")).toHaveLength(2);
});
