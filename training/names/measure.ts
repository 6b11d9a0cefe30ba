import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NAME_KINDS, type NameKind, type Span } from "@dateline/model";
import { readMarkedFile } from "./marked.ts";
import { type GoldNames, lineOf, type Tally, tally } from "./score.ts";

type NamesOf = (text: string) => readonly (Span & { readonly kind: NameKind })[];

/** The fold of a text by its id: the same text has the same fold on every run. */
export function foldOf(id: string, folds: number): number {
  let h = 0;
  for (const c of id) h = (h * 31 + c.charCodeAt(0)) >>> 0;
  return (h ^ (h >>> 7)) % folds;
}

/** Counts names on the texts of the measuring sets that `isHeldOut` picks, by set. */
export function measure(
  dir: string,
  isHeldOut: (id: string) => boolean,
  namesOf: NamesOf,
  into: Map<string, Map<string, Tally>>,
): void {
  for (const set of ["wikigold", "re3d", "uner-ewt", "gum"]) {
    const tallies = into.get(set) ?? new Map<string, Tally>();
    const lines = readFileSync(join(dir, `names-${set}.jsonl`), "utf8")
      .split("\n")
      .filter((l) => l !== "");
    for (const line of lines) {
      const { id, text, gold } = JSON.parse(line) as { id: string; text: string; gold: GoldNames };
      if (isHeldOut(id)) tally(gold, namesOf(text), tallies);
    }
    into.set(set, tallies);
  }
}

/** F1 on the project's own test reports: persons, places and organizations (facilities count as places), and all kinds. */
export function measureOwn(dir: string, namesOf: NamesOf): string {
  const folded = new Map<string, Tally>();
  const all = { right: 0, gold: 0, read: 0 };
  for (const file of existsSync(dir) ? readdirSync(dir).sort() : []) {
    for (const { text, names } of readMarkedFile(file, readFileSync(join(dir, file), "utf8"))) {
      const gold = names.map(({ start, end, kinds }) => ({
        start,
        end,
        kind: NAME_KINDS[31 - Math.clz32(kinds)] ?? "other",
      }));
      const read = namesOf(text);
      const collapse = { facility: "location" } as const;
      tally(
        { names: gold.map((n) => (n.kind === "facility" ? { ...n, kind: "location" } : n)), collapse },
        read,
        folded,
      );
      const marked = new Set(gold.map((n) => `${n.start} ${n.end} ${n.kind}`));
      all.gold += gold.length;
      all.read += read.length;
      all.right += read.filter((n) => marked.has(`${n.start} ${n.end} ${n.kind}`)).length;
    }
  }
  return `own: ${lineOf(folded)}; all kinds apart: ${lineOf(new Map([["all", all]]))}`;
}
