import { expect, test } from "vitest";
import type { Coded } from "../src/index.ts";
import { ucdpGed } from "../src/index.ts";
import { UCDP_COLUMNS } from "../src/ucdp-ged/columns.ts";
import { priogrid } from "../src/ucdp-ged/map.ts";
import { madeEvent } from "./made-event.ts";

type Made = Parameters<typeof madeEvent>[0];

function coded(claim: Made, more: Parameters<typeof madeEvent>[2] = []): Coded {
  return ucdpGed.map(madeEvent(claim, ucdpGed.policy, more));
}

const battle: Made = {
  agents: ["Kalo Front"],
  targets: ["Malian army"],
  kinds: { "Kalo Front": "armed-group", "Malian army": "military" },
  counts: { killed: [7, 7] },
};

test("a state stands first against a group; groups are type 2; civilians type 3", () => {
  expect(coded(battle)).toMatchObject({
    row: { type_of_violence: 1, side_a: "Malian army", side_b: "Kalo Front", best: 7, deaths_unknown: 7 },
  });
  expect(coded({ ...battle, kinds: { "Kalo Front": "armed-group", "Malian army": "armed-group" } })).toMatchObject({
    row: { type_of_violence: 2 },
  });
  expect(coded({ ...battle, kinds: { "Kalo Front": "armed-group", "Malian army": "civilians" } })).toMatchObject({
    row: { type_of_violence: 3, deaths_civilians: 7, side_b: "Civilians" },
  });
});

test("three numbers keep what differs: low and high are told by somebody", () => {
  const second = {
    id: "n",
    publisher: "Radio Sen",
    published: "2024-03-05",
    text: "Doctor Lise Oumar said Kalo Front attacked Malian army in Dorran on 4 March and nine died.",
    kinds: { "Kalo Front": "armed-group", "Malian army": "military" } as const,
    claims: [
      {
        trigger: "attacked",
        agents: ["Kalo Front"],
        targets: ["Malian army"],
        place: { name: "Dorran", country: "ML", at: [14.5, -4.2] as const },
        time: { words: "4 March", earliest: "2024-03-04" },
        says: ["Lise Oumar"],
        counts: { killed: [9, 9] as const },
      },
    ],
  };
  const c = coded({ ...battle, says: [] }, [second]);
  expect(c).toMatchObject({ row: { low: 7, high: 9, number_of_sources: 2 } });
});

test("the parts of a toll add up to best, and low ≤ best ≤ high", () => {
  for (const killed of [
    [3, null],
    [null, 9],
    [4, 8],
  ] as const) {
    const c = coded({ ...battle, counts: { killed } });
    if (c.kind === "left-out") throw new Error(c.reason);
    const n = (column: string): number => Number(c.row[column]);
    expect(n("deaths_a") + n("deaths_b") + n("deaths_civilians") + n("deaths_unknown")).toBe(n("best"));
    expect(n("low")).toBeLessThanOrEqual(n("best"));
    expect(n("best")).toBeLessThanOrEqual(n("high"));
  }
});

test("without a death, a known actor, a date or a place nothing is coded", () => {
  const { counts: _, ...unkilled } = battle;
  expect(coded(unkilled)).toMatchObject({ kind: "left-out", reason: "no death is told" });
  expect(coded({ ...battle, agents: [] })).toMatchObject({ kind: "left-out" });
  expect(coded({ ...battle, place: { name: "Dorran", country: "ML" } })).toMatchObject({
    kind: "left-out",
    reason: "no place with coordinates",
  });
});

test("the columns are the codebook's, and the grid cell counts from the south-west", () => {
  const c = coded(battle);
  if (c.kind === "left-out") throw new Error(c.reason);
  expect(Object.keys(c.row).sort()).toEqual([...UCDP_COLUMNS].sort());
  expect(priogrid(-90, -180)).toBe(1);
  expect(priogrid(90, 180)).toBe(360 * 720);
});
