import type { Action, Decision, Question, RecordClaim, RecordEvent } from "@dateline/model";
import { settle, standingAnchor } from "@dateline/record";
import { expect, test, vi } from "vitest";
import type { MadeClaim, MadeReport } from "../../../record/test/made-reading.ts";
import type { RecordStore } from "../../src/store/record-store.ts";
import { input } from "./made-reports.ts";
import { onEachDatabase } from "./open-records.ts";

/** 500 reports with 1,500 decisions is the bar; a working copy's tests take a tenth of it. */
const REPORTS = Number(process.env.DATELINE_REREAD ?? 50);
const DECISIONS = REPORTS * 3;

vi.setConfig({ testTimeout: 1_800_000 });

const TOWNS = ["Dorran", "Tessi", "Kalo", "Amber Ford", "Senno", "Barat", "Ludo", "Pellen"];
const DOERS = ["Red Column fighters", "Marsh Guard soldiers", "Delta militia", "masked riders"];
const DEEDS: readonly (Pick<MadeClaim, "trigger" | "mode"> & { readonly type: "ASSAULT" | "COERCE" })[] = [
  { trigger: "killed", mode: "firearms", type: "ASSAULT" },
  { trigger: "beaten", mode: "beat", type: "ASSAULT" },
  { trigger: "arrested", mode: "arrest", type: "COERCE" },
  { trigger: "deported", mode: "deport", type: "COERCE" },
];

/** Numbers that follow from a seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Four deeds in as many sentences of a report, each with its own words. */
function reportNumber(n: number): MadeReport {
  const pick = numbers(n + 1);
  const day = String((n % 27) + 1).padStart(2, "0");
  const told = DEEDS.map((deed, i) => {
    const [town, doers, toll] = [TOWNS[pick(8)] ?? "", DOERS[pick(4)] ?? "", pick(40) + 2];
    const victims = `${toll} traders of caravan ${n * 4 + i}`;
    return {
      deed,
      town,
      doers,
      toll,
      victims,
      sentence: `${victims} were ${deed.trigger} by ${doers} in ${town} ${n}.`,
    };
  });
  return {
    id: `rr-${n}`,
    publisher: `Paper ${n % 7}`,
    published: `2024-05-${day}`,
    text: `${told.map((t) => t.sentence).join(" ")} Word number ${n * 31} closes the report.`,
    kinds: Object.fromEntries(DOERS.map((d) => [d, "armed-group" as const])),
    claims: told.map(
      ({ deed, town, doers, toll, victims }): MadeClaim => ({
        ...deed,
        agents: [doers],
        targets: [victims],
        place: { name: `${town} ${n}`, country: "ML", at: [14 + pick(100) / 50, -4] as const },
        counts: deed.type === "COERCE" ? { captured: [toll, toll] as const } : { injured: [toll, toll] as const },
      }),
    ),
  };
}

type Change = "same" | "gone" | "moved" | "retyped" | "revalued";

/** What the changed reader makes of a claim: some as before, some gone, moved by a word, of another type, with another number. */
function changeOf(report: number, claim: number): Change {
  const roll = numbers(report * 7 + claim * 131 + 5)(10);
  return roll < 5 ? "same" : roll < 6 ? "gone" : roll < 7 ? "moved" : roll < 8 ? "retyped" : "revalued";
}

function changed(made: MadeReport, n: number): MadeReport {
  const claims = (made.claims ?? []).flatMap((c, i): readonly MadeClaim[] => {
    switch (changeOf(n, i)) {
      case "same":
        return [c];
      case "gone":
        return [];
      case "moved":
        return [{ ...c, trigger: `were ${c.trigger}` }];
      case "retyped":
        return [{ ...c, type: "PROTEST", mode: "riot" }];
      case "revalued":
        return [{ ...c, counts: { injured: [99, 99] }, agents: [] }];
      default:
        return [];
    }
  });
  return { ...made, reader: "2", claims };
}

interface Plan {
  readonly action: Action;
  /** Number of the report and of its claim that it is about. */
  readonly of: readonly [number, number];
}

