import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dateline, folderOf } from "./run.ts";

const GOOD = "Gunmen killed five villagers near Gao on Friday, the governor told local radio.\n";

/** Reads `bad` beside a good file: the good one must come out, the bad one be named with its fault. */
async function beside(name: string, content: string | Uint8Array): Promise<{ readonly stderr: string }> {
  const folder = folderOf({ "good.txt": GOOD, [name]: content });
  const bad = join(folder, name);
  const { code, stdout, stderr } = await dateline(["read", bad, join(folder, "good.txt"), "--jsonl"]);
  expect(code).toBe(3);
  expect(stdout.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(`dateline: ${bad}`);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  return { stderr };
}

test("an empty file is named; the rest is read", async () => {
  expect((await beside("bad.txt", "")).stderr).toContain("is empty");
  expect((await beside("blank.txt", " \n\n ")).stderr).toContain("is empty");
});

test("a binary file is named, with what can be read instead", async () => {
  const { stderr } = await beside("bad.bin", new Uint8Array([1, 2, 0, 3, 255, 0]));
  expect(stderr).toMatch(/binary file .*NUL byte at offset 2.*Dateline reads text/);
});

test("invalid UTF-8 is named with byte, line and remedy; --encoding then reads it", async () => {
  const latin = new Uint8Array(Buffer.from("Erste Zeile\nTruppen in M\u00e9naka get\u00f6tet.\n", "latin1"));
  const { stderr } = await beside("bad.txt", latin);
  expect(stderr).toMatch(/not valid UTF-8: byte 0xE9 at offset 24, line 2; .*--encoding /);
  const file = join(folderOf({ "bad.txt": latin }), "bad.txt");
  const read = await dateline(["read", file, "--json", "--encoding", "windows-1252"]);
  expect(read.code).toBe(0);
  expect(JSON.parse(read.stdout).report.text).toContain("Ménaka");
});

test("20 MB on one line is refused, with the remedy", async () => {
  const { stderr } = await beside("bad.txt", "a".repeat(20_000_000));
  expect(stderr).toMatch(/20\.0 million characters.*split it/);
});

test("a JSON Lines line that is no JSON is named by its number; the other lines are read", async () => {
  const lines = [
    JSON.stringify({ id: "a", text: GOOD }),
    "{broken",
    JSON.stringify({ id: "c", text: GOOD }),
    '{"id":"d"}',
  ];
  const file = join(folderOf({ "r.jsonl": lines.join("\n") }), "r.jsonl");
  const { code, stdout, stderr } = await dateline(["read", file, "--jsonl"]);
  expect(code).toBe(3);
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).report.id),
  ).toEqual(["a", "c"]);
  expect(stderr).toContain(`${file}:2: is no JSON`);
  expect(stderr).toContain(`${file}:4: is no report: "text" is missing`);
});

test("a missing file is named; alone it makes the run a failure", async () => {
  const folder = folderOf({ "good.txt": GOOD });
  const missing = join(folder, "none.txt");
  const both = await dateline(["read", missing, join(folder, "good.txt"), "--jsonl"]);
  expect(both.code).toBe(3);
  expect(both.stderr).toBe(`dateline: ${missing}: does not exist; check the path\n`);
  expect((await dateline(["read", missing])).code).toBe(1);
});

test("a folder without readable files is named; one with some is read", async () => {
  const folder = folderOf({ "good.txt": GOOD });
  const empty = join(folder, "empty");
  mkdirSync(empty);
  const { code, stderr } = await dateline(["read", empty, join(folder, "good.txt"), "--jsonl"]);
  expect(code).toBe(3);
  expect(stderr).toContain(`${empty}: is a folder without readable files`);
  const whole = await dateline(["read", folder, "--jsonl"]);
  expect([whole.code, whole.stdout.trim().split("\n").length]).toEqual([0, 1]);
});

test("a damaged PDF and a page nested past all reason are refused", async () => {
  expect((await beside("bad.pdf", "%PDF-1.7 garbage")).stderr).toContain("is no readable PDF");
  const nested = `<html><body>${"<div>".repeat(50_000)}x`;
  expect((await beside("bad.html", nested)).stderr).toContain("nested 50");
});

test("a feed with outside entities is refused or read without them", async () => {
  const feed = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>T</title><item><title>Attack in Gao</title><description>Gunmen killed five people in Gao. &x;</description></item></channel></rss>`;
  const file = join(folderOf({ "feed.xml": feed }), "feed.xml");
  const { stdout } = await dateline(["read", file, "--jsonl"]);
  expect(stdout).not.toContain("root:");
});
