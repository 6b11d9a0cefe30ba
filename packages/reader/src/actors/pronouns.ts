import type { Doc, Token } from "../doc.ts";
import type { Candidate } from "./candidate.ts";
import { type Cluster, touch } from "./cluster.ts";
import type { Link } from "./links.ts";
import { type Clusters, join } from "./names.ts";
import { pronounKind } from "./pronoun.ts";
import type { Speakers } from "./speakers.ts";

const WINDOW = 30;

/** Ties pronouns to the actors they stand for; one that finds none stays out. */
export function resolvePronouns(
  doc: Doc,
  candidates: readonly Candidate[],
  { links, clusters, speakers, home }: Told,
): void {
  const relative = new Map(links.filter((l) => l.why === "relative").map((l) => [l.b, l.a]));
  for (const cluster of clusters.all) {
    cluster.last = -1;
    cluster.subjects = 0;
  }
  const recent: Recent[] = [];
  candidates.forEach((c, i) => {
    const cluster =
      c.form === "pronoun"
        ? antecedentOf(doc, c, i, { relative, clusters, speakers, recent, home })
        : clusters.of.get(i);
    if (cluster === undefined) return;
    if (c.form === "pronoun") join(clusters, cluster, i, c);
    touch(cluster, c);
    recent.push({ cluster, c });
    if (recent.length > 2 * WINDOW) recent.splice(0, WINDOW);
  });
}

/** What pronouns are resolved with. */
interface Told {
  readonly links: readonly Link[];
  readonly clusters: Clusters;
  readonly speakers: Speakers;
  /** The country of a publisher that is a government, alpha-2. */
  readonly home: string | null;
}

interface Recent {
  readonly cluster: Cluster;
  readonly c: Candidate;
}

interface Looking {
  readonly relative: ReadonlyMap<number, number>;
  readonly clusters: Clusters;
  readonly speakers: Speakers;
  readonly recent: readonly Recent[];
  readonly home: string | null;
}

function antecedentOf(doc: Doc, c: Candidate, i: number, at: Looking): Cluster | undefined {
  const before = at.relative.get(i);
  if (before !== undefined) return at.clusters.of.get(before);
  const kind = pronounKind(doc.tokens[c.from]?.lower ?? "");
  if (kind === undefined || kind === "who") return undefined;
  if (kind === "i" || kind === "we") return speakerOf(c, kind, at);
  return best(doc, c, (cluster) => fits(kind, cluster), at);
}

/** "I" is the speaker; "we" the speaker's side, told by what he or she speaks for. */
function speakerOf(c: Candidate, kind: "i" | "we", { speakers, clusters, recent, home }: Looking): Cluster | undefined {
  const said = speakers.at(c.from);
  const speaker = said === undefined ? undefined : clusters.of.get(said);
  if (speaker !== undefined)
    return kind === "we" ? sideOf(speaker, clusters, home) : speaker.person ? speaker : undefined;
  if (kind === "i") return undefined;
  return home === null ? publisherSide(clusters, recent) : stateOf(home, clusters);
}

/** "We" outside quotations is who publishes the statement: the body or state that acts most in it. */
function publisherSide(clusters: Clusters, recent: readonly Recent[]): Cluster | undefined {
  let chosen: Cluster | undefined;
  for (const { cluster } of recent) {
    if (cluster.person || !cluster.named || cluster.subjects === 0) continue;
    if (!/^(?:government|military|igo|ngo|company|party)$/.test(cluster.kind ?? "")) continue;
    if (chosen === undefined || cluster.subjects > chosen.subjects) chosen = cluster;
  }
  return (
    chosen ?? clusters.all.find((c) => c.named && !c.person && /^(?:government|military|igo|ngo)$/.test(c.kind ?? ""))
  );
}

/** Whom an official speaks for: the government of the country; anyone else for himself. */
function sideOf(speaker: Cluster, clusters: Clusters, home: string | null): Cluster {
  if (!speaker.person || !/^(?:GOV|MIL)$/.test(speaker.sector ?? "")) return speaker;
  const body = speaker.entry === null || speaker.entry.kind === "government" ? undefined : speaker.entry.id;
  const own = body === undefined ? undefined : clusters.byKey.get(`actor:${body}`);
  if (own !== undefined) return own;
  const country = speaker.country ?? home;
  if (country !== null) return stateOf(country, clusters) ?? speaker;
  if (![...speaker.heads].some((h) => /^(?:minister|president|premier|chancellor|king)$/.test(h))) return speaker;
  const states = clusters.all.filter((c) => c.state && c.named);
  return states.reduce((a, c) => (c.members.length > a.members.length ? c : a), states[0] ?? speaker);
}

