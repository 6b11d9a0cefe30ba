import { faultsOf } from "@dateline/model";
import { describe, expect, test } from "vitest";
import { claimAt, claimLines, read, words } from "./claim-lines.ts";

describe("who did what to whom", () => {
  test("actives and passives give the same doers", () => {
    expect(claimLines("Government troops killed three rebels.")).toEqual([
      "ASSAULT [killed] Government troops > three rebels · happened",
    ]);
    expect(claimLines("Three rebels were killed by government troops.")).toEqual([
      "ASSAULT [killed] government troops > Three rebels · happened",
    ]);
  });

  test("a passive that names nobody has no doer", () => {
    expect(claimLines("Three rebels were killed.")).toEqual(["ASSAULT [killed] - > Three rebels · happened"]);
  });

  test("a second clause joined by 'and' keeps its own doer", () => {
    expect(claimLines("Soldiers killed the rebels and police arrested a journalist.")).toEqual([
      "ASSAULT [killed] Soldiers > rebels · happened",
      "COERCE [arrested] police > journalist · happened",
    ]);
  });

  test("the rest of a list of victims counts, whatever the parse made of it", () => {
    const reading = read("Soldiers killed the group's chief, Ali Hassan, and two of his guards.");
    expect(claimAt(reading, "killed").targets).toHaveLength(2);
    expect(claimAt(reading, "killed").counts.killed).toEqual([3, 3]);
  });

  test("both sides of a clash are its agents", () => {
    const reading = read("Soldiers clashed with rebels near the border.");
    const clash = claimAt(reading, "clashed");
    expect(words(reading, clash.evidence.agents)).toBe("Soldiers; rebels");
    expect(clash.targets).toEqual([]);
  });

  test("a light verb lends its subject to the noun, and is no claim itself", () => {
    expect(claimLines("Rebels launched an attack on government troops.")).toEqual([
      "ASSAULT [attack] Rebels > government troops · happened",
    ]);
  });
});

describe("attack and result are one claim", () => {
  test("killed in an attack: the result, with the attack's doer", () => {
    expect(claimLines("Five soldiers were killed in an attack by rebels.")).toEqual([
      "ASSAULT [killed] rebels > Five soldiers · happened",
    ]);
  });

  test("an attack that killed: the attack, with the count", () => {
    const reading = read("Rebels carried out an attack that killed five soldiers.");
    expect(reading.claims).toHaveLength(1);
    expect(claimAt(reading, "attack").counts.killed).toEqual([5, 5]);
  });

  test("killed and wounded: one claim with both counts", () => {
    const reading = read("The blast killed ten people and wounded more than twenty.");
    expect(reading.claims).toHaveLength(1);
    expect(reading.claims[0]?.counts).toMatchObject({ killed: [10, 10], injured: [21, null] });
  });

  test("two deeds with objects of their own stay two claims", () => {
    expect(claimLines("Police arrested two men and killed a third man.")).toHaveLength(2);
  });
});

describe("speech acts", () => {
  test("what is asked for is no claim of its own", () => {
    expect(claimLines("The envoy urged the rebels to release the prisoners.")).toEqual([
      "REQUEST [urged] envoy > rebels · happened",
    ]);
  });

  test("a charge gives the charge and the deed, possible", () => {
    const lines = claimLines("The opposition accused the army of killing two farmers.");
    expect(lines).toEqual([
      "ACCUSE [accused] opposition > army · happened",
      "ASSAULT [killing] army > two farmers · possible",
    ]);
  });

  test("a claim of responsibility makes the group agent and source of the attack", () => {
    const reading = read("The rebels claimed responsibility for a bombing that killed two soldiers.");
    const bombing = claimAt(reading, "bombing");
    expect(words(reading, bombing.evidence.agents)).toBe("rebels");
    expect(bombing.sources.map((s) => s.entity)).toEqual(bombing.agents);
  });
});

describe("nouns that only point back", () => {
  test("are no claims", () => {
    const text = "Rebels attacked the garrison on Tuesday. The attack shocked the capital.";
    expect(read(text).claims).toHaveLength(1);
  });

  test("are claims when they add a fact", () => {
    const text = "Rebels attacked the garrison. The attack on Tuesday shocked the capital.";
    expect(read(text).claims).toHaveLength(2);
  });
});

test("a time hangs on its own verb, not on the nearest one", () => {
  const reading = read("Officials said on Thursday that rebels killed a judge on Monday.");
  expect(claimAt(reading, "killed").time?.value).toBe("2020-06-01");
});

test("every value of every claim shows its words", () => {
  const text =
    "On Monday, rebels killed at least 12 soldiers in Gao, Mali, Defence Minister Amadou Keita told Reuters. " +
    "France condemned the attack and promised to send troops.";
  expect(faultsOf(read(text))).toEqual([]);
});

test("a report without events has no claims", () => {
  expect(claimLines("The museum opens at nine. Tickets cost five euros.")).toEqual([]);
});
