import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { serve } from "../web/served.ts";
import { dateline, folderOf } from "./run.ts";

const ATTACK =
  "Gunmen attack village in Mali\n\nGunmen killed five villagers near Gao in Mali on 3 June 2020, the army said.\n";
const COPY = ATTACK.replace("Gunmen attack village in Mali", "Five killed in Mali village attack");

let folder: string;
let record: string;

beforeAll(async () => {
  folder = folderOf({ "a.txt": ATTACK, "b.txt": COPY });
  record = join(folder, "record");
  const added = await dateline(["add", join(folder, "a.txt"), join(folder, "b.txt"), "--record", record]);
  expect([added.stderr, added.code]).toEqual(["", 0]);
  expect(added.stdout).toContain("2 added");
});

test("adding the same reports again changes nothing", async () => {
  const again = await dateline(["add", folder, "--record", record]);
  expect(again.code).toBe(0);
  expect(again.stdout).toContain("0 added, 2 already there. The record");
  expect(again.stdout).toContain("2 reports");
});

test("two copies of one text make one event of two reports and one origin, with its words", async () => {
  const { stdout } = await dateline(["events", "--record", record, "--type", "assault", "--json"]);
  const events = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const killing = events.find((e) => JSON.stringify(e.counts) === '{"killed":[5,5]}');
  expect(killing).toMatchObject({ reports: 2, independent: 1 });
  const shown = await dateline(["event", killing.id, "--record", record]);
  expect(shown.code).toBe(0);
  expect(shown.stdout).toContain("killed five villagers");
  expect(shown.stdout).toContain("Who says so");
});

test("an event that is not there is not found, with exit code 5", async () => {
  const { code, stderr } = await dateline(["event", "NONE-0000", "--record", record]);
  expect(code).toBe(5);
  expect(stderr).toContain("there is no event NONE-0000");
});

test.each(["csv", "geojson", "jsonl", "readings", "acled", "plover", "ucdp-ged"])(
  "export %s gives the same bytes twice",
  async (format) => {
    const [one, two] = [
      await dateline(["export", format, "--record", record]),
      await dateline(["export", format, "--record", record]),
    ];
    expect(one.code).toBe(0);
    expect(one.stdout.length).toBeGreaterThan(50);
    expect(two.stdout).toBe(one.stdout);
  },
);

test("export readings names the record's event of each claim", async () => {
  const { stdout } = await dateline(["export", "readings", "--record", record]);
  const readings = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(readings).toHaveLength(2);
  for (const reading of readings) {
    for (const claim of reading.claims) expect(claim.recordEvent).toMatch(/^[A-Z]{2,3}-[0-9A-Z]+$/);
  }
});

test("an unknown export is bad usage", async () => {
  const { code, stderr } = await dateline(["export", "xlsx", "--record", record]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^dateline: there is no export "xlsx"; exports are csv, geojson, .*ucdp-ged/);
});

test("verify finds a whole record whole, and a changed original", async () => {
  const copy = join(folderOf({ "a.txt": ATTACK }), "record");
  await dateline(["add", join(copy, "../a.txt"), "--record", copy]);
  expect((await dateline(["verify", "--record", copy])).code).toBe(0);
  const originals = readdirSync(join(copy, "originals"), { recursive: true, withFileTypes: true });
  const [first] = originals.filter((e) => e.isFile());
  const path = join(first?.parentPath ?? "", first?.name ?? "");
  chmodSync(path, 0o600);
  writeFileSync(path, `${readFileSync(path, "utf8")} changed`);
  const { code, stderr } = await dateline(["verify", "--record", copy]);
  expect(code).toBe(7);
  expect(stderr).toContain("original");
});

test("a list of events in a folder without a record says how to make one", async () => {
  const { code, stderr } = await dateline(["events", "--record", join(folder, "none")]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/none.*(add|record)/);
});

