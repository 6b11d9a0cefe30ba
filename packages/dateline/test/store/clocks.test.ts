import type { RecordEvent } from "@dateline/model";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { decisionFor, someDeeds } from "../../../record/test/decision/some-decisions.ts";
import type { MadeReport } from "../../../record/test/made-reading.ts";
import { someReports } from "../../../record/test/some-reports.ts";
import { EXPORT_FORMATS } from "../../src/export/export-options.ts";
import { exportRecord } from "../../src/export/export-record.ts";
import type { Clocks, RecordStore } from "../../src/store/record-store.ts";
import { input } from "./made-reports.ts";
import { onEachDatabase } from "./open-records.ts";

/** Steps of the record's life; the more, the more events are compared. */
const STEPS = Number(process.env.DATELINE_STEPS ?? 12);

vi.setConfig({ testTimeout: 1_800_000 });

/** A clock that goes on by a second a look. */
function clock(): () => string {
  let at = Date.parse("2026-01-01T00:00:00Z");
  return () => {
    at += 1000;
    return new Date(at).toISOString();
  };
}

async function events(record: RecordStore, clocks: Clocks = {}): Promise<readonly RecordEvent[]> {
  const out: RecordEvent[] = [];
  for await (const e of record.allEvents(clocks)) out.push({ ...e, asOf: null });
  return out;
}

/** Everything that the record shows, exports of every format too. */
async function shown(record: RecordStore, clocks: Clocks = {}): Promise<string> {
  const exports: string[] = [];
  // what an export says of when it is of is what was asked for
  for (const format of EXPORT_FORMATS)
    for await (const piece of exportRecord(record, format, clocks))
      exports.push(piece.replace(/2026-01-01T[\d:.]+Z/g, "then"));
  return JSON.stringify([
    await events(record, clocks),
    await record.events({ ...clocks, sort: "corroboration", limit: 1000 }),
    await record.claims({ ...clocks, limit: 1000 }).then(({ items }) => items.filter((c) => c.event !== null)),
    await record.reports({ ...clocks, limit: 1000 }),
    await record.decisions({ ...clocks, limit: 1000 }),
    await record
      .questions({ ...clocks, limit: 1000 })
      .then(({ items }) => items.map(({ event: _, reads: __, ...q }) => q)),
    exports.map((e) => e.replaceAll(/"asof":"then"|"asOf":(?:null|"then")/g, "")),
  ]);
}

/** Another reading of a report: without its first claim, or with another number in it. */
function readAnew(made: MadeReport, n: number): MadeReport {
  const [first, ...rest] = made.claims ?? [];
  if (first === undefined) return { ...made, reader: `${n}` };
  const changed = n % 2 === 0 ? [] : [{ ...first, counts: { killed: [30, 30] as const } }];
  return { ...made, reader: `${n}`, claims: [...changed, ...rest] };
}

/** What happens to a record: reports come, are read anew, people decide. */
const life = fc.array(fc.record({ reports: someReports, deeds: someDeeds, again: fc.nat(20) }), {
  minLength: STEPS,
  maxLength: STEPS,
});

onEachDatabase((records) => {
  test("as of now is now, and as of any moment before what was shown then, in views and exports", async () => {
    const [steps = []] = fc.sample(life, { seed: 20, numRuns: 1 });
    const now = clock();
    const record = await records.open(now);
    const made: MadeReport[] = [];
    const moments: { readonly at: string; readonly shown: string }[] = [];
    let compared = 0;
    for (const [n, step] of steps.entries()) {
      const fresh = step.reports.slice(0, 3).map((r, i) => ({ ...r, id: `r-${n}-${i}` }));
      made.push(...fresh);
      await record.add(fresh.map(input));
      for (const [i, deed] of step.deeds.entries()) {
        const one = decisionFor(n * 10 + i, deed, await events(record));
        if (one !== undefined) await record.decide([{ action: one.action, who: "Ada" }]);
      }
      const old = made[step.again % made.length];
      if (old !== undefined && n % 3 === 2) await record.add([input(readAnew(old, n))]);
      const { items } = await record.decisions({ sort: "newest", limit: 1 });
      if (n % 4 === 3 && items[0] !== undefined && items[0].undoneBy === null)
        await record.decide([{ action: { kind: "undo", decision: items[0].id }, who: "Ben" }]);
      const at = now();
      const here = await shown(record);
      expect(await shown(record, { asOf: at })).toBe(here);
      moments.push({ at, shown: here });
      compared += (await record.stats()).events;
    }
    for (const moment of moments) expect(await shown(record, { asOf: moment.at }), moment.at).toBe(moment.shown);
    expect(compared).toBeGreaterThan(STEPS);
    if (process.env.DATELINE_STEPS !== undefined)
      console.log(`as of now is now: ${compared} events compared, and as many as of then`);
  });

  test("what was said by a day is what a record of those reports alone shows", async () => {
    const [reports = []] = fc.sample(
      someReports.filter((r) => r.length > 5),
      { seed: 7, numRuns: 1 },
    );
    const dated = reports.map((r, i) => ({ ...r, published: `2024-03-0${5 + (i % 4)}` }));
    const noon = (): string => "2026-01-01T12:00:00.000Z";
    const record = await records.open(noon);
    await record.add(dated.map(input));
    for (const day of ["2024-03-05", "2024-03-06", "2024-03-07"]) {
      const alone = await records.open(noon);
      await alone.add(dated.filter((r) => r.published <= day).map(input));
      expect(await events(record, { saidBy: day }), day).toEqual(await events(alone));
    }
  });

  test("a decision counts from when it was made, also over what had been said long before", async () => {
    const now = clock();
    const record = await records.open(now);
    const [reports = []] = fc.sample(
      someReports.filter((r) => r.length > 2),
      { seed: 3, numRuns: 1 },
    );
    await record.add(reports.map(input));
    const [before, known] = [now(), await events(record)];
    const [first] = known;
    await record.decide([{ action: { kind: "reject", target: { event: first?.id ?? "" } }, who: "Ada" }]);
    expect(await events(record, { asOf: before, saidBy: "2024-12-31" })).toEqual(known);
    expect(await events(record, { saidBy: "2024-12-31" })).toHaveLength(known.length - 1);
    expect((await record.decisions({ asOf: before })).total).toBe(0);
    expect((await record.decisions({ saidBy: "2020-01-01" })).total).toBe(0);
    expect((await record.decisions({ saidBy: "2024-12-31" })).total).toBe(1);
  });
});
