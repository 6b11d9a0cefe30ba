// Tellings of one event within a report: tsx bench/grouping.ts [GOLD_DIR] [MARKED_DIR]
// Fits the weights of likeness.ts on the marked reports of GOLD_DIR and the first half ("dev-") of MARKED_DIR, and prints the
// links found: with these weights, and in eight folds with weights fitted on the other reports. The second half ("blind-") is never fitted on.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createReader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";
import { tellingsOf } from "../packages/reader/src/events/claims.ts";
import { numbersOf, oddsOf } from "../packages/reader/src/events/grouping.ts";
import { eventsData } from "../packages/reader/src/events/index.ts";
import {
  comparable,
  LIKENESS,
  type Likeness,
  likenessOf,
  type Told,
  toldOf,
  WEIGHTS,
} from "../packages/reader/src/events/likeness.ts";
import { tagsData } from "../packages/reader/src/tags/index.ts";
import { lemmaOf } from "../packages/reader/src/tags/lemma.ts";
import { logistic } from "./parts/logistic.ts";
import { type MarkedEvents, markedEvents } from "./parts/marked-events.ts";

const [gold = "../shared/gold", own = "packages/reader/golden/marked"] = process.argv.slice(2);
const FOLDS = 8;
const resources = loadResources();
const reader = createReader(resources);
const parts = {
  ...eventsData(resources),
  trace: null,
  participleLemma: (form: string): string => lemmaOf(form, { upos: "VERB", xpos: "VBN" }, tagsData(resources).lemmas()),
};

interface Case {
  readonly told: readonly Told[];
  readonly events: readonly (number | null)[];
  /** What holds of two tellings by their places, null where they cannot be of one event. */
  readonly likeness: (a: Told, b: Told) => readonly Likeness[] | null;
}
type Weights = Readonly<Record<Likeness, number>>;

const sets = [
  { name: "gold", cases: casesIn(gold, "") },
  { name: "own, first half", cases: casesIn(own, "dev-") },
  { name: "own, second half (not fitted on)", cases: casesIn(own, "blind-") },
];
const fittedOn = sets.slice(0, 2).flatMap((s) => s.cases);
const folds = Array.from({ length: FOLDS }, (_, k) => fit(fittedOn.filter((_c, i) => i % FOLDS !== k)));
const foldOf = new Map(fittedOn.map((c, i) => [c, folds[i % FOLDS] ?? WEIGHTS]));
for (const { name, cases } of sets) {
  console.log(`${name}: as built ${links(cases, () => WEIGHTS)}`);
  if (cases.some((c) => foldOf.has(c))) console.log(`  in folds ${links(cases, (c) => foldOf.get(c) ?? WEIGHTS)}`);
}
for (const [f, w] of Object.entries(fit(fittedOn))) console.log(`  "${f}": ${w.toFixed(1)},`);

function casesIn(dir: string, prefix: string): readonly Case[] {
  if (!existsSync(dir)) return [];
  const files = readdirSync(dir).filter((f) => f.endsWith(".json") && f.startsWith(prefix));
  return files.sort().map((f) => caseOf(JSON.parse(readFileSync(join(dir, f), "utf8")) as MarkedEvents));
}

function caseOf(marked: MarkedEvents): Case {
  const { id, title, publisher, published, text } = marked;
  const doc = reader.analyse({ id, title, publisher, published, text }, "claims");
  const { view, tellings } = tellingsOf(doc, parts);
  const told = tellings.map((t) => toldOf(view, t));
  const likeness = (a: Told, b: Told): readonly Likeness[] | null => (comparable(a, b) ? likenessOf(view, a, b) : null);
  return { told, events: markedEvents(marked, doc.claims), likeness };
}

function fit(cases: readonly Case[]): Weights {
  const examples = cases.flatMap((c) =>
    pairsOf(c).flatMap(([a, b]) => {
      const [x, y] = [c.told[a], c.told[b]];
      const on = x === undefined || y === undefined ? null : c.likeness(x, y);
      return on === null ? [] : [{ on, is: c.events[a] === c.events[b] }];
    }),
  );
  return logistic(LIKENESS, examples);
}

/** The pairs of tellings that both meet a marked claim. */
function pairsOf({ events }: Case): readonly (readonly [number, number])[] {
  const met = events.flatMap((e, k) => (e === null ? [] : [k]));
  return met.flatMap((b, k) => met.slice(0, k).map((a) => [a, b] as const));
}

function links(cases: readonly Case[], weightsOf: (c: Case) => Weights): string {
  let [both, read, marked] = [0, 0, 0];
  for (const c of cases) {
    const numbers = numbersOf(c.told, (a, b) => {
      const on = c.likeness(a, b);
      return on === null ? null : oddsOf(on, weightsOf(c));
    });
    for (const [a, b] of pairsOf(c)) {
      const [r, m] = [numbers[a] === numbers[b], c.events[a] === c.events[b]];
      read += Number(r);
      marked += Number(m);
      both += Number(r && m);
    }
  }
  const percent = (n: number, of: number): string => ((100 * n) / Math.max(1, of)).toFixed(1);
  return `P ${percent(both, read)} R ${percent(both, marked)} F1 ${percent(2 * both, read + marked)} (${both} of ${marked} links)`;
}
