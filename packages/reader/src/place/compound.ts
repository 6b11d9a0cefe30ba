import type { Doc } from "../doc.ts";
import { bearingOf } from "./around.ts";
import type { Lookup } from "./candidates.ts";
import type { Setting } from "./choose.ts";
import { keyOf } from "./key.ts";
import type { PlaceMention } from "./mention.ts";

/** Joins mentions that tell one place together, and adds places told by a people's name. */
export function withCompounds(
  doc: Doc,
  mentions: readonly PlaceMention[],
  of: { readonly lookup: Lookup; readonly setting: Setting },
): readonly PlaceMention[] {
  const { text } = doc;
  const { lookup, setting } = of;
  const joined = [
    ...joinedMentions(text, mentions),
    ...peopleBorders(text, lookup),
    ...bordersWith(text, mentions, { lookup, main: mainCountry(setting) }),
    ...bothCountries(text, mentions, lookup),
    ...capitals(text, lookup),
    ...partsOfTheCountry(text, mainCountry(setting), lookup),
  ];
  const kept = withoutOverlaps(joined.sort((a, b) => a.start - b.start || b.end - a.end));
  return merged(mentions, kept);
}

/** The first of those that overlap; sorted by start. */
function withoutOverlaps(sorted: readonly PlaceMention[]): readonly PlaceMention[] {
  const kept: PlaceMention[] = [];
  for (const m of sorted) if (m.start >= (kept.at(-1)?.end ?? 0)) kept.push(m);
  return kept;
}

/** Both lists in text order, without what a joined mention covers. */
function merged(mentions: readonly PlaceMention[], joined: readonly PlaceMention[]): readonly PlaceMention[] {
  const out: PlaceMention[] = [];
  let k = 0;
  for (const m of mentions) {
    let next = joined[k];
    while (next !== undefined && next.end <= m.start) {
      out.push(next);
      k += 1;
      next = joined[k];
    }
    if (next === undefined || m.end <= next.start) out.push(m);
  }
  return [...out, ...joined.slice(k)];
}

const BORDER_BEFORE =
  /(?:\bthe )?(?:\b[a-z]+(?:ern)? )?\b(?:borders?|frontiers?|boundary|tri-border|triborder)(?: (?:regions?|areas?|zones?|provinces?|districts?|lines?|strip|triangle))? (?:of|between|shared by|where) $/;
const ROAD_BEFORE =
  /\b(?:the )?(?:main |coastal |desert )?(?:road|highway|route|motorway|corridor|railway|line|axis|area|stretch|territory|zone)(?: (?:that )?(?:links|linking|connecting|running|leading))? (?:between|from|linking|connecting|links|connects) $/;
const ROAD_AFTER =
  /^ (?:road|highway|motorway|route|axis|corridor|railway|line|border|frontier|boundary)\b(?: (?:region|area|zone|crossing))?/;
const JOINT = /^(?:, (?:and )?| and |, as well as )$/;

/** "the border regions of Chad, Niger and Nigeria", "the Gao-Kidal road", "the road between Gao and Kidal". */
function joinedMentions(text: string, mentions: readonly PlaceMention[]): readonly PlaceMention[] {
  const joined: PlaceMention[] = [];
  for (let i = 0; i < mentions.length; i++) {
    const first = mentions[i];
    if (first === undefined) continue;
    const left = text.slice(Math.max(0, first.start - 80), first.start);
    const border = BORDER_BEFORE.exec(left);
    const road = border === null ? ROAD_BEFORE.exec(left) : null;
    const found = border ?? road;
    if (found !== null) {
      const chain = chainOf(text, mentions, i, border === null ? /^ (?:and|to|with) $/ : JOINT);
      if (chain.length > 1)
        joined.push(
          between(
            chain,
            { start: first.start - left.length + found.index, end: chain.at(-1)?.end ?? first.end },
            border === null ? "road" : "border",
          ),
        );
      continue;
    }
    const next = mentions[i + 1];
    if (next === undefined || !/^(?:[-–—]|-to-)$/.test(text.slice(first.end, next.start))) continue;
    const after = ROAD_AFTER.exec(text.slice(next.end, next.end + 40))?.[0];
    if (after === undefined) continue;
    const line = /border|frontier|boundary/.test(after) ? "border" : "road";
    joined.push(between([first, next], { start: first.start, end: next.end + after.length }, line));
  }
  return joined;
}

