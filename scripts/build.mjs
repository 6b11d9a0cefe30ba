// Builds what runs: `node scripts/build.mjs [cli|web]` (both without an argument). Output in dist/.
import { cpSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const home = fileURLToPath(new URL("..", import.meta.url));
const dist = join(home, "dist");

/** Registry packages stay outside the bundle; the project's own parts go in. */
function registryPackages() {
  const { dependencies } = JSON.parse(readFileSync(join(home, "packages/dateline/package.json"), "utf8"));
  const { dependencies: ofModel } = JSON.parse(readFileSync(join(home, "packages/model/package.json"), "utf8"));
  return Object.keys({ ...dependencies, ...ofModel }).filter((name) => !name.startsWith("@dateline/"));
}

async function buildCli() {
  const began = new Date();
  const common = { bundle: true, format: "esm", platform: "node", target: "node20.19", logLevel: "warning" };
  await build({
    ...common,
    entryPoints: {
      cli: join(home, "packages/dateline/src/cli/main.ts"),
      "read-worker": join(home, "packages/dateline/src/jobs/read-worker.ts"),
    },
    outdir: dist,
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks/[name]-[hash]",
    splitting: true,
    minifySyntax: true,
    external: registryPackages().flatMap((name) => [name, `${name}/*`]),
  });
  await buildResources(common);
  writeStamp("cli", began);
}

/** The stamp is of the moment the build began: a source that changed meanwhile makes it stale. */
function writeStamp(what, began) {
  const stamp = join(dist, `${what}.stamp`);
  writeFileSync(stamp, "");
  utimesSync(stamp, began, began);
}

/** Lexicons as one JSON, weights and gazetteer as bytes: what the bundle loads at start. */
async function buildResources(common) {
  const script = join(home, "packages/reader/.build/build-resources.mjs");
  await build({
    ...common,
    entryPoints: [join(home, "packages/reader/node/build-resources.ts")],
    outfile: script,
    packages: "external",
    define: { "import.meta.url": JSON.stringify(new URL("../packages/reader/node/load.ts", import.meta.url).href) },
  });
  const { buildResources: run } = await import(`file://${script}`);
  mkdirSync(join(dist, "reader"), { recursive: true });
  await run(join(dist, "reader"));
}

async function buildWeb() {
  const began = new Date();
  const { build: viteBuild } = await import("vite");
  await viteBuild({
    root: join(home, "packages/web"),
    logLevel: "warn",
    build: { outDir: join(dist, "web"), emptyOutDir: true },
  });
  writeStamp("web", began);
}

const only = process.argv[2];
// a whole build starts clean; a partial one leaves the chunks that a running server may still load
if (only === undefined) rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
if (only === undefined || only === "cli") await buildCli();
if (only === undefined || only === "web") await buildWeb();
if (only !== undefined && only !== "cli" && only !== "web")
  throw new Error(`nothing to build named ${only}: cli or web`);
cpSync(join(home, "packages/dateline/package.json"), join(dist, "package.json"));
