import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openRecord } from "../../packages/dateline/src/store/open.ts";
import { numbersFrom } from "./numbers.ts";
import { type Acknowledged, whatIsWrong } from "./whole-record.ts";

/** How often a process was killed in which doing, and what was wrong after. */
export interface Killed {
  readonly rounds: number;
  readonly during: Readonly<Record<string, number>>;
  readonly acknowledged: number;
  readonly wrong: readonly string[];
  readonly slowestOpenMs: number;
}

/** A record is thrown away after so many kills, so that opening it stays quick. */
const LIFE = 20;

/** Kills a process that adds, decides and rebuilds at random moments, `rounds` times, and looks at the record after each. */
export async function kills(worker: string, rounds: number, database: string | undefined): Promise<Killed> {
  const random = numbersFrom(rounds + (database === undefined ? 1 : 2));
  const during: Record<string, number> = {};
  const wrong: string[] = [];
  let [acknowledged, slowest] = [0, 0];
  let place = await newPlace(database);
  let told: Acknowledged = { reports: [], decisions: [], steps: [] };
  for (let round = 0; round < rounds; round += 1) {
    if (round % LIFE === 0 && round > 0) {
      await place.remove();
      place = await newPlace(database);
      told = { reports: [], decisions: [], steps: [] };
    }
    const end = await killed(worker, [place.at, String(round * 1000)], momentFrom(random));
    told = joined(told, end.told);
    during[end.doing] = (during[end.doing] ?? 0) + 1;
    const since = performance.now();
    const record = await openRecord(database === undefined ? { dir: place.at } : { databaseUrl: place.at });
    slowest = Math.max(slowest, performance.now() - since);
    for (const w of await whatIsWrong(record, told)) wrong.push(`kill ${round + 1}, during ${end.doing}: ${w}`);
    await record.close();
    acknowledged += end.told.reports.length + end.told.decisions.length + end.told.steps.length;
    if ((round + 1) % 10 === 0) console.log(`${round + 1} kills, ${wrong.length} faults, ${JSON.stringify(during)}`);
  }
  await place.remove();
  return { rounds, during, acknowledged, wrong, slowestOpenMs: Math.round(slowest) };
}

/** When a process is killed: so long after it begins a doing for the nth time. */
interface Moment {
  readonly doing: string;
  readonly nth: number;
  readonly after: number;
}

const DOINGS = ["open", "add", "decide", "step", "undo", "rebuild"] as const;

/** A doing at random and a moment in it or shortly after: the short ones are hit as often as the long ones. */
function momentFrom(random: () => number): Moment {
  const doing = DOINGS[Math.floor(random() * DOINGS.length)] ?? "add";
  const nth = doing === "open" ? 1 : 1 + Math.floor(random() * 3);
  return { doing, nth, after: random() ** 2 * 600 };
}

interface End {
  readonly doing: string;
  readonly told: Acknowledged;
}

function killed(worker: string, args: readonly string[], when: Moment): Promise<End> {
  const child = spawn(process.execPath, [worker, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on("data", (data: Buffer) => {
    out += data.toString();
    if (out.split(`begin ${when.doing}\n`).length > when.nth)
      timer ??= setTimeout(() => child.kill("SIGKILL"), when.after);
  });
  return new Promise((done) =>
    child.on("close", () => {
      clearTimeout(timer);
      done(endOf(out));
    }),
  );
}

function endOf(out: string): End {
  const lines = out.split("\n").slice(0, -1);
  const last = lines.findLast((l) => l.startsWith("begin ") || l.startsWith("done "));
  const safe = (what: string): readonly string[] =>
    lines.flatMap((l) => (l.startsWith(`safe ${what} `) ? [l.slice(`safe ${what} `.length)] : []));
  return {
    doing: last?.startsWith("begin ") === true ? last.slice("begin ".length) : "nothing",
    told: {
      reports: safe("report"),
      decisions: safe("decision"),
      steps: safe("step").map((s) => [s.split(" ")[0] ?? "", Number(s.split(" ")[1])] as const),
    },
  };
}

function joined(a: Acknowledged, b: Acknowledged): Acknowledged {
  return {
    reports: [...a.reports, ...b.reports],
    decisions: [...a.decisions, ...b.decisions],
    steps: [...a.steps, ...b.steps],
  };
}

async function newPlace(
  database: string | undefined,
): Promise<{ readonly at: string; readonly remove: () => Promise<void> }> {
  if (database === undefined) {
    const at = await mkdtemp(join(tmpdir(), "dateline-kills-"));
    return { at, remove: () => rm(at, { recursive: true, force: true }) };
  }
  const name = `dateline_kills_${process.pid}_${Math.trunc(performance.now())}`;
  await admin(database, `create database ${name}`);
  const at = Object.assign(new URL(database), { pathname: `/${name}` }).href;
  return { at, remove: () => admin(database, `drop database ${name} with (force)`) };
}

async function admin(database: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
