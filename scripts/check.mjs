// `npm run check`: format and lint, types with the walls between the parts, and what else must hold before a commit.
import { spawnSync } from "node:child_process";

const checks = [
  ["format and lint", "npx", ["biome", "check", "--error-on-warnings", "."]],
  ["types and walls", "npx", ["tsc", "-b"]],
];

let failed = 0;
for (const [name, command, args] of checks) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
