import type { RecordEvent } from "@dateline/model";
import { expect, test } from "vitest";
import type { RecordStore } from "../../src/store/record-store.ts";
import { copied, doctor, elsewhere, governor, input } from "./made-reports.ts";
import { onEachDatabase } from "./open-records.ts";

async function allOf(record: RecordStore): Promise<readonly RecordEvent[]> {
  const events: RecordEvent[] = [];
  for await (const e of record.allEvents()) events.push(e);
  return events;
}

const noon = (): string => "2024-04-01T12:00:00.000Z";

onEachDatabase((records) => {
  test("the same reports in any order and in any batches give the same events and ids", async () => {
    const orders = [
      [[governor, copied, doctor, elsewhere]],
      [[elsewhere], [doctor], [copied], [governor]],
      [[copied], [governor, elsewhere], [doctor]],
    ];
    const results: string[] = [];
    for (const batches of orders) {
      const record = await records.open(noon);
      for (const batch of batches) await record.add(batch.map(input));
      results.push(JSON.stringify(await allOf(record)));
    }
    expect(results[1]).toBe(results[0]);
    expect(results[2]).toBe(results[0]);
  });

  test("rebuilding shows the same record", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    await record.add([input(elsewhere)]);
    const [first] = (await record.events()).items;
    await record.decide([{ action: { kind: "accept", target: { event: first?.id ?? "" } }, who: "Ada" }]);
    await record.add([input(copied)]);
    const before = JSON.stringify([await allOf(record), await record.stats(), await record.decisions()]);
    const steps: number[] = [];
    await record.rebuild((p) => steps.push(p.done));
    expect(JSON.stringify([await allOf(record), await record.stats(), await record.decisions()])).toBe(before);
    expect(steps.at(-1)).toBe(5);
  });

  test("events in memory and in the database are the same: now is what as-of now gives", async () => {
    const record = await records.open(noon);
    await record.add([governor, copied, doctor, elsewhere].map(input));
    const now = (await allOf(record)).map((e) => ({ ...e, asOf: "" }));
    const then: RecordEvent[] = [];
    for await (const e of record.allEvents({ asOf: "2024-04-02" })) then.push({ ...e, asOf: "" });
    expect(then).toEqual(now);
  });

  test("as-of gives the record as it was; said-by what had been published", async () => {
    let at = "2024-03-05T10:00:00.000Z";
    const record = await records.open(() => at);
    await record.add([input(governor)]);
    at = "2024-03-07T10:00:00.000Z";
    await record.add([input({ ...doctor, published: "2024-03-06" })]);
    const [event] = (await record.events({ asOf: "2024-03-06" })).items;
    expect(event).toMatchObject({ reports: 1, independent: 1, disputed: [] });
    expect((await record.events({ saidBy: "2024-03-05" })).items[0]?.reports).toBe(1);
    expect((await record.events({ saidBy: "2024-03-01" })).total).toBe(0);
    expect((await record.events()).items[0]?.reports).toBe(2);
    expect((await record.event(event?.id ?? "", { asOf: "2024-03-06" }))?.members).toHaveLength(1);
  });

  test("a closed record opens again as it was", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    const before = JSON.stringify(await allOf(record));
    const again = await records.again();
    expect(JSON.stringify(await allOf(again))).toBe(before);
  });

  test("an index made by another way of matching is made again on opening", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    const before = JSON.stringify(await allOf(record));
    await records.meddle("update meta set value = '0' where key = 'matching'", "delete from event");
    const again = await records.again();
    expect(JSON.stringify(await allOf(again))).toBe(before);
  });
});
