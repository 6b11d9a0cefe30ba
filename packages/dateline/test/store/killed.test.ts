import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openRecord } from "../../src/store/open.ts";
import { emptyFolder } from "./open-records.ts";

const ROUNDS = Number(process.env.DATELINE_KILLS ?? 2);
const ADDER = fileURLToPath(new URL("./killed-adder.ts", import.meta.url));

/** Runs the adder, kills it `after` milliseconds past its first word, and gives what it was told is safe. */
async function killedAfter(dir: string, from: number, after: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ["--import", "tsx", ADDER, dir, String(from)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on("data", (data: Buffer) => {
    out += data.toString();
    timer ??= setTimeout(() => child.kill("SIGKILL"), after);
  });
  await new Promise((done) => child.on("close", done));
  clearTimeout(timer);
  return out
    .split("\n")
    .slice(0, -1)
    .filter((l) => l !== "open");
}

test(
  "a record whose process is killed at any moment opens again with all that was acknowledged",
  async () => {
    const dir = await emptyFolder();
    const safe: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const added = safe.filter((s) => !s.startsWith("d")).length;
      safe.push(...(await killedAfter(dir, added + round, 150 + ((round * 397) % 1200))));
      const record = await openRecord({ dir });
      const known = new Set((await record.reports({ limit: 1000 })).items.map((r) => r.id));
      for (const s of safe)
        if (!s.startsWith("d")) expect(known.has(`k-${s}`), `report ${s} of round ${round}`).toBe(true);
      const { total } = await record.decisions();
      expect(total).toBeGreaterThanOrEqual(safe.filter((s) => s.startsWith("d")).length);
      expect(await record.verify()).toEqual([]);
      await record.close();
    }
    await rm(dir, { recursive: true, force: true });
  },
  ROUNDS * 60_000,
);
