import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRecord } from "../../src/store/open.ts";
import type { RecordStore } from "../../src/store/record-store.ts";
import { restoreRecord } from "../../src/store/restore.ts";
import { copied, doctor, elsewhere, governor, input } from "./made-reports.ts";
import { onEachDatabase } from "./open-records.ts";

async function archived(record: RecordStore): Promise<Uint8Array<ArrayBuffer>> {
  const { archive, done } = record.backup();
  const [bytes] = await Promise.all([new Response(archive as never).arrayBuffer(), done]);
  return new Uint8Array(bytes);
}

async function shown(record: RecordStore): Promise<string> {
  const events = [];
  for await (const event of record.allEvents()) events.push(event);
  return JSON.stringify([events, await record.decisions(), await record.reports()]);
}

async function emptyPlace(): Promise<{ readonly dir: string }> {
  return { dir: await mkdtemp(join(tmpdir(), "dateline-restored-")) };
}

const whole = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> => new Blob([bytes]).stream();

onEachDatabase((records) => {
  test("a record restored from its backup shows the same and verifies, decisions and all", async () => {
    const record = await records.open();
    await record.add([governor, copied, doctor, elsewhere].map(input));
    const [first] = (await record.claims()).items;
    await record.decide([
      { action: { kind: "accept", target: { claim: first?.id ?? "" } }, who: "A. Coder", why: null },
    ]);
    const [before, bytes] = [await shown(record), await archived(record)];
    const place = await emptyPlace();
    expect(await restoreRecord(whole(bytes), { place, from: "b.tar" })).toBe(5);
    const restored = await openRecord({ ...place, create: false });
    expect(await shown(restored)).toBe(before);
    expect(await restored.verify()).toEqual([]);
    expect(new TextDecoder().decode(await archived(restored)).length).toBeGreaterThan(0);
    await restored.close();
  });

  test("an archive that was cut short or changed restores nothing, and says what is wrong", async () => {
    const record = await records.open();
    await record.add([governor, doctor].map(input));
    const bytes = await archived(record);
    const place = await emptyPlace();
    const cut = bytes.slice(0, bytes.length - 4096);
    await expect(restoreRecord(whole(cut), { place, from: "cut.tar" })).rejects.toMatchObject({
      code: "restore/format",
    });
    const changed = bytes.slice();
    const at = Buffer.from(changed).indexOf("Governor Ama Selu");
    changed[at] = "X".charCodeAt(0);
    await expect(restoreRecord(whole(changed), { place, from: "changed.tar" })).rejects.toThrow("was changed");
    await expect(restoreRecord(new Blob(["no tar"]).stream(), { place, from: "x" })).rejects.toMatchObject({
      code: "restore/format",
    });
    const opened = await openRecord(place);
    expect((await opened.stats()).reports).toBe(0);
    await opened.close();
  });

  test("a place that has a record is not restored over", async () => {
    const record = await records.open();
    await record.add([governor].map(input));
    const bytes = await archived(record);
    const place = await emptyPlace();
    await restoreRecord(whole(bytes), { place, from: "b.tar" });
    await expect(restoreRecord(whole(bytes), { place, from: "b.tar" })).rejects.toMatchObject({
      code: "restore/not-empty",
    });
  });
});
