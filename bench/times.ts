// Times on TimeBank, AQUAINT and GUM news, ours beside chrono-node and compromise-dates in the same run:
//   npx tsx bench/times.ts [SHARED_DIR]
// Figures are F1 of score-spans.mjs; the peers get their best mapping onto TimeML's values that we could write.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createReader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";
import * as chrono from "chrono-node";
import nlp from "compromise";
import dates from "compromise-dates";
import { type Figure, type MeasuredReport, reportsOf, scored, shown, together } from "./parts/layer-score.ts";

interface ReadTime {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly timex: string | null;
  readonly value?: string | null;
}

type Tagger = (report: MeasuredReport) => readonly ReadTime[];

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = process.argv[2] ?? join(root, "../shared");
const reader = createReader(loadResources());

const ours: Tagger = ({ id, title, publisher, published, url, text }) =>
  reader.analyse({ id, title, publisher, published, url, text }, "time").times;

const two = (n: number): string => String(n).padStart(2, "0");

const byChrono: Tagger = ({ text, published }) =>
  chrono.parse(text, published ? new Date(`${published}T12:00:00`) : undefined).map((r) => {
    const { start } = r;
    const [year, month, day, hour, minute] = (["year", "month", "day", "hour", "minute"] as const).map((c) =>
      start.get(c),
    );
    const month2 = `${year}-${two(month ?? 1)}`;
    const date =
      start.isCertain("month") && !start.isCertain("day") && !start.isCertain("weekday")
        ? month2
        : `${month2}-${two(day ?? 1)}`;
    const timed = start.isCertain("hour");
    const timex = timed ? `${date}T${two(hour ?? 0)}:${two(minute ?? 0)}` : date;
    return { start: r.index, end: r.index + r.text.length, kind: timed ? "time" : "date", timex, value: timex };
  });

nlp.plugin(dates);

interface CompromiseDate {
  readonly offset: { readonly start: number; readonly length: number };
  readonly dates?: { readonly start?: string | null; readonly end?: string | null };
}

/** A line at a time: the package throws on some texts, which then cost it only the line. */
const byCompromise: Tagger = ({ text, published }) => {
  const found: ReadTime[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    try {
      for (const t of compromised(line, published ?? null)) found.push({ ...t, start: t.start + at, end: t.end + at });
    } catch {
      thrown += 1;
    }
    at += line.length + 1;
  }
  return found;
};

let thrown = 0;

function compromised(text: string, today: string | null): readonly ReadTime[] {
  const doc = nlp(text) as unknown as {
    dates(options: { today?: string }): { json(options: { offset: boolean }): readonly CompromiseDate[] };
  };
  return doc
    .dates(today === null ? {} : { today })
    .json({ offset: true })
    .map(({ offset, dates: found }) => {
      const timex = periodOf(found?.start?.slice(0, 10) ?? null, found?.end?.slice(0, 10) ?? null);
      return { start: offset.start, end: offset.start + offset.length, kind: "date", timex, value: timex };
    });
}

/** A start and end that make a whole month or year, as that. */
function periodOf(start: string | null, end: string | null): string | null {
  if (start === null || end === null) return start;
  if (start.endsWith("-01-01") && end.endsWith("-12-31") && start.slice(0, 4) === end.slice(0, 4))
    return start.slice(0, 4);
  if (start.endsWith("-01") && start.slice(0, 7) === end.slice(0, 7) && end > `${start.slice(0, 7)}-27`)
    return start.slice(0, 7);
  return start;
}

const taggers: readonly (readonly [string, Tagger])[] = [
  ["Dateline", ours],
  ["chrono-node", byChrono],
  ["compromise-dates", byCompromise],
];

const MEASURES = ["strict", "relaxed", "value"] as const;
const lines = ["| set | tagger | strict | relaxed | value | words/s |", "| --- | --- | --- | --- | --- | --- |"];
const news = new Map<string, Figure[]>();
for (const set of ["timebank", "aquaint", "gum-news"]) {
  const gold = join(shared, `corpora/measure/times-${set}.jsonl`);
  const reports = await reportsOf(gold);
  const words = reports.reduce((n, r) => n + r.text.split(/\s+/).length, 0);
  for (const [name, tag] of taggers) {
    const began = performance.now();
    const readings = reports.map((r) => ({ report: { id: r.id }, times: tag(r) }));
    const rate = Math.round(words / ((performance.now() - began) / 1000));
    const f = scored(shared, "times", { gold, readings });
    for (const k of set === "gum-news" ? [] : MEASURES) {
      const figure = f[k];
      if (typeof figure === "object") news.set(`${name} ${k}`, [...(news.get(`${name} ${k}`) ?? []), figure]);
    }
    lines.push(`| ${set} | ${name} | ${shown(f.strict)} | ${shown(f.relaxed)} | ${shown(f.value)} | ${rate} |`);
  }
}

for (const [name] of taggers) {
  const cells = MEASURES.map((k) => shown(together(news.get(`${name} ${k}`) ?? [])));
  lines.push(`| timebank and aquaint | ${name} | ${cells.join(" | ")} | – |`);
}
if (thrown > 0) lines.push("", `compromise-dates threw on ${thrown} lines, which count as read without times.`);
const table = lines.join("\n");
console.log(table);
mkdirSync(join(root, "bench/results"), { recursive: true });
writeFileSync(
  join(root, "bench/results/times.md"),
  `# Times\n\nF1, made by \`npx tsx bench/times.ts\`: our reader up to its time step (tokens, sentences, tags, parse and names before it), and two\npackages on the text alone. \`gum-news\` marks dates and times of day only, so that durations and sets count against all.\n\n${table}\n`,
);
