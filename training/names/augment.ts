import { type MarkedName, type MarkedText, maskOf } from "./marked.ts";
import { FIRST, LAST } from "./person-names.ts";
import { pick, randomFrom } from "./random.ts";

const PERSON = maskOf("person");
const PLACES = [maskOf("location"), maskOf("location", "facility")];

/** A text and its variants: with other persons and places, in capitals, as a headline. Deterministic by `seed`. */
export function variantsOf(text: MarkedText, seed: number, places: readonly string[]): readonly MarkedText[] {
  const random = randomFrom(seed * 7919 + 13);
  const own = text.source === "own";
  const tweets = text.source === "btc" || text.source === "wnut17";
  if (tweets) return random() < 0.3 ? [text] : [];
  const variants = [text];
  const copies = own ? 3 : random() < 0.5 ? 1 : 0;
  for (let k = 0; k < copies; k++) variants.push(exchanged(text, places, random));
  if (random() < (own ? 0.4 : 0.15)) variants.push(inCapitals(exchanged(text, places, random)));
  if (random() < 0.1) variants.push(asHeadline(exchanged(text, places, random)));
  return variants;
}

/** The text with other names of persons and small places; a name that comes twice gets the same new name twice. */
function exchanged(text: MarkedText, places: readonly string[], random: () => number): MarkedText {
  const people = newPeople(text, random);
  const towns = new Map<string, string>();
  const rename = (name: MarkedName): string => {
    const words = text.text.slice(name.start, name.end);
    if (name.kinds === PERSON) return people(words);
    if (!PLACES.includes(name.kinds) || /[.,\d]/.test(words)) return words;
    const known = towns.get(words);
    if (known !== undefined) return known;
    const town = random() < 0.6 && !/ /.test(words) ? pick(places, random) : words;
    towns.set(words, town);
    return town;
  };
  return withNames(text, rename);
}

function newPeople(text: MarkedText, random: () => number): (words: string) => string {
  const renamed = new Map<string, string>();
  const full = text.names
    .filter((n) => n.kinds === PERSON)
    .map((n) => text.text.slice(n.start, n.end))
    .filter((w) => /\s/.test(w));
  for (const words of full) {
    if (renamed.has(words)) continue;
    const parts = words.split(/\s+/);
    const [first, last] = newPerson(random);
    renamed.set(words, `${first} ${last}`);
    renamed.set(parts.at(-1) ?? "", last);
    if (!renamed.has(parts[0] ?? "")) renamed.set(parts[0] ?? "", first);
  }
  return (words) => {
    const known = renamed.get(words);
    if (known !== undefined) return known;
    const [, last] = newPerson(random);
    renamed.set(words, last);
    return last;
  };
}

function newPerson(random: () => number): readonly [string, string] {
  const world = Math.floor(random() * FIRST.length);
  const first = pick(FIRST[world] ?? [], random);
  const last = pick(LAST[world] ?? [], random);
  return random() < 0.15 ? [`${first} ${pick(FIRST[world] ?? [], random)}`, last] : [first, last];
}

function withNames(text: MarkedText, rename: (name: MarkedName) => string): MarkedText {
  const names: MarkedName[] = [];
  const open: { start: number; end: number }[] = [];
  let out = "";
  let at = 0;
  const shifts: { at: number; by: number }[] = [];
  for (const name of text.names) {
    if (name.start < at) continue;
    out += text.text.slice(at, name.start);
    const start = out.length;
    out += rename(name);
    names.push({ ...name, start, end: out.length });
    at = name.end;
    shifts.push({ at: name.end, by: out.length - name.end });
  }
  out += text.text.slice(at);
  const moved = (offset: number): number => offset + (shifts.findLast((s) => s.at <= offset)?.by ?? 0);
  for (const { start, end } of text.open)
    open.push({ start: moved(start), end: Math.max(moved(start) + 1, moved(end)) });
  return { ...text, text: out, names, open };
}

function inCapitals(text: MarkedText): MarkedText {
  return { ...text, text: upperCased(text.text) };
}

/** The text in capitals, as long as it was: a letter whose capital is two letters stays. */
export function upperCased(text: string): string {
  return [...text].map((c) => (c.toUpperCase().length === c.length ? c.toUpperCase() : c)).join("");
}

// Every word of the text with a capital, small joining words apart: as headlines of many papers are.
function asHeadline(text: MarkedText): MarkedText {
  const written = text.text.replace(
    /(?<![\p{L}'’-])(?!(?:of|the|and|to|a|in|for|on|at|by|with|as|al|el|bin)\b)\p{Ll}/gu,
    (c) => (c.toUpperCase().length === 1 ? c.toUpperCase() : c),
  );
  return { ...text, text: written };
}
