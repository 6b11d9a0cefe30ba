import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { DatelineError } from "@dateline/model";
import { errnoOf } from "../errno.ts";
import { type Ingested, type IngestFailure, LIMITS } from "./ingested.ts";

/** A file that is there, standard input (`-`) or an address on the web. */
export interface InputFile {
  readonly kind: "file";
  /** As the user wrote it. */
  readonly name: string;
}

/** Whether an input is an address on the web and not a path. */
export function isUrl(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

const READABLE = /\.(txt|text|md|html?|xhtml|pdf|jsonl|ndjson|json|rss|atom|xml)$/i;

/** What the user named: files as they are, folders as the readable files in them, sorted by path. */
export async function* inputFiles(names: readonly string[]): AsyncGenerator<InputFile | IngestFailure> {
  for (const name of names) {
    if (name === "-" || isUrl(name)) {
      yield { kind: "file", name };
      continue;
    }
    try {
      const found = await stat(name);
      if (found.isDirectory()) yield* filesIn(name);
      else yield { kind: "file", name };
    } catch (cause) {
      yield failure(name, missing(cause));
    }
  }
}

/** Files about a folder, and hidden ones, are no reports. */
const ABOUT = /^(\.|readme\b|licen[cs]e\b)/i;
/** Holds the format of a record: the files beside it are its originals and readings, not reports to add. */
const RECORD_MARK = "record.json";

async function* filesIn(folder: string): AsyncGenerator<InputFile | IngestFailure> {
  let found = false;
  for await (const name of readableFiles(folder)) {
    found = true;
    yield { kind: "file", name };
  }
  if (found) return;
  const message = "is a folder without readable files (.txt, .html, .pdf, .jsonl, .rss, .xml); name files directly";
  yield failure(folder, new DatelineError("ingest/empty-folder", message));
}

/** Depth first, by name; hidden folders and records are passed over. */
async function* readableFiles(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some((e) => e.name === RECORD_MARK)) return;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith(".")) yield* readableFiles(path);
    else if (entry.isFile() && READABLE.test(entry.name) && !ABOUT.test(entry.name)) yield path;
  }
}

function missing(cause: unknown): DatelineError {
  const code = errnoOf(cause);
  if (code === "ENOENT") return new DatelineError("ingest/missing", "does not exist; check the path", { cause });
  if (code === "EACCES") return new DatelineError("ingest/denied", "may not be read; check its permissions", { cause });
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatelineError("ingest/unreadable", `cannot be read (${why})`, { cause });
}

export function failure(from: string, error: unknown): IngestFailure & Ingested {
  if (error instanceof DatelineError) return { kind: "failure", from, error };
  const why = error instanceof Error ? error.message : String(error);
  return {
    kind: "failure",
    from,
    error: new DatelineError("ingest/unreadable", `cannot be read (${why})`, { cause: error }),
  };
}

/** All bytes of a file or of standard input, at most {@link LIMITS}.fileBytes. */
export async function bytesOf(name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of streamOf(name)) {
    size += chunk.length;
    if (size > LIMITS.fileBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): DatelineError {
  const limit = LIMITS.fileBytes / 1024 / 1024;
  return new DatelineError("ingest/too-large", `is larger than ${limit} MB; split it, or give reports as JSON Lines`);
}

/** The first bytes of a file, to tell what it holds without reading it whole; empty for standard input. */
export async function headOf(name: string): Promise<Uint8Array> {
  if (name === "-") return new Uint8Array();
  try {
    const file = await open(name);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw missing(cause);
  }
}

export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** The line was longer than {@link LIMITS}.lineBytes; its bytes are left out. */
  readonly tooLong: boolean;
}

/** Lines of a file or of standard input, counted from 1, with memory bounded by the longest line allowed. */
export async function* linesOf(name: string): AsyncGenerator<Line> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let size = 0;
  const line = (): Line => {
    const tooLong = size > LIMITS.lineBytes;
    const made = { number, bytes: tooLong ? new Uint8Array() : Buffer.concat(parts), tooLong };
    number += 1;
    parts = [];
    size = 0;
    return made;
  };
  const keep = (part: Uint8Array): void => {
    size += part.length;
    if (size <= LIMITS.lineBytes) parts.push(part);
    else parts = [];
  };
  for await (const chunk of streamOf(name)) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, to));
      yield line();
      from = to + 1;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield line();
}

async function* streamOf(name: string): AsyncGenerator<Uint8Array> {
  const stream = name === "-" ? process.stdin : createReadStream(name);
  try {
    for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  } catch (cause) {
    throw missing(cause);
  }
}
