// Tokens, sentences, tags and arcs on the dev parts of EWT and GUM, with wink-nlp and compromise in the same run:
//   npx tsx bench/language.ts [CORPORA_DIR]      (default ../shared/corpora; writes bench/results/language.md)
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createReader, type Token } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";
import { mended } from "../packages/reader/src/parse/mend.ts";
import { type Analysis, networkOf } from "../packages/reader/src/parse/network.ts";
import { unpackModel } from "../packages/reader/src/sentences/sparse-model.ts";
import { tagOf } from "../packages/reader/src/tags/tag.ts";
import { wordTable } from "../packages/reader/src/tags/words.ts";
import { type GoldDocument, readTreebank } from "../training/language/conllu.ts";
import { compromisePeer, type Found, type Peer, type PeerReading, winkPeer } from "./parts/language-peers.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const corpora = process.argv[2] ?? join(root, "../shared/corpora");
if (!existsSync(join(corpora, "train"))) {
  console.log(`no corpora in ${corpora}: nothing to measure on`);
  process.exit(0);
}

const loading = timed(() => loadResources());
const resources = loading.value;
const building = timed(() => createReader(resources));
const reader = building.value;
const first = timed(() => reader.analyse({ text: "Troops left Gao on Friday." }, "parse"));
const network = networkOf(
  resources.weights["parse-network"] ?? new Uint8Array(),
  unpackModel(resources.weights["tags-words"] ?? new Uint8Array()),
);

const ours: Peer = {
  name: "Dateline",
  read: (text) => {
    const { sentences, tokens } = reader.analyse({ text }, "parse");
    return { sentences, words: tokens };
  },
};

const gum = readTreebank(join(corpora, "train/gum/dev"));
const sets: readonly (readonly [string, readonly GoldDocument[]])[] = [
  ["EWT dev", readTreebank(join(corpora, "train/ud-ewt/dev.conllu"))],
  ["GUM dev", gum],
  ["GUM dev, news and interview", gum.filter((d) => /_(?:news|interview)_/.test(d.id))],
];

const lines = [
  "# Language layer",
  "",
  "`npx tsx bench/language.ts` on the dev parts of UD English-EWT and GUM (paragraphs joined by an empty line, sentences by",
  "a blank). Seconds are of processor time, one thread.",
  "",
  ...table(
    ["from raw text", "", "sentences F1", "words F1", "UPOS of words with the right span", "words/s"],
    rawRows(),
  ),
  "",
  ...table(["on gold tokens, own tags", "UPOS", "XPOS", "UAS", "LAS", "words/s"], goldRows()),
  "",
  ...table(["all layers up to", "words/s"], speedRows()),
  "",
  ...table(["text of", "tokens and sentences", "with tags and arcs"], sizeRows()),
  "",
  ...table(["weights", "MB"], weightRows()),
  "",
  `Resources read in ${loading.ms} ms (all layers), reader built in ${building.ms} ms (all layers), first text read up to the arcs`,
  `in ${first.ms} ms; resident memory ${Math.round(process.memoryUsage().rss / 1e6)} MB at the end of this run, peers and treebanks included.`,
];
mkdirSync(join(root, "bench/results"), { recursive: true });
writeFileSync(join(root, "bench/results/language.md"), `${lines.join("\n")}\n`);
console.log(lines.join("\n"));

/** Sentences, words and tags from raw text, ours and the peers'. */
function rawRows(): readonly (readonly string[])[] {
  return sets.flatMap(([set, documents]) =>
    [ours, winkPeer, compromisePeer].map((peer) => {
      const readings = timed(() => documents.map((d) => peer.read(d.text)));
      const words = documents.reduce((sum, d) => sum + d.sentences.reduce((n, s) => n + s.words.length, 0), 0);
      const { sentences, tokens, upos } = rawScores(documents, readings.value);
      return [set, peer.name, percent(sentences), percent(tokens), percent(upos), rate(words, readings.seconds)];
    }),
  );
}

function rawScores(
  documents: readonly GoldDocument[],
  readings: readonly PeerReading[],
): { sentences: number; tokens: number; upos: number } {
  const [sentence, token] = [newCount(), newCount()];
  let tagged = 0;
  let right = 0;
  for (const [i, document] of documents.entries()) {
    const reading = readings[i];
    if (reading === undefined) continue;
    count(
      sentence,
      document.sentences.map(({ words }) => ({ start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 })),
      reading.sentences,
    );
    const gold = document.sentences.flatMap((s) => s.words);
    count(token, gold, reading.words);
    const found = new Map(reading.words.map((w) => [`${w.start}-${w.end}`, w.upos]));
    for (const word of gold) {
      const upos = found.get(`${word.start}-${word.end}`);
      if (upos === undefined) continue;
      tagged++;
      if (upos === word.upos) right++;
    }
  }
  return { sentences: f1(sentence), tokens: f1(token), upos: right / tagged };
}

