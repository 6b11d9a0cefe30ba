import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatelineError } from "@dateline/model";

/** Who holds a record's folder. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process started, as its system counts; a later process with the same number has another. */
  readonly birth: string | null;
  /** The run of the system in which it was taken; null where the system does not tell. */
  readonly boot: string | null;
  /** ISO 8601 instant at which the folder was taken. */
  readonly since: string;
  readonly command: string;
  /** Where its server listens, or null. */
  readonly url: string | null;
}

export interface Lock {
  /** The former holder went down with the whole system: what was not fsynced may be lost or half written. */
  readonly afterPowerCut: boolean;
  /** The run of the system; null where it does not tell. */
  readonly boot: string | null;
  readonly announce: (url: string) => Promise<void>;
  readonly release: () => Promise<void>;
}

/**
 * Takes a record's folder for this process alone. PGlite itself lets two processes open one folder and loses rows. Throws
 * "store/locked", naming the holder. A lock whose process is gone is taken over.
 */
export async function takeLock(dir: string, since: string): Promise<Lock> {
  const path = join(dir, "lock");
  const mine: Owner = {
    pid: process.pid,
    host: hostname(),
    birth: await birthOf(process.pid),
    boot: await bootId(),
    since,
    command: commandLine(),
    url: null,
  };
  let afterPowerCut = false;
  for (let tries = 0; tries < 5; tries += 1) {
    if (await create(path, mine)) return heldLock(path, mine, afterPowerCut);
    const holder = await ownerIn(path);
    if (holder === undefined) continue;
    if (holder !== HALF && !(await isGone(holder))) throw locked(dir, holder);
    afterPowerCut ||= holder === HALF || (holder.boot !== undefined && holder.boot !== mine.boot);
    await removeDead(path, holder);
  }
  throw new DatelineError("store/locked", `could not take ${dir}: other processes took it in turn; try again`);
}

function heldLock(path: string, mine: Owner, afterPowerCut: boolean): Lock {
  return {
    afterPowerCut,
    boot: mine.boot,
    announce: async (url) => {
      const made = await partFile(path, { ...mine, url });
      await rename(made, path);
    },
    release: () => rm(path, { force: true }),
  };
}

/** Who has a folder taken, in words, and whether that process still lives; undefined where nobody has. */
export async function holderOf(dir: string): Promise<{ readonly who: string; readonly alive: boolean } | undefined> {
  const owner = await ownerIn(join(dir, "lock"));
  if (owner === undefined) return undefined;
  if (owner === HALF) return { who: "a process that a power cut ended", alive: false };
  const where = owner.host === hostname() ? "" : ` on ${owner.host}`;
  return {
    who: `process ${owner.pid}${where} (“${owner.command}”, since ${owner.since})`,
    alive: !(await isGone(owner)),
  };
}

/** A link to a whole file either makes the name or fails: nobody ever sees half a lock. */
async function create(path: string, owner: Owner): Promise<boolean> {
  const made = await partFile(path, owner);
  try {
    await link(made, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(made, { force: true });
  }
}

async function partFile(path: string, owner: Owner): Promise<string> {
  const made = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(made, `${JSON.stringify(owner, null, 2)}\n`, { mode: 0o600 });
  return made;
}

/** A lock that is not whole: a living process's always is, so that a power cut has left it. */
const HALF = "half";

async function ownerIn(path: string): Promise<Owner | typeof HALF | undefined> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const owner: unknown = JSON.parse(text);
    const isOwner = typeof owner === "object" && owner !== null && "pid" in owner && "host" in owner;
    return isOwner ? (owner as Owner) : HALF;
  } catch {
    return HALF;
  }
}

async function bootId(): Promise<string | null> {
  const text = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => undefined);
  return text?.trim() ?? null;
}

/** On another host nothing can be told of a process: its lock stands. */
async function isGone(owner: Owner): Promise<boolean> {
  if (owner.host !== hostname()) return false;
  if (owner.boot != null && owner.boot !== (await bootId())) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
  const birth = await birthOf(owner.pid);
  return birth !== null && owner.birth !== null && birth !== owner.birth;
}

/** Moves a dead process's lock away. Where another was quicker and the lock is a living one's, it is put back. */
async function removeDead(path: string, dead: Owner | typeof HALF): Promise<void> {
  const aside = `${path}.dead.${randomBytes(6).toString("hex")}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const moved = await ownerIn(aside);
  if (moved !== undefined && !isSame(moved, dead)) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function isSame(a: Owner | typeof HALF, b: Owner | typeof HALF): boolean {
  return a === HALF || b === HALF ? a === b : a.pid === b.pid && a.since === b.since;
}

/** The start time that Linux gives a process; null elsewhere. */
async function birthOf(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  return text?.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

function commandLine(): string {
  const [, script = "", ...args] = process.argv;
  return [script.replace(/^.*\//, ""), ...args].join(" ").slice(0, 200);
}

function locked(dir: string, owner: Owner): DatelineError {
  const where = owner.host === hostname() ? `process ${owner.pid}` : `process ${owner.pid} on ${owner.host}`;
  const reach = owner.url === null ? "" : `, which serves it at ${owner.url}`;
  const remedy =
    owner.host === hostname()
      ? "end that process or wait for it"
      : `end that process, or delete ${join(dir, "lock")} if it is surely gone`;
  return new DatelineError(
    "store/locked",
    `${dir} is in use by ${where} (“${owner.command}”, since ${owner.since})${reach}; ${remedy}`,
    { cause: owner.host === hostname() ? { url: owner.url } : undefined },
  );
}

/** Where the process that holds a folder serves it, told by a "store/locked"; undefined where it does not, or for another error. */
export function servedAt(error: unknown): string | undefined {
  if (!(error instanceof DatelineError) || error.code !== "store/locked") return undefined;
  const { cause } = error;
  const url = typeof cause === "object" && cause !== null && "url" in cause ? cause.url : undefined;
  return typeof url === "string" ? url : undefined;
}
