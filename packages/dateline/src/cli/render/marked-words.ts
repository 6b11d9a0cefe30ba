import type { Claim, EvidenceField, Span } from "@dateline/model";
import stringWidth from "string-width";
import type { Colors } from "../terminal.ts";

type Paint = (text: string) => string;

/** How the words of each field look; the trigger stands out most. */
function paints(c: Colors): Readonly<Record<EvidenceField, Paint>> {
  return {
    type: (s) => c.bold(c.red(s)),
    agents: c.cyan,
    targets: c.magenta,
    place: c.green,
    time: c.yellow,
    counts: c.red,
    status: c.underline,
  };
}

const PRIORITY: readonly EvidenceField[] = ["type", "counts", "time", "place", "targets", "agents", "status"];

/** The words of `span` in lines of at most `width` columns, those that carry a value of the claim in its colour. */
export function markedWords(text: string, span: Span, look: Look): readonly string[] {
  const { claim, colors, width } = look;
  const paint = paints(colors);
  const fieldAt = (at: number): EvidenceField | undefined =>
    PRIORITY.find((field) => claim.evidence[field].some((s) => s.start <= at && at < s.end));
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of wordsIn(text, span)) {
    const size = stringWidth(word.text);
    if (used > 0 && used + 1 + size > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += (used > 0 ? " " : "") + paintedWord(word, fieldAt, paint);
    used += (used > 0 ? 1 : 0) + size;
  }
  if (used > 0) lines.push(line);
  return lines;
}

export interface Look {
  readonly claim: Claim;
  readonly colors: Colors;
  readonly width: number;
}

interface Word {
  readonly text: string;
  readonly start: number;
}

const LONGEST_WORD = 60;

/** Words with their place in the text; a word too long for a line is cut. */
function wordsIn(text: string, span: Span): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/\S{1,60}/gu)) {
    words.push({ text: match[0].slice(0, LONGEST_WORD), start: span.start + match.index });
  }
  return words;
}

/** Runs of one field within a word get one colour: "(Mali)," keeps its marks plain. */
function paintedWord(
  word: Word,
  fieldAt: (at: number) => EvidenceField | undefined,
  paint: Record<EvidenceField, Paint>,
): string {
  let out = "";
  let run = "";
  let field: EvidenceField | undefined;
  const flush = (): void => {
    out += field === undefined ? run : paint[field](run);
    run = "";
  };
  for (let i = 0; i < word.text.length; i += 1) {
    const at = fieldAt(word.start + i);
    if (at !== field) {
      flush();
      field = at;
    }
    run += word.text[i];
  }
  flush();
  return out;
}
