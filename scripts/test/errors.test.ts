import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Thrown with a name put together at run time, or answered by the server without being thrown. */
const COMPOSED = ["report/not-found", "request/not-found", "request/foreign"];

function thrownCodes(): ReadonlySet<string> {
  const codes = new Set(COMPOSED);
  for (const part of ["model", "reader", "record", "codebooks", "dateline"]) {
    const src = join(root, "packages", part);
    for (const file of readdirSync(src, { recursive: true, encoding: "utf8" })) {
      if (!/^(src|node)\/.*\.ts$/.test(file)) continue;
      const text = readFileSync(join(src, file), "utf8");
      for (const [, code] of text.matchAll(/DatelineError\(\s*"([a-z/-]+)"/g)) if (code !== undefined) codes.add(code);
    }
  }
  return codes;
}

test("docs/errors.md lists every error code that is thrown, and no other", () => {
  const page = readFileSync(join(root, "docs/errors.md"), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  const documented = rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([a-z/-]+)`/g)].map(([, code]) => code),
  );
  expect([...documented].sort()).toEqual([...thrownCodes()].sort());
});