test("a folder that may not be written is named", async () => {
  const closed = mkdtempSync(join(tmpdir(), "dateline-closed-"));
  chmodSync(closed, 0o500);
  // root may write anywhere but where the system itself refuses it
  const dir = join(process.getuid?.() === 0 ? "/proc" : closed, "record");
  const { code, stderr } = await dateline(["add", join(folder, "a.txt"), "--record", dir]);
  expect(code).toBe(1);
  expect(stderr).toContain(dir);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("a record folder that cannot be made is named", async () => {
  const file = join(folder, "a.txt");
  const { code, stderr } = await dateline(["add", file, "--record", join(file, "record")]);
  expect(code).toBe(1);
  expect(stderr).toContain(join(file, "record"));
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("a record of a newer version is refused with the remedy", async () => {
  const newer = mkdtempSync(join(tmpdir(), "dateline-newer-"));
  await dateline(["add", join(folder, "a.txt"), "--record", join(newer, "record")]);
  const marker = join(newer, "record/record.json");
  writeFileSync(marker, readFileSync(marker, "utf8").replace(/("(?:format|version)":\s*)(\d+)/, "$199"));
  const { code, stderr } = await dateline(["events", "--record", join(newer, "record")]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/newer/);
});

test("a port in use is named with the remedy", async () => {
  const holder = createServer();
  const port = await new Promise<number>((done) => {
    holder.listen(0, "127.0.0.1", () => {
      const address = holder.address();
      done(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const { code, stderr } = await dateline(["serve", "--record", record, "--port", String(port)]);
  holder.close();
  expect(code).toBe(1);
  expect(stderr).toContain(`port ${port} is in use; name another with --port`);
});

test("a record that is being served names its holder to a second process; the server ends on SIGTERM", async () => {
  const home = folderOf({ "a.txt": ATTACK });
  mkdirSync(join(home, "r"));
  await dateline(["add", join(home, "a.txt"), "--record", join(home, "r")]);
  const served = await serve(join(home, "r"));
  const second = await dateline(["add", join(folder, "b.txt"), "--record", join(home, "r")]);
  expect(second.code).toBe(1);
  expect(second.stderr).toContain(served.url);
  expect(await served.stop()).toBe(0);
  expect((await dateline(["add", join(folder, "b.txt"), "--record", join(home, "r")])).code).toBe(0);
});

const server = process.env.DATELINE_TEST_DATABASE_URL;

test.skipIf(server === undefined)(
  "with DATABASE_URL the record is on the server: add, list, export and verify as in a folder",
  async () => {
    const name = `dateline_cli_${process.pid}`;
    const admin = async (statement: string): Promise<void> => {
      const client = new pg.Client({ connectionString: server });
      await client.connect();
      await client.query(statement).finally(() => client.end());
    };
    await admin(`create database ${name}`);
    const env = { DATABASE_URL: Object.assign(new URL(server ?? ""), { pathname: `/${name}` }).href };
    try {
      const files = [join(folder, "a.txt"), join(folder, "b.txt")];
      expect((await dateline(["add", ...files], { env })).stdout).toContain("2 added");
      expect((await dateline(["add", ...files], { env })).stdout).toContain("2 already there");
      const inFolder = await dateline(["events", "--json", "--record", record]);
      const onServer = await dateline(["events", "--json"], { env });
      const ids = (stdout: string): readonly string[] =>
        stdout
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line).id);
      expect(ids(onServer.stdout)).toEqual(ids(inFolder.stdout));
      expect((await dateline(["verify"], { env })).code).toBe(0);
    } finally {
      await admin(`drop database ${name}`);
    }
  },
);

test("an address of a database that is none is named", async () => {
  const { code, stderr } = await dateline(["events"], { env: { DATABASE_URL: "mysql://localhost/x" } });
  expect(code).toBe(1);
  expect(stderr).toContain("mysql://localhost/x");
});

test("a pipe that is closed early ends the program quietly", async () => {
  const launcher = new URL("../../../../dateline", import.meta.url).pathname;
  const child = spawn("sh", ["-c", `"${launcher}" export csv --record "${record}" | head -c 10`]);
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
  });
  await new Promise((done) => child.on("close", done));
  expect(stderr).toBe("");
});
