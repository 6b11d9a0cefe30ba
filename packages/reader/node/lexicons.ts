import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "yaml";

export interface CompiledLexicons {
  readonly hash: string;
  readonly lexicons: Readonly<Record<string, unknown>>;
}

/** All YAML and TSV files below `dir` as values by path without ending, and the SHA-256 over them. */
export function compileLexicons(dir: string): CompiledLexicons {
  const hash = createHash("sha256");
  const lexicons: Record<string, unknown> = {};
  for (const file of lexiconFiles(dir)) {
    const text = readFileSync(file, "utf8");
    const path = relative(dir, file).replaceAll("\\", "/");
    hash.update(`${path}\n${text}\n`);
    lexicons[path.replace(/\.(ya?ml|tsv)$/, "")] = path.endsWith(".tsv") ? tsvRows(text) : parse(text);
  }
  return { hash: hash.digest("hex"), lexicons };
}

/** The same from a kept copy in `cache` as long as no source is newer: parsing YAML takes longer than reading a report. */
export function cachedLexicons(dir: string, cache: string): CompiledLexicons {
  if (existsSync(cache)) {
    const made = statSync(cache).mtimeMs;
    const fresh = lexiconFiles(dir).every((f) => statSync(f).mtimeMs <= made) && statSync(dir).mtimeMs <= made;
    if (fresh) return JSON.parse(readFileSync(cache, "utf8")) as CompiledLexicons;
  }
  const compiled = compileLexicons(dir);
  mkdirSync(join(cache, ".."), { recursive: true });
  const half = `${cache}.${process.pid}`;
  writeFileSync(half, JSON.stringify(compiled));
  renameSync(half, cache);
  return compiled;
}

/** Rows of a TSV: the first line names the columns, lines from `#` on are comments. */
function tsvRows(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));
}

function lexiconFiles(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((f) => /\.(ya?ml|tsv)$/.test(f))
    .sort()
    .map((f) => join(dir, f));
}
