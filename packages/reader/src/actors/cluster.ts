import type { ActorKind, Sector } from "@dateline/model";
import type { ActorEntry } from "./alias.ts";
import type { Candidate } from "./candidate.ts";

/** Mentions put together while a report is read; becomes an entity. */
export interface Cluster {
  readonly id: number;
  /** Indexes into the candidates, in the order they were added. */
  readonly members: number[];
  /** Keys of its wordings. */
  readonly keys: Set<string>;
  /** Head nouns that stood for it: emir, group. */
  readonly heads: Set<string>;
  kind: ActorKind | null;
  sector: Sector | null;
  country: string | null;
  entry: ActorEntry | null;
  rule: string;
  own: boolean;
  person: boolean;
  plural: boolean;
  gender: "m" | "f" | null;
  /** Whether it is a state with its government. */
  state: boolean;
  /** Whether it has a proper name. */
  named: boolean;
  /** Place of its latest mention, a token. */
  last: number;
  lastSubject: boolean;
  /** How often it was a subject so far. */
  subjects: number;
  /** Sentence of the latest mention. */
  lastSentence: number;
}

export function newCluster(id: number): Cluster {
  return {
    id,
    members: [],
    keys: new Set(),
    heads: new Set(),
    kind: null,
    sector: null,
    country: null,
    entry: null,
    rule: "",
    own: false,
    person: false,
    plural: false,
    gender: null,
    state: false,
    named: false,
    last: -1,
    lastSubject: false,
    subjects: 0,
    lastSentence: -1,
  };
}

/** Adds a mention; what the first mentions told stays, what was open is filled. */
export function addMember(cluster: Cluster, index: number, c: Candidate): void {
  const first = cluster.members.length === 0;
  cluster.members.push(index);
  if (c.form === "pronoun") {
    cluster.gender ??= c.gender;
    return;
  }
  if (c.key !== "") cluster.keys.add(c.key);
  if (c.head !== "") cluster.heads.add(c.head);
  if (c.name === "person") cluster.person = true;
  if (first) {
    cluster.person = c.person;
    cluster.plural = c.plural;
  }
  cluster.gender ??= c.gender;
  fillFrom(cluster, c);
}

function fillFrom(cluster: Cluster, c: Candidate): void {
  const { reading } = c;
  const named = c.form === "name";
  if (named && !cluster.named) {
    cluster.kind = reading.kind ?? cluster.kind;
    cluster.named = true;
    cluster.plural = c.plural;
  }
  cluster.kind ??= reading.kind;
  cluster.country ??= reading.country;
  if (cluster.sector === null || cluster.sector === "UNK") cluster.sector = reading.sector;
  if (cluster.entry === null && reading.entry !== null) {
    cluster.entry = reading.entry;
    cluster.rule = reading.rule;
    cluster.own = reading.own;
  }
  if (cluster.rule === "") cluster.rule = reading.rule;
}

/** Notes where a cluster was spoken of last, for the pronouns to come. */
export function touch(cluster: Cluster, c: Candidate): void {
  cluster.last = c.from;
  cluster.lastSubject = c.subject;
  if (c.subject) cluster.subjects++;
  cluster.lastSentence = c.sentence;
}
