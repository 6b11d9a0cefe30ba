// Makes weights/names.bin and weights/names-gazetteer.bin: npx tsx training/names/train.ts [--corpora DIR]
// With --fold K/N it leaves every Nth text out, writes nothing and measures on those (--measure DIR).
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createReader, type Reader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";
import { findMentions } from "../../packages/reader/src/names/find.ts";
import { LEXICONS } from "../../packages/reader/src/names/index.ts";
import { readGazetteer } from "../../packages/reader/src/names/known.ts";
import { readModel } from "../../packages/reader/src/names/model.ts";
import { variantsOf } from "./augment.ts";
import { buildGazetteer, gazetteerFile, halved } from "./build-gazetteer.ts";
import { readCorpora } from "./corpora.ts";
import { instancesOf, type RawInstance } from "./instances.ts";
import { learn } from "./learn.ts";
import { type MarkedText, readMarkedFile } from "./marked.ts";
import { foldOf, measure, measureOwn } from "./measure.ts";
import { modelFile } from "./model-file.ts";
import { placesOf } from "./world.ts";

const here: string = fileURLToPath(new URL(".", import.meta.url));
const weightsDir: string = join(here, "../../packages/reader/weights");
const { values: args } = parseArgs({
  options: {
    corpora: { type: "string", default: join(here, "../../../shared/corpora/train") },
    measure: { type: "string", default: join(here, "../../../shared/corpora/measure") },
    fold: { type: "string" },
    epochs: { type: "string", default: "8" },
    l1: { type: "string", default: "0.25" },
    alpha: { type: "string", default: "0.15" },
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

const LAYER = "sentences";

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
const halves = [1, 2].map((seed) => halved(gazetteer, keep, seed));
const reader: Reader = createReader({ ...resources, weights: {} });

const fold = args.fold?.split("/").map(Number);
const isHeldOut = (id: string): boolean => fold !== undefined && foldOf(id, fold[1] ?? 1) === fold[0];
const texts: readonly MarkedText[] = [
  ...readCorpora(args.corpora).filter((t) => !isHeldOut(t.id)),
  ...ownTexts(join(here, "data")),
];
const places = placesOf();
const raw: RawInstance[] = texts.flatMap((text, i) =>
  variantsOf(text, i, places).flatMap((variant, k) => read(variant, i, k)),
);
log(`${texts.length} texts read in ${((performance.now() - started) / 1000).toFixed(0)} s`);

const settings = { epochs: Number(args.epochs), alpha: Number(args.alpha), l1: Number(args.l1), l2: 0.5 };
const { hashes, crf } = learn(raw, settings, log);
const file = modelFile(hashes, crf.weights, crf.steps);
log(`names.bin: ${(file.bytes.length / 1e6).toFixed(2)} MB, ${file.rows} rows`);
if (fold === undefined) {
  writeFileSync(join(weightsDir, "names.bin"), file.bytes);
  writeFileSync(join(weightsDir, "names-gazetteer.bin"), gazetteerBytes);
}
if (args.keep !== undefined) {
  writeFileSync(args.keep, file.bytes);
}
const model = readModel(file.bytes);
const namesOf = (text: string) => findMentions(reader.analyse({ text }, LAYER), model, gazetteer);
console.log(measureOwn(join(here, "data/test"), namesOf));
if (fold !== undefined) console.log(measure(args.measure, isHeldOut, namesOf));

/** The reader's layer whose result the name model starts from. */
function read(text: MarkedText, i: number, k: number): readonly RawInstance[] {
  const doc = reader.analyse({ text: text.text }, LAYER);
  const weight = (WEIGHTS[text.source] ?? 1) * (k === 0 ? 1 : 0.5);
  const known = (i + k) % 5 === 4 || (k > 0 && (i + k) % 2 === 0) ? (halves[i % 2] ?? gazetteer) : gazetteer;
  return instancesOf(doc, text, known, weight);
}

function ownTexts(dir: string): readonly MarkedText[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((f) => f.endsWith(".txt"))
    .sort()
    .flatMap((f) => readMarkedFile(f.slice(0, -4), readFileSync(join(dir, f), "utf8")));
}
