import type { Candidate } from "./atlas.ts";
import { candidatesOf, kmBetween, type Lookup, looseCandidatesOf } from "./candidates.ts";
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
  /** Places in the publisher's name: "Columbus" of columbusdispatch.com. */
  readonly seats: readonly string[];
}

/** One name of the report with its readings. */
interface Name {
  readonly id: string;
  readonly key: string;
  /** What its holders are kept by: the name, or the name in one of its senses. */
  readonly whose: string;
  readonly candidates: readonly Candidate[];
  /** Keys of what holds it, by the text ("Paris, Texas"). */
  readonly within: readonly string[];
  readonly level: PlaceMention["level"];
  /** Whether it is a country, and whether it is a capital, in one of its readings. */
  readonly country: boolean;
  readonly towns: ReadonlySet<string>;
  /** Whether it is told to hold another: "New York" in "Buffalo, New York". */
  readonly holds: boolean;
}

/** Names beyond this number are read by themselves: the cost grows with the square. */
const MOST_NAMES = 60;
/** Readings of a name that are weighed against those of the others. */
const MOST_READINGS = 16;
const ROUNDS = 2;
/** Distance at which a neighbour counts a third as much. */
const NEAR_KM = 100;

/** What names are told apart by: the name, the level that the words around it tell, and the sense where there are several. */
export function nameIdOf(m: PlaceMention): string {
  const id = `${keyOf(m.toponym)}|${m.level ?? ""}`;
  return m.sense === undefined ? id : `${id}|${m.sense}`;
}

/** Chooses one reading a name for the whole report: names are told in one sense, and near each other. */
export function choose(
  mentions: readonly PlaceMention[],
  lookup: Lookup,
  setting: Setting,
): ReadonlyMap<string, Choice> {
  const others = mentions.flatMap((m) => (m.shape.kind === "between" ? m.shape.others : []));
  const all = [...mentions, ...[...others, ...setting.seats].map(bareMention)];
  const names = namesOf(all, lookup, setting);
  const linked = names.slice(0, MOST_NAMES);
  let best = new Map(names.map((n) => [n.id, byItself(n, setting)]));
  const first = new Map(best);
  for (const n of linked) first.set(n.id, amongAll(n, { names: linked, best, setting }));
  best = first;
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Map(best);
    for (const n of linked) next.set(n.id, inContext(n, { names: linked, best, setting }));
    best = next;
  }
  return new Map(names.map((n) => [n.id, choiceOf(n, best.get(n.id))]));
}

/** A name without a mention of its own, weighed like the others: the end of a road, a place in the publisher's name. */
function bareMention(toponym: string): PlaceMention {
  return { start: 0, end: 0, toponym, shape: { kind: "whole" }, level: null, within: null, sure: false, acts: false };
}

function namesOf(mentions: readonly PlaceMention[], lookup: Lookup, setting: Setting): readonly Name[] {
  const byId = new Map<string, Name>();
  const held = new Map<string, Set<string>>();
  for (const m of mentions) {
    const key = keyOf(m.toponym);
    const id = nameIdOf(m);
    const whose = m.sense === undefined ? key : id;
    if (m.within !== null) {
      const holders = held.get(whose);
      if (holders === undefined) held.set(whose, new Set([keyOf(m.within)]));
      else holders.add(keyOf(m.within));
    }
    if (byId.has(id)) continue;
    const candidates = readingsIn(lookup, m.toponym, setting);
    byId.set(id, {
      id,
      key,
      whose,
      candidates,
      within: [],
      level: m.level,
      country: candidates.some((c) => c.from === "country"),
      towns: new Set(candidates.flatMap((c) => (c.level === "city" && c.country !== null ? [c.country] : []))),
      holds: false,
    });
  }
  const holders = new Set([...held.values()].flatMap((keys) => [...keys]));
  return [...byId.values()].map((n) => ({
    ...n,
    within: [...(held.get(n.whose) ?? [])],
    holds: holders.has(n.key),
  }));
}

