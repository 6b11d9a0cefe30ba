// Names on the project's own test reports and on the measuring sets, ours beside compromise in the same run:
//   npx tsx bench/names.ts [SHARED_DIR]
// The weights have learned from wikigold, re3d, UNER and GUM: for those sets see the cross-validation in docs/names.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { NameKind } from "@dateline/model";
import { createReader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";
import nlp from "compromise";

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

interface Report {
  readonly text: string;
  readonly gold: {
    readonly names: readonly Marked[];
    readonly collapse?: Readonly<Record<string, string | null>>;
    readonly ignore?: readonly { readonly start: number; readonly end: number }[];
  };
}

type Finder = (text: string) => readonly Marked[];

const root = fileURLToPath(new URL("..", import.meta.url));
const measure = join(process.argv[2] ?? join(root, "../shared"), "corpora/measure");
const reader = createReader(loadResources());
const KINDS = ["person", "location", "organization"] as const;

const ours: Finder = (text) => reader.analyse({ text }, "names").names;

interface Found {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
}

/** compromise's people, places and organizations; punctuation at the edges is cut off, which its offsets take in. */
const peer: Finder = (text) => {
  const doc = nlp(text);
  const lists = [doc.people(), doc.places(), doc.organizations()];
  return lists.flatMap((list, k) =>
    (list.json({ offset: true }) as readonly Found[]).map(({ offset }) => trimmed(text, offset, KINDS[k] ?? "person")),
  );
};

function trimmed(text: string, { start, length }: Found["offset"], kind: NameKind): Marked {
  const words = text.slice(start, start + length);
  const front = /^[^\p{L}\d]*/u.exec(words)?.[0].length ?? 0;
  const back = /(?:['’]s)?[^\p{L}\d]*$/u.exec(words)?.[0].length ?? 0;
  return { start: start + front, end: Math.max(start + front, start + length - back), kind };
}

interface Count {
  right: number;
  gold: number;
  read: number;
}

/** Exact span and kind over persons, places and organizations. */
function count({ gold }: Report, names: readonly Marked[], into: Map<string, Count>): void {
  const place = (n: { readonly start: number; readonly end: number }): string => `${n.start} ${n.end}`;
  const marked = new Map(gold.names.map((n) => [place(n), n.kind]));
  const read = names
    .map((n) => ({ ...n, kind: gold.collapse && n.kind in gold.collapse ? gold.collapse[n.kind] : n.kind }))
    .filter((n) => marked.has(place(n)) || !gold.ignore?.some((x) => x.start < n.end && n.start < x.end));
  for (const kind of KINDS) {
    const sum = into.get(kind) ?? { right: 0, gold: 0, read: 0 };
    const same = read.filter((n) => n.kind === kind);
    sum.gold += gold.names.filter((n) => n.kind === kind).length;
    sum.read += same.length;
    sum.right += same.filter((n) => marked.get(place(n)) === kind).length;
    into.set(kind, sum);
  }
}

const f1 = ({ right, gold, read }: Count): string =>
  gold + read === 0 ? "-" : ((200 * right) / (gold + read)).toFixed(1);

function row(set: string, name: string, find: Finder, reports: readonly Report[]): string {
  const counts = new Map<string, Count>();
  const began = process.cpuUsage().user;
  for (const report of reports) count(report, find(report.text), counts);
  const words = reports.reduce((n, r) => n + r.text.split(/\s+/).length, 0);
  const speed = words / ((process.cpuUsage().user - began) / 1e6);
  const all = { right: 0, gold: 0, read: 0 };
  for (const c of counts.values()) for (const k of ["right", "gold", "read"] as const) all[k] += c[k];
  const kinds = KINDS.map((k) => f1(counts.get(k) ?? all)).join(" | ");
  return `| ${set} | ${name} | ${f1(all)} | ${kinds} | ${Math.round(speed)} |`;
}

const SHORT: Readonly<Record<string, NameKind>> = {
  p: "person",
  o: "organization",
  l: "location",
  f: "location",
  g: "group",
  e: "event",
  x: "other",
};

function ownReports(): readonly Report[] {
  const dir = join(root, "training/names/data/test");
  const blocks = readdirSync(dir).flatMap((f) => readFileSync(join(dir, f), "utf8").split(/\n\s*\n/));
  return blocks.filter((b) => !b.startsWith("#")).map(readMarks);
}

function readMarks(marked: string): Report {
  const names: Marked[] = [];
  let text = "";
  let at = 0;
  for (const { index, 0: whole, 1: words = "", 2: kind = "" } of marked.matchAll(/\[([^[\]]+)\]\{(\w)\}/g)) {
    text += marked.slice(at, index);
    names.push({ start: text.length, end: text.length + words.length, kind: SHORT[kind] ?? "other" });
    text += words;
    at = index + whole.length;
  }
  return { text: text + marked.slice(at), gold: { names, collapse: { facility: "location" } } };
}

/** The text in capitals, as long as it was. */
function upperCased(text: string): string {
  return [...text].map((c) => (c.toUpperCase().length === c.length ? c.toUpperCase() : c)).join("");
}

function measured(set: string): readonly Report[] {
  const file = join(measure, `names-${set}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as Report);
}

const sets: readonly (readonly [string, readonly Report[]])[] = [
  ["own test reports", ownReports()],
  ["own test reports, IN CAPITALS", ownReports().map((r) => ({ ...r, text: upperCased(r.text) }))],
  ...["re3d", "wikigold", "uner-ewt", "gum"].map((s) => [`${s} (learned from)`, measured(s)] as const),
];
const lines = sets
  .filter(([, reports]) => reports.length > 0)
  .flatMap(([set, reports]) => [row(set, "Dateline", ours, reports), row(set, "compromise", peer, reports)]);
const table = [
  "| set | finder | F1 | persons | places | organizations | words a second of CPU |",
  "| --- | --- | --- | --- | --- | --- | --- |",
  ...lines,
].join("\n");
console.log(table);
mkdirSync(join(root, "bench/results"), { recursive: true });
writeFileSync(
  join(root, "bench/results/names.md"),
  `# Names\n\nF1 of exact span and kind over persons, places and organizations, made by \`npx tsx bench/names.ts\`. The speed is that of the whole
way from text to names (tokens, sentences, tags, parse before them). The weights have learned from the sets so marked: what the model
does on texts of theirs that it has not seen is in docs/names.md (cross-validation).\n\n${table}\n`,
);
