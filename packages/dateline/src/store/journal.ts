import type { Decision } from "@dateline/model";
import { DatelineError, sha256Hex } from "@dateline/model";

/** A report as the journal keeps it: what the record learned when. Its text and claims are in the reading. */
export interface ReportEntry {
  readonly kind: "report";
  readonly report: string;
  readonly key: string;
  readonly version: number;
  readonly learned: string;
  /** SHA-256 of the original's bytes, the text, and the reading's JSON. */
  readonly original: string;
  readonly text: string;
  readonly reading: string;
  readonly mediaType: string | null;
}

interface DecisionEntry {
  readonly kind: "decision";
  readonly decision: Decision;
}

export type Entry = ReportEntry | DecisionEntry;

/** An entry in its chain: `hash` is over `prev` and the entry, so that none can be changed, taken out or moved unseen. */
export interface JournalLine {
  readonly seq: number;
  readonly entry: Entry;
  readonly prev: string;
  readonly hash: string;
}

/** Where the chain ends. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const START: Head = { seq: 0, hash: "0".repeat(64) };

/** Chains entries onto a head. */
export function chain(head: Head, entries: readonly Entry[]): readonly JournalLine[] {
  const lines: JournalLine[] = [];
  let { seq, hash } = head;
  for (const entry of entries) {
    const prev = hash;
    seq += 1;
    hash = hashOf(seq, prev, entry);
    lines.push({ seq, entry, prev, hash });
  }
  return lines;
}

export function headOf(lines: readonly JournalLine[], before: Head): Head {
  const last = lines.at(-1);
  return last === undefined ? before : { seq: last.seq, hash: last.hash };
}

/** What is wrong with a line after a head; undefined where it continues the chain. */
export function breakIn(line: JournalLine, head: Head): string | undefined {
  if (line.seq !== head.seq + 1) return `line ${line.seq} follows line ${head.seq}`;
  if (line.prev !== head.hash) return `line ${line.seq} does not continue line ${head.seq}`;
  return line.hash === hashOf(line.seq, line.prev, line.entry) ? undefined : `line ${line.seq} was changed`;
}

/** A line of the journal file. Throws "store/journal" for text that is none. */
export function parseLine(text: string, number: number): JournalLine {
  try {
    return JSON.parse(text) as JournalLine;
  } catch (cause) {
    throw new DatelineError(
      "store/journal",
      `line ${number} of the journal is no JSON; restore journal.jsonl from a backup`,
      { cause },
    );
  }
}

function hashOf(seq: number, prev: string, entry: Entry): string {
  return sha256Hex(`${seq}\n${prev}\n${JSON.stringify(entry)}`);
}
