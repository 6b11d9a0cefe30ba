// What is left of a record whose process is killed, whose machine loses power, whose disk is full:
//   tsx bench/robustness.ts [kills|power|full] [--rounds 200] [--database URL] [--disk DIR]
// `--database` kills over a PostgreSQL server too; `--disk` is a folder on a small disk (mount -t tmpfs -o size=120m tmpfs DIR).
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { fullDisk } from "./parts/full-disk.ts";
import { type Killed, kills } from "./parts/kills.ts";
import { powerCuts } from "./parts/power-cuts.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "200" },
    database: { type: "string" },
    disk: { type: "string" },
    only: { type: "string" },
  },
});
const [what = "all"] = positionals;
const rounds = Number(values.rounds);
const root = fileURLToPath(new URL("..", import.meta.url));
let bad = 0;

if (what === "all" || what === "kills") {
  const worker = await bundled("robust-worker");
  if (values.only !== "database") report("embedded", await kills(worker, rounds, undefined));
  if (values.database !== undefined) report("PostgreSQL", await kills(worker, rounds, values.database));
}
if (what === "all" || what === "power") {
  const cut = await powerCuts(rounds);
  bad += cut.wrong.length;
  console.log(
    `power cuts: ${cut.cuts} at ${cut.moments} moments of ${cut.operations} file operations, ${cut.acknowledged} acknowledged facts checked, ${cut.wrong.length} faults`,
  );
  for (const w of cut.wrong) console.log(`  ${w}`);
}
if ((what === "all" || what === "full") && values.disk !== undefined) {
  const full = await fullDisk(values.disk, Math.max(1, Math.round(rounds / 20)));
  bad += full.wrong.length;
  console.log(
    `full disk: filled ${full.times} times, ${full.refused} steps refused, ${full.acknowledged} acknowledged facts checked, ${full.wrong.length} faults`,
  );
  for (const m of full.messages) console.log(`  says: ${m}`);
  for (const w of full.wrong) console.log(`  ${w}`);
}
process.exitCode = bad === 0 ? 0 : 1;

function report(name: string, k: Killed): void {
  bad += k.wrong.length;
  console.log(
    `kills, ${name}: ${k.rounds} kills (${JSON.stringify(k.during)}), ${k.acknowledged} acknowledged facts, ${k.wrong.length} faults, slowest opening ${k.slowestOpenMs} ms`,
  );
  for (const w of k.wrong) console.log(`  ${w}`);
}

/** A worker as one file: it starts in a fraction of the time. */
async function bundled(name: string): Promise<string> {
  const outfile = `${root}.build/${name}.mjs`;
  await mkdir(`${root}.build`, { recursive: true });
  await build({
    entryPoints: [`${root}bench/parts/${name}.ts`],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: {
      "@dateline/model": `${root}packages/model/src/index.ts`,
      "@dateline/record": `${root}packages/record/src/index.ts`,
    },
    external: ["@electric-sql/pglite*", "pg", "kysely", "@noble/hashes*", "zod"],
  });
  return outfile;
}
