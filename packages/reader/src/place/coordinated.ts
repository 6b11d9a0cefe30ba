import type { PlaceLevel } from "@dateline/model";
import type { Doc } from "../doc.ts";
import { levelOfKinds } from "./around.ts";
import { isListed, type Lookup } from "./candidates.ts";
import { readingsOf } from "./choose.ts";
import { keyOf } from "./key.ts";
import type { PlaceMention } from "./mention.ts";

/** Places that share a word: "North and South Kivu", "Gao and Kidal regions", "the provinces of Soum and Yagha". */
export function withCoordinated(doc: Doc, mentions: readonly PlaceMention[], lookup: Lookup): readonly PlaceMention[] {
  const shared = sharedNames(doc.text, lookup);
  const all = shared.length === 0 ? mentions : placed([...withoutCovered(mentions, shared), ...shared]);
  return withSharedKinds(doc, all, lookup);
}

/** Those that none of the others lies over; both in text order. */
function withoutCovered(mentions: readonly PlaceMention[], others: readonly PlaceMention[]): readonly PlaceMention[] {
  let k = 0;
  return mentions.filter((m) => {
    while ((others[k]?.end ?? Number.POSITIVE_INFINITY) <= m.start) k += 1;
    return (others[k]?.start ?? Number.POSITIVE_INFINITY) >= m.end;
  });
}

