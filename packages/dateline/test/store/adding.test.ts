import { expect, test } from "vitest";
import { copied, doctor, elsewhere, governor, input } from "./made-reports.ts";
import { onEachDatabase } from "./open-records.ts";

onEachDatabase((records) => {
  test("reports of one happening form one event, with who says what", async () => {
    const record = await records.open();
    await record.add([governor, doctor, elsewhere].map(input));
    const { items, total } = await record.events();
    expect(total).toBe(2);
    const blast = items.find((e) => e.type === "ASSAULT");
    expect(blast).toMatchObject({ reports: 2, independent: 2, disputed: ["counts.killed"] });
    const event = await record.event(blast?.id ?? "");
    expect(event?.origins.map((o) => o.name).sort()).toEqual(["Doctor Lise Oumar", "Governor Ama Selu"]);
    const killed = event?.fields.find((f) => f.name === "counts.killed");
    expect(killed?.values.map((v) => v.label)).toEqual(["7", "9"]);
  });

  test("a copy joins its story and adds a report, but no origin", async () => {
    const record = await records.open();
    await record.add([input(governor)]);
    const [result] = await record.add([input(copied)]);
    expect(result).toMatchObject({ outcome: "added", copies: 2 });
    const { items } = await record.events();
    expect(items.map((e) => [e.reports, e.stories, e.independent])).toEqual([[2, 1, 1]]);
    const page = await record.report("kalo-2");
    expect(page?.storyOf.members.map((m) => [m.report, m.kind])).toEqual([
      ["kalo-1", "first"],
      ["kalo-2", "edited"],
    ]);
  });

  test("the same report twice changes nothing", async () => {
    const record = await records.open();
    await record.add([input(governor)]);
    const before = await record.stats();
    const [again] = await record.add([input(governor)]);
    expect(again?.outcome).toBe("unchanged");
    expect(await record.stats()).toEqual(before);
    const [first, second] = await record.add([input(doctor), input(doctor)]);
    expect([first?.outcome, second?.outcome]).toEqual(["added", "unchanged"]);
  });

  test("a changed text at one address is a new version; its claims take the place of the old ones", async () => {
    const record = await records.open();
    const url = "https://kalo.example/blast";
    await record.add([input({ ...governor, url })]);
    const text = governor.text.replace("seven", "eight");
    const changed = {
      ...governor,
      url,
      text,
      claims:
        governor.claims?.map((c) => ({ ...c, targets: ["eight people"], counts: { killed: [8, 8] as const } })) ?? [],
    };
    const [result] = await record.add([input({ ...changed, url: "https://www.kalo.example/blast?utm_source=x" })]);
    expect(result).toMatchObject({ outcome: "new-version", version: 2 });
    const { items, total } = await record.events();
    expect(total).toBe(1);
    expect(items[0]?.counts.killed).toEqual([8, 8]);
    const page = await record.report(result?.report ?? "");
    expect(page?.versions).toHaveLength(2);
    expect((await record.report(result?.report ?? "", { version: 1 }))?.reading.report.text).toBe(governor.text);
  });

  test("two texts that share nothing but a given id are two reports", async () => {
    const record = await records.open();
    const long = (word: string): string => Array.from({ length: 40 }, (_, i) => `${word}${i}`).join(" ");
    const [a, b] = await record.add([input({ id: "1", text: long("sun") }), input({ id: "1", text: long("moon") })]);
    expect([a?.outcome, b?.outcome]).toEqual(["added", "added"]);
    expect(a?.report).not.toBe(b?.report);
  });

  test("another reader's reading of the same text replaces its claims", async () => {
    const record = await records.open();
    await record.add([input(governor)]);
    const [result] = await record.add([input({ ...governor, reader: "2", claims: [] })]);
    expect(result).toMatchObject({ outcome: "re-read", version: 1 });
    expect((await record.events()).total).toBe(0);
  });

  test("has tells what was read already, by address or id, text and reader", async () => {
    const record = await records.open();
    const { reading } = input(governor);
    const { id, url, sha256 } = reading.report;
    expect(await record.has({ id, url, sha256, reader: reading.reader })).toBe(false);
    await record.add([input(governor)]);
    expect(await record.has({ id, url, sha256, reader: reading.reader })).toBe(true);
    expect(await record.has({ id, url, sha256, reader: { ...reading.reader, version: "9" } })).toBe(false);
    expect(await record.has({ id, url, sha256: "0".repeat(64), reader: reading.reader })).toBe(false);
  });

  test("a report that fails to be written leaves nothing behind", async () => {
    const record = await records.open();
    await record.add([input(governor)]);
    const before = await record.stats();
    const broken = input(doctor);
    const original = new Proxy(broken.original, {});
    await expect(record.add([input(elsewhere), { ...broken, original }])).rejects.toThrow();
    expect(await record.stats()).toEqual(before);
    expect(await record.verify()).toEqual([]);
    await record.add([input(elsewhere)]);
    expect((await record.stats()).reports).toBe(2);
  });

  test("text with characters that a database refuses is kept and read back as it was", async () => {
    const record = await records.open();
    const text = `${governor.text} Odd: \u0000 \ud800 \\u0000 “é”.`;
    await record.add([input({ ...governor, text })]);
    expect((await record.report("kalo-1"))?.reading.report.text).toBe(text);
    expect((await record.events()).total).toBe(1);
  });

  test("originals come back byte for byte", async () => {
    const record = await records.open();
    await record.add([input(governor)]);
    const [version] = (await record.report("kalo-1"))?.versions ?? [];
    expect(new TextDecoder().decode(await record.original(version?.original ?? ""))).toBe(governor.text);
    expect(await record.original("f".repeat(64))).toBeUndefined();
    expect(await record.original("../journal.jsonl")).toBeUndefined();
  });
});
