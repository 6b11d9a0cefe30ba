import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadResources } from "./load.ts";

/** Writes the reader's resources into `out` in the form that {@link loadBuiltResources} reads without delay. */
export async function buildResources(out: string): Promise<void> {
  const { lexicons, weights, gazetteer, hashes } = loadResources();
  const names = Object.keys(weights).sort();
  writeFileSync(join(out, "lexicons.json"), JSON.stringify({ hashes, weights: names, lexicons }));
  for (const name of names) writeFileSync(join(out, `${name}.bin`), weights[name] ?? new Uint8Array());
  if (gazetteer !== null) writeFileSync(join(out, "gazetteer.bin"), gazetteer);
  const notice = join(out, "../../packages/reader/weights/README.md");
  if (existsSync(notice)) copyFileSync(notice, join(out, "README.md"));
}
