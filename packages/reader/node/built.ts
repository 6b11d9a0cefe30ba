import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Resources } from "../src/index.ts";

interface Compiled {
  readonly hashes: Resources["hashes"];
  readonly weights: readonly string[];
  readonly lexicons: Resources["lexicons"];
}

/** Whether `dir` holds built resources. */
export function hasBuiltResources(dir: string): boolean {
  return existsSync(join(dir, "lexicons.json"));
}

/** The resources that a build wrote into `dir`. Throws where a file is missing or damaged. */
export function loadBuiltResources(dir: string): Resources {
  const { hashes, weights, lexicons } = JSON.parse(readFileSync(join(dir, "lexicons.json"), "utf8")) as Compiled;
  const gazetteer = join(dir, "gazetteer.bin");
  return {
    lexicons,
    hashes,
    weights: Object.fromEntries(weights.map((name) => [name, readFileSync(join(dir, `${name}.bin`))])),
    gazetteer: existsSync(gazetteer) ? readFileSync(gazetteer) : null,
  };
}
