import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MarkedName, type MarkedText, maskOf } from "./marked.ts";
import { isNameLike, withoutTitles } from "./name-like.ts";

const KINDS: Readonly<Record<string, number>> = {
  person: maskOf("person"),
  organization: maskOf("organization"),
  place: maskOf("location", "facility"),
  event: maskOf("event"),
  object: maskOf("other", "facility"),
  abstract: maskOf("other"),
};

interface Built {
  text: string;
  readonly spans: { start: number; end: number; type: string; proper: boolean }[];
  readonly proper: { start: number; end: number }[];
}

/**
 * GUM's documents below `dir` (train and dev): an entity is a name where it looks like one and all its words are proper nouns
 * (small joining words apart). Proper nouns outside of those are open: GUM marks no names as such.
 */
export function readGum(dir: string): readonly MarkedText[] {
  return ["train", "dev"].flatMap((part) =>
    readdirSync(join(dir, part))
      .filter((f) => f.endsWith(".conllu"))
      .sort()
      .map((f) => document(f.slice(0, -7), readFileSync(join(dir, part, f), "utf8"))),
  );
}

function document(id: string, content: string): MarkedText {
  const built: Built = { text: "", spans: [], proper: [] };
  const stack: { start: number; type: string; key: string; proper: boolean }[] = [];
  for (const line of content.split("\n")) {
    if (line === "") built.text += "\n";
    const columns = line.split("\t");
    if (/^\d+$/.test(columns[0] ?? "")) addWord(built, columns, stack);
  }
  return toMarked(id, built);
}

function addWord(
  built: Built,
  columns: readonly string[],
  stack: { start: number; type: string; key: string; proper: boolean }[],
): void {
  const [, word = "", , upos = "", xpos = "", , , , , misc = ""] = columns;
  const start = built.text.length;
  const end = start + word.length;
  const joining = /^(of|the|for|and|in|de|la|&|'s|-|,)$/i.test(word);
  const proper = upos === "PROPN" || xpos.startsWith("NNP");
  const marks = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "";
  for (const mark of marks.matchAll(/\((\d+)-([a-z]+)-[^()]*\)?|(\d+)\)/g)) {
    const [whole, opened, type, closed] = mark;
    if (opened !== undefined) stack.push({ start, type: type ?? "", key: opened, proper: true });
    for (const s of stack)
      if (opened === undefined || s.key !== opened || s.start === start) s.proper = s.proper && (proper || joining);
    const key = opened !== undefined && whole.endsWith(")") ? opened : closed;
    if (key !== undefined) closeEntity(built, stack, key, end);
  }
  if (marks === "") for (const s of stack) s.proper = s.proper && (proper || joining);
  built.text += word;
  if (proper && /^\p{Lu}/u.test(word)) built.proper.push({ start, end });
  if (!/SpaceAfter=No/.test(misc)) built.text += " ";
}

function closeEntity(
  built: Built,
  stack: { start: number; type: string; key: string; proper: boolean }[],
  key: string,
  end: number,
): void {
  const at = stack.findLastIndex((s) => s.key === key);
  const entity = stack[at];
  if (entity === undefined) return;
  stack.splice(at, 1);
  built.spans.push({ start: entity.start, end, type: entity.type, proper: entity.proper });
}

function toMarked(id: string, { text, spans, proper }: Built): MarkedText {
  const names: MarkedName[] = [];
  const byLength = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const { start, end, type, proper: all } of byLength) {
    const kinds = KINDS[type];
    const span = withoutTitles(text, start, end);
    if (kinds === undefined || !all || span === null || !isNameLike(text.slice(span.start, span.end))) continue;
    if (type === "place" && /,/.test(text.slice(span.start, span.end))) continue;
    if (names.some((n) => n.start < span.end && span.start < n.end)) continue;
    names.push({ ...span, kinds });
  }
  const open = proper.filter((p) => !names.some((n) => n.start <= p.start && p.end <= n.end));
  return { id, source: "gum", text, names: names.sort((a, b) => a.start - b.start), unmarked: 0, open };
}
