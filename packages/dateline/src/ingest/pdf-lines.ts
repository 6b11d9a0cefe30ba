/** A run of text on a page: position and size in points, the origin at the lower left. */
export interface TextItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/**
 * The text of a page in the order of its content: lines that follow each other at the usual distance and in one size are
 * one paragraph; a wider gap, another size, a bullet or a new column opens a new one.
 */
export function pageText(items: readonly TextItem[]): string {
  const lines = linesOf(items);
  const usual = usualGap(lines);
  let text = "";
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before === undefined) text += line.text;
    else if (opensParagraph(before, line, usual)) text += `\n\n${line.text}`;
    else text = joined(text, line.text);
  });
  return text;
}

function linesOf(items: readonly TextItem[]): readonly Line[] {
  const lines: { text: string; x: number; y: number; size: number; end: number }[] = [];
  for (const { str, x, y, width, fontSize } of items) {
    if (str.trim() === "") continue;
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.y - y) < fontSize * 0.5 && x >= line.end - fontSize) {
      line.text += x - line.end > fontSize * 0.15 && !/\s$/.test(line.text) ? ` ${str}` : str;
      line.end = x + width;
    } else {
      lines.push({ text: str, x, y, size: fontSize, end: x + width });
    }
  }
  return lines.map(({ text, x, y, size }) => ({ text: text.replace(/\s+/g, " ").trim(), x, y, size }));
}

/** The most frequent distance between following lines, in tenths of their size; 12 where there are too few to tell. */
function usualGap(lines: readonly Line[]): number {
  const seen = new Map<number, number>();
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before === undefined || before.y <= line.y) return;
    const gap = gapOf(before, line);
    seen.set(gap, (seen.get(gap) ?? 0) + 1);
  });
  const [most] = [...seen].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most === undefined || most[1] < 2 ? 12 : most[0];
}

function gapOf(before: Line, line: Line): number {
  return Math.round(((before.y - line.y) / Math.max(1, line.size)) * 10);
}

function opensParagraph(before: Line, line: Line, usual: number): boolean {
  const gap = gapOf(before, line);
  if (gap < 0) return !/[a-z,;-]$/.test(before.text); // the next column: a sentence may run on into it
  return gap > usual * 1.3 || Math.abs(before.size - line.size) > 0.8 || /^[•●▪–—-]\s/.test(line.text);
}

/** A word divided at the end of a line is put together again, without its hyphen. */
function joined(text: string, next: string): string {
  const isDivided = /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(next);
  return isDivided ? text.slice(0, -1) + next : `${text} ${next}`;
}
