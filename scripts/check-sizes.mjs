// No code file above 500 lines (data apart).
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));
const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx", "*.mjs", "*.cjs"], {
  cwd: home,
  encoding: "utf8",
})
  .split("\n")
  .filter(Boolean);
const long = files.map((file) => [file, lines(file)]).filter(([, count]) => count > 500);
for (const [file, count] of long) console.error(`${file}: ${count} lines; split it (500 is the end)`);
process.exit(long.length === 0 ? 0 : 1);

function lines(file) {
  try {
    return readFileSync(`${home}/${file}`, "utf8").split("\n").length;
  } catch {
    return 0; // listed by git, deleted in the working tree
  }
}
