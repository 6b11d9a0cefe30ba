import type { Candidate } from "./atlas.ts";
import { candidatesOf, kmBetween, type Lookup } from "./candidates.ts";
import { keyOf } from "./key.ts";
import type { PlaceMention } from "./mention.ts";

/** The reading of a name in a report, with the others and the rule that chose. */
export interface Choice {
  readonly chosen: Candidate | null;
  readonly others: readonly Candidate[];
  readonly rule: string;
}

/** What speaks for a reading of a name, apart from the name itself. */
export interface Setting {
  /** Mentions of countries in the report, their people and their capitals included, by alpha-2. */
  readonly countries: ReadonlyMap<string, number>;
  /** Where the publisher is, alpha-2, or null. */
  readonly home: string | null;
}

/** One name of the report with its readings. */
interface Name {
  readonly key: string;
  readonly candidates: readonly Candidate[];
  readonly mentions: number;
  /** Keys of what holds it, by the text ("Paris, Texas"). */
  readonly within: readonly string[];
  readonly level: PlaceMention["level"];
}

/** Names beyond this number are read by themselves: the cost grows with the square. */
const MOST_NAMES = 80;
const ROUNDS = 3;
/** Distance at which a neighbour counts a third as much. */
const NEAR_KM = 120;

/** Chooses one reading a name for the whole report: names are told in one sense, and near each other. */
export function choose(
  mentions: readonly PlaceMention[],
  lookup: Lookup,
  setting: Setting,
): ReadonlyMap<string, Choice> {
  const names = namesOf(mentions, lookup);
  let best = new Map(names.map((n) => [n.key, byItself(n, setting)]));
  const linked = names.slice(0, MOST_NAMES);
  for (let round = 0; round < ROUNDS; round++) {
    const here = best;
    best = new Map(here);
    for (const n of linked) best.set(n.key, inContext(n, { names: linked, best: here, setting, lookup }));
  }
  return new Map(names.map((n) => [n.key, choiceOf(n, best.get(n.key))]));
}

function namesOf(mentions: readonly PlaceMention[], lookup: Lookup): readonly Name[] {
  const byKey = new Map<
    string,
    { first: PlaceMention; count: number; within: string[]; level: PlaceMention["level"] }
  >();
  for (const m of mentions) {
    const key = keyOf(m.toponym);
    const known = byKey.get(key);
    if (known === undefined)
      byKey.set(key, { first: m, count: 1, within: m.within === null ? [] : [keyOf(m.within)], level: m.level });
    else {
      known.count += 1;
      known.level ??= m.level;
      if (m.within !== null) known.within.push(keyOf(m.within));
    }
  }
  return [...byKey].map(([key, { first, count, within, level }]) => ({
    key,
    candidates: readingsOf(lookup, first.toponym),
    mentions: count,
    within,
    level,
  }));
}

/** The readings of a name, or those of the name without a word of kind or a leading "Al-". */
export function readingsOf(lookup: Lookup, toponym: string): readonly Candidate[] {
  const whole = candidatesOf(lookup, toponym);
  if (whole.length > 0) return whole;
  for (const shorter of shorterForms(toponym)) {
    const found = candidatesOf(lookup, shorter);
    if (found.length > 0) return found;
  }
  return [];
}

const KIND_WORDS =
  /[ -](province|region|governorate|county|district|state|city|town|village|area|oblast|prefecture|valley|river|mountains?|refugee camp|camp|airport|international airport|air base|airbase|base|crossing|border crossing|peninsula|islands?|countryside|municipality|township|hospital|university|prison|market|square|street|parish)$/i;