/** The readings of a name; where there are none, those of other transliterations in countries that the report tells of. */
function readingsIn(lookup: Lookup, toponym: string, { countries, home }: Setting): readonly Candidate[] {
  const readings = readingsOf(lookup, toponym);
  if (readings.length > 0) return readings;
  const isTold = (c: Candidate): boolean => c.country !== null && (countries.has(c.country) || c.country === home);
  const name = shorterForms(toponym).at(-1) ?? toponym;
  return looseCandidatesOf(lookup, name).filter(isTold);
}

/** The readings of a name, or those of the name without a word of kind or a leading "Al-". */
export function readingsOf(lookup: Lookup, toponym: string): readonly Candidate[] {
  const whole = candidatesOf(lookup, toponym);
  if (whole.length > 0) return whole;
  for (const shorter of shorterForms(toponym)) {
    const isArabic = shorter.length < toponym.length && ARTICLE.test(toponym);
    const isDivision = DIVISION.test(toponym);
    const found = candidatesOf(lookup, shorter).filter(
      (c) => !(isArabic && ENGLISH.has(c.country ?? "")) && !(isDivision && c.from === "country"),
    );
    if (found.length > 0) return found;
  }
  const named = candidatesOf(lookup, afterDemonym(toponym, lookup) ?? "");
  if (named.length > 0) return named;
  const turned = turnedForm(toponym);
  const wide = turned === null ? [] : candidatesOf(lookup, turned).filter((c) => c.prior > 5);
  if (wide.length > 0) return wide;
  for (const inner of innerForms(toponym)) {
    const found = candidatesOf(lookup, inner).filter((c) => c.prior > 3.5);
    if (found.length > 0) return found.map((c) => ({ ...c, level: "site" as const, geonames: null }));
  }
  return [];
}

/** Words that begin names of all kinds of things. */
const COMMON_START =
  /^(Central|National|City|Town|County|University|General|First|Second|Third|New|Old|Great|Grand|North|South|East|West|Northern|Southern|Eastern|Western|Upper|Lower|Big|Little|High|Holy|Royal|Camp|Fort|Port|Mount|Lake|River|Saint|St\.?|The|San|Santa|El|La|Los|Las|Al|International|Memorial|Community|Regional|State|Federal|Public|District|Supreme|Superior|Main|Park|Church|House|White|Black|Red|Green|Blue|King|Queen|Prince|President|Martin|George|John|Robert)$/;

const KIND_WORDS =
  /[ -](province|region|governorate|county|district|state|city|town|village|area|oblast|prefecture|valley|river|mountains?|refugee camp|camp|airport|international airport|air base|airbase|base|crossing|border crossing|peninsula|islands?|countryside|municipality|township|hospital|university|prison|market|square|street|parish|strait|straits|canal|national park)$/i;

/** What is called a county or province is no country, whatever country bears the name. */
const DIVISION = / (?:county|township|parish|borough|district|province)$/i;

/** The Arabic article, which gazetteers write or leave out. */
const ARTICLE = /^(al|el|as|ash|ad|an|ar|az|at)[ -]/i;
const ENGLISH: ReadonlySet<string> = new Set(["US", "GB", "CA", "AU", "NZ", "IE"]);

