// `npm run dev`: the server over .dateline/ (or the record named), started anew when its sources change, and the web
// application with hot reload. Open the address that Vite prints.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));
const record = process.argv[2] ?? join(home, ".dateline");
const quiet = { cwd: home, stdio: ["ignore", "ignore", "inherit"] };

let server;
function startServer() {
  server = spawn(join(home, "dateline"), ["serve", "--record", record, "--port", "4730"], quiet);
}

let timer;
function restartSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    server.once("close", startServer);
    server.kill("SIGTERM");
  }, 200);
}

startServer();
for (const part of ["model", "reader", "record", "codebooks", "dateline"]) {
  watch(join(home, "packages", part), { recursive: true }, (_, file) => {
    if (file !== null && /\.(ts|tsv|ya?ml|bin)$/.test(file) && !file.startsWith("test") && !file.startsWith(".build"))
      restartSoon();
  });
}
const vite = spawn(join(home, "node_modules/.bin/vite"), { cwd: join(home, "packages/web"), stdio: "inherit" });

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.kill("SIGTERM");
    vite.kill("SIGTERM");
    process.exit(0);
  });
}
