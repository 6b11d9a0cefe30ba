import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds the command line once before the tests that run it, so that no two of them build at the same time. */
export function setup(): void {
  const launcher = fileURLToPath(new URL("../dateline", import.meta.url));
  const { status, stderr } = spawnSync(launcher, ["--version"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the command line does not start:\n${stderr}`);
}
