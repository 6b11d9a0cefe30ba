// Makes weights/names.bin and weights/names-gazetteer.bin: npx tsx training/names/train.ts [--corpora DIR] [--out DIR]
// The word classes are read from names-classes.bin of the same folder (training/names/classes.ts).
// With --folds N it cross-validates instead: each text is read by a model that has not learned from it (--measure DIR); --only K runs
// one fold of them. Nothing is written then, unless --write asks for both.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createReader, type Reader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";
import type { NameMention } from "../../packages/reader/src/doc.ts";
import { findMentions } from "../../packages/reader/src/names/find.ts";
import { LEXICONS } from "../../packages/reader/src/names/index.ts";
import { readGazetteer } from "../../packages/reader/src/names/known.ts";
import { readModel } from "../../packages/reader/src/names/model.ts";
import { readWordClasses, type WordClasses } from "../../packages/reader/src/names/word-classes.ts";
import { upperCased, variantsOf } from "./augment.ts";
import { buildGazetteer, gazetteerFile, halved } from "./build-gazetteer.ts";
import { readCorpora } from "./corpora.ts";
import type { Settings } from "./crf.ts";
import { type Prepared, prepare, type RawInstance, secondReading } from "./instances.ts";
import { hashesOf, labelsBy, learn } from "./learn.ts";
import { type MarkedText, readMarkedFile } from "./marked.ts";
import { foldOf, measure, measureOwn } from "./measure.ts";
import { modelFile } from "./model-file.ts";
import { lineOf, type Tally } from "./score.ts";
import { placesOf } from "./world.ts";

const here: string = fileURLToPath(new URL(".", import.meta.url));
const weightsDir: string = join(here, "../../packages/reader/weights");
const { values: args } = parseArgs({
  options: {
    corpora: { type: "string", default: join(here, "../../../shared/corpora/train") },
    measure: { type: "string", default: join(here, "../../../shared/corpora/measure") },
    out: { type: "string", default: weightsDir },
    folds: { type: "string" },
    write: { type: "boolean", default: false },
    only: { type: "string" },
    epochs: { type: "string", default: "6" },
    l1: { type: "string", default: "0.25" },
    alpha: { type: "string", default: "0.15" },
    drop: { type: "string", default: "0.5" },
    keep: { type: "string" },
  },
});

// A tweet tells less of news than a report does: how much the texts of each source count.
const WEIGHTS: Readonly<Record<string, number>> = {
  own: 1.5,
  re3d: 1,
  wikigold: 1,
  "crossner-politics": 0.7,
  "uner-ewt": 1,
  gum: 0.7,
  wnut17: 0.4,
  btc: 0.25,
};

/** The layer of the reader whose result the name model starts from. */
const LAYER = "parse";
const GROUPS = 2;

const log = (line: string): void => console.error(line);
const started: number = performance.now();
const gazetteerBytes: Uint8Array = gazetteerFile(buildGazetteer(args.corpora));
log(`gazetteer: ${(gazetteerBytes.length / 1e6).toFixed(2)} MB`);
const resources = loadResources();
const rows = LEXICONS.flatMap((path) => (resources.lexicons[path] ?? []) as readonly (readonly string[])[]);
const gazetteer = readGazetteer(gazetteerBytes, rows);
const words = readGazetteer(
  null,
  rows.filter(([, classes]) => /title|Word|Noun|particle|said|inPlace|calendar/.test(classes ?? "")),
);
const keep = new Set(words.keys.filter((k) => k !== 0));
const classes: WordClasses = readWordClasses(readFileSync(join(args.out, "names-classes.bin")));
const halves = [1, 2].map((seed) => halved(gazetteer, keep, seed));
const reader: Reader = createReader({ ...resources, weights: withoutNames(resources.weights) });

const texts: readonly MarkedText[] = [...readCorpora(args.corpora), ...ownTexts(join(here, "data"))];
const places = placesOf();
const prepared = texts.flatMap((text, i) =>
  variantsOf(text, i, places).map((variant, k) => ({
    id: text.id,
    group: i % GROUPS,
    copy: k,
    own: text.source === "own",
    ...read(variant, i, k),
  })),
);
log(`${texts.length} texts read in ${((performance.now() - started) / 1000).toFixed(0)} s`);
const settings: Settings = {
  epochs: Number(args.epochs),
  alpha: Number(args.alpha),
  l1: Number(args.l1),
  l2: 0.5,
  drop: Number(args.drop),
};

