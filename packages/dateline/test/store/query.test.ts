import { expect, test } from "vitest";
import { doctor, elsewhere, governor, input } from "./made-reports.ts";
import { onEachDatabase } from "./open-records.ts";

onEachDatabase((records) => {
  test("events are found by each condition, and not by another value of it", async () => {
    const record = await records.open();
    await record.add([governor, doctor, elsewhere].map(input));
    const types = async (filter: NonNullable<Parameters<typeof record.events>[0]>["filter"]): Promise<string> =>
      (await record.events({ filter })).items
        .map((e) => e.type)
        .sort()
        .join(" ");
    expect(await types({})).toBe("ASSAULT COERCE");
    expect(await types({ type: "COERCE" })).toBe("COERCE");
    expect(await types({ type: ["COERCE", "ASSAULT"] })).toBe("ASSAULT COERCE");
    expect(await types({ country: "NE" })).toBe("COERCE");
    expect(await types({ since: "2024-03-10" })).toBe("COERCE");
    expect(await types({ until: "2024-03-10" })).toBe("ASSAULT");
    expect(await types({ actor: "omar" })).toBe("COERCE");
    expect(await types({ actor: "o%r" })).toBe("");
    expect(await types({ says: "Lise" })).toBe("ASSAULT");
    expect(await types({ minIndependent: 2 })).toBe("ASSAULT");
    expect(await types({ disputed: true })).toBe("ASSAULT");
    expect(await types({ disputed: false })).toBe("COERCE");
    expect(await types({ denied: true })).toBe("");
    expect(await types({ box: [0, 10, 10, 20] })).toBe("COERCE");
    expect(await types({ box: [10, 10, -1, 20] })).toBe("ASSAULT");
    expect(await types({ report: "kalo-4" })).toBe("COERCE");
    expect(await types({ text: "bombs" })).toBe("ASSAULT");
    expect(await types({ text: "weather" })).toBe("");
  });

  test("pages come in the asked order, with the total of all", async () => {
    const record = await records.open();
    await record.add([governor, doctor, elsewhere].map(input));
    expect((await record.events({ sort: "date" })).items.map((e) => e.type)).toEqual(["COERCE", "ASSAULT"]);
    expect((await record.events({ sort: "corroboration" })).items.map((e) => e.independent)).toEqual([2, 1]);
    expect(await record.events({ limit: 1, offset: 1 })).toMatchObject({ total: 2, items: [{ type: "ASSAULT" }] });
    expect((await record.reports()).items.map((r) => r.id)).toEqual(["kalo-4", "kalo-1", "kalo-3"]);
    expect((await record.reports({ text: "hospital" })).items.map((r) => r.id)).toEqual(["kalo-3"]);
    expect((await record.reports({ publisher: "Kalo Times", since: "2024-03-06" })).items.map((r) => r.id)).toEqual([
      "kalo-4",
    ]);
  });

  test("another policy chooses another number, and says by which rule", async () => {
    const record = await records.open();
    await record.add([governor, { ...doctor, published: "2024-03-06" }].map(input));
    const killed = async (policy: "acled-lowest" | "latest" | "ucdp-best-low-high"): Promise<unknown> => {
      const { items } = await record.events({ policy });
      const event = await record.event(items[0]?.id ?? "", { policy });
      const chosen = event?.fields.find((f) => f.name === "counts.killed")?.chosen;
      return [items[0]?.counts.killed, chosen?.by, chosen?.three];
    };
    expect(await killed("acled-lowest")).toEqual([[7, 7], "acled-lowest", null]);
    expect(await killed("latest")).toEqual([[9, 9], "latest", null]);
    expect((await killed("ucdp-best-low-high")) as unknown[]).toMatchObject([
      {},
      "ucdp-best-low-high",
      { low: 7, high: 9 },
    ]);
  });

  test("what the record does not have is undefined, not a failure", async () => {
    const record = await records.open();
    expect(await record.event("ML-7K2Q9F")).toBeUndefined();
    expect(await record.event("no id at all!")).toBeUndefined();
    expect(await record.report("nothing")).toBeUndefined();
    expect(await record.events()).toEqual({ items: [], total: 0 });
    expect(await record.stats()).toMatchObject({ reports: 0, events: 0, lastChanged: null });
  });
});