/** Decisions over single claims, a kind in turn; edits of each kind of field. */
function plan(claims: ReadonlyMap<string, RecordClaim>, k: number): Plan {
  const [n, i] = [k % REPORTS, Math.floor(k / REPORTS)];
  const claim = claims.get(`${n} ${i}`);
  if (claim === undefined) throw new Error(`report ${n} has no claim ${i}`);
  const target = { claim: claim.id };
  const edits: readonly Action[] = [
    { kind: "edit", target, field: "counts.killed", value: { kind: "count", range: [3, 5] } },
    { kind: "edit", target, field: "status", value: { kind: "status", status: "possible" } },
    {
      kind: "edit",
      target,
      field: "place",
      value: {
        kind: "place",
        place: { name: "Hand Town", country: "ML", level: "city", lat: 15, lon: -3, radiusKm: null, geonames: null },
      },
    },
  ];
  const actions: readonly Action[] = [
    { kind: "accept", target },
    { kind: "reject", target },
    edits[n % 3] ?? { kind: "accept", target },
    {
      kind: "edit",
      target: { event: claim.event ?? "" },
      field: "counts.killed",
      value: { kind: "count", range: [8, 8] },
    },
  ];
  return { action: actions[(n + i) % 4] ?? { kind: "accept", target }, of: [n, i] };
}

async function allClaims(record: RecordStore): Promise<readonly RecordClaim[]> {
  const all: RecordClaim[] = [];
  for (let total = 1; all.length < total; ) {
    const page = await record.claims({ limit: 1000, offset: all.length });
    all.push(...page.items);
    total = page.total;
    if (page.items.length === 0) break;
  }
  return all;
}

async function everyDecision(record: RecordStore): Promise<readonly Decision[]> {
  const all: Decision[] = [];
  for (let total = 1; all.length < total; ) {
    const page = await record.decisions({ limit: 1000, offset: all.length });
    all.push(...page.items.map(({ open: _, undoneBy: __, ...d }) => d));
    total = page.total;
  }
  return all;
}

async function everyQuestion(record: RecordStore): Promise<readonly Question[]> {
  const all: Question[] = [];
  for (let total = 1; all.length < total; ) {
    const page = await record.questions({ limit: 1000, offset: all.length });
    all.push(...page.items);
    total = page.total;
    if (page.items.length === 0) break;
  }
  return all;
}

async function everyEvent(record: RecordStore): Promise<readonly RecordEvent[]> {
  const all: RecordEvent[] = [];
  for await (const e of record.allEvents()) all.push(e);
  return all;
}

/** What a claim tells, without when it was learned. */
function values(c: RecordClaim): object {
  const { type, mode, status, agents, targets, place, time, counts, trigger, words } = c;
  return { type, mode, status, agents, targets, place, time, counts, trigger, words };
}

/** What the decision asks after the change, as one reading the bars would have it. */
function expected(action: Action, change: Change): Question["kind"] | undefined {
  if (change === "same") return undefined;
  if (change === "gone") return action.kind === "reject" ? undefined : "not-read";
  if (change === "moved" || change === "retyped") return "read-otherwise";
  // another number and no agents: an edit of another field than those is not touched
  return action.kind === "accept" || action.kind === "reject" ? "read-otherwise" : undefined;
}

