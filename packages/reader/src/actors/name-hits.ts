import type { NameKind, Span } from "@dateline/model";
import type { Doc, NameMention, Sentence, Token } from "../doc.ts";
import { type AliasHit, aliasHits, isAmbiguous, type Meaning } from "./alias.ts";
import type { NameEnds } from "./chunks.ts";
import { headEndingAt } from "./head.ts";
import { isAcronym, wordKey } from "./key.ts";
import type { Lexicon } from "./lexicon.ts";

/** A proper name in the text with what the lists say of it. */
export interface NameHit {
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind;
  /** Empty where no list has it. */
  readonly meanings: readonly Meaning[];
}

/** Names of a sentence: those the names layer found, and the wordings of the actor lists; the longer wins. */
export function nameHits(
  doc: Doc,
  sentence: Sentence,
  found: readonly NameMention[],
  { lexicon, persons }: { readonly lexicon: Lexicon; readonly persons: ReadonlySet<string> },
): readonly NameHit[] {
  const names = found.flatMap((name) => trimmedName(doc, name, lexicon) ?? []);
  const tokens = doc.tokens.slice(sentence.from, sentence.to);
  const shouting = isShouting(doc.text, sentence);
  const listed = aliasHits(
    lexicon.aliases,
    tokens.map((t) => t.text),
  )
    .map((h) => ({ ...h, from: h.from + sentence.from, to: h.to + sentence.from }))
    .filter((h) => isName(doc, h, sentence, shouting));
  const states = new Set(
    listed.filter((h) => h.meanings.some((m) => m.kind !== "actor")).map((h) => `${h.from}-${h.to}`),
  );
  return merged(
    names.map((name) => (isState(doc, name, states, persons) ? { ...name, kind: "location" } : name)),
    listed,
  );
}

/** "Paris" alone is the city, unless the report has a person of that name. */
function isState(doc: Doc, name: NameMention, states: ReadonlySet<string>, persons: ReadonlySet<string>): boolean {
  if (name.kind !== "person" || name.to - name.from > 1 || !states.has(`${name.from}-${name.to}`)) return false;
  return !persons.has(wordKey(doc.tokens[name.from]?.text ?? ""));
}

/** The words of the persons' names that have more than one. */
export function personWords(doc: Doc): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { kind, from, to } of doc.names)
    if (kind === "person" && to - from > 1) for (const t of doc.tokens.slice(from, to)) words.add(wordKey(t.text));
  return words;
}

const NO_NAME = /^(?:i|we|he|she|it|they|our|us|his|her|their|its|this|that|these|those|who|which|what|there|here)$/;

/** A pronoun is no name; a person's name begins after the titles. */
function trimmedName(doc: Doc, name: NameMention, lexicon: Lexicon): NameMention | null {
  const one = doc.tokens[name.from];
  if (one === undefined || (name.to === name.from + 1 && one.upos !== "PROPN" && NO_NAME.test(one.lower))) return null;
  if (name.to === name.from + 1 && one.upos === "PRON") return null;
  if (name.kind !== "person" || name.to - name.from < 3) return name;
  const words = doc.tokens.slice(name.from, name.to).map((t) => t.text);
  for (let end = words.length - 1; end > 1; end--) {
    const head = headEndingAt(words, end, lexicon);
    if (head?.office != null && /^\p{Lu}/u.test(words[end] ?? "") && /^\p{L}{4,}$/u.test(words[end - 1] ?? ""))
      return { ...name, from: name.from + end };
  }
  return name;
}

function isShouting(text: string, span: Span): boolean {
  const part = text.slice(span.start, Math.min(span.end, span.start + 400));
  return part.length > 15 && part === part.toUpperCase() && part !== part.toLowerCase();
}

/** Acronyms that are words: in a headline of capitals nothing tells them apart. */
const WORDS_TOO =
  /^(?:who|ice|is|it|us|let|care|goal|fact|model|site|aids|jam|map|tap|pace|mend|hope|ada|gal|eta|mas|cam|bras|tip)$/;

