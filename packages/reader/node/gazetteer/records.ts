import { closeSync, openSync, readSync } from "node:fs";
import { DatelineError } from "@dateline/model";

/** The records of a file one after another, from any place where one begins. */
export interface Records {
  /** The next record's text, or null at the end. */
  next(): string | null;
  /** The byte behind the record that was given last. */
  readonly at: number;
  close(): void;
}

const BLOCK = 4 << 20;
/** A record longer than this is none. */
const MOST_BYTES = 64 << 20;
const [LINE_END, RETURN, QUOTE, BACKSLASH] = [10, 13, 34, 92];
const [OPEN, CLOSE, LIST_END] = [123, 125, 93];

/** A stretch of a file in memory that moves on; `from` is where what is still wanted begins. */
class Window {
  bytes: Buffer = Buffer.allocUnsafe(BLOCK);
  filled = 0;
  from = 0;
  #at: number;
  readonly #fd: number;
  readonly #path: string;

  constructor(path: string, at: number) {
    this.#path = path;
    this.#fd = openSync(path, "r");
    this.#at = at;
    this.more();
  }

  /** The place of `from` in the file. */
  get at(): number {
    return this.#at + this.from;
  }

  /** Reads on behind what is still wanted; false at the end of the file. */
  more(): boolean {
    const kept = this.filled - this.from;
    if (kept > MOST_BYTES) {
      throw new DatelineError("gazetteer/format", `${this.#path}: one record of more than 64 MB near byte ${this.at}`);
    }
    const bytes = kept > this.bytes.length / 2 ? Buffer.allocUnsafe(this.bytes.length * 2) : this.bytes;
    this.bytes.copy(bytes, 0, this.from, this.filled);
    this.#at += this.from;
    this.from = 0;
    this.bytes = bytes;
    const read = readSync(this.#fd, bytes, kept, bytes.length - kept, this.#at + kept);
    this.filled = kept + read;
    return read > 0;
  }

  close(): void {
    closeSync(this.#fd);
  }
}

/** A file's lines, without their ends. */
export function openLines(path: string, from = 0): Records {
  const w = new Window(path, from);
  return {
    next() {
      for (let scanned = w.from; ; ) {
        const end = w.bytes.subarray(0, w.filled).indexOf(LINE_END, scanned);
        if (end >= 0) return taken(w, end, end + 1);
        const seen = w.filled - w.from;
        if (!w.more()) return w.filled === w.from ? null : taken(w, w.filled, w.filled);
        scanned = w.from + seen;
      }
    },
    get at() {
      return w.at;
    },
    close: () => w.close(),
  };
}

function taken(w: Window, end: number, next: number): string {
  const to = end > w.from && w.bytes[end - 1] === RETURN ? end - 1 : end;
  const isMarked = w.at === 0 && w.bytes[0] === 0xef && w.bytes[1] === 0xbb && w.bytes[2] === 0xbf;
  const text = w.bytes.toString("utf8", isMarked ? 3 : w.from, to);
  w.from = next;
  return text;
}

/** Rows of a table with quoted fields: a line end inside quotes is part of the row. */
export function openRows(path: string, from = 0): Records {
  const lines = openLines(path, from);
  return {
    next() {
      let row = lines.next();
      while (row !== null && row.split('"').length % 2 === 0) {
        const line = lines.next();
        if (line === null) break;
        row += `\n${line}`;
        if (row.length > MOST_BYTES)
          throw new DatelineError("gazetteer/format", `${path}: a quote that is never closed`);
      }
      return row;
    },
    get at() {
      return lines.at;
    },
    close: () => lines.close(),
  };
}

/** The features of a GeoJSON collection, or the objects of a file with one after another. */
export function openFeatures(path: string, from = 0): Records {
  const w = new Window(path, from);
  if (from === 0) w.from = listStart(w);
  return {
    next() {
      for (;;) {
        while (w.from < w.filled && w.bytes[w.from] !== OPEN) {
          if (w.bytes[w.from] === LIST_END) return null;
          w.from += 1;
        }
        if (w.from < w.filled) return object(w, path);
        if (!w.more()) return null;
      }
    },
    get at() {
      return w.at;
    },
    close: () => w.close(),
  };
}

/** How far into a file its list of features has to begin. */
const HEAD_BYTES = 1 << 20;

function listStart(w: Window): number {
  const head = w.bytes.toString("latin1", 0, Math.min(w.filled, HEAD_BYTES));
  const list = /^[^[\]]*?"features"\s*:\s*\[/.exec(head) ?? /"features"\s*:\s*\[/.exec(head);
  const first = /\{\s*"type"\s*:\s*"Feature"/.exec(head);
  if (list === null || (first !== null && first.index < list.index)) return 0;
  return list.index + list[0].length;
}

/** The text of the object that begins here: to the bracket that closes it. */
function object(w: Window, path: string): string {
  let depth = 0;
  let isQuoted = false;
  for (let i = w.from; ; i++) {
    if (i >= w.filled) {
      const seen = i - w.from;
      if (!w.more()) throw new DatelineError("gazetteer/format", `${path}: ends inside a feature`);
      i = w.from + seen;
    }
    const c = w.bytes[i];
    if (isQuoted) {
      if (c === BACKSLASH) i += 1;
      else if (c === QUOTE) isQuoted = false;
    } else if (c === QUOTE) isQuoted = true;
    else if (c === OPEN) depth += 1;
    else if (c === CLOSE) {
      depth -= 1;
      if (depth === 0) return taken(w, i + 1, i + 1);
    }
  }
}
