import { expect, test } from "vitest";
import { ACLED_COLUMNS } from "../src/acled/columns.ts";
import type { Cell, Coded } from "../src/index.ts";
import { acled } from "../src/index.ts";
import { madeEvent } from "./made-event.ts";

type Made = Parameters<typeof madeEvent>[0];

function coded(claim: Made): Coded {
  return acled.map(madeEvent(claim, acled.policy));
}

function row(claim: Made): Readonly<Record<string, Cell>> {
  const c = coded(claim);
  if (c.kind === "left-out") throw new Error(c.reason);
  return c.row;
}

function reason(claim: Made): string {
  const c = coded(claim);
  return c.kind === "left-out" ? c.reason : "coded";
}

const clash: Made = {
  agents: ["Kalo Front"],
  targets: ["Malian army"],
  kinds: { "Kalo Front": "armed-group", "Malian army": "military" },
};
const onVillagers: Made = {
  agents: ["gunmen"],
  targets: ["villagers"],
  kinds: { gunmen: "armed-group", villagers: "civilians" },
};

test("armed against armed is a battle, armed against villagers an attack on civilians", () => {
  expect(row(clash)).toMatchObject({
    event_type: "Battles",
    sub_event_type: "Armed clash",
    actor1: "Kalo Front",
    inter1: "Rebel group",
    actor2: "Military Forces of Mali",
    interaction: "State forces-Rebel group",
  });
  expect(row(onVillagers)).toMatchObject({
    sub_event_type: "Attack",
    actor1: "Unidentified Armed Group (Mali)",
    actor2: "Civilians (Mali)",
    civilian_targeting: "Civilians targeted",
  });
});

test("what is used decides before who suffers it", () => {
  expect(row({ ...clash, mode: "drone" }).sub_event_type).toBe("Air/drone strike");
  expect(row({ ...onVillagers, mode: "heavy-weapons" }).event_type).toBe("Explosions/Remote violence");
  expect(row({ ...onVillagers, mode: "abduct" }).sub_event_type).toBe("Abduction/forced disappearance");
});

test("a protest where people are killed is excessive force", () => {
  const protest: Made = {
    trigger: "marched",
    type: "PROTEST",
    mode: "demo",
    agents: ["students"],
    kinds: { students: "civilians" },
  };
  expect(row(protest)).toMatchObject({
    sub_event_type: "Peaceful protest",
    actor1: "Protesters (Mali)",
    interaction: "Protesters only",
    disorder_type: "Demonstrations",
  });
  expect(row({ ...protest, counts: { killed: [2, 2] } })).toMatchObject({
    sub_event_type: "Excessive force against protesters",
    disorder_type: "Political violence; Demonstrations",
  });
  expect(
    row({ ...protest, targets: ["the mayor"], kinds: { students: "civilians", "the mayor": "person" } }).actor2,
  ).toBeNull();
  expect(reason({ ...protest, mode: "hunger" })).toContain("no hunger");
});

test("the lowest reported number of deaths is taken; none told is 0", () => {
  expect(row({ ...clash, counts: { killed: [4, null] } }).fatalities).toBe(4);
  expect(row(clash).fatalities).toBe(0);
});

test("a week is coded by its middle day, more than a month not at all", () => {
  expect(row({ ...clash, time: { words: "4 March", earliest: "2024-03-04", latest: "2024-03-10" } })).toMatchObject({
    event_date: "2024-03-07",
    time_precision: 2,
  });
  expect(reason({ ...clash, time: { words: "4 March", earliest: "2024-01-01", latest: "2024-12-31" } })).toContain(
    "month",
  );
});

test("what is planned, denied, unplaced or done to nobody known is left out with the reason", () => {
  expect(reason({ ...clash, status: "planned" })).toContain("planned");
  expect(reason({ ...clash, place: { name: "Mali", country: "ML", level: "country", at: [17, -4] } })).toContain(
    "place",
  );
  expect(reason({ agents: ["gunmen"], kinds: { gunmen: "armed-group" } })).toContain("who was attacked");
  expect(reason({ ...clash, type: "ACCUSE" })).toContain("accuse");
});

test("each reason names claims of the event, and each column is one of the codebook's", () => {
  const event = madeEvent({ ...clash, counts: { killed: [4, 4] } }, acled.policy);
  const c = acled.map(event);
  if (c.kind === "left-out") throw new Error(c.reason);
  const ids = event.members.map((m) => m.id);
  for (const r of c.reasons) for (const id of r.claims) expect(ids).toContain(id);
  expect(Object.keys(c.row).sort()).toEqual([...ACLED_COLUMNS].sort());
});
