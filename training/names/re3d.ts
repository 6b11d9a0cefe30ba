import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MarkedName, type MarkedText, maskOf } from "./marked.ts";
import { isNameLike, withoutTitles } from "./name-like.ts";

interface Entity {
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly documentId: string;
}

const KINDS: Readonly<Record<string, number>> = {
  Person: maskOf("person"),
  Organisation: maskOf("organization"),
  Location: maskOf("location", "facility"),
  Nationality: maskOf("group"),
};

/** The reports of re3d below `dir`, a folder a source: spans that look like names, without titles; the rest is open. */
export function readRe3d(dir: string): readonly MarkedText[] {
  return readdirSync(dir)
    .sort()
    .flatMap((source) => {
      const entities = jsonLines<Entity>(join(dir, source, "entities.json"));
      return jsonLines<{ _id: string; text: string }>(join(dir, source, "documents.json")).map(({ _id, text }) =>
        report(
          `re3d-${_id}`,
          text,
          entities.filter((e) => e.documentId === _id),
        ),
      );
    });
}

function report(id: string, text: string, entities: readonly Entity[]): MarkedText {
  const names: MarkedName[] = [];
  const open: { start: number; end: number }[] = [];
  const longestFirst = [...entities].sort((a, b) => b.end - b.begin - (a.end - a.begin));
  for (const { begin, end, type } of longestFirst) {
    const kinds = KINDS[type];
    const span = withoutTitles(text, begin, end);
    if (kinds === undefined || span === null || !isNameLike(text.slice(span.start, span.end))) {
      open.push({ start: begin, end });
      continue;
    }
    if (names.some((n) => n.start < span.end && span.start < n.end)) continue;
    names.push({ ...span, kinds });
  }
  return { id, source: "re3d", text, names: names.sort((a, b) => a.start - b.start), unmarked: 0, open };
}

function jsonLines<T>(file: string): readonly T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((l) => l.trim() !== "")
    .map((l) => JSON.parse(l) as T);
}
