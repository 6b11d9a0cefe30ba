// The packed root package must bring what the bundled program imports: the same packages at the same versions.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));
const manifest = (path) => JSON.parse(readFileSync(`${home}/${path}`, "utf8"));
const root = manifest("package.json").dependencies ?? {};
const bundled = ["packages/model", "packages/reader", "packages/record", "packages/codebooks", "packages/dateline"];
const faults = [];
const wanted = new Map();
for (const part of bundled) {
  for (const [name, version] of Object.entries(manifest(`${part}/package.json`).dependencies ?? {})) {
    if (name.startsWith("@dateline/")) continue;
    wanted.set(name, version);
    if (root[name] !== version)
      faults.push(`${name}: ${part} wants ${version}, the root package brings ${root[name] ?? "none"}`);
    if (!/^\d/.test(version))
      faults.push(`${name}: ${version} is no exact version (a packed install has no lock file)`);
  }
}
for (const name of Object.keys(root))
  if (!wanted.has(name)) faults.push(`${name}: in the root package, used by no part`);
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
