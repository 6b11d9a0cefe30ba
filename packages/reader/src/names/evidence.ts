import type { Sentence } from "../doc.ts";
import { BITS } from "./gazetteer.ts";
import { STYLE } from "./style.ts";
import { CASE, isCapital, type Word } from "./word.ts";

/** What a report's other mentions of a word tell: "Mr. Keita" in one place helps "Keita" in another. */
export const EVIDENCE = {
  small: 0x1,
  capitalInside: 0x2,
  afterTitle: 0x4,
  afterFirstName: 0x8,
  beforeOrgWord: 0x10,
  inPlace: 0x20,
  inBrackets: 0x40,
  beforeSaid: 0x80,
  afterThe: 0x100,
  beforeCommaPlace: 0x200,
  beforeGeoNoun: 0x400,
  afterOrgNoun: 0x800,
  afterSmallTitle: 0x1000,
  beforePeople: 0x2000,
  afterCapital: 0x4000,
  based: 0x8000,
  isPerson: 0x10000,
  isOrganization: 0x20000,
  isPlace: 0x40000,
  isOther: 0x80000,
  isEvent: 0x100000,
} as const;

const PLACE = BITS.country | BITS.city | BITS.region;

/** For each token the number of its type: the same letters, whatever their case. */
export function typesOf(words: readonly Word[]): Uint32Array {
  const types = new Map<string, number>();
  return Uint32Array.from(words, (w) => {
    const type = types.get(w.lower);
    if (type !== undefined) return type;
    types.set(w.lower, types.size);
    return types.size - 1;
  });
}

/** For each token the bits gathered over all tokens of the same type. */
export function evidenceOf(
  words: readonly Word[],
  sentences: readonly Sentence[],
  styles: Uint8Array,
  typeOf: Uint32Array,
): Uint32Array {
  const gathered = new Uint32Array(typeOf.length);
  sentences.forEach((s, n) => {
    if (styles[n] !== STYLE.titleCase) gather(words, s, typeOf, gathered);
  });
  return typeOf.map((type) => gathered[type] ?? 0);
}

function gather(words: readonly Word[], { from, to }: Sentence, typeOf: Uint32Array, gathered: Uint32Array): void {
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word === undefined || word.case === CASE.mark || word.case === CASE.number) continue;
    const type = typeOf[i] ?? 0;
    const before = i > from ? words[i - 1] : undefined;
    const after = i + 1 < to ? words[i + 1] : undefined;
    const told = isCapital(word)
      ? toldBefore(before) | toldAfter(after, i + 2 < to ? words[i + 2] : undefined)
      : EVIDENCE.small;
    gathered[type] = (gathered[type] ?? 0) | told;
  }
  define(words, { from, to }, typeOf, gathered);
}

// "Ansarul Islam, a jihadist group", "6PR (AM) is a radio station": what a run of capitals is said to be holds for all its words.
function define(words: readonly Word[], { from, to }: Stretched, typeOf: Uint32Array, gathered: Uint32Array): void {
  let start = -1;
  for (let i = from; i < to; i++) {
    const word = words[i];
    const inside =
      word !== undefined && (isCapital(word) || word.case === CASE.number || (start >= 0 && word.lower === "-"));
    if (inside && start < 0) start = i;
    if (inside || start < 0) continue;
    const told = definedAs(words, i, to);
    if (told !== 0) for (let j = start; j < i; j++) gathered[typeOf[j] ?? 0] = (gathered[typeOf[j] ?? 0] ?? 0) | told;
    start = -1;
  }
}

interface Stretched {
  readonly from: number;
  readonly to: number;
}

const IS = new Set(["is", "was", "are", "were"]);
const ARTICLES = new Set(["a", "an", "the", "one"]);
// The noun is looked for among so many words after the article.
const FAR = 7;

function definedAs(words: readonly Word[], at: number, to: number): number {
  let i = at;
  if (words[i]?.lower === "(") {
    for (let k = 0; k < 12 && i < to && words[i]?.lower !== ")"; k++) i++;
    i++;
  }
  const first = words[i]?.lower ?? "";
  if (i + 1 >= to || !(IS.has(first) || first === ",") || !ARTICLES.has(words[i + 1]?.lower ?? "")) return 0;
  let told = 0;
  for (let j = i + 2; j < Math.min(to, i + 2 + FAR); j++) {
    const word = words[j];
    if (word === undefined || (word.case === CASE.mark && word.lower !== "-") || STOPS.has(word.lower)) break;
    if (word.case === CASE.small) told = nounKind(word.known) || told;
  }
  return told;
}

// The noun phrase ends here: "a member of the band", "an actor who".
const STOPS = new Set([
  "of",
  "in",
  "from",
  "who",
  "which",
  "that",
  "for",
  "by",
  "with",
  "and",
  "on",
  "at",
  "to",
  "based",
  "led",
  "whose",
  "where",
]);

function nounKind(known: number): number {
  if (known & BITS.title) return EVIDENCE.isPerson;
  if (known & BITS.orgNoun) return EVIDENCE.isOrganization;
  if (known & (BITS.geoNoun | BITS.facilityWord)) return EVIDENCE.isPlace;
  if (known & BITS.other) return EVIDENCE.isOther;
  return known & BITS.eventWord ? EVIDENCE.isEvent : 0;
}

function toldBefore(before: Word | undefined): number {
  if (before === undefined) return 0;
  const known = before.known;
  let told = 0;
  if (before.case === CASE.small) {
    told |= EVIDENCE.capitalInside;
    if (known & BITS.inPlace) told |= EVIDENCE.inPlace;
    if (known & BITS.orgNoun) told |= EVIDENCE.afterOrgNoun;
    if (known & BITS.title) told |= EVIDENCE.afterSmallTitle;
    if (before.lower === "the") told |= EVIDENCE.afterThe;
  } else if (isCapital(before)) {
    told |= EVIDENCE.afterCapital;
    if (known & BITS.title) told |= EVIDENCE.afterTitle;
    if (known & BITS.first) told |= EVIDENCE.afterFirstName;
  } else if (before.lower === "(") told |= EVIDENCE.inBrackets;
  return told;
}

function toldAfter(after: Word | undefined, second: Word | undefined): number {
  if (after === undefined) return 0;
  const known = after.known;
  if (isCapital(after)) return known & BITS.orgWord ? EVIDENCE.beforeOrgWord : 0;
  let told = 0;
  if (known & BITS.said) told |= EVIDENCE.beforeSaid;
  if (known & BITS.geoNoun) told |= EVIDENCE.beforeGeoNoun;
  if (known & BITS.peopleNoun) told |= EVIDENCE.beforePeople;
  if (second === undefined) return told;
  if (after.lower === "," && second.known & PLACE) told |= EVIDENCE.beforeCommaPlace;
  if (after.lower === "-" && second.lower === "based") told |= EVIDENCE.based;
  return told;
}
