// Actors against the marked reports and GUM: tsx bench/actors.ts [GOLD_DIR] [GUM_DIR] [--misses N] [--write FILE]
// Coverage: marked agents, targets and sources whose entity some read entity matches (the rule of score-claims.mjs).
// Purity: read entities whose names and noun phrases belong to one marked entity only. CoNLL: MUC, B3 and CEAF-e by head words.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Entity } from "@dateline/model";
import { createActorOf, createReader, type Doc } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";

interface GoldEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly mentions: readonly string[];
}
interface GoldClaim {
  readonly agents: readonly string[];
  readonly targets: readonly string[];
  readonly sources: readonly string[];
}
interface GoldReport {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly entities: readonly GoldEntity[];
  readonly claims: readonly GoldClaim[];
}

const args = process.argv.slice(2);
const optionOf = (flag: string): string | undefined => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
const places = args.filter((a, i) => !a.startsWith("--") && !(args[i - 1] ?? "").startsWith("--"));
const goldDir = places[0] ?? "../shared/gold";
const gumDir = places[1] ?? "../shared/corpora/train/gum";
const misses = Number(optionOf("--misses") ?? 0);
const resources = loadResources();
const reader = createReader(resources);

const norm = (s: string): string =>
  s
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[’']s\b/g, "")
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/\b(the|a|an|of|its|their|his|her|our|some|other)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const holds = (a: string, b: string): boolean => a === b || (` ${a} `.includes(` ${b} `) && b.length > 3);
const wordings = (e: Entity, text: string): readonly string[] =>
  [e.name, ...e.mentions.filter((m) => m.form !== "pronoun").map((m) => text.slice(m.start, m.end))]
    .map(norm)
    .filter((w) => w !== "");

function goldFigures(): readonly string[] {
  const count = { slots: 0, covered: 0, entities: 0, pure: 0, kinds: 0, kindsRight: 0 };
  const missed: string[] = [];
  for (const file of readdirSync(goldDir)
    .filter((f) => f.endsWith(".json"))
    .sort()) {
    const gold = JSON.parse(readFileSync(join(goldDir, file), "utf8")) as GoldReport;
    const doc = reader.analyse({ text: gold.text, published: gold.published }, "actors");
    const read = doc.entities.map((e) => ({ e, own: wordings(e, doc.text) }));
    const told = gold.entities.map((g) => ({ g, words: g.mentions.map(norm).filter((w) => w !== "") }));
    const bestFor = (words: readonly string[]): (typeof read)[number] | undefined =>
      read.find(({ own }) => own.some((o) => o === words[0])) ??
      read.find(({ own }) => own.some((o) => words.includes(o))) ??
      read.find(({ own }) => own.some((o) => words.some((w) => holds(o, w) || holds(w, o))));
    const found = new Map(told.map(({ g, words }) => [g.id, bestFor(words)]));
    const noted = new Set<string>();
    for (const claim of gold.claims)
      for (const id of [...claim.agents, ...claim.targets, ...claim.sources]) {
        count.slots++;
        const hit = found.get(id);
        if (hit !== undefined) count.covered++;
        else if (!noted.has(id))
          missed.push(`MISSED ${gold.id}: ${gold.entities.find((g) => g.id === id)?.mentions.join(" | ")}`);
        noted.add(id);
        if (hit !== undefined) count.kinds++;
        const want = gold.entities.find((g) => g.id === id);
        if (hit !== undefined && hit.e.kind !== want?.kind)
          missed.push(`KIND ${want?.kind} read ${hit.e.kind}: ${want?.name}`);
        if (hit?.e.kind === gold.entities.find((g) => g.id === id)?.kind) count.kindsRight++;
      }
    for (const { e, own } of read) {
      const of = new Set(own.flatMap((o) => told.find(({ words }) => words.includes(o))?.g.id ?? []));
      if (of.size === 0) continue;
      count.entities++;
      if (of.size === 1) count.pure++;
      else missed.push(`MIXED ${gold.id}: ${e.name}: ${[...of].join(", ")}: ${[...new Set(own)].join(" | ")}`);
    }
  }
  for (const m of missed.slice(0, misses)) console.log(m);
  return [
    `| agents, targets and sources with an entity | ${percent(count.covered, count.slots)} (${count.covered} of ${count.slots}) |`,
    `| read entities of one marked entity only | ${percent(count.pure, count.entities)} (${count.pure} of ${count.entities}) |`,
    `| kind as marked, of those with an entity | ${percent(count.kindsRight, count.kinds)} |`,
  ];
}

const percent = (a: number, b: number): string => `${((100 * a) / Math.max(1, b)).toFixed(1)} %`;

// --- GUM: coreference of persons and organizations by head words ---

interface GumReport {
  readonly text: string;
  /** Sets of head offsets, one a marked entity. */
  readonly chains: readonly ReadonlySet<number>[];
  /** Heads of mentions of other types (places, things): a reading may or may not have them. */
  readonly others: ReadonlySet<number>;
}

const TYPES = new Set(["person", "organization"]);

/** The text of a CoNLL-U file and its person and organization chains, mentions as the offset of their head word. */
function gumReport(file: string): GumReport {
  let text = "";
  const chains = new Map<string, Set<number>>();
  const others = new Set<number>();
  const open: { readonly id: string; readonly type: string; readonly from: number }[] = [];
  for (const block of readFileSync(file, "utf8").split(/\n\n+/)) {
    const rows = block
      .split("\n")
      .filter((l) => /^\d+\t/.test(l))
      .map((l) => l.split("\t"));
    if (/# newpar/.test(block) && text !== "") text = `${text.trimEnd()}\n\n`;
    const starts: number[] = [];
    const covered = new Map<number, string>();
    for (const l of block.split("\n")) {
      const range = /^(\d+)-(\d+)\t([^\t]*)/.exec(l);
      if (range !== null)
        covered.set(
          Number(range[1]),
          l.split("\t")[9]?.includes("SpaceAfter=No") ? `${range[3]}\u0001` : (range[3] ?? ""),
        );
    }
    rows.forEach((cols, i) => {
      const whole = covered.get(i + 1);
      starts.push(text.length);
      const spaced = whole === undefined ? !(cols[9] ?? "").includes("SpaceAfter=No") : true;
      const isFirst = whole !== undefined;
      const inRange = [...block.matchAll(/^(\d+)-(\d+)\t([^\n]*)/gm)].find(
        (m) => Number(m[1]) <= i + 1 && i + 1 <= Number(m[2]),
      );
      text += cols[1] ?? "";
      const lastInRange = inRange === undefined || Number(inRange[2]) === i + 1;
      const noSpace =
        inRange === undefined ? !spaced : lastInRange ? (inRange[3] ?? "").includes("SpaceAfter=No") : true;
      if (!noSpace) text += " ";
      void isFirst;
    });
    const close = (id: string, last: number): void => {
      const at = open.findLastIndex((o) => o.id === id);
      const mention = open[at];
      if (mention === undefined) return;
      open.splice(at, 1);
      const head = headOf(rows, mention.from, last);
      if (!TYPES.has(mention.type)) {
        others.add(starts[head] ?? 0);
        return;
      }
      const set = chains.get(id) ?? new Set<number>();
      set.add(starts[head] ?? 0);
      chains.set(id, set);
    };
    rows.forEach((cols, i) => {
      const value = /Entity=([^|]*)/.exec(cols[9] ?? "")?.[1] ?? "";
      for (const part of value.matchAll(/\((\d+)(?:\[[^\]]*\])?-(\w+)[^()]*|(\d+)(?:\[[^\]]*\])?\)|\)/g)) {
        if (part[1] !== undefined) open.push({ id: part[1], type: part[2] ?? "", from: i });
        else if (part[3] !== undefined) close(part[3], i);
        else {
          const last = open.at(-1);
          if (last !== undefined) close(last.id, i);
        }
      }
    });
  }
  const heads = new Set([...chains.values()].flatMap((c) => [...c]));
  return {
    text: text.trimEnd(),
    chains: [...chains.values()],
    others: new Set([...others].filter((h) => !heads.has(h))),
  };
}

