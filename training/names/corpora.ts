import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ColumnWord, readColumns, type Scheme, textOf } from "./conll.ts";
import { readGum } from "./gum.ts";
import { type MarkedText, maskOf } from "./marked.ts";
import { readRe3d } from "./re3d.ts";

const place = maskOf("location", "facility");
const org = maskOf("organization");
const person = maskOf("person");
const fine = maskOf("group", "event", "other");

const WIKIGOLD: Scheme = {
  source: "wikigold",
  kinds: { PER: person, ORG: maskOf("organization"), LOC: place, MISC: fine },
  unmarked: 0,
};
const POLITICS: Scheme = {
  source: "crossner-politics",
  kinds: {
    politician: person,
    person,
    country: maskOf("location"),
    location: place,
    politicalparty: org,
    organisation: org,
    election: maskOf("event"),
    event: maskOf("event"),
    misc: fine,
  },
  unmarked: 0,
};
const WNUT: Scheme = {
  source: "wnut17",
  kinds: {
    person,
    location: place,
    corporation: org,
    group: maskOf("organization", "group", "other"),
    product: maskOf("other"),
    "creative-work": maskOf("other"),
  },
  unmarked: maskOf("group", "event"),
};
const BTC: Scheme = { source: "btc", kinds: { PER: person, ORG: org, LOC: place }, unmarked: fine };
const UNER: Scheme = { source: "uner-ewt", kinds: { PER: person, ORG: org, LOC: place }, unmarked: fine };

/** All corpora with names below `dir` (shared/corpora/train), a text a document where the source tells documents. */
export function readCorpora(dir: string): readonly MarkedText[] {
  const names = join(dir, "names");
  const read = (path: string): string => readFileSync(join(names, path), "utf8");
  return [
    ...readWikigold(read("wikigold.conll.txt")),
    ...["train", "dev", "test"].flatMap((part) =>
      inTens(`politics-${part}`, readColumns(read(`crossner-politics/${part}.txt`), /\t/), POLITICS, 1),
    ),
    ...inTens("wnut-train", readColumns(read("wnut17/wnut17train.conll"), /\t/), WNUT, 1),
    ...inTens("wnut-dev", readColumns(read("wnut17/emerging.dev.conll"), /\t/), WNUT, 1),
    ...readdirSync(join(names, "btc")).flatMap((f) =>
      inTens(`btc-${f[0]}`, readColumns(read(`btc/${f}`), /\t/), BTC, 1),
    ),
    ...readUner(read("uner-ewt-dev.iob2")),
    ...readRe3d(join(names, "re3d")),
    ...readGum(join(dir, "gum")),
  ];
}

function inTens(
  id: string,
  sentences: readonly (readonly ColumnWord[])[],
  scheme: Scheme,
  size: number,
): readonly MarkedText[] {
  const texts: MarkedText[] = [];
  for (let i = 0; i < sentences.length; i += size) {
    texts.push(textOf(`${id}-${i}`, sentences.slice(i, i + size), scheme));
  }
  return texts;
}

// Wikigold marks I-ORG throughout: a name ends where the kind changes.
function readWikigold(content: string): readonly MarkedText[] {
  return content
    .split(/-DOCSTART- O/)
    .map((part, i) => textOf(`wikigold-${i + 1}`, readColumns(part, / /), WIKIGOLD))
    .filter((t) => t.text.trim() !== "");
}

function readUner(content: string): readonly MarkedText[] {
  return content
    .split(/^# newdoc id = /m)
    .slice(1)
    .map((part) => {
      const id = part.slice(0, part.indexOf("\n"));
      const sentences = part.split(/\n\n/).map((block) =>
        block
          .split("\n")
          .map((line) => line.split("\t"))
          .filter((c) => c.length >= 3 && /^\d+$/.test(c[0] ?? ""))
          .map((c) => ({ word: c[1] ?? "", mark: c[2] ?? "O" })),
      );
      return textOf(
        `uner-${id}`,
        sentences.filter((s) => s.length > 0),
        UNER,
      );
    });
}