/** A word that begins a sentence, or one among capitals, is a name only when it is tagged as one. */
function isName(doc: Doc, hit: AliasHit, sentence: Sentence, shouting: boolean): boolean {
  const inside = doc.tokens.slice(hit.from, hit.to);
  if (shouting && inside.length === 1 && WORDS_TOO.test(inside[0]?.lower ?? "")) return false;
  if (inside.length === 1 && hit.from === sentence.from && hit.meanings.every(isAmbiguous)) return false;
  if (inside.some((t) => t.upos === "PROPN")) return true;
  const words = inside.filter((t) => /[\p{L}\p{N}]/u.test(t.text));
  if (hit.meanings.some((m) => m.kind !== "actor")) return words.length > 1 || isDemonymTagged(words[0], shouting);
  const one = words.length === 1;
  if (!one) return !shouting || words.length > 2 || sentence.from !== hit.from;
  const first = words[0];
  if (first === undefined) return false;
  if (/^\p{Ll}/u.test(first.text) || (!shouting && first.text.length > 2 && isAcronym(first.text))) return true;
  return !shouting && hit.from > sentence.from && !/^(?:VERB|AUX|PRON|ADP|DET)$/.test(first.upos);
}

function isDemonymTagged(token: Token | undefined, shouting: boolean): boolean {
  if (token === undefined) return false;
  return /^(?:ADJ|NOUN|PROPN)$/.test(token.upos) || (!shouting && /^(?:U\.S\.|US|UK|U\.K\.)$/.test(token.text));
}

function merged(names: readonly NameMention[], listed: readonly AliasHit[]): readonly NameHit[] {
  const hits: NameHit[] = [];
  const taken = new Set<AliasHit>();
  let at = 0;
  for (const name of names) {
    while (at < listed.length && (listed[at]?.to ?? 0) <= name.from) at++;
    const over: AliasHit[] = [];
    for (let i = at; i < listed.length && (listed[i]?.from ?? 0) < name.to; i++) {
      const hit = listed[i];
      if (hit !== undefined) over.push(hit);
    }
    const { keep, drop } = against(name, over);
    for (const d of drop) taken.add(d);
    if (keep !== null) hits.push(keep);
  }
  for (const hit of listed) if (!taken.has(hit)) hits.push({ ...hit, kind: kindOf(hit.meanings) });
  return hits.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Which stays of a name and the listed wordings it overlaps. */
function against(
  name: NameMention,
  over: readonly AliasHit[],
): { readonly keep: NameHit | null; readonly drop: readonly AliasHit[] } {
  const own: NameHit = { from: name.from, to: name.to, kind: name.kind, meanings: [] };
  if (over.some((h) => h.from <= name.from && h.to >= name.to && h.to - h.from > name.to - name.from))
    return { keep: null, drop: [] };
  const same = over.find((h) => h.from === name.from && h.to === name.to);
  if (same !== undefined) {
    if (name.kind === "person" && !isBody(same)) return { keep: own, drop: [same] };
    return {
      keep: { ...own, kind: name.kind === "person" ? "organization" : name.kind, meanings: same.meanings },
      drop: [same],
    };
  }
  const nested = name.kind === "person" ? over : over.filter((h) => !isOfState(h, name));
  return { keep: own, drop: nested };
}

/** A wording that hardly names a person, though the names layer took it for one: "Boko Haram". */
function isBody(hit: AliasHit): boolean {
  return hit.meanings.some(
    (m) =>
      m.kind === "people" ||
      (m.kind === "actor" &&
        !isAmbiguous(m) &&
        (m.entry.own || hit.to - hit.from > 1 || isAcronym(m.alias) || /^(?:armed-group|igo)$/.test(m.entry.kind))),
  );
}

/** "Israel" in "Israel Electric Corporation" is a mention of the state too. */
function isOfState(hit: AliasHit, name: NameMention): boolean {
  if (hit.from !== name.from || hit.to >= name.to) return false;
  return hit.meanings.some((m) => m.kind === "demonym" || (m.kind === "state" && name.kind === "organization"));
}

function kindOf(meanings: readonly Meaning[]): NameKind {
  const first = meanings[0];
  if (first === undefined || first.kind === "actor") return "organization";
  return first.kind === "state" || first.kind === "seat" ? "location" : "group";
}

/** Where names begin and end, for the chunker. */
export function nameEnds(hits: readonly NameHit[]): NameEnds {
  const endOf = new Map<number, number>();
  for (const hit of hits) endOf.set(hit.from, Math.max(hit.to, endOf.get(hit.from) ?? 0));
  return { endOf, ends: new Set(hits.map((h) => h.to)) };
}
