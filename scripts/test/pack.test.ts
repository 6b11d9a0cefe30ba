import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const skip = process.env.DATELINE_REQUIRE_ALL === undefined;
if (skip)
  console.log(
    "the test of the packed program is skipped: it installs from the registry; DATELINE_REQUIRE_ALL=1 runs it",
  );

test.skipIf(skip)(
  "the packed program installs in another folder and reads a report there",
  { timeout: 400_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), "dateline-pack-"));
    // the tests run on the built program: it is packed as it stands, without building it under their feet
    execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: root, stdio: "pipe" });
    const [tarball = ""] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
    writeFileSync(join(folder, "package.json"), "{}");
    writeFileSync(join(folder, "a.txt"), "Gunmen killed five villagers near Gao on 3 June 2020, the army said.\n");
    execFileSync("npm", ["install", "--no-audit", "--no-fund", `./${tarball}`], { cwd: folder, stdio: "pipe" });
    const out = execFileSync(join(folder, "node_modules/.bin/dateline"), ["read", "a.txt", "--json"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(JSON.parse(out).claims.length).toBeGreaterThan(0);
    const record = ["--record", join(folder, "record")];
    const added = execFileSync(join(folder, "node_modules/.bin/dateline"), ["add", "a.txt", ...record], {
      cwd: folder,
    });
    expect(String(added)).toContain("1 added");
  },
);