function headOf(rows: readonly (readonly string[])[], from: number, to: number): number {
  for (let i = from; i <= to; i++) {
    const head = Number(rows[i]?.[6] ?? 0) - 1;
    if (head < from || head > to) return i;
  }
  return from;
}

/** Read chains by the offsets of their mentions' head words; relative pronouns and adjectives are no mentions in GUM, a title and a name are one. */
function readChains(doc: Doc, wanted: ReadonlySet<number>): readonly ReadonlySet<number>[] {
  const starts = new Map(doc.tokens.map((t) => [t.start, t.i]));
  return doc.entities.map((e) => {
    const names = new Map(e.mentions.filter((m) => m.form === "name").map((m) => [m.start, m]));
    const heads = e.mentions.flatMap((m) => {
      const words = doc.text.slice(m.start, m.end).toLowerCase();
      if (m.form === "pronoun" && /^(?:who|whom|whose|which|that)$/.test(words)) return [];
      const name = names.get(m.end + 1);
      if (m.form === "nominal" && name !== undefined) {
        const held = doc.tokens.find((t) => wanted.has(t.start) && t.start >= m.start && t.end <= name.end);
        return held === undefined || held.start >= name.start ? [] : [held.start];
      }
      const from = starts.get(m.start);
      if (from === undefined) return [];
      let to = from;
      while ((doc.tokens[to]?.end ?? Number.POSITIVE_INFINITY) < m.end) to++;
      for (let i = from; i <= to; i++) {
        const t = doc.tokens[i];
        if (t !== undefined && (t.head < from || t.head > to) && t.upos !== "PUNCT" && t.upos !== "DET")
          return t.deprel === "amod" ? [] : [t.start];
      }
      return [];
    });
    return new Set(heads);
  });
}

