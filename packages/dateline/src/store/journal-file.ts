import { createReadStream } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { DatelineError } from "@dateline/model";
import { syncFolder } from "./durable.ts";
import { chain, type Entry, type Head, headOf, type JournalLine, parseLine, START } from "./journal.ts";

/** The journal of a folder, open for writing at its end. */
export interface JournalFile {
  readonly append: (entries: readonly Entry[]) => Promise<Head>;
  readonly head: () => Head;
  readonly lines: (after: number) => AsyncIterable<JournalLine>;
  readonly takeBack: (to: Head) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface End {
  readonly head: Head;
  readonly bytes: number;
  readonly before?: End;
}

/** Opens it. A last line without its end was never acknowledged: it is cut off. Throws "store/journal" for any other damage. */
export async function openJournal(path: string): Promise<JournalFile> {
  const file = await open(path, "a", 0o600);
  const marks = new Marks();
  let end = await endOf(path, file, marks);
  let broken = false;
  const cutTo = async (bytes: number): Promise<void> => {
    try {
      await file.truncate(bytes);
      await file.sync();
    } catch (cause) {
      broken = true;
      throw new DatelineError("store/journal", brokenText(path), { cause });
    }
  };
  return {
    append: async (entries) => {
      if (broken) throw new DatelineError("store/journal", brokenText(path));
      const lines = chain(end.head, entries);
      const text = stepText(lines);
      try {
        await file.appendFile(text);
        await file.sync();
      } catch (error) {
        // What was written of it goes away again: the next line must not stand behind half a one.
        await cutTo(end.bytes);
        throw error;
      }
      const bytes = end.bytes + Buffer.byteLength(text);
      end = { head: headOf(lines, end.head), bytes, before: { head: end.head, bytes: end.bytes } };
      marks.add(end.head.seq, bytes);
      return end.head;
    },
    head: () => end.head,
    lines: (after) => linesOf(path, marks.before(after), after),
    takeBack: async (to) => {
      if (end.head.seq === to.seq || end.before === undefined) return;
      end = end.before;
      marks.cutTo(end.head.seq);
      await cutTo(end.bytes);
    },
    close: () => file.close(),
  };
}

function brokenText(path: string): string {
  return `${path} could not be written and what was begun could not be taken back: end this process and start it again, which mends the journal; all that was acknowledged is safe`;
}

interface Mark {
  readonly seq: number;
  readonly bytes: number;
}

const MARK_EVERY = 1000;

/** Where some lines end, so that the newest are found without reading all. */
class Marks {
  #marks: Mark[] = [{ seq: 0, bytes: 0 }];

  add(seq: number, bytes: number): void {
    if (seq - (this.#marks.at(-1)?.seq ?? 0) >= MARK_EVERY) this.#marks.push({ seq, bytes });
  }

  before(seq: number): Mark {
    return this.#marks.findLast((m) => m.seq <= seq) ?? { seq: 0, bytes: 0 };
  }

  cutTo(seq: number): void {
    this.#marks = this.#marks.filter((m) => m.seq <= seq);
  }
}

/** A line as the file has it: of several written in one step each tells the first and the last. */
type Written = JournalLine & { readonly step?: readonly [number, number] };

function stepText(lines: readonly JournalLine[]): string {
  const [first, last] = [lines[0]?.seq ?? 0, lines.at(-1)?.seq ?? 0];
  const step = lines.length > 1 ? { step: [first, last] } : {};
  return lines.map((l) => `${JSON.stringify({ ...l, ...step })}\n`).join("");
}

/** Where the last whole step ends. What comes after was never acknowledged, and goes. */
async function endOf(path: string, file: FileHandle, marks: Marks): Promise<End> {
  const { size } = await stat(path);
  let whole: End = { head: START, bytes: 0 };
  let last = START.seq;
  for await (const { line, endsAt } of wholeLines(path)) {
    last = line.seq;
    if (line.step !== undefined && line.seq < line.step[1]) continue;
    whole = { head: { seq: line.seq, hash: line.hash }, bytes: endsAt };
    marks.add(line.seq, endsAt);
  }
  if (whole.bytes < size) {
    await refuseDamage(path, whole, last);
    await file.truncate(whole.bytes);
    await file.sync();
    process.emitWarning(
      `${path} ended in a step that was not written to its end (${size - whole.bytes} bytes): it had not been acknowledged and is taken back; everything before it is safe`,
      "Dateline",
    );
  }
  await syncFolder(dirname(path));
  return whole;
}

/** Lines from the start as long as each is whole. */
async function* wholeLines(path: string): AsyncGenerator<{ readonly line: Written; readonly endsAt: number }> {
  for await (const { text, endsAt } of textsOf(path, 0)) {
    const line = lineIn(text);
    if (line === undefined) return;
    yield { line, endsAt };
  }
}

/** Throws "store/journal" where a later step stands behind the damage: then what is damaged had been acknowledged. */
async function refuseDamage(path: string, whole: End, last: number): Promise<void> {
  for await (const { text } of textsOf(path, whole.bytes)) {
    const line = lineIn(text);
    const first = line?.step?.[0] ?? line?.seq ?? 0;
    if (line !== undefined && first > whole.head.seq + 1) parseLine("", last + 1);
  }
}

function lineIn(text: string): Written | undefined {
  try {
    const line: unknown = JSON.parse(text);
    const isLine = typeof line === "object" && line !== null && "seq" in line && "entry" in line && "hash" in line;
    return isLine ? (line as Written) : undefined;
  } catch {
    return undefined;
  }
}

async function* textsOf(
  path: string,
  start: number,
): AsyncGenerator<{ readonly text: string; readonly endsAt: number }> {
  const { size } = await stat(path);
  let endsAt = start;
  const input = createReadStream(path, { start });
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    endsAt += Buffer.byteLength(text) + 1;
    if (endsAt > size) return;
    yield { text, endsAt };
  }
}

async function* linesOf(path: string, from: Mark, after: number): AsyncGenerator<JournalLine> {
  let number = from.seq;
  for await (const { text } of textsOf(path, from.bytes)) {
    number += 1;
    const line = parseLine(text, number);
    if (line.seq > after) yield line;
  }
}
