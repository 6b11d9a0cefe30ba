import { NAME_KINDS, type NameKind, type Span } from "@dateline/model";

/** A stretch that is a name of one of these kinds (a mask over `NAME_KINDS`). */
export interface MarkedName extends Span {
  readonly kinds: number;
}

/** A text with its names, and what its marks leave open. */
export interface MarkedText {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly names: readonly MarkedName[];
  /** Kinds that the source does not mark: a word outside of its names may be one of these. */
  readonly unmarked: number;
  /** Stretches of which the source does not tell. */
  readonly open: readonly Span[];
}

/** The mask of one kind or several. */
export function maskOf(...kinds: readonly NameKind[]): number {
  return kinds.reduce((mask, kind) => mask | (1 << NAME_KINDS.indexOf(kind)), 0);
}

const SHORT: Readonly<Record<string, NameKind>> = {
  p: "person",
  o: "organization",
  l: "location",
  f: "facility",
  g: "group",
  e: "event",
  x: "other",
};

/** Reads `[Parly]{p} told [Reuters]{o}` (kinds by first letter, x for other, or whole). Throws on marks it cannot read. */
export function readMarks(marked: string): Pick<MarkedText, "text" | "names"> {
  const names: MarkedName[] = [];
  let text = "";
  let at = 0;
  for (const found of marked.matchAll(/\[([^[\]{}]+)\]\{(\w+)\}/g)) {
    text += marked.slice(at, found.index);
    const [whole, words = "", kind = ""] = found;
    const full = SHORT[kind] ?? NAME_KINDS.find((k) => k === kind);
    if (full === undefined) throw new Error(`no kind of name ${kind}: ${whole}`);
    names.push({ start: text.length, end: text.length + words.length, kinds: maskOf(full) });
    text += words;
    at = found.index + whole.length;
  }
  text += marked.slice(at);
  const stray = /[[\]]\{|\}\s*\{|\[[A-Z]/.exec(text);
  if (stray !== null)
    throw new Error(`a mark that cannot be read: ${text.slice(Math.max(0, stray.index - 40), stray.index + 40)}`);
  return { text, names };
}

/** Marked texts of a file: texts parted by empty lines, lines from `#` on are comments. */
export function readMarkedFile(id: string, content: string): readonly MarkedText[] {
  return content
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split("\n")
        .filter((line) => !line.startsWith("#"))
        .join("\n")
        .trim(),
    )
    .filter((block) => block !== "")
    .map((block, i) => ({ id: `${id}-${i + 1}`, source: "own", ...readMarks(block), unmarked: 0, open: [] }));
}
