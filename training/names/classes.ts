// Makes weights/names-classes.bin, classes of words from plain text: npx tsx training/names/classes.ts [--corpora DIR] [--out DIR]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createReader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";
import { runningWords } from "./running-text.ts";
import { wordClassesFile } from "./word-classes.ts";

const here: string = fileURLToPath(new URL(".", import.meta.url));
const { values: args } = parseArgs({
  options: {
    corpora: { type: "string", default: join(here, "../../../shared/corpora/train") },
    out: { type: "string", default: join(here, "../../packages/reader/weights") },
  },
});

const reader = createReader(loadResources());
const file = wordClassesFile(sentences());
writeFileSync(join(args.out, "names-classes.bin"), file);
console.log(`names-classes.bin: ${(file.length / 1e6).toFixed(2)} MB`);

/** Plain text as the reader's own tokens, digits counted as one. */
function* sentences(): Generator<readonly string[]> {
  for (const words of runningWords(args.corpora)) {
    const text = words.join(" ");
    if (text.trim() !== "") yield reader.analyse({ text }, "tokens").tokens.map((t) => t.text.replace(/\d/g, "0"));
  }
}
