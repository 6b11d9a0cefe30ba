import type { ActorKind, Sector } from "@dateline/model";
import { isAcronym, keysOf, phraseWords, wordKey } from "./key.ts";

/** An entry of an actor list: ours or the users' own. */
export interface ActorEntry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Those of its wordings, the name included, that are ordinary words or names of other things too. */
  readonly ambiguous: ReadonlySet<string>;
  readonly kind: ActorKind;
  readonly sector: Sector | null;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly parent: string | null;
  /** First and last year; null is open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly ucdp: string | null;
  readonly acled: string | null;
  readonly flags: readonly string[];
  /** Whether it comes from a user's list, which wins over ours. */
  readonly own: boolean;
}

/** A state with its government, people and seats of government. */
export interface State {
  readonly alpha2: string;
  readonly alpha3: string;
  readonly name: string;
}

/** What a wording may stand for. `demonym` is "French", `people` "Frenchmen", `seat` "Paris". */
export type Meaning =
  | { readonly kind: "actor"; readonly entry: ActorEntry; readonly alias: string }
  | { readonly kind: "state" | "demonym" | "people" | "seat"; readonly state: State; readonly alias: string };

interface Node {
  readonly next: Map<string, Node>;
  readonly meanings: Meaning[];
}

/** Wordings by their words. */
export interface AliasTree {
  readonly root: Node;
}

/** Words `from` up to, not including, `to` are a wording of the list. */
export interface AliasHit {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning[];
}

export function newAliasTree(): AliasTree {
  return { root: { next: new Map(), meanings: [] } };
}

/** Adds a wording; where it stands already the new meaning comes after. */
export function addAlias(tree: AliasTree, meaning: Meaning, keys: readonly string[] = keysOf(meaning.alias)): void {
  let node = tree.root;
  for (const key of keys) {
    let next = node.next.get(key);
    if (next === undefined) {
      next = { next: new Map(), meanings: [] };
      node.next.set(key, next);
    }
    node = next;
  }
  if (node !== tree.root) node.meanings.push(meaning);
}

/** Longest wordings, left to right, none inside another. `words` may hold marks. */
export function aliasHits(tree: AliasTree, words: readonly string[]): readonly AliasHit[] {
  const keys = words.map(wordKey);
  const hits: AliasHit[] = [];
  for (let i = 0; i < words.length; ) {
    const hit = keys[i] === "" ? null : longestFrom(tree, { words, keys }, i);
    if (hit !== null) hits.push(hit);
    i = hit === null ? i + 1 : hit.to;
  }
  return hits;
}

interface Keyed {
  readonly words: readonly string[];
  readonly keys: readonly string[];
}

function longestFrom(tree: AliasTree, { words, keys }: Keyed, from: number): AliasHit | null {
  let node: Node | undefined = tree.root;
  let best: AliasHit | null = null;
  for (let i = from; i < words.length && i < from + 20; i++) {
    const key = keys[i] ?? "";
    if (key === "") continue;
    node = node.next.get(key);
    if (node === undefined) break;
    if (node.meanings.length === 0) continue;
    const written = words.slice(from, i + 1);
    const meanings = node.meanings.filter(
      (m) =>
        isWritten(m.alias, written) &&
        (!needsCapitals(m) || hasCapitals(m.alias, written)) &&
        (!ARTICLE_NAME.test(m.alias) || /^the$/i.test(words[from - 1] ?? "")),
    );
    if (meanings.length > 0) best = { from, to: i + 1, meanings };
  }
  return best;
}

/** Whether a wording needs more than itself to mean its entry: "Southern Front", "Memorial". */
export function isAmbiguous(meaning: Meaning): boolean {
  return meaning.kind === "actor" && meaning.entry.ambiguous.has(meaning.alias);
}

/** "The Guardian": without its article it is a guardian. */
const ARTICLE_NAME = /^The \S+$/;

/** Names of organizations and media are ordinary words more often than those of groups: "World Vision", "world vision". */
function needsCapitals(meaning: Meaning): boolean {
  return isAmbiguous(meaning) || (meaning.kind === "actor" && /^(?:igo|ngo|media)$/.test(meaning.entry.kind));
}

/** Every word that the list writes large must be so in the text: "Southern Front", not "Southern front". */
function hasCapitals(alias: string, words: readonly string[]): boolean {
  const listed = phraseWords(alias.replace(/^the /i, "")).filter((w) => /^[\p{L}\p{N}]/u.test(w));
  const written = words.filter((w) => /^[\p{L}\p{N}]/u.test(w) && !/^the$/i.test(w));
  return listed.every((w, i) => !/^\p{Lu}/u.test(w) || /^\p{Lu}/u.test(written[i] ?? w));
}

/** An acronym must stand in capitals ("IS" is no "is"), a name must begin with one unless the list writes it small. */
function isWritten(alias: string, words: readonly string[]): boolean {
  const first = words[0] ?? "";
  const bare = alias.replace(/^the /i, "");
  if (isAcronym(bare)) return isAcronym(words.join(""));
  if (!/^\p{Lu}/u.test(bare)) return true;
  return /^\p{N}/u.test(first) || words.some((w) => /^\p{Lu}/u.test(w));
}
