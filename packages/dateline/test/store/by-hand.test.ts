import type { Action, HandClaim, RecordEvent } from "@dateline/model";
import { expect, test } from "vitest";
import type { MadeReport } from "../../../record/test/made-reading.ts";
import type { RecordStore } from "../../src/store/record-store.ts";
import { doctor, elsewhere, governor, input } from "./made-reports.ts";
import { onEachDatabase } from "./open-records.ts";

async function snapshot(record: RecordStore): Promise<string> {
  const events: RecordEvent[] = [];
  for await (const e of record.allEvents()) events.push(e);
  return JSON.stringify(events);
}

async function decide(record: RecordStore, action: Action): Promise<string> {
  const [made] = await record.decide([{ action, who: "Ada" }]);
  return made?.id ?? "";
}

/** What the person marks: the closing of the roads, which no reader took for a claim. */
function closing(over: Partial<HandClaim> = {}): HandClaim {
  const at = (words: string): { readonly start: number; readonly end: number } => {
    const start = governor.text.indexOf(words);
    return { start, end: start + words.length };
  };
  return {
    report: "kalo-1",
    span: at("Soldiers closed the roads into the town and searched houses until the evening."),
    trigger: at("closed"),
    type: "COERCE",
    mode: "curfew",
    status: "happened",
    agents: [{ name: "Soldiers", kind: "military", country: "ML", actor: null, codes: {} }],
    targets: [],
    place: { name: "Dorran", country: "ML", level: "city", lat: 14.5, lon: -4.2, radiusKm: null, geonames: null },
    time: { value: "2024-03-04", earliest: null, latest: null },
    counts: {},
    chain: [],
    evidence: { agents: [at("Soldiers")] },
    event: null,
    ...over,
  };
}

