import type { Status } from "@dateline/model";
import fc from "fast-check";
import type { MadeClaim, MadeReport } from "./made-reading.ts";

const WHO = ["the Sen Army", "Kalo Front", "Orim Police", "gunmen"] as const;
const WHOM = ["Ama Selu", "Omar Dia", "villagers", "two soldiers"] as const;
const WHERE = [
  { name: "Dorran", country: "ML", at: [14.5, -4.2] },
  { name: "Tessi", country: "NE", at: [13.1, 2.2] },
  { name: "Mali", country: "ML", level: "country", at: [17, -4] },
] as const;
const DID = ["killed", "attacked", "arrested"] as const;
const SAYS = [[], ["Ama Selu"], ["Doctor Lise Oumar", "Reuters"], ["security sources"]] as const;
const STATUS: readonly Status[] = ["happened", "happened", "happened", "planned", "denied"];

interface Drawn {
  readonly who: number;
  readonly whom: number;
  readonly where: number;
  readonly did: number;
  readonly says: number;
  readonly status: number;
  readonly day: number;
  readonly killed: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  who: fc.nat(WHO.length - 1),
  whom: fc.nat(WHOM.length - 1),
  where: fc.nat(WHERE.length - 1),
  did: fc.nat(DID.length - 1),
  says: fc.nat(SAYS.length - 1),
  status: fc.nat(STATUS.length - 1),
  day: fc.integer({ min: 1, max: 6 }),
  killed: fc.nat(9),
});

function at<T>(list: readonly T[], i: number): T {
  const item = list[i % list.length];
  if (item === undefined) throw new Error("the list is empty");
  return item;
}

function sentenceOf(d: Drawn): string {
  const said = at(SAYS, d.says);
  const tail = said.length === 0 ? "" : `, ${said.join(" told ")} said`;
  return `On 2024-03-0${d.day} ${at(WHO, d.who)} ${at(DID, d.did)} ${at(WHOM, d.whom)} in ${at(WHERE, d.where).name}${tail}.`;
}

function claimFor(d: Drawn): MadeClaim {
  return {
    trigger: at(DID, d.did),
    type: at(DID, d.did) === "arrested" ? "COERCE" : "ASSAULT",
    agents: [at(WHO, d.who)],
    targets: [at(WHOM, d.whom)],
    place: at(WHERE, d.where),
    time: { words: `2024-03-0${d.day}`, earliest: `2024-03-0${d.day}` },
    says: at(SAYS, d.says),
    status: at(STATUS, d.status),
    ...(d.killed > 0 && { counts: { killed: [d.killed, d.killed] as const } }),
  };
}

const FILL = [
  "roads were closed",
  "schools stay shut",
  "the market reopens",
  "aid trucks wait",
  "talks go on",
  "rain fell all week",
];

/** A report of one to three sentences that tell of something, with some filling so that texts differ. */
const report: fc.Arbitrary<Omit<MadeReport, "id">> = fc
  .record({
    told: fc.array(drawn, { minLength: 1, maxLength: 2 }),
    outlet: fc.nat(3),
    day: fc.integer({ min: 5, max: 9 }),
    fill: fc.array(fc.nat(5), { minLength: 3, maxLength: 6 }),
  })
  .map(({ told, outlet, day, fill }) => {
    // A trigger's first occurrence is taken: two claims with one verb would share it.
    const distinct = told.filter((d, i) => told.findIndex((x) => x.did === d.did) === i);
    return {
      publisher: at(["Kalo Times", "Radio Sen", "Evening Post", "Daily Orim"], outlet),
      published: `2024-03-0${day}`,
      text: [
        ...distinct.map(sentenceOf),
        ...fill.map((f, i) => `Day ${i}: ${at(FILL, f)} near post ${f * 7 + i}.`),
      ].join(" "),
      claims: distinct.map(claimFor),
    };
  });

/** Some reports, with ids of their own. */
export const someReports: fc.Arbitrary<readonly MadeReport[]> = fc
  .array(report, { minLength: 1, maxLength: 7 })
  .map((all) => all.map((r, i) => ({ ...r, id: `r-${i}` })));