function stateOf(country: string | null, clusters: Clusters): Cluster | undefined {
  return country === null ? undefined : clusters.byKey.get(`state:${country}`);
}

/** Nouns of one body that "they" may take up. */
const COLLECTIVE =
  /\b(?:team|crew|family|group|couple|pair|police|government|company|community|party|army|military|band|gang|crowd|audience|squad|unit|club|union|movement|militia|staff|minority|regime|delegation|coalition|force|forces)\b/;

function isForce(cluster: Cluster): boolean {
  return /^(?:armed-group|police|military|party|company|ngo)$/.test(cluster.kind ?? "");
}

function fits(kind: "he" | "she" | "they" | "it", cluster: Cluster): boolean {
  switch (kind) {
    case "he":
      return cluster.person && !cluster.plural && cluster.gender !== "f";
    case "she":
      return cluster.person && !cluster.plural && cluster.gender !== "m";
    case "they":
      return !cluster.person && (cluster.plural || COLLECTIVE.test([...cluster.heads].join(" ")) || isForce(cluster));
    case "it":
      return !cluster.person && !cluster.plural;
    default:
      return kind satisfies never;
  }
}

/** The fitting actor that stands out most: near, a subject, named. A mention inside the same phrase is passed over. */
function best(doc: Doc, c: Candidate, test: (cluster: Cluster) => boolean, { recent }: Looking): Cluster | undefined {
  let chosen: Cluster | undefined;
  let top = Number.NEGATIVE_INFINITY;
  const stop = Math.max(0, recent.length - WINDOW);
  for (let i = recent.length - 1; i >= stop; i--) {
    const item = recent[i];
    if (item === undefined || item.c.to > c.from || !test(item.cluster)) continue;
    const single = c.plural && !item.cluster.plural ? -0.7 : 0;
    const score = salience(doc, c, item, recent.length - i) + single;
    if (score <= top) continue;
    top = score;
    chosen = item.cluster;
  }
  return chosen;
}

function salience(doc: Doc, c: Candidate, { cluster, c: before }: Recent, steps: number): number {
  const sentences = c.sentence - before.sentence;
  const near = -1.4 * sentences - 0.18 * steps;
  const subject = before.subject ? 1.2 : 0;
  const nested = isInsidePhrase(doc, before) ? -1 : 0;
  const named = cluster.named ? 0.3 : 0;
  const often = Math.min(1, 0.15 * cluster.members.length);
  const object = sameClauseObject(doc, c, before) ? -1.5 : 0;
  const speaking = before.form === "pronoun" && /^(?:we|i)$/.test(before.key) ? -2.5 : 0;
  const reporter = cluster.person && cluster.sector === "MED" ? -0.8 : 0;
  return near + subject + nested + named + often + object + speaking + reporter;
}

/** "French" in "French troops", "Iraq" in "Iraq's army". */
function isInsidePhrase(doc: Doc, c: Candidate): boolean {
  return /^(?:amod|compound|nmod:poss|nmod:desc)$/.test(doc.tokens[c.top]?.deprel ?? "");
}

/** "He told him": a personal pronoun is not the subject of its own verb. */
function sameClauseObject(doc: Doc, c: Candidate, before: Candidate): boolean {
  const pronoun = doc.tokens[c.top];
  const other = doc.tokens[before.top];
  if (pronoun === undefined || other === undefined || pronoun.xpos === "PRP$") return false;
  if (pronoun.head < 0 || !/^nsubj/.test(other.deprel) || pronoun.deprel.startsWith("nsubj")) return false;
  return pronoun.head === other.head || (isObject(pronoun) && subjectVerb(doc, pronoun.head) === other.head);
}

function isObject({ deprel }: Token): boolean {
  return deprel === "obj" || deprel === "iobj";
}

/** The verb that tells the subject of another: "Kim met Lee and thanked him". */
function subjectVerb(doc: Doc, verb: number): number {
  let at = doc.tokens[verb];
  for (let steps = 0; at !== undefined && at.deprel === "conj" && steps < 4; steps++) {
    const from: number = at.i;
    if (doc.tokens.slice(Math.max(0, from - 8), from).some((t) => t.head === from && t.deprel.startsWith("nsubj")))
      break;
    at = doc.tokens[at.head];
  }
  return at?.i ?? verb;
}
