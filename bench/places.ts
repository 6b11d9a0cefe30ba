// Places on LGL: npx tsx bench/places.ts [SHARED_DIR]
// The figures of the peers are those of the measure folder's README, made with the same scorer.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createReader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";
import { reportsOf, scored, shown } from "./parts/layer-score.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = process.argv[2] ?? join(root, "../shared");
const resources = loadResources();
const gold = join(shared, "corpora/measure/places-lgl.jsonl");
const reports = await reportsOf(gold);

const PEERS = [
  ["Edinburgh", "66.4", "55.2", "37.8"],
  ["CLAVIN", "59.1", "68.7", "41.9"],
  ["CamCoder", "65.1", "71.1", "48.3"],
  ["Stanford NER with population", "77.0", "57.4", "44.1"],
  ["GeoTxt", "66.3", "64.0", "44.4"],
  ["Yahoo", "68.4", "71.2", "50.8"],
] as const;

const lines = [
  "| reader | overlap F1 | within 161 km of the matched, % | found and within 161 km, F1 | country right, % |",
  "| --- | --- | --- | --- | --- |",
];
for (const [name, gazetteer] of [
  ["Dateline", resources.gazetteer],
  ["Dateline without a gazetteer", null],
] as const) {
  const reader = createReader({ ...resources, gazetteer });
  const readings = reports.map(({ id, title, publisher, published, url, text }) => ({
    report: { id },
    places: reader.analyse({ id, title, publisher, published, url, text }, "place").places,
  }));
  for (const [label, flags] of [
    [name, []],
    [`${name}, demonyms not asked for`, ["--no-demonyms"]],
  ] as const) {
    const f = scored(shared, "places", { gold, readings, flags });
    const cells = ["toponym overlap", "accuracy@161km matched", "found and within 161 km", "country accuracy"].map(
      (k) => shown(f[k]),
    );
    lines.push(`| ${label} | ${cells.join(" | ")} |`);
  }
}
for (const [name, ...cells] of PEERS) lines.push(`| ${name} | ${cells.join(" | ")} | – |`);

const table = lines.join("\n");
console.log(table);
mkdirSync(join(root, "bench/results"), { recursive: true });
writeFileSync(
  join(root, "bench/results/places.md"),
  `# Places\n\nLGL (588 reports of local news), made by \`npx tsx bench/places.ts\`. LGL marks demonyms ("Georgian") as places too; our reader does not.\nThe peers' figures are the measure folder's, with the same scorer.\n\n${table}\n`,
);