function placed(mentions: readonly PlaceMention[]): readonly PlaceMention[] {
  return [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
}

const SIDE = "(?:North|South|East|West|Central|Upper|Lower|Northern|Southern|Eastern|Western)";
const SHARED_NAME = new RegExp(
  `\\b(${SIDE}(?:, ${SIDE}){0,3}),? (?:and|or|and in) (${SIDE}) (\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?)`,
  "gu",
);

/** "North and South Korea": each side is a place of the tables; the first ones are told by their sides alone. */
function sharedNames(text: string, lookup: Lookup): readonly PlaceMention[] {
  return [...text.matchAll(SHARED_NAME)].flatMap((m) => {
    const [whole, first = "", last = "", rest = ""] = m;
    const name = [rest, rest.split(" ")[0] ?? ""].find((n) => isInTables(lookup, `${last} ${n}`));
    if (name === undefined) return [];
    const sides = [...first.matchAll(/\p{Lu}\p{L}+/gu)].map((s) => ({ side: s[0], at: m.index + s.index }));
    if (!sides.every(({ side }) => isInTables(lookup, `${side} ${name}`))) return [];
    const lastAt = m.index + whole.length - rest.length - last.length - 1;
    return [
      ...sides.map(({ side, at }) => bare({ start: at, end: at + side.length, toponym: `${side} ${name}` })),
      bare({ start: lastAt, end: lastAt + last.length + 1 + name.length, toponym: `${last} ${name}` }),
    ];
  });
}

function isInTables({ atlas }: Lookup, name: string): boolean {
  return atlas.find(keyOf(name)).length > 0;
}

function bare(of: Pick<PlaceMention, "start" | "end" | "toponym"> & { readonly level?: PlaceLevel }): PlaceMention {
  return { shape: { kind: "whole" }, level: null, within: null, sure: false, acts: false, ...of };
}

/** Items of a list of places with one word of kind. */
const MOST_ITEMS = 12;

/** Gives each of "Borno, Yobe and Adamawa states" the level of the word they share, and finds those that were missed. */
function withSharedKinds(doc: Doc, mentions: readonly PlaceMention[], lookup: Lookup): readonly PlaceMention[] {
  const told = new Map<PlaceMention, Pick<PlaceMention, "level" | "toponym">>();
  const found: PlaceMention[] = [];
  const at = new Map<number, PlaceMention>();
  for (const m of mentions) at.set(m.shape.kind === "part" ? m.end - m.toponym.length : m.start, m);
  doc.tokens.forEach((token, i) => {
    const level = levelOfKinds(token.text);
    if (level === null) return;
    const isBefore = doc.tokens[i + 1]?.text === "of";
    const items = isBefore ? itemsAfter(doc, i + 2) : itemsBefore(doc, i);
    if (items.length < 2) return;
    for (const { start, end } of items) {
      const words = doc.text.slice(start, end);
      const mention = at.get(start);
      const toponym = withKind(lookup, mention?.toponym ?? words, token.text);
      if (mention !== undefined) told.set(mention, { level, toponym });
      else if (isOfLevel(lookup, toponym, level)) found.push(bare({ start, end, toponym, level }));
    }
  });
  if (told.size === 0 && found.length === 0) return mentions;
  const leveled = mentions.map((m) => {
    const kind = told.get(m);
    return kind === undefined || m.level !== null || !/^(?:whole|part)$/.test(m.shape.kind) ? m : { ...m, ...kind };
  });
  return placed([...leveled, ...withoutCovered(placed(found), mentions)]);
}

/** "Boone County" for "Boone" in "Boone and Clinton counties", where a gazetteer has it so. */
function withKind(lookup: Lookup, name: string, kinds: string): string {
  const kind = kinds === "counties" ? "County" : kinds.replace(/ies$/, "y").replace(/s$/, "");
  const whole = `${name} ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return isListed(lookup, whole) ? whole : name;
}

/** Whether a capitalised word of such a list is a place of the level that it is told to be. */
function isOfLevel(lookup: Lookup, words: string, level: PlaceLevel): boolean {
  if (!isInTables(lookup, words) && !isListed(lookup, words)) return false;
  return readingsOf(lookup, words).some((c) => c.level === level);
}

interface Item {
  readonly start: number;
  readonly end: number;
}

/** The capitalised runs before token `i`, joined by commas and one "and": in text order. */
function itemsBefore(doc: Doc, i: number): readonly Item[] {
  const items: Item[] = [];
  let last = i - 1;
  let ands = 0;
  while (last >= 0 && items.length < MOST_ITEMS) {
    let first = last;
    while (isCapital(doc, first) && last - first < 3) first -= 1;
    if (first === last) break;
    items.unshift(itemOf(doc, first + 1, last));
    while (SIDES.test(doc.tokens[first]?.text ?? "")) first -= 1;
    const joint = doc.tokens[first]?.text;
    if (joint === "and" && ands === 0) ands += 1;
    else if (joint !== "," || ands === 0) break;
    last = first - 1;
    if (joint === "and" && doc.tokens[last]?.text === ",") last -= 1;
  }
  return ands === 0 ? [] : items;
}

/** "Idlib and western Aleppo provinces": a side between the joint and the name. */
const SIDES = /^(?:northern|southern|eastern|western|central|(?:north|south)(?:-?)(?:eastern|western))$/;

/** The same from token `i` on: "A, B and C" behind "the provinces of". */
function itemsAfter(doc: Doc, i: number): readonly Item[] {
  const items: Item[] = [];
  let first = i;
  for (let isLast = false; items.length < MOST_ITEMS; ) {
    let end = first;
    while (isCapital(doc, end) && end - first < 3) end += 1;
    if (end === first) return items;
    items.push(itemOf(doc, first, end - 1));
    if (isLast) return items;
    if (doc.tokens[end]?.text === ",") end += 1;
    if (doc.tokens[end]?.text === "and") {
      end += 1;
      isLast = true;
    } else if (doc.tokens[end - 1]?.text !== ",") return [];
    first = end;
  }
  return items;
}

function isCapital(doc: Doc, i: number): boolean {
  return /^\p{Lu}\p{L}/u.test(doc.tokens[i]?.text ?? "");
}

function itemOf(doc: Doc, first: number, last: number): Item {
  return { start: doc.tokens[first]?.start ?? 0, end: doc.tokens[last]?.end ?? 0 };
}
