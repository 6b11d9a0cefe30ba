// A gazetteer of millions of rows, imported and looked up in: npx tsx bench/gazetteer.ts [ROWS] [FOLDER]
// The dump is made up (fixed seed) in the form of GeoNames' allCountries.txt, with as many rows as that has.
// The results go into bench/results/gazetteer.md.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openGazetteerFile } from "@dateline/reader/gazetteer-file";

const root = fileURLToPath(new URL("..", import.meta.url));
const rows = Number(process.argv[2] ?? 13_000_000);
const folder = process.argv[3] ?? join(tmpdir(), "dateline-bench-gazetteer");
mkdirSync(folder, { recursive: true });
const dump = join(folder, `made-up-${rows}.txt`);

/** The same numbers each time (mulberry32). */
function numbers(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = numbers(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const ONSETS = "b d f g h j k l m n p q r s t v w y z kh gh dh sh ch br kr tr st".split(" ");
const VOWELS = "a e i o u a i ou aa é è ü ö ā ī".split(" ");
const ENDS = ["", "", "", "n", "r", "l", "m", "s", "t", "k", "h"];
const FIRST = ["", "", "", "", "", "Al ", "Bir ", "Tall ", "San ", "Mount ", "New ", "Kafr ", "Oued ", "Nizhny "];
const KINDS = "P P P P P H H S S T L A".split(" ");
const CODES: Readonly<Record<string, string>> = { P: "PPL", H: "STM", S: "FRM", T: "MT", L: "AREA", A: "ADM3" };
const COUNTRIES = "US CN IN NO MX ID RU TH IR PK ML SY IQ YE UA DE BR FR CO AF NG SD".split(" ");

function madeUpName(): string {
  let name = "";
  const syllables = 2 + Math.floor(next() * 3);
  for (let i = 0; i < syllables; i++) name += pick(ONSETS) + pick(VOWELS) + (next() < 0.5 ? pick(ENDS) : "");
  return pick(FIRST) + name.charAt(0).toUpperCase() + name.slice(1);
}

const plain = (name: string): string => name.normalize("NFKD").replace(/\p{M}/gu, "");

function row(id: number): string {
  const name = madeUpName();
  const kind = pick(KINDS);
  const country = pick(COUNTRIES);
  const others = Array.from({ length: Math.floor(next() * 3) }, madeUpName).join(",");
  const people = kind === "P" && next() < 0.2 ? Math.floor(10 ** (2 + 4 * next() * next())) : 0;
  const [lat, lon] = [(next() * 130 - 55).toFixed(5), (next() * 360 - 180).toFixed(5)];
  const [first, second] = [Math.floor(next() * 30), Math.floor(next() * 300)];
  const code = CODES[kind] ?? "";
  return `${id}\t${name}\t${plain(name)}\t${others}\t${lat}\t${lon}\t${kind}\t${code}\t${country}\t\t${first}\t${second}\t\t\t${people}\t\t200\tEtc/UTC\t2024-01-01\n`;
}

async function make(path: string, line: (i: number) => string, count: number): Promise<void> {
  if (existsSync(path)) return;
  const out = createWriteStream(`${path}.half`);
  for (let i = 1; i <= count; ) {
    let text = "";
    for (const stop = Math.min(count, i + 9999); i <= stop; i++) text += line(i);
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  renameSync(`${path}.half`, path);
}

/** Peak memory of a process so far, MB; 0 when it is gone. */
function peakOf(child: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

interface Run {
  readonly seconds: number;
  readonly peak: number;
}

/** Runs an import; ended after `killAfter` seconds where that is told. */
async function importing(args: readonly string[], killAfter?: number): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, "dist/cli.mjs"), "gazetteer", "import", ...args], {
    stdio: ["ignore", "ignore", process.stderr.isTTY ? "inherit" : "ignore"],
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child));
  }, 100);
  const kill = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter * 1000);
  const [code] = (await once(child, "exit")) as [number | null];
  clearInterval(watch);
  clearTimeout(kill);
  if (code !== 0 && killAfter === undefined) throw new Error(`the import ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, peak };
}

/** Microseconds a look-up takes at the median and at 99 of 100. */
function lookUps(path: string, names: readonly string[], find: "find" | "findLoose"): readonly [number, number] {
  const gazetteer = openGazetteerFile(path);
  const times: number[] = [];
  for (const name of names) {
    const began = performance.now();
    gazetteer[find](name);
    times.push((performance.now() - began) * 1000);
  }
  times.sort((x, y) => x - y);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return [at(0.5), at(0.99)];
}

// the launcher builds what it starts where that is older than its sources
execFileSync(join(root, "dateline"), ["--version"]);
await make(dump, row, rows);
const lines = ["| what | seconds | peak memory, MB | input, MB | index, MB |", "| --- | --- | --- | --- | --- |"];
const tell = (what: string, { seconds, peak }: Run, inputs: readonly string[], index: string): void => {
  const read = inputs.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
  const cells = [what, seconds.toFixed(0), peak.toFixed(0), read.toFixed(0), (statSync(index).size / 1e6).toFixed(0)];
  lines.push(`| ${cells.join(" | ")} |`);
};
const count = (n: number): string => n.toLocaleString("en");

const index = join(folder, "all.gazetteer");
tell(`${count(rows)} rows`, await importing([dump, "--out", index]), [dump], index);

const tenth = Math.ceil(rows / 10);
const part = join(folder, `made-up-${tenth}.txt`);
await make(part, row, tenth);
const whole = join(folder, "tenth.gazetteer");
const once10 = await importing([part, "--out", whole]);
tell(`${count(tenth)} rows`, once10, [part], whole);

const again = join(folder, "again.gazetteer");
const killed: Run[] = [];
for (const share of [0.2, 0.5, 0.7]) {
  if (!existsSync(again)) killed.push(await importing([part, "--out", again], once10.seconds * share));
}
const ended = killed.length - (existsSync(again) ? 1 : 0);
if (!existsSync(again)) killed.push(await importing([part, "--out", again]));
const sum = { seconds: killed.reduce((n, r) => n + r.seconds, 0), peak: Math.max(...killed.map((r) => r.peak)) };
const isSame = readFileSync(whole).equals(readFileSync(again));
tell(
  `the same, killed ${ended} times and gone on with: the index is ${isSame ? "the same to the byte" : "ANOTHER"}`,
  sum,
  [part],
  again,
);

const alternates = join(folder, `made-up-names-${tenth}.txt`);
await make(
  alternates,
  (i) => `${i}\t${1 + Math.floor(next() * tenth)}\ten\t${madeUpName()}\t${next() < 0.1 ? 1 : ""}\t\t\t\n`,
  tenth,
);
const joined = join(folder, "joined.gazetteer");
const joinedRun = await importing([part, "--alternate-names", alternates, "--out", joined]);
tell(`${count(tenth)} rows with as many alternate names`, joinedRun, [part, alternates], joined);
for (const path of [whole, again, joined]) rmSync(path);

/** Names of the dump from places all over it: as written, with accents taken off, with articles and letters changed. */
function namesOfDump(): { readonly written: string[]; readonly bare: string[]; readonly other: string[] } {
  const size = statSync(dump).size;
  const fd = openSync(dump, "r");
  const block = Buffer.alloc(4096);
  const written: string[] = [];
  while (written.length < 20_000) {
    const read = readSync(fd, block, 0, block.length, Math.floor(next() * Math.max(1, size - block.length)));
    const whole = block.toString("utf8", 0, read).split("\n").slice(1, -1);
    for (const line of whole) written.push(line.split("\t")[1] ?? "");
  }
  closeSync(fd);
  const other = written.map((n) => plain(n).replace(/^Al /, "").replaceAll("kh", "q").replaceAll("aa", "a"));
  return { written, bare: written.map((n) => plain(n).toUpperCase()), other };
}

const { written, bare, other } = namesOfDump();
const unknown = Array.from({ length: 20_000 }, () => `${madeUpName()} ${madeUpName()}`);
const table = [
  "| look-up of 20,000 names | first time: median, µs | again: median, µs | 99 of 100, µs |",
  "| --- | --- | --- | --- |",
];
for (const [what, names, find] of [
  ["as written in the dump", written, "find"],
  ["in capitals without accents", bare, "find"],
  ["in another transliteration", other, "findLoose"],
  ["that nothing knows", unknown, "find"],
] as const) {
  const [first] = lookUps(index, names, find);
  const [median, late] = lookUps(index, names, find);
  table.push(`| ${what} | ${first.toFixed(1)} | ${median.toFixed(1)} | ${late.toFixed(1)} |`);
}
const text = [...lines, "", ...table].join("\n");
console.log(text);
writeFileSync(
  join(root, "bench/results/gazetteer.md"),
  `# Gazetteer\n\nA made-up dump in the form of GeoNames' allCountries.txt with as many rows, imported and looked up in by\n\`npx tsx bench/gazetteer.ts\` (${cpus().length} processors, ${cpus()[0]?.model ?? "unknown"}; Node ${process.version}; load average ${loadavg()[0]?.toFixed(0)} at the end).\nLook-ups go to the file, of which nothing is held in memory but its head; the first time it comes from the disk, so far as the system has not kept it.\n\n${text}\n`,
);