function shorterForms(toponym: string): readonly string[] {
  const bare = toponym.replace(/^(the |the city of |downtown |greater |metro )/i, "").replace(/['’]s?$/, "");
  const forms = [bare, bare.replace(KIND_WORDS, ""), bare.replace(/^(al|el|as|ash|ad|an|ar|az|at)[ -]/i, "")];
  const capital =
    /^(North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|New|Old)(?:east|west)?(?:ern)? (.+)$/.exec(
      bare,
    );
  if (capital?.[2] !== undefined) forms.push(capital[2]);
  return [...new Set(forms)].filter((f) => f !== toponym && f.length > 2);
}

interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
  readonly rule: string;
}

function byItself(n: Name, setting: Setting): Scored | null {
  return top(n.candidates.map((c) => ({ candidate: c, score: own(c, n) + homely(c, setting), rule: ruleOf(c) })));
}

function top(scored: readonly Scored[]): Scored | null {
  let best: Scored | null = null;
  for (const s of scored) if (best === null || s.score > best.score) best = s;
  return best;
}

/** Prior, and agreement with a told level: "Kidal region" is the division, "the town of Kidal" the town. */
function own(c: Candidate, n: Name): number {
  if (n.level === null) return c.prior;
  const fits = n.level === c.level || (n.level === "site" && c.level === "city");
  return c.prior + (fits ? 3 : 0);
}

function homely(c: Candidate, setting: Setting): number {
  if (c.country === null) return 0;
  let total = 0;
  for (const n of setting.countries.values()) total += n;
  const share = total === 0 ? 0 : (setting.countries.get(c.country) ?? 0) / total;
  return 2.5 * share + (setting.home === c.country ? 1 : 0);
}

function ruleOf(c: Candidate): string {
  return c.from === "gazetteer"
    ? "most prominent of its name"
    : `table of ${c.from === "country" ? "countries" : `${c.from}s`}`;
}

interface Neighbours {
  readonly names: readonly Name[];
  readonly best: ReadonlyMap<string, Scored | null>;
  readonly setting: Setting;
  readonly lookup: Lookup;
}

function inContext(n: Name, at: Neighbours): Scored | null {
  if (n.candidates.length === 0) return null;
  const near = at.names.flatMap((o) => (o.key === n.key ? [] : (at.best.get(o.key)?.candidate ?? [])));
  return top(n.candidates.map((c) => scoreOf(c, n, { ...at, near })));
}

function scoreOf(c: Candidate, n: Name, at: Neighbours & { readonly near: readonly Candidate[] }): Scored {
  const base = own(c, n) + homely(c, at.setting);
  const held = n.within.some((key) => isHeld(c, at.best.get(key)?.candidate ?? null, readingsAt(at, key)));
  const around = nearness(c, at.near);
  const same = sameDivision(c, at.near);
  const score = base + (held ? 8 : 0) + around + same;
  const rule = held
    ? "told with what holds it"
    : around + same > 1.5
      ? "near the other places of the report"
      : ruleOf(c);
  return { candidate: c, score, rule };
}

function readingsAt(at: Neighbours, key: string): readonly Candidate[] {
  return at.names.find((o) => o.key === key)?.candidates ?? [];
}

/** Whether a place lies in one of the readings of what is told to hold it. */
function isHeld(c: Candidate, chosen: Candidate | null, readings: readonly Candidate[]): boolean {
  return [...(chosen === null ? [] : [chosen]), ...readings].some((r) => {
    if (r === c || r.level === "city") return false;
    if (r.from === "country") return r.country === c.country;
    if (r.from === "division")
      return c.admin1 !== "" ? r.admin1 === c.admin1 : r.country === c.country && kmBetween(r, c) < r.radiusKm;
    if (r.admin2 !== 0 && r.level === "admin") return r.admin2 === c.admin2;
    return r.country === c.country && kmBetween(r, c) < r.radiusKm;
  });
}

/** Up to 3 for neighbours within a day's drive. Countries and regions are too wide to be near. */
function nearness(c: Candidate, near: readonly Candidate[]): number {
  if (c.level === "country" || c.level === "region") return 0;
  let sum = 0;
  for (const o of near) {
    if (o.level === "country" || o.level === "region") continue;
    if (Math.abs(o.lat - c.lat) > 5) continue;
    sum += Math.exp(-kmBetween(c, o) / NEAR_KM);
  }
  return Math.min(3, 1.2 * sum);
}

/** Up to 2 for places of the same first-level division, 0.8 for the same country. */
function sameDivision(c: Candidate, near: readonly Candidate[]): number {
  let division = 0;
  let country = 0;
  for (const o of near) {
    if (c.admin1 !== "" && o.admin1 === c.admin1) division += 1;
    if (c.country !== null && o.country === c.country) country += 1;
  }
  return Math.min(2, 0.7 * division) + 0.8 * (near.length === 0 ? 0 : country / near.length);
}

function choiceOf(n: Name, scored: Scored | null | undefined): Choice {
  if (scored === null || scored === undefined) return { chosen: null, others: [], rule: "no table knows the name" };
  const others = n.candidates.filter((c) => c !== scored.candidate).slice(0, 4);
  return { chosen: scored.candidate, others, rule: scored.rule };
}
