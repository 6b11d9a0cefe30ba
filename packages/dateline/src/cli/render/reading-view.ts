import type { Claim, Place, Reading, ReportInput, Span } from "@dateline/model";
import stringWidth from "string-width";
import type { Terminal } from "../terminal.ts";
import { markedWords } from "./marked-words.ts";
import { chainText, countsText, entityNames, GLYPHS } from "./values.ts";
import { wrap } from "./wrap.ts";

/** Longest quotation shown of one claim, in UTF-16 code units around its trigger. */
const LONGEST_QUOTE = 420;
const LABEL = 8;

/** The title of a report, or its first words where it has none. */
export function headline({ title, text }: Pick<ReportInput, "title" | "text">, terminal: Terminal): string {
  const name = title ?? text.trimStart().slice(0, 80).split(/\r?\n/)[0] ?? "";
  return wrap(name, terminal.width)
    .map((line) => terminal.colors.bold(line))
    .join("\n");
}

/** A reading for a person, below its headline: what is known of the report, its claims with who says so and their words, its doubts. */
export function readingView(reading: Reading, terminal: Terminal, from?: string): string {
  const { colors: c } = terminal;
  const lines = [...facts(reading, terminal, from)];
  const shown = reading.claims.map((claim, i) => claimView(reading, claim, { terminal, number: i + 1 }));
  if (shown.length === 0) lines.push(c.dim("No claims found in this report."));
  lines.push(...shown.flatMap((claim) => [...claim, ""]));
  for (const note of reading.notes) {
    lines.push(...wrap(`! ${note.text}`, terminal.width).map((line) => c.yellow(line)));
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** What the glyphs mean, for the foot of the output. */
export function legend(terminal: Terminal): string {
  const parts = Object.entries(GLYPHS).map(([status, glyph]) => `${glyph} ${status}`);
  return terminal.colors.dim(`${parts.join("  ")}   chain: who first says so → … → publisher`);
}

function facts(reading: Reading, terminal: Terminal, from?: string): readonly string[] {
  const { publisher, published, publishedFrom } = reading.report;
  const events = new Set(reading.claims.map((claim) => claim.event)).size;
  const known = [
    publisher ?? "publisher not told",
    published === null
      ? "no date in this report"
      : `${published}${publishedFrom === "given" ? "" : ` (from ${publishedFrom})`}`,
    `${plural(reading.claims.length, "claim")} of ${plural(events, "event")}`,
    ...(from === undefined ? [] : [from]),
  ];
  return [...wrap(known.join(" · "), terminal.width).map((line) => terminal.colors.dim(line)), ""];
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

interface ClaimLook {
  readonly terminal: Terminal;
  readonly number: number;
}

function claimView(reading: Reading, claim: Claim, { terminal, number }: ClaimLook): readonly string[] {
  const { colors: c, width } = terminal;
  const namesOf = entityNames(reading.entities);
  const head = `${GLYPHS[claim.status]} ${c.bold(`${claim.type}${claim.mode === null ? "" : ` ${claim.mode}`}`)} ${c.dim(claim.status)}`;
  const right = c.dim(`${number} · ${Math.round(claim.confidence * 100)} %`);
  const rows: readonly (readonly [string, string])[] = [
    ["who", namesOf(claim.agents)],
    ["whom", namesOf(claim.targets)],
    ["where", placeText(reading.places.find((p) => p.id === claim.place))],
    ["when", claim.time?.value ?? timeWords(reading, claim)],
    ["counts", countsText(claim.counts)],
    ["says", chainText(claim.sources, reading)],
  ];
  const body = rows
    .filter(([, value]) => value !== "")
    .flatMap(([label, value]) =>
      wrap(value, width - LABEL - 2).map((line, i) => `  ${c.dim((i === 0 ? label : "").padEnd(LABEL))}${line}`),
    );
  return [spread(head, right, width), ...body, ...quote(reading, claim, terminal)];
}

function spread(left: string, right: string, width: number): string {
  const gap = width - stringWidth(left) - stringWidth(right);
  return left + " ".repeat(Math.max(1, gap)) + right;
}

function placeText(place: Place | undefined): string {
  if (place === undefined) return "";
  const country = place.country === null ? "" : ` · ${place.country}`;
  return `${place.name} (${place.level}${country})`;
}

/** A time that could not be resolved shows its words: "Friday" waits for a date. */
function timeWords(reading: Reading, claim: Claim): string {
  const words = claim.evidence.time.map((s) => `“${reading.report.text.slice(s.start, s.end)}”`);
  return words.length === 0 ? "" : `${words.join(" ")} (unresolved)`;
}

function quote(reading: Reading, claim: Claim, terminal: Terminal): readonly string[] {
  const { colors: c, width } = terminal;
  const span = shownSpan(claim);
  const before = span.start > claim.span.start ? "… " : "";
  const after = span.end < claim.span.end ? " …" : "";
  const lines = markedWords(reading.report.text, span, { claim, colors: c, width: width - LABEL - 4 });
  return lines.map((line, i) => {
    const text = `${i === 0 ? `“${before}` : ""}${line}${i === lines.length - 1 ? `${after}”` : ""}`;
    return `  ${" ".repeat(LABEL)}${text}`;
  });
}

/** The claim's words, around its trigger where they are long. */
function shownSpan(claim: Claim): Span {
  const { start, end } = claim.span;
  if (end - start <= LONGEST_QUOTE) return { start, end };
  const half = LONGEST_QUOTE / 2;
  return { start: Math.max(start, claim.trigger.start - half), end: Math.min(end, claim.trigger.end + half) };
}
