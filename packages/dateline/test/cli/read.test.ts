import { join } from "node:path";
import { faultsOf, type Reading } from "@dateline/model";
import { readingSchema } from "@dateline/model/schema";
import { expect, test } from "vitest";
import { dateline, folderOf } from "./run.ts";

const GOOD = "Gunmen killed five villagers near Gao on Friday, the governor told local radio.\n";

function readings(stdout: string): readonly Reading[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Reading);
}

test("--json gives one valid reading without faults", async () => {
  const folder = folderOf({ "a.txt": GOOD });
  const { code, stdout, stderr } = await dateline([
    "read",
    join(folder, "a.txt"),
    "--json",
    "--published",
    "2020-06-08",
  ]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const reading = JSON.parse(stdout) as Reading;
  expect(readingSchema.safeParse(reading).error).toBeUndefined();
  expect(faultsOf(reading)).toEqual([]);
  expect(reading.report).toMatchObject({ published: "2020-06-08", publishedFrom: "given", text: GOOD });
});

test("--json with several reports is bad usage and prints nothing", async () => {
  const folder = folderOf({ "a.txt": GOOD, "b.txt": GOOD });
  const { code, stdout, stderr } = await dateline(["read", join(folder, "a.txt"), join(folder, "b.txt"), "--json"]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("use --jsonl");
});

test("a JSON Lines file gives a reading a line, in order, with the ids that came in", async () => {
  const lines = ["n1", "n2", "n3"].map((id) => JSON.stringify({ id, text: `${id}. ${GOOD}` }));
  const folder = folderOf({ "r.jsonl": lines.join("\n") });
  const { code, stdout } = await dateline(["read", join(folder, "r.jsonl"), "--jsonl"]);
  expect(code).toBe(0);
  expect(readings(stdout).map((r) => r.report.id)).toEqual(["n1", "n2", "n3"]);
});

test("no, one and two worker threads give equal bytes, and so do two runs", async () => {
  const lines = Array.from({ length: 40 }, (_, i) =>
    JSON.stringify({ id: `n${i}`, published: "2021-03-04", text: `Troops seized village ${i} on Tuesday. ${GOOD}` }),
  );
  const file = join(folderOf({ "r.jsonl": lines.join("\n") }), "r.jsonl");
  const [none, again, one, two] = await Promise.all(
    ["0", "0", "1", "2"].map((workers) => dateline(["read", file, "--jsonl", "--workers", workers])),
  );
  expect(none?.code).toBe(0);
  expect(readings(none?.stdout ?? "")).toHaveLength(40);
  expect(again?.stdout).toBe(none?.stdout);
  expect(one?.stdout).toBe(none?.stdout);
  expect(two?.stdout).toBe(none?.stdout);
});

test("standard input is read as a report", async () => {
  const { code, stdout } = await dateline(["read", "-", "--json"], { input: GOOD });
  expect(code).toBe(0);
  expect((JSON.parse(stdout) as Reading).report.text).toBe(GOOD);
});

test("piped output has no colour; FORCE_COLOR brings it, NO_COLOR takes it away", async () => {
  const file = join(folderOf({ "a.txt": GOOD }), "a.txt");
  const csi = "\u001b[";
  expect((await dateline(["read", file])).stdout).not.toContain(csi);
  expect((await dateline(["read", file], { env: { FORCE_COLOR: "1" } })).stdout).toContain(csi);
  expect((await dateline(["read", file], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).stdout).not.toContain(csi);
});

test("lines stay within the width of the terminal", async () => {
  const file = join(folderOf({ "a.txt": GOOD.repeat(5) }), "a.txt");
  const { stdout } = await dateline(["read", file], { env: { COLUMNS: "50" } });
  const body = stdout.split("\n").filter((line) => !line.includes(file) && !line.includes("chain:"));
  expect(Math.max(...body.map((line) => line.length))).toBeLessThanOrEqual(50);
});

test("an unknown command or option is bad usage", async () => {
  expect((await dateline(["raed", "x"])).code).toBe(2);
  expect((await dateline(["read", "x", "--jsno"])).code).toBe(2);
  expect((await dateline(["read", "x", "--published", "2020-02-31"])).code).toBe(2);
});

test("schema prints the JSON Schema of a reading; an unknown format is bad usage", async () => {
  const { code, stdout } = await dateline(["schema", "reading"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ type: "object", properties: { claims: { type: "array" } } });
  expect((await dateline(["schema", "story"])).code).toBe(2);
});
