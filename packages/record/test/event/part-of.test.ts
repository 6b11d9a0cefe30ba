import { expect, test } from "vitest";
import { isPartOf, isWhole } from "../../src/index.ts";
import type { MadeReport } from "../made-reading.ts";
import { eventsOf } from "../made-record.ts";

const province = { name: "Belo Province", country: "CD", level: "admin", at: [-1, 29] } as const;

function told(id: string, published: string, over: Partial<NonNullable<MadeReport["claims"]>[number]>): MadeReport {
  return {
    id,
    publisher: `Outlet ${id}`,
    published,
    text: `Rebels of the Orun Front killed people in Belo Province at Tessi, seen since January, on 2014-05-03, and in 2014 too. ${id}`,
    claims: [
      {
        trigger: "killed",
        agents: ["Rebels of the Orun Front"],
        targets: ["people"],
        place: { name: "Tessi", country: "CD", at: [-1, 29] },
        time: { words: "2014-05-03", earliest: "2014-05-03" },
        counts: { killed: [12, 12] },
        ...over,
      },
    ],
  };
}

const raid = told("a", "2014-05-04", {});
const year = told("b", "2014-12-28", {
  place: province,
  time: { words: "in 2014", earliest: "2014-01-01", latest: "2014-12-31" },
  counts: { killed: [300, 300] },
});

test("a toll over a year is no telling of one day's killing, but its whole", () => {
  const events = eventsOf([raid, year]);
  expect(events.map((e) => e.counts.killed?.[0]).sort()).toEqual([12, 300]);
  const [part, whole] = [events.find((e) => !isWhole(e)), events.find(isWhole)];
  expect(part !== undefined && whole !== undefined && isPartOf(part, whole)).toBe(true);
  expect(part !== undefined && whole !== undefined && isPartOf(whole, part)).toBe(false);
});

test.each([
  ["another's deed", { agents: ["people"] }],
  ["a day outside", { time: { words: "2014-05-03", earliest: "2015-02-03" } }],
  ["a place outside", { place: { name: "Tessi", country: "CD", at: [4, 18] } }],
  ["another kind of deed", { type: "CONSULT" }],
] as const)("%s is no part of it", (_, over) => {
  const [part] = eventsOf([told("c", "2014-05-04", over)]);
  const [whole] = eventsOf([year]);
  expect(part !== undefined && whole !== undefined && isPartOf(part, whole)).toBe(false);
});

test("a month that is only named may be one day told loosely, and makes no whole; from day to day it does", () => {
  const [event] = eventsOf([year]);
  const within = { earliest: "2014-05-01", latest: "2014-05-31" };
  const holds = (value: string): boolean => event !== undefined && isWhole({ ...event, time: { value, ...within } });
  expect(holds("2014-05")).toBe(false);
  expect(holds("2014-05-01/2014-05-31")).toBe(true);
});
