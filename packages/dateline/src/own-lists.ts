import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { DatelineError } from "@dateline/model";
import type { Resources } from "@dateline/reader";
import { openGazetteerFile } from "@dateline/reader/gazetteer-file";
import { parse } from "yaml";
import { OWN } from "./own-places.ts";

/** Our resources with the user's actor list and gazetteer in them; the stamps tell that the reading is another. */
export function withOwnLists(ours: Resources, env: NodeJS.ProcessEnv = process.env): Resources {
  const { [OWN.actors]: actors, [OWN.gazetteer]: gazetteer } = env;
  const withActors = actors ? addActors(ours, actors) : ours;
  return gazetteer ? addGazetteer(withActors, gazetteer) : withActors;
}

function addActors(ours: Resources, path: string): Resources {
  const bytes = bytesOf(path);
  return { ...ours, actors: actorList(path, bytes.toString("utf8")), hashes: stamped(ours.hashes, bytes) };
}

/** The file stays open and is never loaded: its digest stands for it in the stamp. */
function addGazetteer(ours: Resources, path: string): Resources {
  const places = openGazetteerFile(path);
  return { ...ours, places, hashes: stamped(ours.hashes, places.digest) };
}

function stamped({ model, rules }: Resources["hashes"], bytes: Uint8Array | string): Resources["hashes"] {
  return { model, rules: createHash("sha256").update(rules).update(bytes).digest("hex") };
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new DatelineError("lists/missing", `${path}: the list cannot be read; check the path`, { cause });
  }
}

/** Entries of an actor list: YAML or JSON (a list of entries), or TSV whose first line names the columns. */
function actorList(path: string, text: string): readonly unknown[] {
  if (/\.tsv$/i.test(path)) return tsvEntries(path, text);
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatelineError("lists/format", `${path}: is no YAML (${why})`, { cause });
  }
  if (!Array.isArray(value)) {
    throw new DatelineError(
      "lists/format",
      `${path}: a list of actors is wanted, each with "name" and what else is known`,
    );
  }
  for (const [i, entry] of value.entries()) refuseNameless(path, entry, `entry ${i + 1}`);
  return value;
}

function tsvEntries(path: string, text: string): readonly unknown[] {
  const [head = "", ...lines] = text.split(/\r?\n/);
  const columns = head.split("\t");
  return lines.flatMap((line, i) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const cells = line.split("\t");
    const entry = Object.fromEntries(columns.map((column, k) => [column, cells[k] ?? ""]));
    refuseNameless(path, entry, `line ${i + 2}`);
    return [entry];
  });
}

function refuseNameless(path: string, entry: unknown, where: string): void {
  const name: unknown = typeof entry === "object" && entry !== null ? Reflect.get(entry, "name") : undefined;
  if (typeof name === "string" && name !== "") return;
  throw new DatelineError("lists/format", `${path}, ${where}: an actor needs a "name"`);
}
