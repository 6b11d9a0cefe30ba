import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Resources } from "../src/index.ts";
import { loadGazetteer } from "./gazetteer.ts";
import { cachedLexicons } from "./lexicons.ts";

const home: string = fileURLToPath(new URL("..", import.meta.url));

/** The reader's own lexicons, weights and gazetteer, read from this package's folder. */
export function loadResources(): Resources {
  const { lexicons, hash: rules } = cachedLexicons(join(home, "data"), join(home, ".build/lexicons.json"));
  const { weights, hash: model } = loadWeights(join(home, "weights"));
  return { lexicons, weights, gazetteer: loadGazetteer(join(home, ".build/gazetteer.bin")), hashes: { model, rules } };
}

/** Every `.bin` file below `dir` by its name without ending, and the SHA-256 over them. */
export function loadWeights(dir: string): { readonly weights: Record<string, Uint8Array>; readonly hash: string } {
  const hash = createHash("sha256");
  const weights: Record<string, Uint8Array> = {};
  for (const file of existsSync(dir) ? readdirSync(dir).sort() : []) {
    if (!file.endsWith(".bin")) continue;
    const bytes = readFileSync(join(dir, file));
    hash.update(file).update(bytes);
    weights[file.slice(0, -4)] = bytes;
  }
  return { weights, hash: hash.digest("hex") };
}
