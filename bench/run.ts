// `npm run bench`: every bench in turn, quality and speed side by side; results go into bench/results/.
// `npm run bench -- times places` runs those named.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
/** Not benches of their own: this one, and those that need to be told what to read. */
const PARTS = new Set(["run", "readings", "same-event"]);

const all = readdirSync(here)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -3))
  .filter((name) => !PARTS.has(name));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`no bench named ${unknown.join(", ")}; there are ${all.join(", ")}`);
  process.exit(2);
}

let failed = 0;
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n=== ${name} ===`);
  const { status } = spawnSync(join(here, "../node_modules/.bin/tsx"), [join(here, `${name}.ts`)], {
    stdio: "inherit",
  });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
