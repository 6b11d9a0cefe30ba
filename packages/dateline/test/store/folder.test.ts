import { execFile } from "node:child_process";
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";
import { takeLock } from "../../src/store/lock.ts";
import { openRecord } from "../../src/store/open.ts";
import { doctor, governor, input } from "./made-reports.ts";
import { emptyFolder } from "./open-records.ts";

const dirs: string[] = [];
afterEach(async () => {
  for (const dir of dirs.splice(0)) await rm(dir, { recursive: true, force: true });
});

async function folder(): Promise<string> {
  const dir = await emptyFolder();
  dirs.push(dir);
  return dir;
}

test("a folder in use is refused, with who holds it; after closing it opens", async () => {
  const dir = await folder();
  const record = await openRecord({ dir });
  await record.announce("http://127.0.0.1:4000");
  await expect(openRecord({ dir })).rejects.toMatchObject({
    code: "store/locked",
    message: expect.stringMatching(new RegExp(`process ${process.pid}.*http://127.0.0.1:4000.*end that process`)),
  });
  await record.close();
  await (await openRecord({ dir })).close();
});

test("a lock of a process that is gone is taken over; one of another host is not", async () => {
  const dir = await folder();
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", "console.log(process.pid)"]);
  const dead = {
    pid: Number(stdout),
    host: hostname(),
    birth: "1",
    boot: null,
    since: "2024-01-01T00:00:00.000Z",
    command: "dateline add",
    url: null,
  };
  await writeFile(join(dir, "lock"), JSON.stringify(dead));
  const lock = await takeLock(dir, "2024-01-02T00:00:00.000Z");
  await lock.release();
  await writeFile(join(dir, "lock"), JSON.stringify({ ...dead, host: "elsewhere.example" }));
  await expect(takeLock(dir, "2024-01-02T00:00:00.000Z")).rejects.toThrow("on elsewhere.example");
});

test("after a power cut the index, which is not fsynced, is made again", async () => {
  const dir = await folder();
  const record = await openRecord({ dir });
  await record.add([input(governor)]);
  await record.close();
  const dead = {
    pid: process.pid,
    host: hostname(),
    birth: null,
    boot: "an earlier run",
    since: "2024-01-01T00:00:00.000Z",
    command: "dateline add",
    url: null,
  };
  await writeFile(join(dir, "lock"), JSON.stringify(dead));
  await writeFile(join(dir, "index", "left-over"), "");
  const again = await openRecord({ dir });
  await expect(stat(join(dir, "index", "left-over"))).rejects.toThrow();
  expect((await again.stats()).reports).toBe(1);
  await again.close();
});

test("of many who take a folder at once one has it", async () => {
  const dir = await mkdtemp(join(tmpdir(), "dateline-lock-"));
  dirs.push(dir);
  const taken = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(dir, "2024-01-01T00:00:00.000Z")));
  expect(taken.filter((t) => t.status === "fulfilled")).toHaveLength(1);
});

test("a record of a newer version is refused with the remedy", async () => {
  const dir = await folder();
  await writeFile(join(dir, "record.json"), JSON.stringify({ format: "dateline-record", version: 99 }));
  await expect(openRecord({ dir })).rejects.toMatchObject({
    code: "store/newer",
    message: expect.stringContaining("install"),
  });
});

test("a folder that cannot be written is refused with the remedy; a missing record too where none is to be made", async () => {
  const dir = await folder();
  await writeFile(join(dir, "file"), "");
  await expect(openRecord({ dir: join(dir, "file", "record") })).rejects.toMatchObject({ code: "store/unwritable" });
  await expect(openRecord({ dir: join(dir, "none"), create: false })).rejects.toMatchObject({ code: "store/missing" });
  await expect(stat(join(dir, "none"))).rejects.toThrow();
});

test("the folder is readable by its owner alone", async () => {
  const parent = await folder();
  const dir = join(parent, "mine");
  const lock = await openRecord({ dir });
  await lock.close();
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
  expect((await stat(join(dir, "journal.jsonl"))).mode & 0o777).toBe(0o600);
});

test("a line that was not written to its end is cut off; what was acknowledged stays", async () => {
  const dir = await folder();
  const record = await openRecord({ dir });
  await record.add([input(governor)]);
  await record.close();
  await appendFile(join(dir, "journal.jsonl"), '{"seq":2,"entry":{"kind":"rep');
  const again = await openRecord({ dir });
  expect((await again.stats()).reports).toBe(1);
  await again.add([input(doctor)]);
  expect(await again.verify()).toEqual([]);
  await again.close();
});

test("an index that is damaged, lost or behind the journal is made again on opening", async () => {
  const dir = await folder();
  const record = await openRecord({ dir });
  await record.add([governor, doctor].map(input));
  const events = JSON.stringify(await record.events());
  await record.close();
  await rm(join(dir, "index"), { recursive: true });
  const again = await openRecord({ dir });
  expect(JSON.stringify(await again.events())).toBe(events);
  await again.close();
  await writeFile(join(dir, "index", "PG_VERSION"), "7\n");
  const third = await openRecord({ dir });
  expect(JSON.stringify(await third.events())).toBe(events);
  await third.close();
});

test("verify names a changed original, a changed journal line and a lost reading", async () => {
  const dir = await folder();
  const record = await openRecord({ dir });
  await record.add([governor, doctor].map(input));
  expect(await record.verify()).toEqual([]);
  const page = await record.report("kalo-1");
  const original = page?.versions[0]?.original ?? "";
  await writeFile(join(dir, "originals", original.slice(0, 2), original), "forged");
  const journal = await readFile(join(dir, "journal.jsonl"), "utf8");
  const lines = journal
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l) as { entry: { reading: string } });
  const reading = lines[1]?.entry.reading ?? "";
  await rm(join(dir, "readings", reading.slice(0, 2), `${reading}.json.gz`));
  await writeFile(join(dir, "journal.jsonl"), journal.replace('"report":"kalo-3"', '"report":"kalo-9"'));
  const faults = await record.verify();
  expect(new Set(faults.map((f) => f.code))).toEqual(new Set(["original", "journal", "reading", "index"]));
  await record.close();
});

test("a server that is none is refused, without its password in the message", async () => {
  await expect(openRecord({ databaseUrl: "mysql://x" })).rejects.toMatchObject({ code: "store/url" });
  const refused = openRecord({ databaseUrl: "postgres://ada:secret@127.0.0.1:1/none" });
  await expect(refused).rejects.toMatchObject({ code: "store/server", message: expect.not.stringContaining("secret") });
});
