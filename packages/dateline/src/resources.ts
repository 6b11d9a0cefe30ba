import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createReader, type Reader, type Resources } from "@dateline/reader";
import { hasBuiltResources, loadBuiltResources } from "@dateline/reader/built";
import { withOwnLists } from "./own-lists.ts";

/** The folder of the built program (`dist/`): this file is bundled into it or into a chunk below it. */
export const home: string = builtHome();

function builtHome(): string {
  const here = fileURLToPath(new URL(".", import.meta.url));
  for (const folder of [here, join(here, ".."), join(here, "../../../dist")]) {
    if (existsSync(join(folder, "cli.stamp"))) return folder;
  }
  return here;
}

/** Lexicons, weights and gazetteer of this build, with the user's own lists. */
export function resources(): Resources {
  const folder = join(home, "reader");
  if (!hasBuiltResources(folder)) {
    throw new Error(`no built lexicons and weights in ${folder}; run: node scripts/build.mjs cli`);
  }
  return withOwnLists(loadBuiltResources(folder));
}

let kept: Reader | undefined;

/** The reader of this process: made once, since that takes longer than reading a report. */
export function reader(): Reader {
  kept ??= createReader(resources());
  return kept;
}
