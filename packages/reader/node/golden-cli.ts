// `npm run golden`: writes the golden files anew and names those that changed; look at the difference before you commit it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createReader } from "../src/index.ts";
import { freshGolden, goldenFiles } from "./golden-files.ts";
import { loadResources } from "./load.ts";

const reader = createReader(loadResources());
let changed = 0;
for (const file of goldenFiles()) {
  const fresh = freshGolden(reader, file);
  const before = existsSync(file.golden) ? readFileSync(file.golden, "utf8") : undefined;
  if (before === fresh) continue;
  writeFileSync(file.golden, fresh);
  console.log(`${before === undefined ? "new    " : "changed"} ${file.name}`);
  changed += 1;
}
console.log(
  changed === 0 ? "all golden files as they were" : `${changed} written; see git diff packages/reader/golden`,
);
