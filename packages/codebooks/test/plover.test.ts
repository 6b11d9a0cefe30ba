import { expect, test } from "vitest";
import type { Cell } from "../src/index.ts";
import { plover } from "../src/index.ts";
import { PLOVER_COLUMNS } from "../src/plover/columns.ts";
import { madeEvent } from "./made-event.ts";

type Made = Parameters<typeof madeEvent>[0];

function row(claim: Made): Readonly<Record<string, Cell>> {
  const coded = plover.map(madeEvent(claim, plover.policy));
  if (coded.kind === "left-out") throw new Error(coded.reason);
  return coded.row;
}

const strike: Made = {
  mode: "drone",
  agents: ["Malian army"],
  targets: ["villagers"],
  kinds: { "Malian army": "military", villagers: "civilians" },
};

test("an event has PLOVER's type, mode, quad and score, and its place", () => {
  expect(row(strike)).toMatchObject({
    "Event Type": "ASSAULT",
    "Event Mode": "drone",
    "Quad Code": 4,
    Intensity: -9.5,
    "Event Date": "2024-03-04",
    "Actor Name": "Malian army",
    "Recipient Name": "villagers",
    Placename: "Dorran",
    Country: "Mali",
    Source: "Kalo Times",
  });
  expect(row({ ...strike, type: "AID" })).toMatchObject({ "Quad Code": 2, Intensity: 10 });
});

test("what is planned, possible or denied says so among the contexts; what happened does not", () => {
  expect(row({ ...strike, status: "planned" }).Contexts).toBe("future");
  expect(row({ ...strike, status: "denied" }).Contexts).toBe("negation");
  expect(row(strike).Contexts).toBeNull();
});

test("an event without a date is left out with the reason", () => {
  const event = madeEvent(strike, plover.policy);
  expect(plover.map({ ...event, time: null })).toMatchObject({
    kind: "left-out",
    reason: expect.stringContaining("date"),
  });
});

test("a row has no column that the table lacks", () => {
  expect(Object.keys(row(strike)).filter((c) => !(PLOVER_COLUMNS as readonly string[]).includes(c))).toEqual([]);
});
