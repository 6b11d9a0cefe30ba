import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { dateline, folderOf } from "../cli/run.ts";
import { asked, newDatabase, server, until, waiting } from "./queue-database.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

const LAUNCHER = fileURLToPath(new URL("../../../../dateline", import.meta.url));
const NAME =
  server === undefined
    ? "dateline work (set DATELINE_TEST_DATABASE_URL=postgres://user@host/database to run these)"
    : "dateline work";

describe.skipIf(server === undefined)(NAME, () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function database(): Promise<string> {
    const { url, drop } = await newDatabase(server ?? "");
    closing.push(drop);
    return url;
  }

  function worker(url: string, ...args: readonly string[]): ChildProcess {
    const child = spawn(LAUNCHER, ["work", "--workers", "1", "--lease", "10", ...args], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: "ignore",
    });
    closing.push(async () => void child.kill("SIGKILL"));
    return child;
  }

  const lines = (many: number): string =>
    Array.from({ length: many }, (_, i) => `${JSON.stringify(waiting(i).report)}\n`).join("");
  const count = async (url: string, what: string): Promise<number> =>
    Number((await asked(url, `select count(*)::int as n from ${what}`))[0]?.n);

  test("reports put in the queue are read by three processes of which one is killed in the middle, each exactly once", async () => {
    const url = await database();
    const folder = folderOf({ "notices.jsonl": lines(200) });
    const env = { DATABASE_URL: url };
    const put = await dateline(["add", "--queue", `${folder}/notices.jsonl`], { env });
    expect(put.stdout).toBe("200 put in the queue, 0 already there\n");
    expect((await dateline(["add", "--queue", `${folder}/notices.jsonl`], { env })).stdout).toBe(
      "0 put in the queue, 200 already there\n",
    );
    const killed = worker(url);
    await until("the first process has some", 90_000, async () => (await count(url, "job where state = 'taken'")) > 0);
    killed.kill("SIGKILL");
    const left = [worker(url, "--until-done"), worker(url, "--until-done")];
    const codes = await Promise.all(left.map((c) => new Promise((ended) => c.on("exit", ended))));
    expect(codes).toEqual([0, 0]);
    expect(await count(url, "job")).toBe(0);
    expect(await count(url, "report")).toBe(200);
    // one line of the journal a report: none was brought in twice
    expect(await count(url, "journal")).toBe(200);
    expect(await count(url, "version")).toBe(200);
    const verified = await dateline(["verify"], { env });
    expect(verified.stdout).toContain("all well: 200 reports");
    const again = await dateline(["add", "--queue", `${folder}/notices.jsonl`], { env });
    expect(again.stdout).toBe("0 put in the queue, 200 already there\n");
  });

  test("a process that is asked to end finishes what it took and leaves nothing taken", async () => {
    const url = await database();
    const folder = folderOf({ "notices.jsonl": lines(200) });
    await dateline(["add", "--queue", `${folder}/notices.jsonl`], { env: { DATABASE_URL: url } });
    const child = worker(url);
    await until("it has read some", 90_000, async () => (await count(url, "report")) > 0);
    child.kill("SIGTERM");
    await new Promise((ended) => child.on("exit", ended));
    expect(await count(url, "job where state = 'taken'")).toBe(0);
    expect((await count(url, "job")) + (await count(url, "report"))).toBe(200);
    const { stdout } = await dateline(["queue"], { env: { DATABASE_URL: url } });
    expect(stdout).toMatch(/^\d+ wait, 0 being read by 0 processes.*; 0 set aside\n$/);
  });
});

test("work on a record in a folder says what is needed", async () => {
  const { code, stderr } = await dateline(["work"], { env: { DATABASE_URL: "" }, cwd: folderOf({}) });
  expect(code).toBe(1);
  expect(stderr).toContain("set DATABASE_URL");
});