function shorterForms(toponym: string): readonly string[] {
  const bare = toponym.replace(/^(the |the city of |downtown |greater |metro )/i, "").replace(/['’]s?$/, "");
  const forms = [bare, bare.replace(KIND_WORDS, ""), bare.replace(ARTICLE, "")];
  const capital =
    /^(North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|New|Old)(?:east|west)?(?:ern)? (.+)$/.exec(
      bare,
    );
  if (capital?.[2] !== undefined) forms.push(capital[2]);
  return [...new Set(forms)].filter((f) => f !== toponym && f.length > 2 && !SIDES.test(f));
}

/** "South Island" without its word of kind is no place. */
const SIDES = /^(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Upper|Lower|New|Old)$/;

/** "Kosovo" of "Serb Kosovo"; null where no people's name stands first. */
function afterDemonym(toponym: string, lookup: Lookup): string | null {
  const [first = "", ...rest] = toponym.split(" ");
  return rest.length > 0 && lookup.atlas.demonym(first) !== undefined ? rest.join(" ") : null;
}

/** What a capitalised direction stands before: "Mali" of "Northern Mali"; null for other names. */
function turnedForm(toponym: string): string | null {
  return /^(?:North|South|East|West|Central)(?:east|west)?(?:ern)? (.+)$/.exec(toponym)?.[1] ?? null;
}

/** The place inside a facility's name: "Oxford Central Mosque", "University of Mosul". */
function innerForms(toponym: string): readonly string[] {
  const words = toponym.split(/\s+/);
  if (words.length < 2 || words.length > 8) return [];
  const of = words.lastIndexOf("of");
  const forms = of > 0 && of < words.length - 1 ? [words.slice(of + 1).join(" ")] : [];
  for (let n = Math.min(3, words.length - 1); n > 0; n--) forms.push(words.slice(0, n).join(" "));
  return forms.filter((f) => f.length > 3 && /^\p{Lu}/u.test(f) && !COMMON_START.test(f));
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

/** Prior, and agreement with a told level: "Kidal region" is the division, "the town of Kidal" and plain "Kidal" the town. */
function own(c: Candidate, n: Name): number {
  const prior = WEIGHT * c.prior;
  if (n.level !== null) return prior + (n.level === c.level || (n.level === "site" && c.level === "city") ? 3 : 0);
  if (n.holds && c.from === "country") return prior + 1;
  if (c.from !== "division" && c.level !== "admin") return prior;
  const isState = c.country === "US" || c.country === "CA" || c.country === "AU" || c.country === "GB";
  if (n.holds && isState) return prior + 1;
  if (n.country && !isState) return prior - 3;
  if (c.country !== null && n.towns.has(c.country)) return prior - (isState ? 1.2 : 2);
  return prior;
}

const WEIGHT = 0.85;

function homely(c: Candidate, setting: Setting): number {
  if (c.country === null) return 0;
  let total = 0;
  for (const n of setting.countries.values()) total += n;
  const share = total === 0 ? 0 : (setting.countries.get(c.country) ?? 0) / total;
  return 2.5 * share + (setting.home === c.country ? 1.5 : 0);
}

function ruleOf(c: Candidate): string {
  if (c.from === "list") return "the user's own gazetteer";
  return c.from === "gazetteer"
    ? "most prominent of its name"
    : `table of ${c.from === "country" ? "countries" : `${c.from}s`}`;
}

interface Neighbours {
  readonly names: readonly Name[];
  readonly best: ReadonlyMap<string, Scored | null>;
  readonly setting: Setting;
}

/** The first round: every reading of every other name may be its neighbour, less likely ones count less. */
function amongAll(n: Name, at: Neighbours): Scored | null {
  if (n.candidates.length < 2) return at.best.get(n.id) ?? null;
  const others = at.names.filter((o) => o.key !== n.key);
  return top(
    n.candidates.slice(0, MOST_READINGS).map((c) => {
      const around = isWide(c)
        ? 0
        : Math.min(
            3,
            others.reduce((sum, o) => sum + nearestOf(c, o), 0),
          );
      const held = heldBy(c, n, at);
      return { candidate: c, score: own(c, n) + homely(c, at.setting) + held + around, rule: ruleOf(c) };
    }),
  );
}

/** A county and a town in it speak for each other more than mere nearness does. */
const COUNTY = 1.6;

/** Up to 1.2 for the reading of another name that lies nearest. */
function nearestOf(c: Candidate, o: Name): number {
  let best = 0;
  let rank = 1;
  for (const r of o.candidates.slice(0, MOST_READINGS)) {
    if (r.from === "division" && r.admin1 === c.admin1) best = Math.max(best, 0.9 * rank);
    if (c.admin2 !== 0 && r.admin2 === c.admin2) best = Math.max(best, COUNTY * rank);
    if (!isWide(r) && r.from !== "division" && Math.abs(r.lat - c.lat) < 4)
      best = Math.max(best, 1.2 * rank * Math.exp(-kmBetween(c, r) / NEAR_KM));
    rank = Math.max(0.35, rank * 0.85);
  }
  return best;
}

function isWide(c: Candidate): boolean {
  return c.level === "country" || c.level === "region";
}

function inContext(n: Name, at: Neighbours): Scored | null {
  if (n.candidates.length === 0) return null;
  const near = at.names.flatMap((o) => (o.key === n.key ? [] : (at.best.get(o.id)?.candidate ?? [])));
  return top(n.candidates.map((c) => scoreOf(c, n, { ...at, near })));
}

function scoreOf(c: Candidate, n: Name, at: Neighbours & { readonly near: readonly Candidate[] }): Scored {
  const held = heldBy(c, n, at);
  const around = nearness(c, at.near) + sameDivision(c, at.near);
  const score = own(c, n) + homely(c, at.setting) + held + around;
  const isNear = around > 1.5 && c.from !== "list";
  const rule = held > 0 ? "told with what holds it" : isNear ? "near the other places of the report" : ruleOf(c);
  return { candidate: c, score, rule };
}

const HELD = 8;

/** The bonus of a reading that lies in what the text says holds it. */
function heldBy(c: Candidate, n: Name, at: Neighbours): number {
  const isIn = n.within.some((key) =>
    at.names.some((o) => o.key === key && isHeld(c, at.best.get(o.id)?.candidate ?? null, o.candidates)),
  );
  return isIn ? HELD : 0;
}

const SIZE: Readonly<Record<Candidate["level"], number>> = { site: 0, city: 1, admin: 2, country: 3, region: 3 };

/** Whether a place lies in one of the readings of what is told to hold it. */
export function isHeld(c: Candidate, chosen: Candidate | null, readings: readonly Candidate[]): boolean {
  return [...(chosen === null ? [] : [chosen]), ...readings].some((r) => {
    if (r === c || r.level === "city" || r.level === "site" || SIZE[r.level] <= SIZE[c.level]) return false;
    if (r.from === "country") return r.country === c.country;
    if (r.from === "division")
      return c.admin1 !== "" ? r.admin1 === c.admin1 : r.country === c.country && kmBetween(r, c) < r.radiusKm;
    if (r.admin2 !== 0 && r.level === "admin") return r.admin2 === c.admin2;
    return r.country === c.country && kmBetween(r, c) < r.radiusKm;
  });
}

/** Up to 3 for neighbours within a day's drive. Countries and regions are too wide to be near. */
function nearness(c: Candidate, near: readonly Candidate[]): number {
  if (isWide(c)) return 0;
  let sum = 0;
  for (const o of near) {
    if (isWide(o)) continue;
    if (Math.abs(o.lat - c.lat) > 5) continue;
    sum += Math.exp(-kmBetween(c, o) / NEAR_KM);
  }
  return Math.min(3.5, 1.4 * sum);
}

/** Up to 2 for places of the same first-level division, 0.8 for the same country. */
function sameDivision(c: Candidate, near: readonly Candidate[]): number {
  let division = 0;
  let country = 0;
  for (const o of near) {
    if (c.admin1 !== "" && o.admin1 === c.admin1) division += 1;
    if (c.country !== null && o.country === c.country) country += 1;
  }
  return Math.min(2, 0.7 * division) + 1.5 * (near.length === 0 ? 0 : country / near.length);
}

function choiceOf(n: Name, scored: Scored | null | undefined): Choice {
  if (scored === null || scored === undefined) return { chosen: null, others: [], rule: "no table knows the name" };
  const others = n.candidates.filter((c) => c !== scored.candidate).slice(0, 4);
  return { chosen: scored.candidate, others, rule: scored.rule };
}
