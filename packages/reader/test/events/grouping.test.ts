import { describe, expect, test } from "vitest";
import { numbersOf } from "../../src/events/grouping.ts";
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

  test("what an attack did to people, told in the next sentence, is told of it", () => {
    const reading = read("Gunmen attacked a bus near Gao on Monday. Seven passengers were wounded.");
    expect(claimAt(reading, "attacked").event).toBe(claimAt(reading, "wounded").event);
  });

  test("a definite noun of a deed told before points to it, another deed does not", () => {
    const text = "A car bomb exploded at a market in Herat on Monday.\n\nThe mayor condemned the blast in Herat.";
    const reading = read(text);
    expect(claimAt(reading, "blast").event).toBe(claimAt(reading, "exploded").event);
    expect(claimAt(reading, "condemned").event).not.toBe(claimAt(reading, "exploded").event);
  });

  test("a telling joins the event whose tellings it is most like on the whole, none where one is ruled out", () => {
    const odds = (a: number, b: number): number | null => (Math.abs(a - b) > 5 ? null : 1 - Math.abs(a - b));
    expect(numbersOf([1, 2, 9, 2, 9, 5], odds)).toEqual([1, 1, 2, 1, 2, 3]);
  });
});
