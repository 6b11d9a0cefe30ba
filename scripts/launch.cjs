// Written for any Node: it must be able to say that the Node it runs on is too old.
"use strict";
var fs = require("fs");
var path = require("path");
var spawnSync = require("child_process").spawnSync;

var home = path.join(__dirname, "..");
var built = path.join(home, "dist", "cli.mjs");
var isCheckout = fs.existsSync(path.join(home, "packages"));

function stop(message) {
  process.stderr.write("dateline: " + message + "\n");
  process.exit(1);
}

function modified(file) {
  try {
    return fs.statSync(file).mtimeMs;
  } catch (_) {
    return 0;
  }
}

/** Whether any file below `dir` is newer than `since`. */
function hasNewer(dir, since) {
  var entries;
  try {
    entries = fs.readdirSync(dir, { withFileTypes: true });
  } catch (_) {
    return false;
  }
  return entries.some((entry) => {
    var file = path.join(dir, entry.name);
    return entry.isDirectory() ? hasNewer(file, since) : modified(file) > since;
  });
}

function checkNode() {
  var parts = process.versions.node.split(".").map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return;
  stop("Node " + process.versions.node + " is too old; install Node 20.19 or later, then run this again");
}

function install() {
  var lock = path.join(home, "package-lock.json");
  var installed = path.join(home, "node_modules", ".package-lock.json");
  if (modified(installed) >= modified(lock)) return;
  process.stderr.write("dateline: installing what it needs (once; under a minute on most lines) …\n");
  var npm = process.platform === "win32" ? "npm.cmd" : "npm";
  var began = Date.now();
  var run = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: home,
    stdio: ["ignore", "ignore", "pipe"],
    shell: process.platform === "win32",
  });
  if (run.status !== 0) {
    var reason = run.error ? run.error.message : String(run.stderr).trim().split("\n").slice(0, 6).join("\n  ");
    stop(
      "could not install its packages.\n  " +
        reason +
        "\n  If the package registry is out of reach, connect (or set `npm config set registry URL`) and run this again.",
    );
  }
  fs.utimesSync(installed, new Date(), new Date());
  process.stderr.write("dateline: installed in " + Math.round((Date.now() - began) / 1000) + " s\n");
}

/** What the build complained of; empty where it went well. */
function build(what) {
  process.stderr.write("dateline: building " + what + " …\n");
  var run = spawnSync(process.execPath, [path.join(home, "scripts", "build.mjs"), what], {
    cwd: home,
    stdio: ["ignore", "ignore", "pipe"],
  });
  return run.status === 0 ? "" : String(run.stderr).trim() || "no reason given";
}

/** Does `work` while no other start of Dateline does; waits for one that is at it, but not for one that died. */
function alone(work) {
  var lock = path.join(home, "dist", ".building");
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (var waited = 0; ; waited += 100) {
    try {
      fs.closeSync(fs.openSync(lock, "wx"));
      break;
    } catch (_) {
      if (waited > 120000 || Date.now() - modified(lock) > 120000) fs.rmSync(lock, { force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/** Source folders whose change makes a built part stale. */
var sources = {
  cli: [
    "model/src",
    "reader/src",
    "reader/node",
    "reader/data",
    "reader/weights",
    "record/src",
    "codebooks",
    "dateline/src",
  ],
  web: ["model/src", "record/src", "codebooks/src", "web"],
};

function isStale(what) {
  var since = modified(path.join(home, "dist", what + ".stamp"));
  if (since === 0) return true;
  return sources[what].some((dir) => hasNewer(path.join(home, "packages", dir), since));
}

function buildIfStale(what) {
  if (!isStale(what)) return;
  var fault = "";
  alone(() => {
    if (isStale(what)) fault = build(what);
  });
  if (fault !== "") stop("the build of " + what + " failed:\n" + fault);
}

checkNode();
if (isCheckout) {
  install();
  buildIfStale("cli");
  if (process.argv[2] === "serve") buildIfStale("web");
}
require("./start.cjs")(built, stop);
