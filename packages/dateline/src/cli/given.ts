import { type Command, InvalidArgumentError, Option } from "commander";
import type { Given } from "../ingest/ingested.ts";
import { OWN } from "../own-places.ts";

export interface GivenOptions {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly encoding?: string;
}

/** Options that say of a report what its file does not. */
export function addGivenOptions(command: Command): Command {
  return command
    .option("--published <date>", "publication date (YYYY-MM-DD) where the file does not say", isoDay)
    .option("--publisher <name>", "publisher where the file does not say")
    .option("--title <title>", "title where the file does not say")
    .option("--url <url>", "address where the file does not say")
    .option("--encoding <name>", "character encoding of text files that are not UTF-8");
}

export function givenOf({ title, publisher, published, url, encoding }: GivenOptions): Given {
  return { title, publisher, published, url, encoding };
}

export function workersOption(): Option {
  return new Option("--workers <n>", "worker threads; 0 reads without any (default: one a processor)").argParser(count);
}

function count(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > 256)
    throw new InvalidArgumentError("a whole number from 0 to 256 is wanted.");
  return n;
}

/** A day of the calendar, or a month or year where no more is known. */
function isoDay(text: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) throw new InvalidArgumentError("a date like 2020-06-05 is wanted.");
  const [, year, month = "01", day = "01"] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(8, 10) !== day) {
    throw new InvalidArgumentError("there is no such day in the calendar.");
  }
  return text;
}

/** The user's own lists, which win over ours. */
export function addListOptions(command: Command): Command {
  return command
    .option("--actors <file>", "your own actor list (YAML, JSON or TSV); it wins over ours", (path: string) => {
      process.env[OWN.actors] = path;
      return path;
    })
    .option(
      "--gazetteer <file>",
      "your own places, made by `dateline gazetteer import`; added to ours, and they win",
      (path: string) => {
        process.env[OWN.gazetteer] = path;
        return path;
      },
    );
}
