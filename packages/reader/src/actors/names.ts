import type { Doc } from "../doc.ts";
import type { Candidate } from "./candidate.ts";
import { addMember, type Cluster, newCluster } from "./cluster.ts";
import { fixedKey } from "./fixed-key.ts";
import { isAcronym, wordKey } from "./key.ts";

/** Clusters of a report while they grow, with their look-ups. */
export interface Clusters {
  readonly all: Cluster[];
  /** By candidate. */
  readonly of: Map<number, Cluster>;
  /** By key: `actor:aqim`, `state:FR`, `name:florence parly`. */
  readonly byKey: Map<string, Cluster>;
}

export function newClusters(): Clusters {
  return { all: [], of: new Map(), byKey: new Map() };
}

export function openCluster(clusters: Clusters): Cluster {
  const cluster = newCluster(clusters.all.length);
  clusters.all.push(cluster);
  return cluster;
}

export function join(clusters: Clusters, cluster: Cluster, index: number, c: Candidate): void {
  addMember(cluster, index, c);
  clusters.of.set(index, cluster);
}

/** Puts the proper names of a report together: listed wordings, states, persons by surname, bodies by short form and acronym. */
export function resolveNames(doc: Doc, candidates: readonly Candidate[], clusters: Clusters): void {
  candidates.forEach((c, i) => {
    if (c.form !== "name") return;
    const keys = keysOf(c);
    const known = [...keys, ...(c.name === "organization" ? laterKeys(doc, c) : [])]
      .map((k) => clusters.byKey.get(k))
      .find((x) => x !== undefined);
    const cluster =
      known ?? (c.name === "person" ? personOf(doc, c, clusters) : shortOf(doc, c, clusters)) ?? openCluster(clusters);
    join(clusters, cluster, i, c);
    if (keys[0]?.startsWith("state:")) cluster.state = true;
    for (const key of [...keys, ...laterKeys(doc, c)]) if (!clusters.byKey.has(key)) clusters.byKey.set(key, cluster);
    if (c.name === "person") for (const key of surnameKeys(doc, c)) clusters.byKey.set(key, cluster);
  });
}

/** The keys by which another mention of the same actor is surely found. */
function keysOf(c: Candidate): readonly string[] {
  const { entry, country, rule, own, sector } = c.reading;
  if (entry !== null && own) return [`actor:${entry.id}`];
  if (country !== null && /^(?:state|demonym|seat)/.test(rule) && sector === "GOV") return [`state:${country}`];
  if (country !== null && rule.startsWith("people")) return [`people:${country}:${c.counted}`];
  const fixed = own ? null : fixedKey(c);
  if (fixed !== null) return [fixed];
  return [`${c.name === "person" ? "person" : "name"}:${c.key}`];
}

/** Shorter forms that may follow: the acronym of a long name. */
function laterKeys(doc: Doc, c: Candidate): readonly string[] {
  if (c.name === "person" || c.to - c.from < 2) return [];
  const words = doc.tokens.slice(c.from, c.to).filter((t) => /^\p{Lu}/u.test(t.text));
  const initials = words.map((t) => t.text.charAt(0)).join("");
  return words.length >= 2 ? [`name:${initials.toLowerCase()}`] : [];
}

function surnameKeys(doc: Doc, c: Candidate): readonly string[] {
  const words = personWords(doc, c);
  const last = words.at(-1);
  if (last === undefined) return [];
  const keys = [`surname:${last}`];
  if (words.length > 1) keys.push(`surname:${words.slice(-2).join(" ")}`);
  if (words.length === 2 || words.length === 3) keys.push(`part:${words[0]}`);
  return keys;
}

function personWords(doc: Doc, c: Candidate): readonly string[] {
  return doc.tokens
    .slice(c.from, c.to)
    .filter((t) => /^[\p{L}\p{N}]/u.test(t.text) && !t.text.endsWith("."))
    .map((t) => wordKey(t.text))
    .filter((w) => w !== "" && !/^(?:mr|mrs|ms|dr|gen|col|jr|sr|s|ii|iii)$/.test(w));
}

/** "Parly" after "Florence Parly"; a full name only where the first names agree. */
function personOf(doc: Doc, c: Candidate, clusters: Clusters): Cluster | undefined {
  const words = personWords(doc, c);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  if (words.length === 1) return clusters.byKey.get(`surname:${last}`) ?? clusters.byKey.get(`part:${last}`);
  const whole = clusters.byKey.get(`surname:${words.join(" ")}`);
  if (whole !== undefined) return whole;
  const same = clusters.byKey.get(`surname:${last}`);
  if (same === undefined) return undefined;
  const agrees = [...same.keys].some((k) => agree(k.split(" "), words));
  return agrees ? same : undefined;
}

/** One of two names holds all words of the other. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.every((w) => long.includes(w));
}

/** "Orange" for the Orange Order, "KLA" for the Kosovo Liberation Army, told before. */
function shortOf(doc: Doc, c: Candidate, clusters: Clusters): Cluster | undefined {
  if (c.name !== "organization") return undefined;
  if (isAcronym(doc.tokens[c.from]?.text ?? "")) return clusters.byKey.get(`name:${c.key}`);
  return undefined;
}
