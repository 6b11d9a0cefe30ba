import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { dateline, folderOf } from "../cli/run.ts";
import { asked, until, waiting } from "./queue-database.ts";

vi.setConfig({ testTimeout: 420_000, hookTimeout: 120_000 });

const LAUNCHER = fileURLToPath(new URL("../../../../dateline", import.meta.url));
const HOSTS = ["one", "two"].map((name, i) => ({
  name: `dateline-${process.pid}-${name}`,
  link: `dl${process.pid % 10_000}${i}`,
  here: `10.231.${i + 1}.1`,
  there: `10.231.${i + 1}.2`,
}));
const bin = programs();
const reason = missing();

/** Where the newest PostgreSQL server's programs lie. */
function programs(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(a) - Number(b)) : [];
  return versions.map((v) => join(root, v, "bin")).findLast((dir) => existsSync(join(dir, "initdb")));
}

/** What is missing for two hosts in one; undefined where nothing is. */
function missing(): string | undefined {
  if (process.getuid?.() !== 0)
    return "root is needed: sudo npx vitest run packages/dateline/test/jobs/two-hosts.test.ts";
  if (bin === undefined) return "a PostgreSQL server is needed: apt-get install postgresql";
  try {
    execFileSync("ip", ["netns", "add", `dateline-${process.pid}`], { stdio: "pipe" });
    execFileSync("ip", ["netns", "delete", `dateline-${process.pid}`], { stdio: "pipe" });
    return undefined;
  } catch {
    return "network namespaces are needed: apt-get install iproute2, and a container that may make them (--privileged)";
  }
}

function ip(...args: readonly string[]): void {
  execFileSync("ip", args, { stdio: "pipe" });
}

describe.skipIf(reason !== undefined)(`two hosts${reason === undefined ? "" : ` (${reason})`}`, () => {
  const home = mkdtempSync(join(tmpdir(), "dateline-hosts-"));
  const port = 21_000 + (process.pid % 20_000);
  const workers: ChildProcess[] = [];
  const said = new Map<ChildProcess, string>();

  const asPostgres = (program: string, ...args: readonly string[]): void => {
    execFileSync("runuser", ["-u", "postgres", "--", join(bin ?? "", program), ...args], { cwd: "/", stdio: "pipe" });
  };
  const urlAt = (address: string, name: string): string => `postgres://dateline@${address}:${port}/${name}`;

  beforeAll(() => {
    for (const { name, link, here, there } of HOSTS) {
      ip("netns", "add", name);
      ip("link", "add", link, "type", "veth", "peer", "name", `${link}p`);
      ip("link", "set", `${link}p`, "netns", name);
      ip("addr", "add", `${here}/30`, "dev", link);
      ip("link", "set", link, "up");
      ip("-n", name, "addr", "add", `${there}/30`, "dev", `${link}p`);
      ip("-n", name, "link", "set", `${link}p`, "up");
      ip("-n", name, "link", "set", "lo", "up");
    }
    chmodSync(home, 0o777);
    asPostgres("initdb", "-D", join(home, "data"), "-U", "dateline", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
    execFileSync("sh", ["-c", `echo "host all all 10.231.0.0/16 trust" >> ${join(home, "data/pg_hba.conf")}`]);
    asPostgres(
      "pg_ctl",
      ...["-D", join(home, "data"), "-w", "-l", join(home, "log"), "-o", `-p ${port} -k ${home} -c listen_addresses=*`],
      "start",
    );
  });

  afterAll(() => {
    for (const child of workers) child.kill("SIGKILL");
    try {
      asPostgres("pg_ctl", "-D", join(home, "data"), "-m", "immediate", "stop");
    } finally {
      for (const { name, link } of HOSTS) {
        ip("link", "delete", link);
        ip("netns", "delete", name);
      }
      rmSync(home, { recursive: true, force: true });
    }
  });

  function workerOn(host: (typeof HOSTS)[number] | undefined): ChildProcess {
    if (host === undefined) throw new Error("no such host");
    const command = ["netns", "exec", host.name, LAUNCHER, "work", "--workers", "1", "--lease", "10"];
    const child = spawn("ip", [...command, "--until-done"], {
      env: { ...process.env, DATABASE_URL: urlAt(host.here, "postgres") },
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr?.on("data", (data: Buffer) => {
      said.set(child, `${said.get(child) ?? ""}${data}`);
    });
    workers.push(child);
    return child;
  }

  test("a worker that is cut off and one that is killed lose nothing and double nothing", async () => {
    const many = 150;
    const url = urlAt("127.0.0.1", "postgres");
    const lines = Array.from({ length: many }, (_, i) => `${JSON.stringify(waiting(i).report)}\n`).join("");
    const folder = folderOf({ "notices.jsonl": lines });
    const put = await dateline(["add", "--queue", `${folder}/notices.jsonl`], { env: { DATABASE_URL: url } });
    expect(put.stdout).toContain(`${many} put in the queue`);
    const count = async (what: string): Promise<number> =>
      Number((await asked(url, `select count(*)::int as n from ${what}`))[0]?.n);

    const [one, two] = HOSTS;
    const cut = workerOn(one);
    const killed = workerOn(two);
    await until(
      "both hosts have some",
      180_000,
      async () => (await count("(select distinct worker from job where state = 'taken') w")) === 2,
    );
    ip("link", "set", one?.link ?? "", "down");
    killed.kill("SIGKILL");
    const left = workerOn(two);
    const code = await new Promise((ended) => left.on("exit", ended));
    expect(code, said.get(left)).toBe(0);
    expect(await count("job")).toBe(0);
    expect(await count("report")).toBe(many);

    ip("link", "set", one?.link ?? "", "up");
    const back = await new Promise((ended) => cut.on("exit", ended));
    expect(back, said.get(cut)).toBe(0);
    // one line of the journal and one version a report: the one that came back added nothing a second time
    expect(await count("journal")).toBe(many);
    expect(await count("version")).toBe(many);
    expect(await count("job")).toBe(0);
    expect((await dateline(["verify"], { env: { DATABASE_URL: url } })).stdout).toContain(`all well: ${many} reports`);
  });
});

if (reason !== undefined && process.env.DATELINE_REQUIRE_ALL !== undefined)
  throw new Error(`two hosts cannot be tested, and here no test may be skipped: ${reason}`);
