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
} as const;

const PLACE = BITS.country | BITS.city | BITS.region;

/** For each token the bits gathered over all tokens with the same letters, whatever their case. */
export function evidenceOf(words: readonly Word[], sentences: readonly Sentence[], styles: Uint8Array): Uint32Array {
  const types = new Map<string, number>();
  const typeOf = Uint32Array.from(words, (w) => {
    const type = types.get(w.lower);
    if (type !== undefined) return type;
    types.set(w.lower, types.size);
    return types.size - 1;
  });
  const gathered = new Uint32Array(types.size);
  sentences.forEach((s, n) => {
    if (styles[n] === STYLE.text) gather(words, s, typeOf, gathered);
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
