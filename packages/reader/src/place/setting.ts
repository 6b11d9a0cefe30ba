import type { Doc } from "../doc.ts";
import type { Candidate } from "./atlas.ts";
import { candidatesOf, isListed, type Lookup } from "./candidates.ts";
import type { Setting } from "./choose.ts";
import { keyOf } from "./key.ts";
import type { PlaceMention } from "./mention.ts";

/** What a report tells of where it plays, apart from its place names' own readings. */
export function settingOf(doc: Doc, mentions: readonly PlaceMention[], lookup: Lookup): Setting {
  const countries = new Map<string, number>();
  const count = (country: string | null | undefined, n: number): void => {
    if (country !== null && country !== undefined && n > 0) countries.set(country, (countries.get(country) ?? 0) + n);
  };
  for (const token of doc.tokens) {
    if (/^\p{Lu}/u.test(token.text)) count(lookup.atlas.demonym(token.text), 1);
  }
  for (const [country, n] of manners(doc)) count(country, n);
  for (const toponym of new Set(mentions.map((m) => m.toponym))) count(...plainCountry(candidatesOf(lookup, toponym)));
  const { publisher, url } = doc.report;
  const seats = seatsOf(publisher, lookup);
  const home = homeOf(publisher, url) ?? homeByName(publisher, lookup) ?? homeBySeat(seats, lookup);
  return { countries, home, seats };
}

/** The prior of states that a country may share its name with ("Georgia"). */
const STATE = 8;

/** The country that a name speaks for, and how much: little for a country that towns elsewhere are named for. */
function plainCountry(readings: readonly Candidate[]): readonly [string | null, number] {
  const first = readings[0];
  if (first === undefined) return [null, 0];
  const alone = readings.every((c) => c.country === first.country || c.prior < 2.5);
  const isStateToo = readings.some((c) => c.from === "division" && c.prior >= STATE);
  if (first.from === "country") return [first.country, alone ? 3 : isStateToo ? 0.5 : 1.5];
  return [first.country, alone ? 1 : 0];
}

/** Offices, games and divisions that reports of one country alone are full of, and how it writes money and telephones. */
const MANNERS: readonly (readonly [string, RegExp])[] = [
  [
    "US",
    /\b(?:Sheriff|Deputies|Troopers?|County|Counties|ISD|Interstate|NCAA|NFL|MLB|Medicaid|Medicare|school board|city council|City Council|High School|Middle School|state Rep\.|Sgt\.|Supt\.)(?=\W)|\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b/g,
  ],
  [
    "GB",
    /£\d|\bpence\b|\b(?:councillors?|Councillors?|Coun|constabulary|Constabulary|borough council|Borough Council|crown court|Crown Court|MPs)\b/g,
  ],
  ["IN", /\b(?:lakh|crore)\b/g],
  ["IE", /\b(?:garda|gardai|gardaí|Garda|Gardai|Gardaí|Taoiseach|Dáil|Dail)\b/g],
];

/** How far into a report its manners are looked for. */
const LOOK = 6000;

function manners(doc: Doc): readonly (readonly [string, number])[] {
  const text = doc.text.slice(0, LOOK);
  return MANNERS.map(([country, signs]) => [country, Math.min(3, (text.match(signs)?.length ?? 0) * 0.7)]);
}

const DOMAIN_HOME: Readonly<Record<string, string>> = { uk: "GB", edu: "US", gov: "US", mil: "US" };
/** Endings of domains that are used the world over. */
const GENERIC = /^(com|org|net|int|info|tv|io|me|co|eu|fm|am|ly|to|cc|ws|news|biz)$/;

/** The country of a publisher's domain; null where it tells none. */
function homeOf(publisher: string | null, url: string | null): string | null {
  const host =
    /^https?:\/\/([^/:]+)/.exec(url ?? "")?.[1] ?? (/^[\w-]+(\.[\w-]+)+$/.test(publisher ?? "") ? publisher : null);
  const end = /\.([a-z]{2,4})$/i.exec(host ?? "")?.[1]?.toLowerCase();
  if (end === undefined || GENERIC.test(end)) return null;
  return DOMAIN_HOME[end] ?? (end.length === 2 ? end.toUpperCase() : null);
}

/** The country of the place in the publisher's name, where its likeliest readings all have one. */
function homeBySeat([seat]: readonly string[], lookup: Lookup): string | null {
  const likely = seat === undefined ? [] : candidatesOf(lookup, seat).slice(0, 4);
  const country = likely[0]?.country ?? null;
  return likely.every((c) => c.country === country) ? country : null;
}

/** Words that come before the place in publishers' names. */
const LEADING = /^(the|daily|thisis|my|news|weekly|sunday|new)/;

/** Places that a publisher's name or domain begins with: "Columbus Dispatch", "columbuslocalnews.com". */
function seatsOf(publisher: string | null, lookup: Lookup): readonly string[] {
  if (publisher === null) return [];
  const label = /^(?:www\.)?([\w-]+)(?:\.[\w-]+)+$/.exec(publisher)?.[1];
  const words = (label ?? publisher).replace(/^The /, "").split(/[\s-]+/);
  const isPlace = (name: string): boolean => name.length > 3 && isListed(lookup, name);
  if (label === undefined) return [words.slice(0, 2).join(" "), words[0] ?? ""].filter(isPlace).slice(0, 1);
  const bare = label.toLowerCase().replaceAll("-", "");
  return [bare, bare.replace(LEADING, "")].flatMap((text) => prefixPlace(text, isPlace) ?? []).slice(0, 1);
}

function prefixPlace(text: string, isPlace: (name: string) => boolean): string | null {
  for (let n = Math.min(text.length, 16); n >= 5; n--) if (isPlace(text.slice(0, n))) return text.slice(0, n);
  return null;
}

/** "Sudan Tribune", "Kenya News Agency", "Israeli Army Radio". */
function homeByName(publisher: string | null, lookup: Lookup): string | null {
  for (const word of (publisher ?? "").split(/\s+/)) {
    const country =
      lookup.atlas.demonym(word) ?? lookup.atlas.find(keyOf(word)).find((c) => c.from === "country")?.country;
    if (country !== undefined && country !== null && word.length > 3) return country;
  }
  return null;
}
