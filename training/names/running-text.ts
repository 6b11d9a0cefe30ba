import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { textsOfZip } from "./zip.ts";

/** The words of plain English, a sentence or line at a time: MASC, State of the Union and Inaugural addresses, EWT and GUM train. */
export function* runningWords(dir: string): Generator<readonly string[]> {
  const zip = (name: string): Iterable<string> => textsOfZip(readFileSync(join(dir, "text", name))).values();
  for (const text of zip("masc_tagged.zip")) {
    for (const line of text.split("\n")) yield line.split(" ").map((w) => w.replace(/_[^_]*$/, ""));
  }
  for (const name of ["state_union.zip", "inaugural.zip"]) {
    for (const text of zip(name)) {
      for (const sentence of text.split(/(?<=[.!?:])\s+|\n\s*\n/)) yield sentence.split(/\s+|(?=[,;.!?])/);
    }
  }
  for (const part of ["ud-ewt", "gum/train"]) {
    for (const file of readdirSync(join(dir, part)).filter((f) => /train.*\.conllu$|GUM.*\.conllu$/.test(f))) {
      yield* sentencesOf(readFileSync(join(dir, part, file), "utf8"));
    }
  }
}

function* sentencesOf(conllu: string): Generator<readonly string[]> {
  for (const block of conllu.split("\n\n")) {
    yield block
      .split("\n")
      .filter((l) => /^\d+\t/.test(l))
      .map((l) => l.split("\t")[1] ?? "");
  }
}