type Chains = readonly ReadonlySet<number>[];

const f1 = (p: number, r: number): number => (p + r === 0 ? 0 : (200 * p * r) / (p + r));

function muc(a: Chains, b: Chains): readonly [number, number] {
  const of = ownerOf(b);
  let found = 0;
  let all = 0;
  for (const chain of a) {
    const parts = new Set([...chain].map((m) => of.get(m) ?? -1 - m));
    found += chain.size - parts.size;
    all += chain.size - 1;
  }
  return [found, all];
}

function bCubed(a: Chains, b: Chains): readonly [number, number] {
  const of = ownerOf(b);
  let sum = 0;
  let all = 0;
  for (const chain of a)
    for (const m of chain) {
      all++;
      const other = b[of.get(m) ?? -1];
      if (other !== undefined) sum += [...chain].filter((x) => other.has(x)).length / chain.size;
    }
  return [sum, all];
}

/** Greedy alignment of chains by phi4, close to the optimal one. */
function ceafe(a: Chains, b: Chains): number {
  const of = ownerOf(b);
  const pairs: (readonly [number, number, number])[] = [];
  a.forEach((chain, i) => {
    const counts = new Map<number, number>();
    for (const m of chain) {
      const j = of.get(m);
      if (j !== undefined) counts.set(j, (counts.get(j) ?? 0) + 1);
    }
    for (const [j, n] of counts) pairs.push([(2 * n) / (chain.size + (b[j]?.size ?? 0)), i, j]);
  });
  pairs.sort((x, y) => y[0] - x[0]);
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  let sum = 0;
  for (const [s, i, j] of pairs) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    sum += s;
  }
  return sum;
}

function ownerOf(chains: Chains): ReadonlyMap<number, number> {
  return new Map(chains.flatMap((chain, i) => [...chain].map((m) => [m, i] as const)));
}

