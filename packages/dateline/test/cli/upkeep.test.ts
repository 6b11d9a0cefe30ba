import { appendFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { dateline, folderOf } from "./run.ts";

const ATTACK = "Gunmen killed five villagers near Gao in Mali on 3 June 2020, the governor, Awa Diko, told Reuters.\n";
const ARREST = "Police arrested two students in Niamey on 9 June 2020 after a march, the union said.\n";

let folder: string;
let record: string;

beforeAll(async () => {
  folder = folderOf({ "a.txt": ATTACK, "b.txt": ARREST });
  record = join(folder, "record");
  const files = ["a.txt", "b.txt"].map((f) => join(folder, f));
  expect(await dateline(["add", ...files, "--record", record])).toMatchObject({ code: 0 });
});

test("a search shows the events that answer with their words, and nothing for what nobody tells", async () => {
  const { stdout, code } = await dateline(["search", "killed in:Mali says:Diko via:Reuters", "--record", record]);
  expect(code).toBe(0);
  expect(stdout).toContain("Awa Diko → Reuters");
  expect(stdout).toContain("killed five villagers");
  expect(stdout).toContain("1 event");
  const none = await dateline(["search", "killed", "in:Niger", "--record", record]);
  expect(none).toMatchObject({ stdout: "Nothing in this record answers.\n", code: 0 });
});

test("a search can leave out, and gives JSON with the claims that answer", async () => {
  const { stdout } = await dateline(["search", "-says:Diko type:coerce", "--json", "--record", record]);
  const hits = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(hits).toMatchObject([{ event: { type: "COERCE" }, claims: [{ claim: { status: "happened" } }] }]);
});

test("a search that cannot be read is bad usage, told with its place", async () => {
  const { stderr, code } = await dateline(["search", "kiled:5", "--record", record]);
  expect(code).toBe(2);
  expect(stderr).toContain("character 1: there is no field kiled");
});

test("a backup makes the same record elsewhere, and is not restored over one that is there", async () => {
  const file = join(folder, "backup.tar.gz");
  const made = await dateline(["backup", file, "--record", record]);
  expect([made.stderr, made.code]).toEqual(["", 0]);
  const other = join(folder, "other");
  expect(await dateline(["restore", file, "--record", other])).toMatchObject({ code: 0, stderr: "" });
  const events = (dir: string): ReturnType<typeof dateline> => dateline(["export", "jsonl", "--record", dir]);
  expect((await events(other)).stdout).toBe((await events(record)).stdout);
  const over = await dateline(["restore", file, "--record", other]);
  expect(over.code).toBe(1);
  expect(over.stderr).toContain("name another folder with --record");
});

test("a file that is no backup is refused by name, and a backup that cannot be written leaves nothing", async () => {
  const bad = await dateline(["restore", join(folder, "a.txt"), "--record", join(folder, "none")]);
  expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining("a.txt is no whole backup of a record")]);
  const missing = await dateline(["restore", join(folder, "missing.tar.gz"), "--record", join(folder, "none")]);
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining("missing.tar.gz")]);
  const lost = await dateline(["backup", join(folder, "no", "such", "b.tar.gz"), "--record", record]);
  expect([lost.code, lost.stderr]).toEqual([1, expect.stringContaining("ENOENT")]);
});

test("doctor finds a whole record well, and names what is missing with a remedy", async () => {
  expect(await dateline(["doctor", "--record", record])).toMatchObject({ code: 0, stderr: "" });
  const hurt = join(folder, "hurt");
  const file = join(folder, "for-hurt.tar.gz");
  await dateline(["backup", file, "--record", record]);
  await dateline(["restore", file, "--record", hurt]);
  const [shard = ""] = readdirSync(join(hurt, "originals"));
  rmSync(join(hurt, "originals", shard), { recursive: true });
  appendFileSync(join(hurt, "journal.jsonl"), "no line\n");
  const { stdout, code } = await dateline(["doctor", "--record", hurt]);
  expect(code).toBe(7);
  expect(stdout).toMatch(/✗ journal .*line 3 of the journal is no JSON/);
  expect(stdout).toMatch(/✗ originals and readings .*1 of 4 are missing/);
  expect(stdout).toContain("→ restore them from a backup");
});
