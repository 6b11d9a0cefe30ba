import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadResources } from "../../packages/reader/node/load.ts";
import { createReader } from "../../packages/reader/src/index.ts";
import { textsOf } from "./zip.ts";

/** Sentences of the corpora's plain English (MASC, State of the Union, inaugural addresses), in words. */
export function plainSentences(corpora: string): readonly (readonly string[])[] {
  const zip = (name: string): Buffer => readFileSync(join(corpora, "train/text", name));
  const text = (name: string): boolean =>
    name.endsWith(".txt") && name.includes("/") && !name.endsWith("categories.txt");
  const reader = createReader(loadResources());
  const speeches = ["state_union.zip", "inaugural.zip"].flatMap((name) => textsOf(zip(name), text));
  const said = speeches.flatMap((speech) => {
    const { tokens, sentences } = reader.analyse({ text: speech }, "sentences");
    return sentences.map((s) => tokens.slice(s.from, s.to).map((t) => t.text));
  });
  const masc = textsOf(zip("masc_tagged.zip"), text).flatMap((file) => file.split("\n").map(untagged));
  return [...said, ...masc].filter((words) => words.length > 1);
}

/** "Debate_NN Transcript_NNP" without its tags, hyphened words apart as elsewhere. */
function untagged(line: string): readonly string[] {
  return line
    .split(/\s+/)
    .filter((pair) => pair.includes("_"))
    .flatMap((pair) => pair.slice(0, pair.lastIndexOf("_")).split(/(?<=\p{L})(-)(?=\p{L})/u));
}