/** Where a marked chain is broken or a read one mixes chains, by words. */
function showChains(text: string, gold: Chains, read: Chains): void {
  const word = (at: number): string => /^[^\s,.;:()“”"]+/.exec(text.slice(at))?.[0] ?? "";
  const show = (chain: ReadonlySet<number>, of: ReadonlyMap<number, number>): string =>
    [...chain]
      .sort((x, y) => x - y)
      .map((m) => `${word(m)}:${of.get(m) ?? "-"}`)
      .join(" ");
  const readOf = ownerOf(read);
  const goldOf = ownerOf(gold);
  for (const chain of gold)
    if (new Set([...chain].map((m) => readOf.get(m) ?? -1)).size > 1) console.log(`  gold ${show(chain, readOf)}`);
  for (const chain of read)
    if (new Set([...chain].map((m) => goldOf.get(m) ?? -1)).size > 1) console.log(`  read ${show(chain, goldOf)}`);
  console.log("  ---");
}

function gumFigures(): readonly string[] {
  const files = ["dev", "train"].flatMap((part) =>
    readdirSync(join(gumDir, part))
      .filter((f) => f.startsWith("GUM_news"))
      .map((f) => join(gumDir, part, f)),
  );
  const sums = { mucP: [0, 0], mucR: [0, 0], bP: [0, 0], bR: [0, 0], ceaf: 0, read: 0, gold: 0, mentions: [0, 0, 0] };
  const add = (to: number[], [a, b]: readonly [number, number]): void => {
    to[0] = (to[0] ?? 0) + a;
    to[1] = (to[1] ?? 0) + b;
  };
  for (const file of files) {
    const { text, chains: all, others } = gumReport(file);
    const doc = reader.analyse({ text }, "actors");
    const marked = new Set(all.flatMap((c) => [...c]));
    const every = readChains(doc, marked).map((chain) => new Set([...chain].filter((h) => !others.has(h))));
    const goldHeads = new Set(all.flatMap((c) => [...c]));
    const readHeads = new Set(every.flatMap((c) => [...c]));
    add(sums.mentions, [[...goldHeads].filter((h) => readHeads.has(h)).length, goldHeads.size]);
    sums.mentions[2] = (sums.mentions[2] ?? 0) + readHeads.size;
    const gold = all.filter((c) => c.size > 1);
    const read = every.filter((c) => c.size > 1);
    if (misses > 0) showChains(text, gold, read);
    add(sums.mucR, muc(gold, read));
    add(sums.mucP, muc(read, gold));
    add(sums.bR, bCubed(gold, read));
    add(sums.bP, bCubed(read, gold));
    sums.ceaf += ceafe(gold, read);
    sums.gold += gold.length;
    sums.read += read.length;
  }
  const ratio = ([a = 0, b = 0]: readonly number[]): number => a / Math.max(1, b);
  const m = f1(ratio(sums.mucP), ratio(sums.mucR));
  const b = f1(ratio(sums.bP), ratio(sums.bR));
  const c = f1(sums.ceaf / Math.max(1, sums.read), sums.ceaf / Math.max(1, sums.gold));
  const [hit = 0, gold = 0, read = 0] = sums.mentions;
  return [
    `| GUM news (${files.length} reports): person and organization heads found, P / R | ${percent(hit, read)} / ${percent(hit, gold)} |`,
    `| GUM news: MUC / B³ / CEAF-e | ${m.toFixed(1)} / ${b.toFixed(1)} / ${c.toFixed(1)} |`,
    `| GUM news: CoNLL F1 (chains of two and more) | ${((m + b + c) / 3).toFixed(1)} |`,
  ];
}

/** The 411 phrases of the tests: country and sector both right. */
function phraseFigures(): readonly string[] {
  const actorOf = createActorOf(resources);
  const lines = readFileSync(new URL("../packages/reader/test/actors/phrases.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1);
  const right = lines.filter((line) => {
    const [phrase = "", country = "", sector = ""] = line.split("\t");
    const read = actorOf(phrase);
    return (read.country ?? "-") === country && (read.sector ?? "-") === sector;
  });
  return [
    `| actor phrases: country and sector | ${percent(right.length, lines.length)} (${right.length} of ${lines.length}) |`,
  ];
}

const rows = [...goldFigures(), ...gumFigures(), ...phraseFigures()];
const table = ["| what | figure |", "| --- | --- |", ...rows].join("\n");
console.log(table);
const out = optionOf("--write");
if (out !== undefined)
  writeFileSync(out, `# Actors\n\nMade by \`npx tsx bench/actors.ts --write bench/results/actors.md\`.\n\n${table}\n`);
