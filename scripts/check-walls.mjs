// Plants one forbidden import (or global) for each wall between the parts, in a copy of the sources, and expects the
// type check to refuse it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));
const allowed = {
  model: [],
  reader: ["model"],
  record: ["model"],
  codebooks: ["model", "record"],
  dateline: ["model", "reader", "record", "codebooks"],
  web: ["model", "reader", "record", "codebooks"],
};
const parts = Object.keys(allowed);
const pure = ["model", "reader", "record", "codebooks"];

const plants = [
  ...parts.flatMap((from) =>
    parts
      .filter((to) => to !== from && !allowed[from].includes(to))
      .map((to) => ({
        from,
        name: `${from} → ${to}`,
        code: `export { default as x } from "../../${to}/src/index.ts";\n`,
      })),
  ),
  ...pure.flatMap((from) => [
    {
      from,
      name: `${from} → node:fs`,
      code: 'import { readFileSync } from "node:fs";\nexport const x: unknown = readFileSync;\n',
    },
    { from, name: `${from} → process`, code: "export const x: unknown = process.env;\n" },
    { from, name: `${from} → fetch`, code: 'export const x: unknown = fetch("https://example.org");\n' },
  ]),
];

const copy = join(home, ".build/walls");

function copySources() {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(join(home, "tsconfig.base.json"), join(copy, "tsconfig.base.json"));
  for (const part of parts) {
    for (const entry of [
      "src",
      "node",
      "test",
      "package.json",
      "tsconfig.json",
      "tsconfig.node.json",
      "tsconfig.test.json",
    ]) {
      const from = join(home, "packages", part, entry);
      if (existsSync(from)) cpSync(from, join(copy, "packages", part, entry), { recursive: true });
    }
  }
}

/** "file is outside the project", "no such module here", "no such global here". */
const REFUSALS = /error TS(6059|6307|2307|2304|2580|2591|2584)/;

/** All plants of one part are checked in one run: each must be named in its output. */
function unrefused(from) {
  const own = plants.filter((p) => p.from === from).map((p, i) => ({ ...p, file: `planted-${i}.ts` }));
  for (const { file, code } of own) writeFileSync(join(copy, "packages", from, "src", file), code);
  const { stdout } = spawnSync(
    join(home, "node_modules/.bin/tsc"),
    ["-p", join(copy, "packages", from, "tsconfig.json"), "--pretty", "false"],
    { encoding: "utf8" },
  );
  for (const { file } of own) rmSync(join(copy, "packages", from, "src", file));
  const refused = stdout.split("\n").filter((line) => REFUSALS.test(line));
  return own.filter(({ file }) => !refused.some((line) => line.includes(`/${file}(`)));
}

copySources();
const open = parts.flatMap(unrefused);
rmSync(copy, { recursive: true, force: true });
for (const { name } of open) console.error(`the wall ${name} is open: a planted import passed the type check`);
console.log(`${plants.length - open.length} of ${plants.length} planted imports refused`);
process.exit(open.length === 0 ? 0 : 1);
