import { type Resources, rowsOf } from "../resources.ts";
import { nounWords, readClass, readLight, readModeOfSpeech, readSense, readWeapon } from "./lexicon-columns.ts";
import { type Contents, readContents, withContents } from "./lexicon-contents.ts";
import type { EventSense, LightVerb, NounClass, Weapon } from "./lexicon-senses.ts";

type Row = readonly string[];

/** The event lexicon; rows are read when a lemma is first looked up. */
export interface EventLexicon {
  /** Senses whose verb is `lemma`, those with particles and fixed nouns among them, the most specific first. */
  readonly verbSenses: (lemma: string) => readonly EventSense[];
  /** Senses of event nouns with this head ("emergency" is looked up under "state"), the most specific first. */
  readonly nounSenses: (lemma: string) => readonly EventSense[];
  /** Senses of adjectives and participles that tell an event of the noun they modify. */
  readonly adjectiveSenses: (lemma: string) => readonly EventSense[];
  /** Light and support verbs with this verb, those with more words first. */
  readonly lightVerb: (lemma: string) => readonly LightVerb[];
  /** What the noun names; `event` where it is an event noun. Empty when nothing is known. */
  readonly classOf: (lemma: string) => readonly NounClass[];
  /** The weapon or vehicle of this (lower case, singular) name, or null. */
  readonly weaponOf: (phrase: string) => Weapon | null;
}

/** The lexicon over `data/events`. */
export function eventLexicon(resources: Resources): EventLexicon {
  const rows = (file: string): readonly Row[] => rowsOf(resources, `events/${file}`);
  const indexed = (file: string, keyOf: (first: string) => string): Index => once(() => index(rows(file), keyOf));
  const contents = once(() => readContents(rows("contents"), readModeOfSpeech));
  const verbs = (found: readonly Row[]): readonly EventSense[] => sensesOf(found, "verb", contents());
  const classes = indexed("classes", whole);
  const weapons = indexed("weapons", whole);
  const nounSenses = lookUp(
    once(() => index(rows("nouns").flatMap(takenApart), headOfNoun)),
    (found) => sensesOf(found, "noun", contents()),
  );
  return {
    verbSenses: despiteLemma(lookUp(indexed("verbs", firstWord), verbs)),
    nounSenses,
    adjectiveSenses: lookUp(indexed("adjectives", firstWord), verbs),
    lightVerb: lookUp(indexed("light", firstWord), (found) =>
      found.map(readLight).sort((a, b) => b.after.length - a.after.length),
    ),
    classOf: (lemma) => classesOf(classes().get(lemma) ?? [], nounSenses(lemma)),
    weaponOf: (phrase) => {
      const row = weapons().get(phrase)?.[0];
      return row === undefined ? null : readWeapon(row);
    },
  };
}

/** Rows by the word that they are looked up by, made at the first look-up. */
type Index = () => ReadonlyMap<string, readonly Row[]>;

function sensesOf(rows: readonly Row[], part: "verb" | "noun", contents: Contents): readonly EventSense[] {
  return rows
    .flatMap((row) => withContents(readSense(row, part), contents))
    .sort((a, b) => specificity(b) - specificity(a));
}

/**
 * Lemmas are guessed by ending, and a guess may be off by a letter ("explod", "riote", "boycot", "annull"):
 * where a word has no senses, its neighbours are tried.
 */
function despiteLemma<T>(senses: (lemma: string) => readonly T[]): (lemma: string) => readonly T[] {
  return (lemma) => {
    const own = senses(lemma);
    if (own.length > 0 || lemma.length < 3) return own;
    for (const near of neighbours(lemma)) {
      const found = senses(near);
      if (found.length > 0) return found;
    }
    return own;
  };
}

function neighbours(lemma: string): readonly string[] {
  const last = lemma.at(-1) ?? "";
  const short = lemma.slice(0, -1);
  if (last === "e") return [short];
  return short.endsWith(last) ? [short, `${lemma}e`] : [`${lemma}e`, `${lemma}${last}`];
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Words count more than conditions, and a condition on a lemma more than one on a class. */
function specificity(sense: EventSense): number {
  const words = sense.before.length + sense.after.length;
  return sense.when.reduce((sum, c) => sum + (c.kind.endsWith("-lemma") || c.kind === "modifier" ? 3 : 2), words * 10);
}

function classesOf(rows: readonly Row[], senses: readonly EventSense[]): readonly NounClass[] {
  const told = rows.map((row) => readClass(row[1] ?? ""));
  return senses.some((s) => s.type !== null && s.before.length === 0 && s.after.length === 0)
    ? [...told, "event"]
    : told;
}

/** "sit-in" may be one token or three. */
function takenApart(row: Row): readonly Row[] {
  const lemma = row[0] ?? "";
  return lemma.includes("-") ? [row, [lemma.replaceAll("-", " - "), ...row.slice(1)]] : [row];
}

function whole(lemma: string): string {
  return lemma;
}

function firstWord(lemma: string): string {
  const end = lemma.indexOf(" ");
  return end < 0 ? lemma : lemma.slice(0, end);
}

function headOfNoun(lemma: string): string {
  return lemma.includes(" ") ? nounWords(lemma).head : lemma;
}

function index(rows: readonly Row[], keyOf: (first: string) => string): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row[0] ?? "");
    const list = found.get(key);
    if (list === undefined) found.set(key, [row]);
    else list.push(row);
  }
  return found;
}

/** Remembers what `read` gave: the same words come again and again. Words without rows are not kept. */
function lookUp<T>(
  rows: Index,
  read: (rows: readonly Row[], key: string) => readonly T[],
): (key: string) => readonly T[] {
  const kept = new Map<string, readonly T[]>();
  return (key) => {
    const found = rows().get(key);
    if (found === undefined) return [];
    const before = kept.get(key);
    if (before !== undefined) return before;
    const made = read(found, key);
    kept.set(key, made);
    return made;
  };
}
