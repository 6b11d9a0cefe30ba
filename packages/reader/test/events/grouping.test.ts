import { describe, expect, test } from "vitest";
import { claimAt, read } from "./claim-lines.ts";

describe("tellings of one event", () => {
  test("headline and lead share a number", () => {
    const text = "Rebels kill three soldiers\n\nRebels killed three soldiers on Monday near Gao.";
    const reading = read(text);
    expect(claimAt(reading, "kill").event).toBe(claimAt(reading, "killed").event);
  });

  test("deeds of different days do not", () => {
    const reading = read("Rebels killed a judge on Monday. Rebels murdered a mayor on Wednesday.");
    expect(claimAt(reading, "killed").event).not.toBe(claimAt(reading, "murdered").event);
  });

  test("deeds of different states do not", () => {
    const reading = read("France bombed a base in Syria. Turkey shelled a base in Iraq.");
    expect(claimAt(reading, "bombed").event).not.toBe(claimAt(reading, "shelled").event);
  });

  test("what happened and what is planned are told apart", () => {
    const reading = read("France sent troops to Mali. France will deploy troops to Mali.");
    expect(claimAt(reading, "sent").event).not.toBe(claimAt(reading, "deploy").event);
  });
});
