import type { PlaceLevel } from "@dateline/model";
import type { Shape } from "./mention.ts";

const POINT = "north|south|east|west";
const COMPASS = `(?:${POINT})(?:[- ]?(?:east|west))?`;
const BEARINGS: Readonly<Record<string, number>> = {
  north: 0,
  northeast: 45,
  east: 90,
  southeast: 135,
  south: 180,
  southwest: 225,
  west: 270,
  northwest: 315,
};
const NUMBER =
  "\\d[\\d.,]{0,8}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|ten|five|a few|several|a dozen)";
const UNIT = "km|kms|kilomet(?:er|re)s?|nautical miles?|miles?|mi";
const THING =
  "(?:the )?(?:town|city|village|capital|port|border|outskirts|centre|center|state capital|provincial capital|main city|regional capital)";

const AWAY = new RegExp(
  `(?:(?:about|some|around|roughly|nearly|almost|just|approximately|more than|less than|at least) )?(?:(${NUMBER})[ -]?(${UNIT})(?: \\([^()]{1,30}\\))? )(?:(?:to the |in the )?(${COMPASS}))?,? ?(?:of|from|away from|outside|off|inside) (?:${THING}(?: of)?,? )?$`,
  "i",
);
const NEAR_SIDE = new RegExp(`(?:just |to the |immediately )?(${COMPASS}) of (?:${THING}(?: of)?,? )?$`, "i");
const SIDE = `(${COMPASS})(?:ern(?:most)?)?|(central|downtown|coastal|rural|mainland|inner|interior|outer)`;
/** "northern", "northern and central", "the restive east and south-east". */
const PART = new RegExp(
  `(?:the )?(?:far |extreme |remote |restive |volatile |deep |mostly )?(?:${SIDE})(?:,? (?:and|or|and in) (?:${SIDE}))? (?:part of |parts of |areas of |half of |regions of |provinces of |province of |part of the )?$`,
  "i",
);
const PART_OF = new RegExp(
  `the (?:far |extreme )?(${COMPASS})(?:ern)?(?: (?:part|parts|areas|half|regions|provinces|coast|tip))? of (?:the )?$`,
  "i",
);
const PARTS =
  /(?:^|[\s(“"])((?:large |some |wide |most |many |several )?(?:parts|areas|swathes|stretches|swaths|pockets) of )$/i;

/** Words before a place that shape it, with where they start. */
export interface Before {
  readonly start: number;
  readonly shape: Shape;
}

/** How far back a modifier may begin. */
const BACK = 100;

/** Reads what stands right before a place at offset `at`. */
export function shapeBefore(text: string, at: number): Before | null {
  const from = Math.max(0, at - BACK);
  const left = text.slice(from, at);
  const line = left.slice(left.lastIndexOf("\n") + 1);
  const start = (m: RegExpExecArray): number => at - line.length + m.index;
  const away = AWAY.exec(line);
  if (away)
    return { start: start(away), shape: { kind: "away", bearing: bearingOf(away[3]), km: kmOf(away[1], away[2]) } };
  const partOf = PART_OF.exec(line);
  if (partOf) return { start: start(partOf), shape: { kind: "part", bearing: bearingOf(partOf[1]) } };
  const near = NEAR_SIDE.exec(line);
  if (near && isBoundary(line, near.index))
    return { start: start(near), shape: { kind: "away", bearing: bearingOf(near[1]), km: null } };
  const part = PART.exec(line);
  if (part && isBoundary(line, part.index) && isLower(line.slice(part.index)))
    return { start: start(part), shape: { kind: "part", bearing: meanBearing(part[1], part[3]) } };
  return null;
}

/** Whether "parts of" stands right before: the place is then meant as a place, not as an actor. */
export function isPartsBefore(text: string, at: number): boolean {
  return PARTS.test(text.slice(Math.max(0, at - 40), at));
}

function isBoundary(line: string, at: number): boolean {
  return at === 0 || /[\s(“"'‘—–-]/.test(line[at - 1] ?? " ");
}

function isLower(words: string): boolean {
  return (
    words.replace(/^The /, "the ") === words.toLowerCase() || /^(North|South|East|West|Central)\w*ern /.test(words)
  );
}

/** Degrees clockwise from north of "north", "South-West"; null for no direction. */
export function bearingOf(word: string | undefined): number | null {
  return word === undefined ? null : (BEARINGS[word.toLowerCase().replace(/[- ]/g, "")] ?? null);
}

/** The direction between two ("eastern and southern"): none between opposite ones. */
function meanBearing(first: string | undefined, second: string | undefined): number | null {
  const [a, b] = [bearingOf(first), bearingOf(second)];
  if (a === null || b === null) return a ?? b;
  const apart = (b - a + 360) % 360;
  if (apart === 180) return null;
  return (a + (apart < 180 ? apart / 2 : (apart - 360) / 2) + 360) % 360;
}

const SPELLED: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

function kmOf(number: string | undefined, unit: string | undefined): number | null {
  if (number === undefined || unit === undefined) return null;
  const n = SPELLED[number.toLowerCase()] ?? Number(number.replaceAll(",", "").replace(/\.$/, ""));
  if (!Number.isFinite(n) || n > 3000) return null;
  if (/^nautical/i.test(unit)) return Math.round(n * 1.852);
  return /^mi/i.test(unit) ? Math.round(n * 1.609) : n;
}

const KIND_AFTER =
  /^[ -](province|region|governorate|county|district|state|oblast|prefecture|territory|municipality|parish|valley|river|mountains|mountain range|desert|peninsula|refugee camp|camp|airport|international airport|air base|airbase|military base|base|border crossing|crossing|countryside|suburbs|island|islands|strip|neighbou?rhood|delta|basin|forest|dam|prison|checkpoint|hospital|market)(?=[\s.,;:)!?'’"”]|$)/i;

/** The level that a word tells of all the places that share it ("Gao and Kidal regions"), or null. */
export function levelOfKinds(word: string): PlaceLevel | null {
  return KINDS[word] ?? null;
}

const KINDS: Readonly<Record<string, PlaceLevel>> = {
  provinces: "admin",
  regions: "admin",
  governorates: "admin",
  counties: "admin",
  districts: "admin",
  states: "admin",
  oblasts: "admin",
  prefectures: "admin",
  territories: "admin",
  municipalities: "admin",
  departments: "admin",
  towns: "city",
  cities: "city",
  villages: "city",
  settlements: "city",
};

const KIND_LEVEL: Readonly<Record<string, PlaceLevel>> = {
  province: "admin",
  region: "admin",
  governorate: "admin",
  county: "admin",
  district: "admin",
  state: "admin",
  oblast: "admin",
  prefecture: "admin",
  territory: "admin",
  municipality: "admin",
  parish: "admin",
  countryside: "admin",
  suburbs: "city",
  neighborhood: "city",
  neighbourhood: "city",
  valley: "region",
  river: "region",
  mountains: "region",
  "mountain range": "region",
  desert: "region",
  peninsula: "region",
  delta: "region",
  basin: "region",
  forest: "region",
  island: "region",
  islands: "region",
  strip: "admin",
};

/** "Borno state, where", not "Nigeria state television". */
const STATE_AFTER =
  /^(?:[.,;:)!?'’"”\n]|\s*$| (?:and|in|where|on|of|after|near|governor|capital|police|government|is|was|has|had|said|last|this|over|during|from|to|with|by|when|which|that)\b)/;

/** A word of kind right behind a place: where it ends and the level it tells. */
export function kindAfter(text: string, at: number): { readonly end: number; readonly level: PlaceLevel } | null {
  const m = KIND_AFTER.exec(text.slice(at, at + 40));
  const word = m?.[1];
  if (m === null || word === undefined) return null;
  const end = at + m[0].length;
  if (word.toLowerCase() === "state" && !STATE_AFTER.test(text.slice(end, end + 20))) return null;
  return { end, level: KIND_LEVEL[word.toLowerCase()] ?? "site" };
}

/** Words of kind that make a site of whatever name stands before them: "the Dadaab refugee camp". */
export function isSiteAfter(text: string, at: number): boolean {
  return /^[ -](?:refugee camp|camp|airport|international airport|air base|airbase|airfield|military base|border crossing|crossing|prison|checkpoint|dam)(?=[\s.,;:)!?'’"”]|$)/.test(
    text.slice(at, at + 30),
  );
}

const OF_KIND =
  /\b(town|city|village|hamlet|province|region|governorate|county|district|state|port|capital|suburb|settlement|neighbou?rhood|island|commune|prefecture|territory|camp|municipality|enclave|locality|republic)s? of $/i;

/** "the town of", "the villages of" right before a place. */
export function kindBefore(text: string, at: number): PlaceLevel | null {
  const word = OF_KIND.exec(text.slice(Math.max(0, at - 30), at))?.[1]?.toLowerCase();
  if (word === undefined) return null;
  if (
    /^(province|region|governorate|county|district|state|prefecture|territory|municipality|enclave|republic)$/.test(
      word,
    )
  )
    return "admin";
  return word === "island" ? "region" : "city";
}

const LOCATIVE =
  /(?:^|[\s(“"—–])(in|at|near|around|outside|inside|into|toward|towards|across|throughout|from|to|of|on|off|over|through|via|between|beyond|within|southern|northern|eastern|western|central|downtown|nearby|for|and|,)\s$/i;

/** The preposition right before a place that makes it one, lower case; "" where none does. */
export function locativeBefore(text: string, at: number): string {
  return LOCATIVE.exec(text.slice(Math.max(0, at - 14), at))?.[1]?.toLowerCase() ?? "";
}