function chainOf(text: string, mentions: readonly PlaceMention[], i: number, joint: RegExp): readonly PlaceMention[] {
  const chain: PlaceMention[] = [];
  for (let k = i; k < mentions.length && k < i + 6; k++) {
    const m = mentions[k];
    const before = chain.at(-1);
    if (m === undefined || (before !== undefined && !joint.test(text.slice(before.end, m.start)))) break;
    chain.push(m);
  }
  return chain;
}

function between(
  chain: readonly PlaceMention[],
  span: { readonly start: number; readonly end: number },
  line: "border" | "road" | "several",
): PlaceMention {
  const names = chain.map((m) => m.toponym);
  return {
    ...span,
    toponym: names[0] ?? "",
    shape: { kind: "between", others: names.slice(1), line },
    level: null,
    within: null,
    sure: false,
    acts: false,
  };
}

const PAIR =
  /\b(?:the )?(\p{Lu}\p{L}{1,24})[-–](\p{Lu}\p{L}{1,24}) (?:border|frontier)(?: (?:region|area|zone|crossing))?s?\b/gu;
const SINGLE = /\b(?:the )?(\p{Lu}\p{L}{1,24}) (?:border|frontier)(?: with (\p{Lu}\p{L}{1,24}))?\b/gu;

/** "the Syrian-Turkish border", "the Turkish border with Syria". */
function peopleBorders(text: string, lookup: Lookup): readonly PlaceMention[] {
  const found: PlaceMention[] = [];
  const country = (word: string | undefined): string | null => {
    if (word === undefined) return null;
    const named = lookup.atlas.find(keyOf(word)).find((c) => c.from === "country")?.country;
    const code = lookup.atlas.demonym(word) ?? named;
    return code === undefined || code === null ? null : (lookup.atlas.country(code)?.name ?? null);
  };
  for (const m of text.matchAll(PAIR)) {
    const [a, b] = [country(m[1]), country(m[2])];
    if (a !== null && b !== null) found.push(borderOf(m.index, m[0], [a, b]));
  }
  for (const m of text.matchAll(SINGLE)) {
    const a = country(m[1]);
    if (a !== null) found.push(borderOf(m.index, m[0], m[2] === undefined ? [a] : [a, m[2]]));
  }
  return found;
}

function borderOf(start: number, words: string, names: readonly string[]): PlaceMention {
  return {
    start,
    end: start + words.length,
    toponym: names[0] ?? "",
    shape: { kind: "between", others: names.slice(1), line: "border" },
    level: null,
    within: null,
    sure: false,
    acts: false,
  };
}

