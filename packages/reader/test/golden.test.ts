import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { freshGolden, goldenFiles } from "../node/golden-files.ts";
import { loadResources } from "../node/load.ts";
import { createReader } from "../src/index.ts";

const reader = createReader(loadResources());

test.each(goldenFiles().map((file) => [file.name, file] as const))("%s reads as its golden file says", (_, file) => {
  expect(existsSync(file.golden), "no golden file yet: npm run golden").toBe(true);
  expect(freshGolden(reader, file)).toBe(readFileSync(file.golden, "utf8"));
});
