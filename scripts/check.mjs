// `npm run check`: format and lint, types, the walls between the parts, and what documents and manifests promise.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));
const checks = [
  ["format and lint", ["node_modules/.bin/biome", "check", "--error-on-warnings", "."]],
  ["types", ["node_modules/.bin/tsc", "-b"]],
  ["walls", [process.execPath, "scripts/check-walls.mjs"]],
  ["manifests", [process.execPath, "scripts/check-manifests.mjs"]],
  ["documents", [process.execPath, "scripts/docs.mjs", "--check"]],
  ["file sizes", [process.execPath, "scripts/check-sizes.mjs"]],
];

let failed = 0;
for (const [name, [command, ...args]] of checks) {
  const { status } = spawnSync(command, args, { cwd: home, stdio: "inherit" });
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
