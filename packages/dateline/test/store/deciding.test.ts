import type { RecordEvent } from "@dateline/model";
import { expect, test } from "vitest";
import type { RecordStore } from "../../src/store/record-store.ts";
import { copied, doctor, elsewhere, governor, input } from "./made-reports.ts";
import { onEachDatabase } from "./open-records.ts";

async function only(record: RecordStore): Promise<RecordEvent> {
  const { items } = await record.events();
  const event = await record.event(items[0]?.id ?? "");
  if (event === undefined) throw new Error("the record has no event");
  return event;
}

async function snapshot(record: RecordStore): Promise<string> {
  const events: RecordEvent[] = [];
  for await (const e of record.allEvents()) events.push({ ...e, decisions: [], formerIds: [] });
  return JSON.stringify(events);
}

const by = { who: "Ada", why: "checked by phone" };

onEachDatabase((records) => {
  test("a rejected claim stands in no event any more; undo brings it back", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    const before = await snapshot(record);
    const claim = (await only(record)).members.find((m) => m.report === "kalo-3")?.id ?? "";
    const [decision] = await record.decide([{ action: { kind: "reject", target: { claim } }, ...by }]);
    expect(await only(record)).toMatchObject({ reports: 1, disputed: [] });
    const { items } = await record.claims({ report: "kalo-3" });
    expect(items).toMatchObject([{ event: null, judgement: "rejected" }]);
    await record.decide([{ action: { kind: "undo", decision: decision?.id ?? "" }, who: "Ada" }]);
    expect(await snapshot(record)).toBe(before);
  });

  test("an edit of an event's field is chosen above what is told; the told values stay", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    const { id } = await only(record);
    const [decision] = await record.decide([
      {
        action: {
          kind: "edit",
          target: { event: id },
          field: "counts.killed",
          value: { kind: "count", range: [8, 8] },
        },
        ...by,
      },
    ]);
    const event = await only(record);
    const killed = event.fields.find((f) => f.name === "counts.killed");
    expect(event.counts.killed).toEqual([8, 8]);
    expect(killed?.chosen).toMatchObject({ by: decision?.id, reason: "set by a person" });
    expect(killed?.values.map((v) => v.label)).toEqual(["7", "9"]);
    expect(event.decisions).toEqual([decision?.id]);
  });

  test("an edit of a claim changes what it tells", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    const claim = (await only(record)).members.find((m) => m.report === "kalo-3")?.id ?? "";
    await record.decide([
      {
        action: { kind: "edit", target: { claim }, field: "counts.killed", value: { kind: "count", range: [7, 7] } },
        ...by,
      },
    ]);
    expect((await only(record)).disputed).toEqual([]);
  });

  test("merged events are one, and the former id leads to it; undo parts them", async () => {
    const record = await records.open();
    await record.add([governor, elsewhere].map(input));
    const before = await snapshot(record);
    const ids = (await record.events()).items.map((e) => e.id);
    const [decision] = await record.decide([{ action: { kind: "merge", events: ids }, ...by }]);
    const { items, total } = await record.events();
    expect(total).toBe(1);
    for (const id of ids) expect((await record.event(id))?.id).toBe(items[0]?.id);
    await record.decide([{ action: { kind: "undo", decision: decision?.id ?? "" }, who: "Ada" }]);
    expect(await snapshot(record)).toBe(before);
  });

  test("a split stays when more reports come", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    const event = await only(record);
    const claims = event.members.filter((m) => m.report === "kalo-3").map((m) => m.id);
    await record.decide([{ action: { kind: "split", event: event.id, claims }, ...by }]);
    expect((await record.events()).total).toBe(2);
    await record.add([input(copied)]);
    const reports = (await record.events()).items.map((e) => e.reports).sort();
    expect(reports).toEqual([1, 2]);
  });

  test("what cannot be done is refused with a code, and nothing is written", async () => {
    const record = await records.open();
    await record.add([input(governor)]);
    const { id, members } = await only(record);
    const refused = (action: Parameters<RecordStore["decide"]>[0][number]["action"]): Promise<unknown> =>
      record.decide([{ action, who: "Ada" }]);
    await expect(refused({ kind: "accept", target: { event: "ML-ZZZZZZ" } })).rejects.toMatchObject({
      code: "decision/not-found",
    });
    await expect(refused({ kind: "accept", target: { claim: "c-NONE" } })).rejects.toMatchObject({
      code: "decision/not-found",
    });
    await expect(refused({ kind: "merge", events: [id] })).rejects.toMatchObject({ code: "decision/merge" });
    await expect(refused({ kind: "split", event: id, claims: members.map((m) => m.id) })).rejects.toMatchObject({
      code: "decision/split",
    });
    await expect(refused({ kind: "undo", decision: "D-NONE" })).rejects.toMatchObject({ code: "decision/not-found" });
    await expect(
      record.decide([{ action: { kind: "accept", target: { event: id } }, who: " " }]),
    ).rejects.toMatchObject({ code: "decision/who" });
    expect((await record.decisions()).total).toBe(0);
  });

  test("two names said to be one actor are one origin", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    const same = { kind: "same-as", what: "actor", a: "Governor Ama Selu", b: "Doctor Lise Oumar" } as const;
    const [decision] = await record.decide([{ action: same, ...by }]);
    expect((await record.events()).items[0]?.independent).toBe(1);
    await record.decide([{ action: { kind: "undo", decision: decision?.id ?? "" }, who: "Ada" }]);
    expect((await record.events()).items[0]?.independent).toBe(2);
  });

  test("a decision whose words a new reading no longer takes so becomes a question", async () => {
    const record = await records.open();
    await record.add([input(governor)]);
    const { members } = await only(record);
    await record.decide([{ action: { kind: "accept", target: { claim: members[0]?.id ?? "" } }, ...by }]);
    expect((await record.questions()).items).toEqual([]);
    expect((await only(record)).judgement).toBe("accepted");
    await record.add([input({ ...governor, reader: "2" })]);
    expect((await record.questions()).items).toEqual([]);
    expect((await only(record)).judgement).toBe("accepted");
    await record.add([input({ ...governor, reader: "3", claims: [] })]);
    expect((await record.questions()).items).toMatchObject([
      { kind: "not-read", reason: expect.stringContaining("killed") },
    ]);
    const [row] = (await record.decisions()).items;
    expect(row?.open).toContain("tells nothing at these words; what was decided stays");
    expect((await only(record)).judgement).toBe("accepted");
  });

  test("several decisions are one step", async () => {
    const record = await records.open();
    await record.add([governor, elsewhere].map(input));
    const ids = (await record.events()).items.map((e) => e.id);
    const made = await record.decide(
      ids.map((event) => ({ action: { kind: "accept", target: { event } } as const, ...by })),
    );
    expect(made.map((d) => d.step)).toEqual([made[0]?.id, made[0]?.id]);
    expect((await record.events()).items.map((e) => e.judgement)).toEqual(["accepted", "accepted"]);
  });
});
