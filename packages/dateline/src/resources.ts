import { join } from "node:path";
import { createReader, type Reader, type Resources } from "@dateline/reader";
import { hasBuiltResources, loadBuiltResources } from "@dateline/reader/built";
import { home } from "./home.ts";
import { withOwnLists } from "./own-lists.ts";

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
