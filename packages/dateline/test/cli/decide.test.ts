import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, test, vi } from "vitest";
import { dateline, folderOf, type Run } from "./run.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const TEXTS = {
  "one.txt":
    "Gunmen killed seven farmers near Gao in Mali on Monday, the governor told reporters. The attackers burned a market and fled.",
  "two.txt": "Police arrested three students in Niamey on 12 March, their lawyer said. The march was peaceful.",
};

let folder: string;

/** The launcher of a working copy says so where it builds the program first. */
async function run(...args: readonly string[]): Promise<Run> {
  const done = await dateline([...args, "--record", "rec"], { cwd: folder });
  return { ...done, stderr: done.stderr.replace(/^dateline: building .*\n/gm, "") };
}

async function lines(...args: readonly string[]): Promise<ReturnType<typeof JSON.parse>[]> {
  const { stdout, code, stderr } = await run(...args, "--json");
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return stdout.trim() === ""
    ? []
    : stdout
        .trim()
        .split("\n")
        .map((l) => JSON.parse(l));
}

async function answer(url: string): Promise<ReturnType<typeof JSON.parse>> {
  return JSON.parse(await (await fetch(url)).text());
}

async function eventIn(country: string): Promise<string> {
  const [event] = await lines("events", "--country", country);
  return event.id;
}

beforeEach(async () => {
  folder = folderOf(TEXTS);
  const { code, stderr } = await run("add", "one.txt", "two.txt", "--published", "2024-03-13", "--workers", "0");
  expect([code, stderr]).toEqual([0, expect.any(String)]);
});

test("a person accepts, edits, and takes it back; the journal tells who, when and why", async () => {
  const id = await eventIn("ML");
  const before = await lines("events");
  const accepted = await run("decide", "accept", id, "--by", "Ada", "--why", "two sources");
  expect(accepted.stdout).toMatch(/accept event .*\n {2}Ada · \d{4}-\d\d-\d\d \d\d:\d\d UTC · two sources/);
  const [edit] = await lines("decide", "edit", id, "killed", "at least 8", "--by", "Ben");
  expect((await lines("events", "--country", "ML"))[0]).toMatchObject({
    counts: { killed: [8, null] },
    judgement: "accepted",
  });
  expect((await lines("decisions")).map((d) => [d.who, d.action.kind])).toEqual([
    ["Ada", "accept"],
    ["Ben", "edit"],
  ]);
  expect((await lines("decisions", "--by", "ben")).map((d) => d.id)).toEqual([edit.id]);
  expect(await lines("decisions", "--until", "2020-01-01")).toEqual([]);
  await run("decide", "undo", edit.id, "--by", "Ben");
  await run("decide", "undo", (await lines("decisions"))[0].id, "--by", "Ada");
  expect(await lines("events")).toEqual(before);
});

test("a claim by hand has its words marked and its values typed, and stands in the event that it is put to", async () => {
  const event = await eventIn("ML");
  const { stdout } = await run("event", event, "--json");
  const { members: told } = JSON.parse(stdout);
  const { report } = told[0];
  const claim = [
    "--words",
    "burned",
    "--type",
    "assault",
    "--agent",
    "attackers",
    "--target",
    "a market",
    "--event",
    event,
  ];
  const [added] = await lines("decide", "add", report, ...claim, "--place", "Gao, Mali", "--by", "Ada");
  expect(added.anchors[0]).toMatchObject({ report, words: "burned" });
  const now = JSON.parse((await run("event", event, "--json")).stdout);
  expect(now.members).toHaveLength(told.length + 1);
  expect(now.members.at(-1)).toMatchObject({ trigger: "burned", place: { name: "Gao", country: "ML" } });
  expect((await run("verify")).code).toBe(0);
});

test("many actions from standard input are one step, and one undo takes all back", async () => {
  const before = await lines("events");
  const actions = before.map(({ id }) => JSON.stringify({ kind: "accept", target: { event: id } })).join("\n");
  const made = await dateline(["decide", "batch", "-", "--by", "Ada", "--record", "rec", "--json"], {
    cwd: folder,
    input: actions,
  });
  const [first, second] = made.stdout
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l));
  expect(second.step).toBe(first.id);
  await run("decide", "undo", second.id, "--by", "Ada");
  expect(await lines("events")).toEqual(before);
  const wrong = await dateline(["decide", "batch", "-", "--by", "Ada", "--record", "rec"], {
    cwd: folder,
    input: '{"kind":"dance"}',
  });
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("line 1 is no action")]);
});

test.each([
  [["decide", "accept", "ML-222222"], 5, "there is no event ML-222222"],
  [["decide", "edit", "ML-222222", "colour", "red"], 2, "there is no field"],
  [["decide", "edit", "ML-222222", "killed", "many"], 1, "is no number"],
  [["decide", "same", "colour", "a", "b"], 2, "actor, place or event"],
])("%j is refused with exit code %i", async (args, code, message) => {
  const refused = await run(...args);
  expect([refused.code, refused.stderr]).toEqual([code, expect.stringContaining(message)]);
});

test("while a server holds the record, deciding goes through it", async () => {
  const launcher = fileURLToPath(new URL("../../../../dateline", import.meta.url));
  const server = spawn(launcher, ["serve", "--port", "0", "--record", "rec"], { cwd: folder });
  try {
    const [url] = await once(server.stdout.setEncoding("utf8"), "data");
    const { items } = await answer(`${String(url).trim()}/api/events?country=ML`);
    const { code, stderr } = await run("decide", "accept", items[0].id, "--by", "Ada");
    expect([code, stderr]).toEqual([0, ""]);
    const event = await answer(`${String(url).trim()}/api/events/${items[0].id}`);
    expect(event.judgement).toBe("accepted");
    expect((await lines("decisions")).map((d) => d.who)).toEqual(["Ada"]);
    const stale = await run("decide", "reject", items[0].id, "--by", "Ben", "--seen", "0");
    expect([stale.code, stale.stderr]).toEqual([1, expect.stringContaining("Ada decided “accept”")]);
  } finally {
    server.kill("SIGTERM");
    await once(server, "close");
  }
});