onEachDatabase((records) => {
  test("a claim by hand stands with its words; undo takes it away, undoing that brings the same one back", async () => {
    const record = await records.open();
    await record.add([governor, elsewhere].map(input));
    const before = await snapshot(record);
    const id = await decide(record, { kind: "add-claim", claim: closing() });
    const added = (await record.claims({ report: "kalo-1" })).items.find((c) => c.trigger === "closed");
    expect(added).toMatchObject({
      type: "COERCE",
      publisher: "Kalo Times",
      words: { type: ["closed"], agents: ["Soldiers"] },
      time: { value: "2024-03-04", earliest: "2024-03-04", latest: "2024-03-04" },
      judgement: null,
    });
    const event = await record.event(added?.event ?? "");
    expect(event).toMatchObject({ title: expect.stringContaining("Soldiers"), decisions: [id] });
    const after = await snapshot(record);
    const undo = await decide(record, { kind: "undo", decision: id });
    expect(await snapshot(record)).toBe(before);
    await decide(record, { kind: "undo", decision: undo });
    expect(await snapshot(record)).toBe(after);
    expect(await record.verify()).toEqual([]);
    await record.rebuild();
    expect(await snapshot(record)).toBe(after);
  });

  test("a claim by hand that is put to an event is one of its claims, and outlives a new reading", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    const [event] = (await record.events()).items;
    await decide(record, { kind: "add-claim", claim: closing({ event: event?.id ?? "" }) });
    expect((await record.events()).items).toMatchObject([{ id: event?.id, claims: 3 }]);
    await record.add([input({ ...governor, reader: "2", claims: [] })]);
    expect((await record.claims({ report: "kalo-1" })).items.map((c) => c.trigger)).toEqual(["closed"]);
    expect((await record.questions()).items).toEqual([]);
    await record.add([input({ ...governor, text: `${governor.text} Corrected.`, id: "kalo-1" })]);
    expect((await record.claims({ report: "kalo-1" })).items.map((c) => c.trigger)).toEqual(["killed"]);
    expect((await record.questions()).items.map((q) => q.kind)).toContain("text-changed");
  });

  test.each([
    [{ trigger: { start: 5, end: 5 } }, "decision/words"],
    [{ span: { start: 0, end: 99_999 } }, "decision/words"],
    [{ trigger: { start: 0, end: 3 } }, "decision/words"],
    [{ report: "kalo-9" }, "decision/not-found"],
    [{ event: "ML-222222" }, "decision/not-found"],
    [{ counts: { killed: [5, 3] as const } }, "decision/value"],
    [{ time: { value: "last week", earliest: null, latest: null } }, "decision/value"],
  ])("a claim by hand with %j is refused", async (over, code) => {
    const record = await records.open();
    await record.add([input(governor)]);
    await expect(decide(record, { kind: "add-claim", claim: closing(over) })).rejects.toMatchObject({ code });
  });

  test("two names of one place are one place everywhere; said apart again they are two, to the byte", async () => {
    const other: MadeReport = {
      ...doctor,
      text: doctor.text.replace("Dorran", "Durran Market"),
      claims: (doctor.claims ?? []).map((c) => ({ ...c, place: { name: "Durran Market", country: "ML" } })),
    };
    const record = await records.open();
    await record.add([governor, other].map(input));
    const before = await snapshot(record);
    const id = await decide(record, { kind: "same-as", what: "place", a: "Durran Market", b: "Dorran" });
    const places = (await record.claims()).items.map((c) => [c.place?.name, c.place?.lat]);
    expect(places).toEqual([
      ["Dorran", 14.5],
      ["Dorran", 14.5],
    ]);
    expect((await record.claims({ report: "kalo-3" })).items[0]?.words.place).toEqual(["Durran Market"]);
    await decide(record, { kind: "not-same-as", what: "place", a: "Dorran", b: "Durran Market" });
    expect((await record.claims()).items.map((c) => c.place?.name)).toEqual(["Dorran", "Durran Market"]);
    const [last] = (await record.decisions({ sort: "newest" })).items;
    await decide(record, { kind: "undo", decision: last?.id ?? "" });
    await decide(record, { kind: "undo", decision: id });
    expect(await snapshot(record)).toBe(before);
  });

  test("names that a list took for one place are two once a person says so", async () => {
    const place = { country: "ML", at: [14.5, -4.2], geonames: 77 } as const;
    const told = (made: MadeReport, name: string): MadeReport => ({
      ...made,
      text: made.text.replace("Dorran", name),
      claims: (made.claims ?? []).map((c) => ({ ...c, place: { ...place, name } })),
    });
    const record = await records.open();
    await record.add([told(governor, "Dorran"), told(doctor, "Dorran Cercle")].map(input));
    await decide(record, { kind: "not-same-as", what: "place", a: "Dorran", b: "Dorran Cercle" });
    expect((await record.claims()).items.map((c) => [c.place?.name, c.place?.geonames])).toEqual([
      ["Dorran", null],
      ["Dorran Cercle", null],
    ]);
  });

  test("a merged event knows the ids that it took over, and after a split each id leads to its part", async () => {
    const record = await records.open();
    await record.add([governor, elsewhere].map(input));
    const [a, b] = (await record.events()).items.map((e) => e.id);
    await decide(record, { kind: "merge", events: [a ?? "", b ?? ""] });
    const [whole] = (await record.events()).items;
    const event = await record.event(whole?.id ?? "");
    expect([event?.id, ...(event?.formerIds ?? [])].sort()).toEqual([a, b].sort());
    const claims = (event?.members ?? []).filter((m) => m.report === "kalo-4").map((m) => m.id);
    await decide(record, { kind: "split", event: event?.id ?? "", claims });
    const reports = async (id: string | undefined): Promise<readonly string[]> =>
      ((await record.event(id ?? ""))?.members ?? []).map((m) => m.report);
    expect([await reports(a), await reports(b)].flat().sort()).toEqual(["kalo-1", "kalo-4"]);
  });

  test("an event said not to be another stays apart from it, whatever comes", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    const [event] = (await record.events()).items;
    const claims = (await record.claims({ report: "kalo-3" })).items.map((c) => c.id);
    await decide(record, { kind: "split", event: event?.id ?? "", claims });
    const [a, b] = (await record.events()).items.map((e) => e.id);
    await decide(record, { kind: "not-same-as", what: "event", a: a ?? "", b: b ?? "" });
    const [split] = (await record.decisions()).items;
    await decide(record, { kind: "undo", decision: split?.id ?? "" });
    expect((await record.events()).total).toBe(2);
    await expect(decide(record, { kind: "merge", events: [a ?? "", a ?? ""] })).rejects.toMatchObject({
      code: "decision/merge",
    });
  });

  test("what is undone already is not undone again", async () => {
    const record = await records.open();
    await record.add([input(governor)]);
    const [event] = (await record.events()).items;
    const id = await decide(record, { kind: "accept", target: { event: event?.id ?? "" } });
    await decide(record, { kind: "undo", decision: id });
    await expect(decide(record, { kind: "undo", decision: id })).rejects.toMatchObject({ code: "decision/undone" });
  });
});
