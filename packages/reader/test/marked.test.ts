import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  ACTOR_KINDS,
  type Claim,
  COUNTED,
  type CountRange,
  MODES,
  PLACE_LEVELS,
  type Reading,
  STATUSES,
} from "@dateline/model";
import { describe, expect, test } from "vitest";
import { loadResources } from "../node/load.ts";
import { createReader } from "../src/index.ts";

interface MarkedEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly mentions: readonly string[];
}

interface MarkedClaim {
  readonly n: number;
  readonly event: number;
  readonly quote: string;
  readonly trigger: string;
  readonly type: string;
  readonly mode: string | null;
  readonly agents: readonly string[];
  readonly targets: readonly string[];
  readonly place: { readonly name: string; readonly country: string | null; readonly level: string } | null;
  readonly time: string | null;
  readonly status: string;
  readonly sources: readonly string[];
  readonly counts?: Readonly<Record<string, CountRange>>;
}

interface MarkedReport {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string;
  readonly published: string;
  readonly text: string;
  readonly entities: readonly MarkedEntity[];
  readonly claims: readonly MarkedClaim[];
}

const folder: string = join(import.meta.dirname, "../golden/marked");
const reports: readonly MarkedReport[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
const half = (name: string): readonly MarkedReport[] => reports.filter((r) => r.id.startsWith(`${name}-`));

describe("the marked reports", () => {
  test("are forty, half to look at and half not", () => {
    expect(half("dev")).toHaveLength(20);
    expect(half("blind")).toHaveLength(20);
    expect(reports).toHaveLength(40);
  });

  test.each(reports.map((r) => [r.id, r] as const))(
    "%s is well formed and its words stand in the text",
    (_, report) => {
      expect(faultsIn(report)).toEqual([]);
    },
  );

  test("a mark that is not in the text, or not of the codebook, is found out", () => {
    const claim: MarkedClaim = {
      n: 1,
      event: 1,
      quote: "Police arrested Mr Okello",
      trigger: "arrested",
      type: "COERCE",
      mode: "arrest",
      agents: ["police"],
      targets: [],
      place: null,
      time: "2020-05",
      status: "happened",
      sources: [],
    };
    const police = { id: "police", name: "Police", kind: "police", mentions: ["Police"] };
    const report = { id: "dev-x", title: null, publisher: "P", published: "2020-05-03", text: `${claim.quote}.` };
    const faults = (c: Partial<MarkedClaim>): readonly string[] =>
      faultsIn({ ...report, entities: [police], claims: [{ ...claim, ...c }] });
    expect(faults({})).toEqual([]);
    expect(faults({ trigger: "detained" })).toEqual(["claim 1: trigger not in the quote"]);
    expect(faults({ quote: "Soldiers arrested Mr Okello" })).toEqual(["claim 1: quote not once in the text"]);
    expect(faults({ type: "ARREST", mode: null })).toEqual(["claim 1: no type ARREST"]);
    expect(faults({ mode: "aerial" })).toEqual(["claim 1: COERCE has no mode aerial"]);
    expect(faults({ targets: ["okello"] })).toEqual(["claim 1: no entity okello"]);
    expect(faults({ time: "May 2020" })).toEqual(["claim 1: time May 2020"]);
    expect(faults({ status: "done" })).toEqual(["claim 1: status done"]);
    expect(faults({ place: { name: "Gulu", country: "UG", level: "city" } })).toEqual(["claim 1: place Gulu"]);
    expect(faults({ counts: { killed: [3, 2] } })).toEqual(["claim 1: counts of killed"]);
  });
});

describe("the readings of the marked reports", () => {
  const reader = createReader(loadResources());
  const read = ({ id, title, publisher, published, text }: MarkedReport): Reading =>
    reader.read({ id, title, publisher, published, text });

  // Floors lie some points below what bench/claims.ts measures, so that only a real loss fails.
  test.each([
    ["dev", { found: 66, typed: 57, who: 36 }],
    ["blind", { found: 62, typed: 54, who: 35 }],
  ] as const)("are of at least the stated worth on the %s half", (name, floor) => {
    const worth = score(half(name).map((marked) => ({ marked, reading: read(marked) })));
    expect(worth.found).toBeGreaterThanOrEqual(floor.found);
    expect(worth.typed).toBeGreaterThanOrEqual(floor.typed);
    expect(worth.who).toBeGreaterThanOrEqual(floor.who);
  });

  test("the score of no claims is 0, and other words for the same doer count", () => {
    const text = "Rebels of the Front killed two soldiers.";
    const marked = markedAs(text, ["the Front", "Rebels of the Front"]);
    const reading = reader.read({ text });
    expect(score([{ marked, reading: { ...reading, claims: [] } }])).toEqual({ found: 0, typed: 0, who: 0 });
    expect(score([{ marked, reading }])).toEqual({ found: 100, typed: 100, who: 100 });
    const others = markedAs(text, ["the army"]);
    expect(score([{ marked: others, reading }])).toEqual({ found: 100, typed: 100, who: 0 });
  });
});

const DATE = String.raw`\d{4}(-\d{2}(-\d{2})?)?`;
const TIME = new RegExp(`^(${DATE}|${DATE}/(${DATE})?|/${DATE})$`);
const TYPES: Readonly<Record<string, readonly string[]>> = MODES;
const has = (list: readonly string[], value: string): boolean => list.includes(value);

function faultsIn(report: MarkedReport): readonly string[] {
  const low = report.text.toLowerCase();
  const missing = report.entities.flatMap((e) =>
    [e.name, ...e.mentions].filter((m) => !low.includes(m.toLowerCase())).map((m) => `${e.id}: not in the text: ${m}`),
  );
  const kinds = report.entities.filter((e) => !has(ACTOR_KINDS, e.kind)).map((e) => `${e.id}: kind ${e.kind}`);
  const ids = report.entities.map((e) => e.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id}: twice`);
  const claims = report.claims.flatMap((c, i) => [
    ...(c.n === i + 1 ? [] : [`claim ${c.n}: should be ${i + 1}`]),
    ...[...wordFaults(report, c), ...slotFaults(c), ...idFaults(ids, c)].map((fault) => `claim ${c.n}: ${fault}`),
  ]);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(report.published) ? [] : [`published ${report.published}`];
  return [...date, ...missing, ...kinds, ...twice, ...claims];
}

function wordFaults({ text }: MarkedReport, claim: MarkedClaim): readonly string[] {
  const once = text.split(claim.quote).length === 2;
  const place = claim.place === null || text.toLowerCase().includes(claim.place.name.toLowerCase());
  return [
    ...(once ? [] : ["quote not once in the text"]),
    ...(claim.trigger !== "" && claim.quote.includes(claim.trigger) ? [] : ["trigger not in the quote"]),
    ...(place ? [] : [`place ${claim.place?.name}`]),
  ];
}

function slotFaults(c: MarkedClaim): readonly string[] {
  const modes = TYPES[c.type];
  const place = c.place === null || (has(PLACE_LEVELS, c.place.level) && /^[A-Z]{2}$/.test(c.place.country ?? "XX"));
  const counts = Object.entries(c.counts ?? {}).filter(([what, range]) => !has(COUNTED, what) || !rising(range));
  return [
    ...(modes === undefined ? [`no type ${c.type}`] : []),
    ...(c.mode === null || modes === undefined || modes.includes(c.mode) ? [] : [`${c.type} has no mode ${c.mode}`]),
    ...(has(STATUSES, c.status) ? [] : [`status ${c.status}`]),
    ...(c.time === null || TIME.test(c.time) ? [] : [`time ${c.time}`]),
    ...(place ? [] : [`level or country of ${c.place?.name}`]),
    ...counts.map(([what]) => `counts of ${what}`),
  ];
}

function rising([min, max]: CountRange): boolean {
  return (min !== null || max !== null) && (min ?? 0) <= (max ?? Number.POSITIVE_INFINITY);
}

function idFaults(ids: readonly string[], c: MarkedClaim): readonly string[] {
  return [...c.agents, ...c.targets, ...c.sources].filter((id) => !ids.includes(id)).map((id) => `no entity ${id}`);
}

interface Read {
  readonly marked: MarkedReport;
  readonly reading: Reading;
}

interface Worth {
  readonly found: number;
  readonly typed: number;
  readonly who: number;
}

/** F1 in percent, over all reports together: triggers met, met with the type, and with doers and done-to as well. */
function score(all: readonly Read[]): Worth {
  const pairs = all.flatMap(paired);
  const claims = all.reduce((sum, { marked, reading }) => sum + marked.claims.length + reading.claims.length, 0);
  const f1 = (hits: number): number => (200 * hits) / claims;
  const typed = pairs.filter((p) => p.claim.type === p.mark.type);
  const who = typed.filter((p) => sameActors(p, "agents") && sameActors(p, "targets"));
  return { found: f1(pairs.length), typed: f1(typed.length), who: f1(who.length) };
}

interface Pair extends Read {
  readonly mark: MarkedClaim;
  readonly claim: Claim;
}

/** One claim that was read for each mark whose trigger it overlaps, the same type first. */
function paired({ marked, reading }: Read): readonly Pair[] {
  const met = marked.claims.flatMap((mark) =>
    reading.claims
      .filter((claim) => overlaps(marked.text, mark, claim))
      .map((claim): Pair => ({ marked, reading, mark, claim })),
  );
  const best = [...met].sort((a, b) => Number(b.claim.type === b.mark.type) - Number(a.claim.type === a.mark.type));
  const taken = new Set<MarkedClaim | Claim>();
  return best.filter(({ mark, claim }) => {
    if (taken.has(mark) || taken.has(claim)) return false;
    taken.add(mark).add(claim);
    return true;
  });
}

function overlaps(text: string, { quote, trigger }: MarkedClaim, claim: Claim): boolean {
  const start = text.indexOf(quote) + quote.indexOf(trigger);
  return claim.trigger.start < start + trigger.length && start < claim.trigger.end;
}

function sameActors({ marked, reading, mark, claim }: Pair, slot: "agents" | "targets"): boolean {
  const read = claim[slot].map((id) => wordingsRead(reading, id));
  const wanted = mark[slot].map((id) => wordingsMarked(marked, id));
  return read.length === wanted.length && wanted.every((w) => read.some((r) => r.some((x) => w.some(sameAs(x)))));
}

function wordingsRead(reading: Reading, id: string): readonly string[] {
  const entity = reading.entities.find((e) => e.id === id);
  const mentions = entity?.mentions.filter((m) => m.form !== "pronoun") ?? [];
  return [entity?.name ?? "", ...mentions.map((m) => reading.report.text.slice(m.start, m.end))].map(bare);
}

function wordingsMarked(marked: MarkedReport, id: string): readonly string[] {
  return (marked.entities.find((e) => e.id === id)?.mentions ?? []).map(bare);
}

/** Lower case, no marks, no article: "The rebels'" and "rebels" are one wording. */
function bare(words: string): string {
  const plain = words.toLowerCase().replace(/[’']s?\b/g, "");
  return plain
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/\b(?:the|an?|its|their|his|her|of)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const sameAs =
  (one: string) =>
  (other: string): boolean =>
    one === other ||
    (one.length > 3 && ` ${other} `.includes(` ${one} `)) ||
    (other.length > 3 && ` ${one} `.includes(` ${other} `));

function markedAs(text: string, mentions: readonly string[]): MarkedReport {
  const entities = [
    { id: "a", name: mentions[0] ?? "", kind: "armed-group", mentions },
    { id: "b", name: "two soldiers", kind: "military", mentions: ["two soldiers"] },
  ];
  const slots = { type: "ASSAULT", mode: null, place: null, time: null, status: "happened", sources: [] } as const;
  const claim = { n: 1, event: 1, quote: text, trigger: "killed", agents: ["a"], targets: ["b"], ...slots };
  return { id: "dev-x", title: null, publisher: "P", published: "2020-05-03", text, entities, claims: [claim] };
}
