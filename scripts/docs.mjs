// Writes docs/command-line.md from the program's own help; with --check only says whether it is still true.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));
const page = join(home, "docs/command-line.md");

function help(...args) {
  const { stdout, status, stderr } = spawnSync(join(home, "dateline"), [...args, "--help"], {
    encoding: "utf8",
    env: { ...process.env, COLUMNS: "100", NO_COLOR: "1" },
  });
  if (status !== 0) throw new Error(`dateline ${args.join(" ")} --help failed:\n${stderr}`);
  return stdout.trimEnd();
}

const main = help();
/** Names of the commands that a help text lists, its own `help` apart. */
function commandsIn(text) {
  const list = text.slice(text.indexOf("Commands:"));
  return text.includes("Commands:")
    ? [...list.matchAll(/^ {2}([a-z-]+)(?: |$)/gm)].map((m) => m[1]).filter((name) => name !== "help")
    : [];
}

function section(...names) {
  const text = help(...names);
  const own = `## dateline ${names.join(" ")}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
  return [own, ...commandsIn(text).flatMap((name) => section(...names, name))];
}

const sections = commandsIn(main).flatMap((name) => section(name));
const text = `# Command line\n\nMade from the program's help by \`node scripts/docs.mjs\`.\n\n\`\`\`text\n${main}\n\`\`\`\n\n${sections.join("\n")}`;

if (process.argv.includes("--check")) {
  const isTrue = existsSync(page) && readFileSync(page, "utf8") === text;
  if (!isTrue) console.error("docs/command-line.md is not what the program's help says: run node scripts/docs.mjs");
  process.exit(isTrue ? 0 : 1);
}
writeFileSync(page, text);