const BORDER_WITH =
  /\b(?:the|its|their|the country['’]s) (?:[a-z]+ )?(?:border|frontier)(?: (?:region|area|zone))?s? (?:with|to) (?:neighbou?ring )?(?:the )?$/;

/** "the border with Rwanda", "its border with Chad": between that country and the one told before, or the report's. */
function bordersWith(
  text: string,
  mentions: readonly PlaceMention[],
  { lookup, main }: { readonly lookup: Lookup; readonly main: string | null },
): readonly PlaceMention[] {
  const found: PlaceMention[] = [];
  let before: string | null = null;
  for (const m of mentions) {
    const country = countryNamed(m, lookup);
    if (country === null) continue;
    const left = text.slice(Math.max(0, m.start - 60), m.start);
    const border = m.shape.kind === "whole" ? BORDER_WITH.exec(left) : null;
    if (border === null) {
      before = country;
      continue;
    }
    const home = before ?? (main === null ? null : (lookup.atlas.country(main)?.name ?? null));
    // the other side is not known: the border then lies in no country rather than in the neighbour's
    const names = [home ?? country, country];
    const start = m.start - left.length + border.index;
    found.push(borderOf(start, text.slice(start, m.end), names));
  }
  return found;
}

/** The country that a mention names, by the table's name, or null. */
function countryNamed(m: PlaceMention, { atlas }: Lookup): string | null {
  return atlas.find(keyOf(m.toponym)).find((c) => c.from === "country")?.name ?? null;
}

const BOTH =
  /\b(?:in|across|throughout|inside|within|into|between) ((?:both|the two) (?:neighbou?ring )?(?:countries|nations|states|neighbou?rs))\b/g;

/** "in both countries": the two told last. */
function bothCountries(text: string, mentions: readonly PlaceMention[], lookup: Lookup): readonly PlaceMention[] {
  const found: PlaceMention[] = [];
  let [first, second]: readonly (string | null)[] = [null, null];
  let at = 0;
  for (const m of text.matchAll(BOTH)) {
    for (let mention = mentions[at]; mention !== undefined && mention.start < m.index; mention = mentions[++at]) {
      const country = countryNamed(mention, lookup);
      if (country !== null && country !== second) [first, second] = [second, country];
    }
    if (first === null || first === undefined || second === null || second === undefined) continue;
    const words = m[1] ?? "";
    const start = m.index + m[0].length - words.length;
    const place = borderOf(start, words, [first, second]);
    found.push({ ...place, shape: { kind: "between", others: [second], line: "several" } });
  }
  return found;
}

const CAPITAL =
  /\b(?:[Tt]he )?(\p{Lu}\p{L}{1,24}(?: \p{Lu}\p{L}{1,24})?) capital\b(?!,? (?:of )?\p{Lu}| (?:city|punishment|markets?|investment|gains?))/gu;

/** "the Malian capital", where the capital's name does not follow. */
function capitals(text: string, lookup: Lookup): readonly PlaceMention[] {
  const found: PlaceMention[] = [];
  for (const m of text.matchAll(CAPITAL)) {
    const code = lookup.atlas.demonym(m[1] ?? "");
    const seat = code === undefined ? undefined : lookup.atlas.capital(code);
    if (seat === undefined) continue;
    found.push({
      start: m.index,
      end: m.index + m[0].length,
      toponym: seat.name,
      shape: { kind: "capital" },
      level: null,
      within: null,
      sure: false,
      acts: false,
    });
  }
  return found;
}

/** The country that at least six tenths of a report's signs of country speak for; null where none does. */
function mainCountry(setting: Setting): string | null {
  let total = 0;
  for (const n of setting.countries.values()) total += n;
  for (const [country, n] of setting.countries) if (n >= 2 && n >= 0.6 * total) return country;
  return null;
}

const SIDE = "(north|south|east|west)(?:[- ]?(east|west))?";
const OF_COUNTRY = new RegExp(
  `\\b(?:the (?:far |extreme |restive |volatile )?${SIDE}(?:ern)?(?: parts?| regions?| provinces?| half)? of the country|the country['’]s (?:far |restive |volatile |remote )?${SIDE}(?:ern)?\\b(?: regions?| provinces?| parts?| half)?)`,
  "gi",
);
/** "in the north": not "in the north of X", "in the west wing". */
const IN_THE_NORTH = new RegExp(
  `\\bin (the (?:far |extreme |restive |volatile )?${SIDE})(?=[.,;:)]|$| (?:and|on|where|after|since|as|when|during|last|this|who|which|said|for|by|to)\\b)`,
  "g",
);

/** "the north of the country", "the country's east", "in the north": parts of the country that the report plays in. */
function partsOfTheCountry(text: string, country: string | null, lookup: Lookup): readonly PlaceMention[] {
  const name = country === null ? undefined : lookup.atlas.country(country)?.name;
  if (name === undefined) return [];
  const whole = [...text.matchAll(OF_COUNTRY)].map((m) =>
    partOf(name, { start: m.index, words: m[0], side: `${m[1] ?? m[3] ?? ""}${m[2] ?? m[4] ?? ""}` }),
  );
  const bare = [...text.matchAll(IN_THE_NORTH)].map((m) =>
    partOf(name, { start: m.index + 3, words: m[1] ?? "", side: `${m[2] ?? ""}${m[3] ?? ""}` }),
  );
  return [...whole, ...bare];
}

function partOf(
  toponym: string,
  of: { readonly start: number; readonly words: string; readonly side: string },
): PlaceMention {
  return {
    start: of.start,
    end: of.start + of.words.length,
    toponym,
    shape: { kind: "part", bearing: bearingOf(of.side) },
    level: null,
    within: null,
    sure: false,
    acts: false,
  };
}
