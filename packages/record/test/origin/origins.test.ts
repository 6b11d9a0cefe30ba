import { expect, test } from "vitest";
import type { MadeReport } from "../made-reading.ts";
import { eventsOf } from "../made-record.ts";

const place = { name: "Orim", country: "ML" };
function told(
  id: string,
  publisher: string,
  text: string,
  says: readonly string[],
  more: Partial<MadeReport> = {},
): MadeReport {
  return {
    id,
    publisher,
    published: "2024-03-05",
    text,
    claims: [
      {
        trigger: "attacked",
        agents: ["Kalo Front"],
        targets: ["garrison"],
        place,
        time: { words: "2024-03-04", earliest: "2024-03-04" },
        says,
      },
    ],
    ...more,
  };
}
const direct = told(
  "a",
  "Kalo Times",
  "The Kalo Front attacked the garrison in Orim on 2024-03-04, Sira Kone said in the barracks yard.",
  ["Sira Kone"],
);
const relayed = told(
  "b",
  "Radio Sen",
  "Fighters of the Kalo Front attacked a garrison on 2024-03-04 at Orim; Sira Kone told Reuters so by phone from Tessi.",
  ["Sira Kone", "Reuters"],
);
const sources = (id: string, publisher: string): MadeReport =>
  told(
    id,
    publisher,
    `In Orim the Kalo Front attacked its garrison on 2024-03-04, security sources said. More from ${publisher} as we have it, hour by hour.`,
    ["security sources"],
  );

test("two reports that rest on one person's word have one origin, whatever the way", () => {
  const [event, ...others] = eventsOf([direct, relayed]);
  expect(others).toEqual([]);
  expect(event?.reports).toBe(2);
  expect(event?.independent).toBe(1);
  expect(event?.origins[0]?.reason).toContain("Sira Kone");
});

test("unnamed sources belong to the outlet that heard them", () => {
  const [event] = eventsOf([
    sources("a", "Kalo Times"),
    {
      ...sources("b", "Radio Sen"),
      text: "Radio Sen: the Kalo Front attacked a garrison in Orim on 2024-03-04 as security sources tell us tonight from several towns.",
    },
  ]);
  expect(event?.independent).toBe(2);
  expect(event?.origins.map((o) => o.name).sort()).toEqual([
    "security sources (Kalo Times)",
    "security sources (Radio Sen)",
  ]);
});

test("wire text is the agency's, not its reprinters'", () => {
  const wire =
    "ORIM, March 5 (Reuters) - The Kalo Front attacked a garrison in Orim on 2024-03-04. Soldiers answered with artillery until the evening came.";
  const [event] = eventsOf([
    told("a", "Kalo Times", wire, []),
    told("b", "Evening Post", wire.replace("(Reuters) - ", ""), []),
  ]);
  expect(event).toMatchObject({ reports: 2, stories: 1, independent: 1 });
  expect(event?.origins[0]).toMatchObject({ name: "Reuters", kind: "outlet" });
  expect(event?.origins[0]?.reason).toContain("copied by 1");
});

test("one who only denies is a position, not an origin that stands for it", () => {
  const denial = told(
    "c",
    "Daily Orim",
    "Nadia Ba denied that the Kalo Front attacked any garrison in Orim on 2024-03-04 and spoke of rumours.",
    ["Nadia Ba"],
  );
  const [event] = eventsOf([
    direct,
    { ...denial, claims: denial.claims?.map((c) => ({ ...c, status: "denied" as const })) ?? [] },
  ]);
  expect(event).toMatchObject({ independent: 1, denied: true, disputed: ["status"] });
  expect(event?.origins.find((o) => o.name === "Nadia Ba")).toMatchObject({ position: "denies", independent: false });
});
