import fc from "fast-check";
import { expect, test } from "vitest";
import { eventsOf } from "./made-record.ts";
import { someReports } from "./some-reports.ts";

const many = process.env.DATELINE_RUNS;
/** The same cases each time; DATELINE_RUNS tries so many others. */
const RUNS = many === undefined ? { numRuns: 100, seed: 7 } : { numRuns: Number(many) };

test("the same reports in any order give the same events and ids", () => {
  const shuffled = someReports.chain((reports) =>
    fc.tuple(fc.constant(reports), fc.shuffledSubarray([...reports], { minLength: reports.length })),
  );
  fc.assert(
    fc.property(shuffled, ([reports, other]) => {
      expect(eventsOf(other)).toEqual(eventsOf(reports));
    }),
    RUNS,
  );
});

test("every claim is in exactly one event, and every told value has words", () => {
  fc.assert(
    fc.property(someReports, (reports) => {
      const events = eventsOf(reports);
      const members = events.flatMap((e) => e.members.map((m) => m.id));
      expect(new Set(members).size).toBe(members.length);
      expect(members).toHaveLength(reports.reduce((n, r) => n + (r.claims?.length ?? 0), 0));
      for (const e of events) {
        const own = new Set(e.members.map((m) => m.id));
        for (const f of e.fields)
          for (const v of [f.chosen, ...f.values]) expect(v.claims.some((c) => own.has(c))).toBe(true);
      }
    }),
    RUNS,
  );
});

test("a syndicated copy never raises the number of independent origins", () => {
  fc.assert(
    fc.property(
      someReports,
      fc.nat(),
      fc.constantFrom("", "DORRAN (Reuters) - ", "By our staff. "),
      fc.integer({ min: 9, max: 10 }),
      (reports, pick, head, day) => {
        const original = reports[pick % reports.length];
        if (original === undefined) return;
        const copy = {
          ...original,
          id: "copy",
          publisher: "The Reprint",
          published: `2024-03-${String(day).padStart(2, "0")}`,
          text: `${head}${original.text}`,
        };
        const before = eventsOf(reports);
        const after = eventsOf([...reports, copy]);
        for (const e of before) {
          const ids = new Set(e.members.map((m) => m.id));
          const now = after.filter((a) => a.members.some((m) => ids.has(m.id)));
          // A copy may bring two events together, where it is what both resemble; no event of the same claims gains an origin.
          for (const n of now) {
            const others = n.members.filter((m) => m.report !== "copy" && !ids.has(m.id));
            if (others.length === 0) expect(n.independent).toBeLessThanOrEqual(e.independent);
          }
        }
      },
    ),
    RUNS,
  );
});

test("reports count once each, origins never more than claims", () => {
  fc.assert(
    fc.property(someReports, (reports) => {
      for (const e of eventsOf(reports)) {
        expect(e.independent).toBeLessThanOrEqual(e.claims);
        expect(e.stories).toBeLessThanOrEqual(e.reports);
        expect(e.reports).toBe(new Set(e.members.map((m) => m.report)).size);
      }
    }),
    RUNS,
  );
});

test("an event keeps its id when a report that came out later joins it", () => {
  const first = {
    id: "a",
    publisher: "Kalo Times",
    published: "2024-03-05",
    text: "The Sen Army killed Omar Dia in Dorran on 2024-03-04.",
    claims: [
      {
        trigger: "killed",
        agents: ["The Sen Army"],
        targets: ["Omar Dia"],
        place: { name: "Dorran", country: "ML" },
        time: { words: "2024-03-04", earliest: "2024-03-04" },
      },
    ],
  };
  const later = {
    ...first,
    id: "0",
    publisher: "Radio Sen",
    published: "2024-03-06",
    text: `Radio Sen has learned this. ${first.text}`,
  };
  const [before] = eventsOf([first]);
  const after = eventsOf([later, first]);
  expect(after).toHaveLength(1);
  expect(after[0]?.id).toBe(before?.id);
});

test("what is planned and what happened is one event with a history; another person's killing is another", () => {
  const place = { name: "Tessi", country: "NE" };
  const plan = {
    id: "p",
    publisher: "A",
    published: "2024-03-01",
    text: "Nadia Ba will march in Tessi with teachers on 2024-03-08.",
    claims: [
      {
        trigger: "march",
        type: "PROTEST" as const,
        agents: ["Nadia Ba"],
        place,
        time: { words: "2024-03-08", earliest: "2024-03-08" },
        status: "planned" as const,
      },
    ],
  };
  const deed = {
    id: "q",
    publisher: "B",
    published: "2024-03-09",
    text: "Nadia Ba and hundreds of teachers marched in Tessi on 2024-03-08.",
    claims: [
      {
        trigger: "marched",
        type: "PROTEST" as const,
        agents: ["Nadia Ba"],
        place,
        time: { words: "2024-03-08", earliest: "2024-03-08" },
      },
    ],
  };
  const [event, ...others] = eventsOf([plan, deed]);
  expect(others).toEqual([]);
  expect(event?.status).toBe("happened");
  expect(event?.history.map((h) => [h.status, h.firstSaid])).toEqual([
    ["planned", "2024-03-01"],
    ["happened", "2024-03-09"],
  ]);
  const killing = (id: string, name: string): Parameters<typeof eventsOf>[0][number] => ({
    id,
    kinds: { [name]: "person" },
    publisher: id,
    published: "2024-03-09",
    text: `Gunmen killed ${name} in Tessi on 2024-03-08.`,
    claims: [{ trigger: "killed", targets: [name], place, time: { words: "2024-03-08", earliest: "2024-03-08" } }],
  });
  expect(eventsOf([killing("x", "Omar Dia"), killing("y", "Lise Oumar")])).toHaveLength(2);
});
