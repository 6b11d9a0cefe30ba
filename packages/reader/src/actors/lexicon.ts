import { ACTOR_KINDS, type ActorKind, SECTORS, type Sector } from "@dateline/model";
import { type Resources, rowsOf } from "../resources.ts";
import { type ActorEntry, type AliasTree, addAlias, newAliasTree, type State } from "./alias.ts";
import { listedEntries, usersEntries } from "./entries.ts";
import { KEPT_WORDINGS } from "./kept-wordings.ts";
import { wordKey } from "./key.ts";

/** A noun that stands for people or bodies: "gunman", "ministry". */
export interface ActorNoun {
  readonly noun: string;
  readonly kind: ActorKind;
  readonly sector: Sector;
  /** One person ("gunman"), a body ("militia"), or a thing that stands for its crew ("warship"). */
  readonly form: "person" | "body" | "thing";
  /** Takes the sector of what it belongs to: "rebel leader". */
  readonly relational: boolean;
  /** A building or place that is an actor only where it does something: "hospital". */
  readonly site: boolean;
  /** Whether it may stand without article in the singular: "police", not "force". */
  readonly bare: boolean;
}

/** A title or office: "Gen.", "foreign minister". */
export interface Office {
  readonly office: string;
  readonly full: string;
  readonly kind: ActorKind;
  readonly sector: Sector;
  readonly body: string;
  readonly gender: "m" | "f" | null;
}

/** A word before a head noun that tells its sector. */
export interface Modifier {
  readonly kind: ActorKind;
  readonly sector: Sector;
}

/** All that the layer looks up. Keys of nouns, offices and modifiers are word keys joined by blanks. */
export interface Lexicon {
  readonly aliases: AliasTree;
  readonly entries: ReadonlyMap<string, ActorEntry>;
  readonly states: ReadonlyMap<string, State>;
  readonly nouns: ReadonlyMap<string, ActorNoun>;
  readonly offices: ReadonlyMap<string, Office>;
  readonly modifiers: ReadonlyMap<string, Modifier>;
  /** The last words of nouns and offices: what else ends a phrase is no head. */
  readonly headEnds: ReadonlySet<string>;
  readonly speechVerbs: ReadonlySet<string>;
  /** By word key. */
  readonly firstNames: ReadonlyMap<string, "m" | "f">;
}

export function lexiconOfActors(resources: Resources): Lexicon {
  const aliases = newAliasTree();
  const entries = new Map<string, ActorEntry>();
  const kept = (resources.lexicons[KEPT_WORDINGS] ?? {}) as Readonly<Record<string, string>>;
  for (const entry of [...usersEntries(resources), ...listedEntries(resources)]) {
    if (!entries.has(entry.id)) entries.set(entry.id, entry);
    for (const alias of [entry.name, ...entry.aliases]) {
      const keys = Object.hasOwn(kept, alias) ? kept[alias]?.split(" ") : undefined;
      addAlias(aliases, { kind: "actor", entry, alias }, keys);
    }
  }
  const nouns = nounsOf(resources);
  const offices = officesOf(resources);
  return {
    aliases,
    entries,
    states: addStates(resources, aliases),
    nouns,
    offices,
    headEnds: new Set([...nouns.keys(), ...offices.keys()].map((key) => key.slice(key.lastIndexOf(" ") + 1))),
    modifiers: modifiersOf(resources),
    firstNames: new Map(
      rowsOf(resources, "actors/first-names").map(([name = "", sex = ""]) => [wordKey(name), sex === "f" ? "f" : "m"]),
    ),
    speechVerbs: new Set(rowsOf(resources, "actors/government-verbs").map(([lemma = ""]) => lemma)),
  };
}

function addStates(resources: Resources, aliases: AliasTree): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const [alpha2 = "", alpha3 = "", names = "", demonyms = "", seats = ""] of rowsOf(resources, "actors/states")) {
    const state = { alpha2, alpha3, name: split(names)[0] ?? alpha2 };
    states.set(alpha2, state);
    for (const alias of split(names)) addAlias(aliases, { kind: "state", state, alias });
    for (const alias of split(demonyms))
      addAlias(aliases, { kind: isPeople(alias) ? "people" : "demonym", state, alias });
    for (const alias of split(seats)) addAlias(aliases, { kind: "seat", state, alias });
  }
  return states;
}

/** "Iraqis", "Frenchmen" are people; "Swiss" and "Chinese" may be either. */
function isPeople(demonym: string): boolean {
  return /(?:[^s]s|men|man|woman)$/u.test(demonym) && !/(?:ese|U\.S\.|US)$/u.test(demonym);
}

function nounsOf(resources: Resources): ReadonlyMap<string, ActorNoun> {
  const nouns = new Map<string, ActorNoun>();
  for (const [noun = "", kind = "", sector = "", flags = ""] of rowsOf(resources, "actors/actor-nouns"))
    if (isKind(kind) && isSector(sector))
      nouns.set(keyOfWords(noun), {
        noun,
        kind,
        sector,
        form: formOf(flags),
        relational: flags.includes("r"),
        site: flags.includes("b"),
        bare: !flags.includes("d"),
      });
  return nouns;
}

function formOf(flags: string): ActorNoun["form"] {
  if (flags.includes("w")) return "thing";
  return flags.includes("c") ? "body" : "person";
}

function officesOf(resources: Resources): ReadonlyMap<string, Office> {
  const offices = new Map<string, Office>();
  for (const [office = "", full = "", kind = "", sector = "", body = "", sex = ""] of rowsOf(
    resources,
    "actors/offices",
  ))
    if (isKind(kind) && isSector(sector))
      offices.set(keyOfWords(office), {
        office,
        full,
        kind,
        sector,
        body,
        gender: sex === "m" || sex === "f" ? sex : null,
      });
  return offices;
}

function modifiersOf(resources: Resources): ReadonlyMap<string, Modifier> {
  const modifiers = new Map<string, Modifier>();
  for (const [word = "", kind = "", sector = ""] of rowsOf(resources, "actors/modifiers"))
    if (isKind(kind) && isSector(sector)) modifiers.set(keyOfWords(word), { kind, sector });
  return modifiers;
}

/** The key of a lexicon's noun or title: its word keys joined by blanks. */
export function keyOfWords(text: string): string {
  return text
    .split(/[\s-]+/)
    .map(wordKey)
    .filter((k) => k !== "")
    .join(" ");
}

function split(list: string): readonly string[] {
  return list.split("|").filter((s) => s !== "");
}

export function isKind(text: string): text is ActorKind {
  return (ACTOR_KINDS as readonly string[]).includes(text);
}

export function isSector(text: string): text is Sector {
  return (SECTORS as readonly string[]).includes(text);
}