onEachDatabase((records) => {
  test(`${REPORTS} reports read anew by a changed reader: of ${DECISIONS} decisions none is lost or moved`, async () => {
    const record = await records.open();
    const made = Array.from({ length: REPORTS }, (_, n) => reportNumber(n));
    for (let i = 0; i < made.length; i += 100) await record.add(made.slice(i, i + 100).map(input));
    const before = new Map(
      (await allClaims(record)).map((c) => {
        const n = Number(c.report.slice(3));
        return [`${n} ${DEEDS.findIndex((d) => d.trigger === c.trigger)}`, c] as [string, RecordClaim];
      }),
    );
    // edits of events come first: rejecting and editing claims groups them anew
    const isOfEvent = ({ action }: Plan): boolean => "target" in action && "event" in action.target;
    const drawn = Array.from({ length: DECISIONS }, (_, k) => plan(before, k));
    const plans = [...drawn.filter(isOfEvent), ...drawn.filter((p) => !isOfEvent(p))];
    const decided: Decision[] = [];
    for (let i = 0; i < plans.length; i += 60) {
      const step = plans.slice(i, i + 60).map(({ action }) => ({ action, who: "Ada", why: null }));
      decided.push(...(await record.decide(step)));
    }
    expect(decided).toHaveLength(DECISIONS);
    expect(await everyQuestion(record)).toEqual([]);
    const [mid, stood] = [new Date(Date.now() + 1).toISOString(), await everyEvent(record)];
    await new Promise((done) => setTimeout(done, 5));

    for (let i = 0; i < made.length; i += 100)
      await record.add(made.slice(i, i + 100).map((m, j) => input(changed(m, i + j))));

    expect(await everyDecision(record)).toEqual(decided);
    const now = new Map((await allClaims(record)).map((c) => [c.id, c]));
    const events = new Map((await everyEvent(record)).flatMap((e) => e.members.map((m) => [m.id, e] as const)));
    const questions = new Map((await everyQuestion(record)).map((q) => [q.decision, q]));
    const numbered = new Map([...before].map(([at, c]): readonly [string, string] => [c.id, at]));
    const { judgements } = settle(decided);
    plans.forEach(({ action }, k) => {
      const decision = decided[k];
      // an edit of an event hangs on the first of its claims that nobody rejected
      const anchor = decision === undefined ? undefined : standingAnchor(decision, judgements);
      const at = numbered.get(anchor?.claim ?? "") ?? "";
      const [n = 0, i = 0] = at.split(" ").map(Number);
      const was = before.get(at);
      const [claim, event] = [now.get(was?.id ?? ""), events.get(was?.id ?? "")];
      const label = `${action.kind} over claim ${i} of report ${n}, which is ${changeOf(n, i)}`;
      expect(questions.get(decision?.id ?? "")?.kind, label).toBe(expected(action, changeOf(n, i)));
      if (was === undefined || decision === undefined) throw new Error(label);
      if (action.kind === "accept") {
        expect(claim?.judgement, label).toBe("accepted");
        expect(values(claim ?? was), label).toEqual(values(was));
        expect(event?.decisions, label).toContain(decision.id);
      } else if (action.kind === "reject") {
        expect(event, label).toBeUndefined();
        expect(claim?.judgement ?? "rejected", label).toBe("rejected");
      } else if (action.kind === "edit" && "claim" in action.target) {
        const shown =
          action.field === "counts.killed"
            ? claim?.counts.killed
            : action.field === "status"
              ? claim?.status
              : claim?.place;
        const value = action.value;
        const set =
          value?.kind === "count"
            ? value.range
            : value?.kind === "status"
              ? value.status
              : value?.kind === "place"
                ? value.place
                : null;
        expect(shown, label).toEqual(set);
      } else {
        // of several edits of one event the last is shown
        const members = new Set(event?.members.map((m) => m.id));
        const last = decided.findLast(
          (d) =>
            d.action.kind === "edit" &&
            "event" in d.action.target &&
            members.has(standingAnchor(d, judgements)?.claim ?? ""),
        );
        const killed = event?.fields.find((f) => f.name === "counts.killed");
        if (event === undefined) expect(judgements.get(was.id), label).toBe("rejected");
        else expect(killed?.chosen, label).toMatchObject({ by: last?.id, label: "8" });
        if (event !== undefined) expect(event.decisions, label).toContain(decision.id);
      }
    });
    expect(await record.verify()).toEqual([]);

    const as = (e: RecordEvent): object => ({ ...e, asOf: null });
    const then: RecordEvent[] = [];
    for await (const e of record.allEvents({ asOf: mid })) then.push(e);
    expect(then.map(as)).toEqual(stood.map(as));

    const [shown, asked] = [await everyEvent(record), [...questions.values()]];
    await record.rebuild();
    expect(await everyEvent(record)).toEqual(shown);
    expect(await everyQuestion(record)).toEqual(asked);
  });

  test("a changed text re-opens what was decided over the old one, and nothing is put onto the new words", async () => {
    const record = await records.open();
    const report = { ...reportNumber(3), url: "https://paper.example/3" };
    await record.add([input(report)]);
    const [first, second, third] = (await record.claims()).items;
    const targets = [first, second, third].map((c) => ({ claim: c?.id ?? "" }));
    await record.decide([
      { action: { kind: "accept", target: targets[0] ?? { claim: "" } }, who: "Ada" },
      { action: { kind: "reject", target: targets[1] ?? { claim: "" } }, who: "Ada" },
      {
        action: { kind: "edit", target: targets[2] ?? { claim: "" }, field: "mode", value: null },
        who: "Ada",
      },
    ]);
    await record.add([input({ ...report, text: `Corrected. ${report.text}` })]);
    const { items } = await record.questions();
    expect(items.map((q) => q.kind)).toEqual(["text-changed", "text-changed", "text-changed"]);
    expect(items[0]?.reads.map((c) => c.trigger)).toEqual([first?.trigger]);
    const claims = (await record.claims()).items;
    expect(claims).toHaveLength(4);
    expect(claims.map((c) => c.judgement)).toEqual([null, null, null, null]);
    expect(claims.every((c) => c.mode !== null && c.event !== null)).toBe(true);
    // the person decides over the new words, and lets go of the old decisions
    const step = (await record.decisions()).items[0]?.id ?? "";
    await record.decide([{ action: { kind: "undo", decision: step, step: true }, who: "Ada" }]);
    expect((await record.questions()).total).toBe(0);
  });
});