interface Count {
  gold: number;
  found: number;
  right: number;
}

function newCount(): Count {
  return { gold: 0, found: 0, right: 0 };
}

function count(sums: Count, gold: readonly Found[], found: readonly Found[]): void {
  const spans = new Set(found.map((f) => `${f.start}-${f.end}`));
  sums.gold += gold.length;
  sums.found += found.length;
  sums.right += gold.filter((g) => spans.has(`${g.start}-${g.end}`)).length;
}

function f1({ gold, found, right }: Count): number {
  return (2 * right) / (gold + found);
}

/** Tags and arcs on gold tokens, as written and in capitals. */
function goldRows(): readonly (readonly string[])[] {
  return sets.flatMap(([set, documents]) =>
    [false, true].map((capitals) => {
      const sentences = documents.flatMap((d) => d.sentences);
      const forms = (form: string): string => (capitals ? form.toUpperCase() : form);
      const read = timed(() => network.analyse(sentences.map((s) => wordTable(s.words.map((w) => forms(w.form))))));
      const sums = { words: 0, upos: 0, xpos: 0, head: 0, arc: 0 };
      for (const [i, { words }] of sentences.entries()) {
        const analysis = read.value[i];
        const tokens = analysis === undefined ? [] : mended(words.map((w, k) => tokenOf(w.form, k, analysis)));
        for (const [k, word] of words.entries()) {
          const token = tokens[k];
          const head = token?.head === word.head;
          sums.words++;
          if (token?.upos === word.upos) sums.upos++;
          if (token?.xpos === word.xpos) sums.xpos++;
          if (head) sums.head++;
          if (head && token?.deprel === word.deprel) sums.arc++;
        }
      }
      const shares = [sums.upos, sums.xpos, sums.head, sums.arc].map((n) => percent(n / sums.words));
      return [`${set}${capitals ? ", IN CAPITALS" : ""}`, ...shares, rate(sums.words, read.seconds)];
    }),
  );
}

/** A gold word with what the network says of it. */
function tokenOf(text: string, i: number, { tags, heads, relations }: Analysis): Token {
  const tag = tagOf(network.tags[tags[i] ?? 0] ?? "");
  const isRoot = heads[i] === heads.length;
  const head = isRoot ? -1 : (heads[i] ?? -1);
  const deprel = isRoot ? "root" : (network.relations[relations[i] ?? 0] ?? "dep");
  return { i, text, lower: text.toLowerCase(), sentence: 0, start: 0, end: 0, lemma: "", ...tag, head, deprel };
}

function speedRows(): readonly (readonly string[])[] {
  const texts = sets.slice(0, 2).flatMap(([, documents]) => documents.map((d) => d.text));
  return ["tokens", "sentences", "parse"].map((layer) => {
    const read = timed(() => texts.reduce((sum, text) => sum + reader.analyse({ text }, layer).tokens.length, 0));
    return [layer, rate(read.value, read.seconds)];
  });
}

function sizeRows(): readonly (readonly string[])[] {
  const line =
    "BAMAKO, Mali (AP) — Gunmen killed five people near Gao on Friday, officials said. “We fled,” one man said.\n\n";
  return [1_000, 10_000, 100_000, 1_000_000].map((size) => {
    const text = line.repeat(Math.ceil(size / line.length)).slice(0, size);
    const milliseconds = (layer: string): string => `${timed(() => reader.analyse({ text }, layer)).ms} ms`;
    return [`${size / 1000} kB`, milliseconds("sentences"), milliseconds("parse")];
  });
}

function weightRows(): readonly (readonly string[])[] {
  const folder = join(root, "packages/reader/weights");
  return readdirSync(folder)
    .filter((name) => /^(?:tags|parse|clusters).*\.bin$/.test(name))
    .map((name) => [name, (statSync(join(folder, name)).size / 1e6).toFixed(2)]);
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number; readonly seconds: number } {
  const from = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(from);
  const seconds = (user + system) / 1e6;
  return { value, ms: Math.round(seconds * 1000), seconds };
}

function percent(share: number): string {
  return (share * 100).toFixed(2);
}

function rate(words: number, seconds: number): string {
  return String(Math.round(words / seconds / 100) * 100);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
}
