import type { Context } from "../context.ts";
import type { Doc } from "../doc.ts";
import { type Resources, rowsOf } from "../resources.ts";
import { type Dealings, dealingsOf } from "./dealings.ts";
import { entitiesOf } from "./entities.ts";
import { phraseWords } from "./key.ts";
import { type Lexicon, lexiconOfActors } from "./lexicon.ts";
import { linksOf } from "./links.ts";
import { candidatesOf } from "./mentions.ts";
import { newClusters, resolveNames } from "./names.ts";
import { resolveNominals } from "./nominals.ts";
import { readPhrase } from "./phrase.ts";
import { resolvePronouns } from "./pronouns.ts";
import { speakersOf } from "./speakers.ts";

export { type ActorReading, actorOf, createActorOf } from "./actor-of.ts";
export { entityAt, type MentionAt, type MentionIndex, mentionIndex } from "./mention-index.ts";

/** What this layer looks up: built once for a reader, at first use. */
export interface ActorsData {
  readonly layer: "actors";
  readonly lexicon: () => Lexicon;
  /** Nouns that name deeds ("takeover"): an actor before one did it. */
  readonly eventNouns: () => ReadonlySet<string>;
  readonly dealings: () => Dealings;
}

export function actorsData(resources: Resources): ActorsData {
  return {
    layer: "actors",
    lexicon: once(() => lexiconOfActors(resources)),
    dealings: once(() => dealingsOf(resources)),
    eventNouns: once(() => new Set(rowsOf(resources, "events/nouns").map(([lemma = ""]) => lemma))),
  };
}

/** Entities: mentions put together, kinds, countries, roles, links to the actor list. */
export function readActors(doc: Doc, ctx: Context): Doc {
  const lexicon = ctx.actors.lexicon();
  const countries = new Set(doc.places.flatMap((p) => p.country ?? []));
  const placed = new Map(
    doc.places.flatMap((p) => (p.country === null ? [] : p.mentions.map((m) => [m.start, p.country ?? ""] as const))),
  );
  const candidates = candidatesOf(doc, {
    placed,
    lexicon,
    countries,
    eventNouns: ctx.actors.eventNouns(),
    dealings: ctx.actors.dealings(),
    korea: doc.text.includes("Korea"),
  });
  const links = linksOf(doc, candidates);
  const clusters = newClusters();
  resolveNames(doc, candidates, clusters);
  resolveNominals(candidates, links, clusters);
  resolvePronouns(doc, candidates, {
    links,
    clusters,
    speakers: speakersOf(doc, candidates),
    home: homeOf(doc, lexicon),
  });
  const entities = entitiesOf(doc, candidates, { clusters, lexicon, trace: ctx.trace });
  return { ...doc, entities, names: withEntities(doc, entities) };
}

/** The country of a publisher that is a government or its forces: "We" in its statements is that state. */
function homeOf(doc: Doc, lexicon: Lexicon): string | null {
  const { publisher } = doc.report;
  if (publisher === null) return null;
  const read = readPhrase(phraseWords(publisher.slice(0, 200)), lexicon);
  return /^(?:GOV|MIL)$/.test(read.sector ?? "") ? read.country : null;
}

/** Names that mention an actor point to it. */
function withEntities(doc: Doc, entities: Doc["entities"]): Doc["names"] {
  const byEnd = new Map<number, { readonly start: number; readonly entity: string }>();
  for (const e of entities)
    for (const m of e.mentions) if (m.form === "name") byEnd.set(m.end, { start: m.start, entity: e.id });
  return doc.names.map((name) => {
    const at = byEnd.get(name.end);
    return at !== undefined && at.start <= name.start ? { ...name, entity: at.entity } : name;
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
