import type { Claim, Reading } from "@dateline/model";
import type { TracedReading } from "@dateline/reader";
import { FEATURES, type Feature } from "../../packages/reader/src/events/confidence.ts";

/** A report as marked by hand; see the guideline beside the marked reports. */
export interface MarkedReport {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly text: string;
  readonly entities: readonly { readonly id: string; readonly mentions: readonly string[] }[];
  readonly claims: readonly MarkedClaim[];
}

interface MarkedClaim {
  readonly quote: string;
  readonly trigger: string;
  readonly type: string;
  readonly agents: readonly string[];
  readonly targets: readonly string[];
}

/** A claim that was read, and whether type, doers and those done to are as marked. */
export interface Judged {
  readonly claim: Claim;
  readonly right: boolean;
  readonly features: readonly Feature[];
}

/** Judges each claim of a reading by the marked claim of its type whose trigger it meets. */
export function judge(marked: MarkedReport, { reading, trace }: TracedReading): readonly Judged[] {
  const features = new Map(
    trace.filter((e) => e.rule === "confidence").map((e) => [e.span?.start ?? -1, e.gave.split(", ") as Feature[]]),
  );
  const used = new Set<MarkedClaim>();
  return reading.claims.map((claim) => {
    const twin = marked.claims.find((m) => !used.has(m) && m.type === claim.type && meets(marked.text, m, claim));
    if (twin !== undefined) used.add(twin);
    const right =
      twin !== undefined &&
      same(marked, reading, twin.agents, claim.agents) &&
      same(marked, reading, twin.targets, claim.targets);
    return { claim, right, features: features.get(claim.trigger.start) ?? [] };
  });
}

function meets(text: string, m: MarkedClaim, claim: Claim): boolean {
  const quote = text.indexOf(m.quote);
  const start = quote + m.quote.indexOf(m.trigger);
  return claim.trigger.start < start + m.trigger.length && start < claim.trigger.end;
}

function same(marked: MarkedReport, reading: Reading, want: readonly string[], got: readonly string[]): boolean {
  if (want.length !== got.length) return false;
  return want.every((id) => {
    const wordings = marked.entities.find((e) => e.id === id)?.mentions.map(norm) ?? [];
    return got.some((g) =>
      wordsOf(reading, g).some((w) =>
        wordings.some((x) => x === w || `${x} `.includes(`${w} `) || `${w} `.includes(`${x} `)),
      ),
    );
  });
}

function wordsOf(reading: Reading, id: string): readonly string[] {
  const e = reading.entities.find((x) => x.id === id);
  if (e === undefined) return [];
  return e.mentions.filter((m) => m.form !== "pronoun").map((m) => norm(reading.report.text.slice(m.start, m.end)));
}

function norm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/\b(?:the|a|an|its|their|his|her|our)\b/g, " ")
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const BANDS: readonly (readonly [number, number])[] = [
  [0, 0.2],
  [0.2, 0.3],
  [0.3, 0.4],
  [0.4, 0.5],
  [0.5, 0.6],
  [0.6, 0.7],
  [0.7, 0.8],
  [0.8, 1.01],
];

/** The table of what was said and what was right, as Markdown. */
export function reliability(judged: readonly Judged[]): string {
  const rows = BANDS.map(([from, to]) => {
    const inBand = judged.filter((j) => j.claim.confidence >= from && j.claim.confidence < to);
    if (inBand.length === 0) return null;
    const said = inBand.reduce((s, j) => s + j.claim.confidence, 0) / inBand.length;
    const right = inBand.filter((j) => j.right).length / inBand.length;
    return `| ${from.toFixed(1)}–${Math.min(1, to).toFixed(1)} | ${inBand.length} | ${(100 * said).toFixed(0)} % | ${(100 * right).toFixed(0)} % |`;
  });
  return [
    "| confidence | claims | mean confidence | right |",
    "| --- | --- | --- | --- |",
    ...rows.filter((r) => r !== null),
  ].join("\n");
}

/** Weights of the estimate by logistic regression with a ridge, from the features in the trace; deterministic. */
export function fitted(judged: readonly Judged[]): string {
  const weights = new Map<Feature, number>(FEATURES.map((f) => [f, 0]));
  for (let round = 0; round < 3000; round += 1) {
    const gradient = new Map<Feature, number>();
    for (const j of judged) {
      const on = j.features;
      const odds = on.reduce((s, f) => s + (weights.get(f) ?? 0), 0);
      const miss = (j.right ? 1 : 0) - 1 / (1 + Math.exp(-odds));
      for (const f of on) gradient.set(f, (gradient.get(f) ?? 0) + miss);
    }
    for (const f of FEATURES) {
      const pull = f === "bias" ? 0 : 2 * (weights.get(f) ?? 0);
      weights.set(f, (weights.get(f) ?? 0) + (0.5 / Math.max(50, judged.length)) * ((gradient.get(f) ?? 0) - pull) * 4);
    }
  }
  return [...weights].map(([f, w]) => `  "${f}": ${w.toFixed(2)},`).join("\n");
}
