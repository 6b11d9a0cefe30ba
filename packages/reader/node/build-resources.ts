import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KEPT_WORDINGS, keptWordings, LISTS } from "../src/actors/kept-wordings.ts";
import type { Resources } from "../src/index.ts";
import { atlasRows, KEPT_KEYS, keptKeys } from "../src/place/atlas-keys.ts";
import { rowsOf } from "../src/resources.ts";
import { loadResources } from "./load.ts";

/** Writes the reader's resources into `out` in the form that {@link loadBuiltResources} reads without delay. */
export async function buildResources(out: string): Promise<void> {
  const resources = loadResources();
  const { weights, gazetteer, hashes } = resources;
  const names = Object.keys(weights).sort();
  const lexicons = withKeptKeys(resources);
  writeFileSync(join(out, "lexicons.json"), JSON.stringify({ hashes, weights: names, lexicons }));
  for (const name of names) writeFileSync(join(out, `${name}.bin`), weights[name] ?? new Uint8Array());
  if (gazetteer !== null) writeFileSync(join(out, "gazetteer.bin"), gazetteer);
  const notice = join(out, "../../packages/reader/weights/README.md");
  if (existsSync(notice)) copyFileSync(notice, join(out, "README.md"));
}

/** The lexicons with the keys of their names, which take longer to make than to read. */
function withKeptKeys(resources: Resources): Resources["lexicons"] {
  const rows = (table: string): readonly (readonly string[])[] => rowsOf(resources, table);
  return {
    ...resources.lexicons,
    [KEPT_KEYS]: keptKeys(atlasRows(rows)),
    [KEPT_WORDINGS]: keptWordings(LISTS.map((list) => rows(`actors/${list}`))),
  };
}