if (args.folds === undefined || args.write) {
  const file = fileFrom(() => true);
  writeFileSync(join(args.out, "names.bin"), file);
  writeFileSync(join(args.out, "names-gazetteer.bin"), gazetteerBytes);
  const find = namesBy(file);
  console.log(measureOwn(join(here, "data/test"), find));
  console.log(`IN CAPITALS ${measureOwn(join(here, "data/test"), (text) => find(upperCased(text)))}`);
}
if (args.folds !== undefined) crossValidate(Number(args.folds));

function crossValidate(folds: number): void {
  const tallies = new Map<string, Map<string, Tally>>();
  const capitals = new Map<string, Map<string, Tally>>();
  for (let fold = 0; fold < folds; fold++) {
    if (args.only !== undefined && Number(args.only) !== fold) continue;
    const isHeldOut = (id: string): boolean => foldOf(id, folds) === fold;
    const file = fileFrom((id) => !isHeldOut(id));
    if (args.keep !== undefined) writeFileSync(args.keep, file);
    const find = namesBy(file);
    measure(args.measure, isHeldOut, find, tallies);
    measure(args.measure, isHeldOut, (text) => find(upperCased(text)), capitals);
    console.log(`after fold ${fold}: ${measureOwn(join(here, "data/test"), find)}`);
    for (const [set, kinds] of tallies) console.log(`${set}: ${lineOf(kinds)}`);
    for (const [set, kinds] of capitals) console.log(`${set} IN CAPITALS: ${lineOf(kinds)}`);
  }
}

/** The weight file learned from the texts whose id is let through; the project's own texts always are. */
function fileFrom(isIn: (id: string) => boolean): Uint8Array {
  const some = prepared.filter((p) => p.own || isIn(p.id));
  const learned = learn(bothReadings(some), settings, log);
  const file = modelFile(hashesOf(learned), learned.crf.weights, learned.crf.wholeSteps());
  log(`names.bin: ${(file.bytes.length / 1e6).toFixed(2)} MB, ${file.rows} rows`);
  return file.bytes;
}

function namesBy(file: Uint8Array): (text: string) => readonly NameMention[] {
  const model = readModel(file);
  return (text) => findMentions(reader.analyse({ text }, LAYER), model, { gazetteer, classes });
}

function read(text: MarkedText, i: number, k: number): Prepared {
  const doc = reader.analyse({ text: text.text }, LAYER);
  const weight = (WEIGHTS[text.source] ?? 1) * (k === 0 ? 1 : 0.5);
  const known = (i + k) % 5 === 4 || (k > 0 && (i + k) % 2 === 0) ? (halves[i % 2] ?? gazetteer) : gazetteer;
  return prepare(doc, text, { gazetteer: known, classes }, weight);
}

interface PreparedText extends Prepared {
  readonly group: number;
  readonly copy: number;
}

/**
 * What the model learns from: each text as a second reading sees it, with votes of a first reading by a model that has not
 * learned from the text, and some of the texts as a first reading sees them.
 */
function bothReadings(prepared: readonly PreparedText[]): readonly RawInstance[] {
  const all: RawInstance[] = [];
  for (let group = 0; group < GROUPS; group++) {
    const others = prepared.filter((p) => p.group !== group).flatMap((p) => p.items.map((item) => item.raw));
    const first = learn(others, { ...settings, epochs: 2 }, log);
    for (const p of prepared.filter((p) => p.group === group)) {
      all.push(
        ...secondReading(
          p,
          p.items.map((item) => labelsBy(first, item.raw)),
        ),
      );
      if (p.copy === 0) all.push(...p.items.map((item) => ({ ...item.raw, weight: item.raw.weight * 0.5 })));
    }
  }
  return all;
}

/** The reader's other weights: sentences need theirs. */
function withoutNames(weights: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(Object.entries(weights).filter(([name]) => !name.startsWith("names")));
}

function ownTexts(dir: string): readonly MarkedText[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((f) => f.endsWith(".txt"))
    .sort()
    .flatMap((f) => readMarkedFile(f.slice(0, -4), readFileSync(join(dir, f), "utf8")));
}
