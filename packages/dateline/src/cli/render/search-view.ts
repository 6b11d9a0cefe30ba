import type { EventHit, FoundPage, ReportHit, SearchFound, WordsFound } from "../../store/record-store.ts";
import type { Terminal } from "../terminal.ts";
import { chainOf, eventLines } from "./event-view.ts";
import { GLYPHS } from "./values.ts";
import { wrap } from "./wrap.ts";

/** What a search found: events with the words that answer, then reports. */
export function searchView({ events, reports }: SearchFound, terminal: Terminal): string {
  const { colors: c } = terminal;
  if (events.total + reports.total === 0) return `${c.dim("Nothing in this record answers.")}\n`;
  const lines = [
    ...events.items.flatMap((hit) => eventHit(hit, terminal)),
    ...(reports.total === 0 ? [] : ["", c.bold("Reports with these words")]),
    ...reports.items.flatMap((hit) => reportHit(hit, terminal)),
    "",
    c.dim(summary(events, "event") + (reports.total === 0 ? "" : ` · ${summary(reports, "report")}`)),
  ];
  return `${lines.join("\n")}\n`;
}

function summary({ items, total, atLeast }: FoundPage<unknown>, one: string): string {
  const of = items.length < total ? `${items.length} of ` : "";
  const more = items.length < total ? " (--limit shows more)" : "";
  return `${of}${atLeast ? "at least " : ""}${total} ${one}${total === 1 ? "" : "s"}${more}`;
}

function eventHit({ event, claims, answering }: EventHit, terminal: Terminal): readonly string[] {
  const { colors: c, width } = terminal;
  const told = claims.flatMap(({ claim, ...words }) => [
    c.dim(`    ${GLYPHS[claim.status]} ${chainOf(claim.chain, claim.publisher)} · ${claim.published ?? "no date"}`),
    ...marked(words, width - 6, c.underline).map((line) => `      ${line}`),
  ]);
  const more = answering > claims.length ? [c.dim(`    and ${answering - claims.length} more claims`)] : [];
  return [...eventLines(event, terminal), ...told, ...more];
}

function reportHit(hit: ReportHit, { colors: c, width }: Terminal): readonly string[] {
  const facts = [hit.publisher ?? "no publisher", hit.published ?? "no date", hit.report].join(" · ");
  return [
    ...wrap(hit.title ?? "no title", width),
    c.dim(`  ${facts}`),
    ...marked(hit, width - 4, c.underline).map((line) => `    ${line}`),
  ];
}

// Marks stand for no column while lines are broken.
const [OPEN, CLOSE] = ["\u2060\u2062", "\u2060\u2063"];

function marked({ snippet, marks }: WordsFound, width: number, mark: (s: string) => string): readonly string[] {
  let out = "";
  let at = 0;
  for (const { start, end } of marks) {
    out += `${snippet.slice(at, start)}${OPEN}${snippet.slice(start, end)}${CLOSE}`;
    at = end;
  }
  const lines = wrap(out + snippet.slice(at), width);
  return lines.map((line) => line.replace(new RegExp(`${OPEN}(.*?)${CLOSE}`, "gu"), (_, word: string) => mark(word)));
}
