import type { MarkedName, MarkedText } from "./marked.ts";

/** A word of a column file with its mark ("B-PER", "I-PER", "O") and whether a space follows. */
export interface ColumnWord {
  readonly word: string;
  readonly mark: string;
  readonly space?: boolean;
}

export interface Scheme {
  readonly source: string;
  /** Mask of kinds for each kind of the corpus; a kind that is not here leaves its stretch open. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly unmarked: number;
}

/** Sentences of words as one text with names; the spaces are set as English sets them. */
export function textOf(id: string, sentences: readonly (readonly ColumnWord[])[], scheme: Scheme): MarkedText {
  const names: MarkedName[] = [];
  const open: { start: number; end: number }[] = [];
  let text = "";
  for (const sentence of sentences) {
    let name: { start: number; end: number; kind: string } | null = null;
    const close = (): void => {
      if (name === null) return;
      const kinds = scheme.kinds[name.kind];
      if (kinds === undefined) open.push({ start: name.start, end: name.end });
      else names.push({ start: name.start, end: name.end, kinds });
      name = null;
    };
    let quoted = false;
    sentence.forEach(({ word, mark }, i) => {
      const before = sentence[i - 1];
      if (before !== undefined && (before.space ?? spaced(before.word, word, quoted))) text += " ";
      if (word === '"') quoted = !quoted;
      const kind = mark.slice(2);
      if (name !== null && !(mark.startsWith("I-") && kind === (name as { kind: string }).kind)) close();
      const start = text.length;
      text += word;
      if (name !== null) (name as { end: number }).end = text.length;
      else if (mark !== "O") name = { start, end: text.length, kind };
    });
    close();
    text += "\n";
  }
  return { id, source: scheme.source, text, names, unmarked: scheme.unmarked, open };
}

function spaced(before: string, word: string, quoted: boolean): boolean {
  if (/^([.,;:!?)\]}%]|'s|'S|n't|'re|'ve|'ll|'d|'m|''|\.\.\.)$/.test(word)) return false;
  if (/^([([{$£#]|``)$/.test(before)) return false;
  if (word === '"') return !quoted;
  return !(before === '"' && quoted);
}

/** Blocks of lines parted by empty lines, each line cut into word and mark. */
export function readColumns(content: string, cut: RegExp): readonly (readonly ColumnWord[])[] {
  return content
    .split(/\r?\n\s*\r?\n/)
    .map((block) =>
      block
        .split(/\r?\n/)
        .map((line) => line.split(cut))
        .filter((columns) => columns.length >= 2 && columns[0] !== "")
        .map((columns) => ({ word: columns[0] ?? "", mark: columns.at(-1) ?? "O" })),
    )
    .filter((sentence) => sentence.length > 0);
}
