import type { Doc, NameMention, Token } from "../doc.ts";
import { isPartsBefore, isSiteAfter, kindAfter, kindBefore, locativeBefore, shapeBefore } from "./around.ts";
import type { Candidate } from "./atlas.ts";
import { candidatesOf, isListed, type Lookup } from "./candidates.ts";
import { keyOf } from "./key.ts";
import type { PlaceMention } from "./mention.ts";

/** Tokens that stand for a place, before what is around them is read. */
interface Bare {
  readonly from: number;
  readonly to: number;
  readonly sure: boolean;
}

/** All places named in a report, in text order, none inside another. */
export function findPlaces(doc: Doc, lookup: Lookup): readonly PlaceMention[] {
  const search: Search = {
    doc,
    lookup,
    nameAt: namesByToken(doc),
    known: knownPlaces(doc),
    surnames: surnamesOf(doc),
  };
  const mentions: PlaceMention[] = [];
  for (const { from, to } of doc.sentences) {
    let i = from;
    while (i < to) {
      const bare = bareAt(search, i, to);
      if (bare === null) i += 1;
      else {
        mentions.push(mentionOf(doc, bare, lookup));
        i = bare.to;
      }
    }
  }
  return withContainment(doc.text, mentions);
}

interface Search {
  readonly doc: Doc;
  readonly lookup: Lookup;
  /** The name that a token stands in. */
  readonly nameAt: ReadonlyMap<number, NameMention>;
  /** Texts that are a location somewhere in the report. */
  readonly known: ReadonlySet<string>;
  /** Last names of people whom the report names in full. */
  readonly surnames: ReadonlySet<string>;
}

function namesByToken(doc: Doc): ReadonlyMap<number, NameMention> {
  const at = new Map<number, NameMention>();
  for (const name of doc.names) for (let i = name.from; i < name.to; i++) at.set(i, name);
  return at;
}

function knownPlaces(doc: Doc): ReadonlySet<string> {
  const known = new Set<string>();
  for (const n of doc.names) if (n.kind === "location") known.add(doc.text.slice(n.start, n.end));
  return known;
}

function surnamesOf(doc: Doc): ReadonlySet<string> {
  const names = doc.names.filter((n) => n.kind === "person" && n.to - n.from > 1);
  return new Set(names.map((n) => doc.tokens[n.to - 1]?.text ?? ""));
}

/** "Manchester was among them" where a Joe Manchester is told of: a person, unless it is told as a place. */
function isSurname(search: Search, i: number, to: number): boolean {
  const token = search.doc.tokens[i];
  if (token === undefined || to - i !== 1 || !search.surnames.has(token.text)) return false;
  return !IN_A_PLACE.test(locativeBefore(search.doc.text, token.start)) && !isBeforeDivision(search, to);
}

const IN_A_PLACE =
  /^(in|at|near|around|outside|inside|across|throughout|nearby|downtown|southern|northern|eastern|western|central)$/;

/** The place that begins at token `i`, if one does. */
function bareAt(search: Search, i: number, end: number): Bare | null {
  const { doc } = search;
  const token = doc.tokens[i];
  const name = search.nameAt.get(i);
  if (token === undefined || !(/^\p{Lu}/u.test(token.text) || isArticleOf(name, token, i))) return null;
  if (name !== undefined && name.from === i && isNoPlace(search, name)) return null;
  if (name !== undefined && (name.kind === "location" || name.kind === "facility") && name.from === i) {
    return isSurname(search, i, name.to) ? null : inLocation(search, name, end);
  }
  if (name !== undefined && name.from !== i) return afterComma(search, name, i);
  const listed = ownAt(search, i, name === undefined ? end : name.to);
  if (name === undefined) return listed ?? runAt(search, i, end);
  return inOtherName(search, name, listed);
}

/** "al-Shati" of a name that the names layer found whole. */
function isArticleOf(name: NameMention | undefined, token: Token, i: number): boolean {
  return name?.from === i && /^(?:al|el|as|ash|ad|an|ar|az|at)(?:[-‑]\p{Lu}|$)/u.test(token.text);
}

/** A people, an abbreviation that no table of our own knows, or a bare direction, whatever the names layer calls it. */
function isNoPlace(search: Search, name: NameMention): boolean {
  const words = search.doc.text.slice(name.start, name.end);
  const { atlas } = search.lookup;
  if (NEVER.test(words)) return true;
  if (/^\p{Lu}[\p{Lu}.]{0,4}$/u.test(words)) return atlas.find(keyOf(words)).length === 0;
  return isDirection(words) || (atlas.demonym(words) !== undefined && atlas.find(keyOf(words)).length === 0);
}

/** Taken for places now and then, but never any. */
const NEVER =
  /^(?:God|Allah|Heaven|Hell|Paradise|Internet|Web|Act|Bill|Parliament|Congress|Senate|House|Cabinet|Passover|Easter|Christmas|Ramadan|Thanksgiving|Constitution|District Attorney|Santa Claus)$/;

/** "Texas" of a name "Paris, Texas". */
function afterComma(search: Search, name: NameMention, i: number): Bare | null {
  if (search.doc.tokens[i - 1]?.text !== ",") return null;
  return ownAt(search, i, name.to) ?? (name.kind === "location" ? { from: i, to: name.to, sure: false } : null);
}

/** A name that the names layer calls a place; "Paris, Texas" is two. */
function inLocation(search: Search, name: NameMention, end: number): Bare {
  const { tokens, text } = search.doc;
  const longer = ownAt(search, name.from, end);
  if (longer !== null && longer.to > name.to) return { ...longer, sure: true };
  for (let i = name.from + 1; i < name.to; i++)
    if (tokens[i]?.text === ",") return { from: name.from, to: i, sure: true };
  const of = text.slice(name.start, name.end);
  // A facility that no table knows is a site of its own; its town is often a name inside it.
  return { from: name.from, to: name.to, sure: name.kind === "location" || of.length > 0 };
}

/** Organizations that are named for the place they serve: "Henderson County Sheriff's Department", "Mosul University". */
const BODY =
  /^(Sheriff|Police|City|County|Town|Village|Township|Fire|School|Public|Department|Board|Council|Commission|Court|Circuit|District|Municipal|Area|Regional|Metropolitan|High|Elementary|Middle|University|College|Hospital|Medical|General|Airport|International|Civic|Community|Chamber|Health|Parish|Borough|Central|State|Superior|Jail|Library|Museum|Zoo|Water|Housing|Economic|Convention|Tourism|Fair|Football|Symphony|Theatre|Theater|Prison)$/;

/** Inside a name of another kind only what the name cannot be without: a country as a single word, a body's town. */
function inOtherName(search: Search, name: NameMention, listed: Bare | null): Bare | null {
  const { doc } = search;
  const { text } = doc;
  const whole = text.slice(name.start, name.end);
  if (name.kind === "group") return null;
  if (name.kind === "organization" && isSiteAfter(text, name.end)) return { from: name.from, to: name.to, sure: true };
  if (name.kind === "organization" || name.kind === "facility") {
    const place = listed ?? townIn(search, name);
    if (place === null) return null;
    if (place.to === name.to)
      return isSureName(search, name, place, whole) || isPlaceUsed(search, name, whole) ? place : null;
    const isCounty = /^(County|Parish|Township)$/.test(doc.tokens[place.to - 1]?.text ?? "");
    return isCounty || BODY.test(doc.tokens[place.to]?.text ?? "") ? place : null;
  }
  if (listed !== null && listed.to === name.to && isSureName(search, name, listed, whole)) return listed;
  if (!isPlaceUsed(search, name, whole)) return null;
  if (listed !== null) return listed.to === name.to ? listed : null;
  return isListed(search.lookup, whole) ? { from: name.from, to: name.to, sure: false } : null;
}

/** Names of places that people and teams bear too. */
const BORNE =
  /^(Jordan|Chad|Georgia|Israel|Virginia|Carolina|Florence|Sofia|Victoria|Dakota|Austin|Paris|Houston|Sydney|Charlotte|Lincoln|Madison|Jackson|Washington|Columbia|Victoria|Guinea|Cuba|Kent|Santiago|Salvador|Martinique|Jersey|Guernsey|Bahia|Brittany|Java|Asia|America|Americas|Africa|Europe|Samoa|Mali|Trinidad|Dominica|Holland|Ireland|Brazil|England|France|London|Lincoln|Kobe|Alma|Beni|Nasir|Goma|Mora|Azaz|Jos|Yola|Yei|Wau|Ber|Hit|Gori|Kaya|Kumba|Palma|Pemba|Petra|Cali|Marja|Marea|Merca|Hasan|Rabia|Ali)$/;

/** Whether our own tables know the whole of a name that the names layer took for something else, and no person bears it. */
function isSureName(search: Search, name: NameMention, listed: Bare, whole: string): boolean {
  if (name.kind === "event" || BORNE.test(whole)) return false;
  if (name.kind === "organization" && /^\p{Lu}+$/u.test(whole)) return false;
  return (
    name.to - name.from > 1 ||
    ownCandidates(search, listed).some((c) => c.from === "country" || c.from === "region" || c.prior > 7)
  );
}

/** Whether a name that looks like a person or body is told as a place: after "in", before ", Texas", or called one elsewhere. */
function isPlaceUsed(search: Search, name: NameMention, whole: string): boolean {
  const { text } = search.doc;
  if (search.known.has(whole)) return true;
  if (name.to - name.from > 3) return false;
  return IN_A_PLACE.test(locativeBefore(text, name.start)) || isBeforeDivision(search, name.to);
}

function isBeforeDivision(search: Search, to: number): boolean {
  const { tokens } = search.doc;
  if (tokens[to]?.text !== ",") return false;
  const next = ownAt(search, to + 1, Math.min(to + 5, tokens.length));
  return next !== null && ownCandidates(search, next).some((c) => c.from === "division" || c.from === "country");
}

/** Towns somewhere, but as the first word of a body's name something else. */
const THINGS =
  /^(City|Town|National|University|Superior|General|Central|State|Federal|Public|United|American|International|Republic|Independence|Liberty|Union|First|Police|Justice|Defense|Interior|Supreme|Democratic|Reform|Progress|Reserve|Santa|Standard|Standing|Best|Mission|Commerce|Imperial|Royal|Orange|Orient|Pacific|Atlantic|Columbia|Ford|Lincoln|Washington|Jackson|Monroe|Madison|Jefferson|Franklin|Marshall|Trinity|Cardinal|Summit|Progressive)$/;

/** The leading words of a body's name that are a town of the gazetteer, longest first. */
function townIn(search: Search, name: NameMention): Bare | null {
  for (let to = Math.min(name.to, name.from + 3); to > name.from; to--) {
    const words = wordsOf(search.doc, name.from, to);
    if (
      words.length > 3 &&
      isListed(search.lookup, words) &&
      !isAmbiguousWord(words) &&
      !THINGS.test(words) &&
      isLikely(search, words)
    ) {
      return { from: name.from, to, sure: false };
    }
  }
  return null;
}

/** The longest name of our own tables that begins at token `i`. */
function ownAt(search: Search, i: number, end: number): Bare | null {
  const { atlas } = search.lookup;
  for (let to = Math.min(end, i + atlas.longest); to > i; to--) {
    const last = search.doc.tokens[to - 1];
    if (last === undefined || !/^[\p{L}\p{N}]/u.test(last.text)) continue;
    const words = wordsOf(search.doc, i, to).replace(/^The /, "");
    if (!/^\p{Lu}/u.test(words) || isDirection(words)) continue;
    if (to - i === 1 && isCommonWord(search.doc.tokens[i])) continue;
    if (WORDS_TOO.test(words) && !isToldPlace(search, i)) continue;
    if (atlas.find(keyOf(words)).length > 0 && isWrittenAs(words)) return { from: i, to, sure: false };
  }
  return null;
}

/** Abbreviations are places only in their own case: "US", not "us" or "Us". */
function isWrittenAs(words: string): boolean {
  const letters = words.replace(/[^\p{L}]/gu, "");
  if (letters.length > 3 || words.includes(".")) return true;
  return words === words.toUpperCase()
    ? !/^(IN|OR|ME|OK|HI|LA|PA|MA|AL|DE|ID|OH|CO|MO|AR|ACT|WA|CAR|DC|BIH|DPR|LPR|DNR|LNR)$/.test(words)
    : letters.length === 3 || /\.$/.test(words);
}

/** Table names that are mostly something else when written alone. */
function isAmbiguousWord(words: string): boolean {
  return isDirection(words) || WORDS_TOO.test(words);
}

/** Directions and words of kind stand for a place only together with a name. */
function isDirection(words: string): boolean {
  return /^(Central|Centre|Center|North|South|East|West|Northern|Southern|Eastern|Western|Est|Nord|Sud|Littoral|Lakes|Unity|Delta|Plateau|Rivers|Gulf Coast|Union|Nation|Capital|Highland|Highlands|Islands|Coast|Upper|Lower|Man|Hill|Free|God|Titan)$/.test(
    words,
  );
}

/** Towns and divisions whose names are words, names of people or abbreviations too. */
const WORDS_TOO =
  /^(Bay|Bari|Santiago|Mary|Wash|Mass|Ill|Miss|Ore|Ark|Cal|Ana|Hit|Ber|Bor|Bama|Mora|Pale|Lod|Acre|Sake|Rann|Shire|Taji|Rawa|Kati|Gori|Uri|Mazar|Lac|Dey|Chin|Mon|Shan|Ariel|Tera|Palma|Sur|Sour|Anah|Amed|Beni|Koro|Kaya)$/;

/** Whether such a word is told as a place: named one by the names layer, or in a phrase of place. */
function isToldPlace(search: Search, i: number): boolean {
  const name = search.nameAt.get(i);
  const start = search.doc.tokens[i]?.start ?? 0;
  return (
    name?.kind === "location" ||
    IN_A_PLACE.test(locativeBefore(search.doc.text, start)) ||
    kindBefore(search.doc.text, start) !== null
  );
}

/** A common word that merely begins a sentence. */
function isCommonWord(token: Token | undefined): boolean {
  if (token === undefined || token.upos === "PROPN" || token.upos === "X") return false;
  return !/^(ADJ|NOUN|NUM)$/.test(token.upos) || token.text.length < 4;
}

/** Towns too, but never meant by themselves. */
const CALENDAR =
  /^(January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Easter|Christmas|Ramadan)$/;

/** A run of proper nouns that no layer named, after a preposition of place, if the gazetteer knows it. */
function runAt(search: Search, i: number, end: number): Bare | null {
  const { tokens, text } = search.doc;
  if (tokens[i]?.upos !== "PROPN" || CALENDAR.test(tokens[i]?.text ?? "")) return null;
  let to = i;
  while (to < end && to < i + 4 && tokens[to]?.upos === "PROPN" && !search.nameAt.has(to)) to += 1;
  const before = locativeBefore(text, tokens[i]?.start ?? 0);
  for (let stop = to; stop > i; stop--) {
    const words = wordsOf(search.doc, i, stop);
    if (!isListed(search.lookup, words) || words.length < 3) continue;
    const told = search.known.has(words) || isBeforeDivision(search, stop);
    if (
      told ||
      (/^(in|at|near|around|outside|of|from|to|nearby)$/.test(before) && stop === to && isLikely(search, words))
    )
      return { from: i, to: stop, sure: false };
  }
  return null;
}

function isLikely(search: Search, words: string): boolean {
  return candidatesOf(search.lookup, words).some((c) => c.prior > 3.4);
}

function ownCandidates(search: Search, bare: Bare): readonly Candidate[] {
  return search.lookup.atlas.find(keyOf(wordsOf(search.doc, bare.from, bare.to)));
}

function wordsOf(doc: Doc, from: number, to: number): string {
  const [first, last] = [doc.tokens[from], doc.tokens[to - 1]];
  return first === undefined || last === undefined ? "" : doc.text.slice(first.start, last.end);
}

/** The mention with the words around it that belong to it. */
function mentionOf(doc: Doc, bare: Bare, lookup: Lookup): PlaceMention {
  const { text } = doc;
  const start = doc.tokens[bare.from]?.start ?? 0;
  const end = doc.tokens[bare.to - 1]?.end ?? 0;
  const name = text.slice(start, end).replace(/^\p{Lu}{1,3}-(?=\p{Lu}\p{Ll})/u, "");
  const shaped = shapeBefore(text, start);
  const kind = kindAfter(text, end);
  return {
    start: shaped?.start ?? start,
    end: kind?.end ?? end,
    toponym: kind === null ? name : named(lookup, name, text.slice(start, kind.end)),
    shape: shaped?.shape ?? { kind: "whole" },
    level: kind?.level ?? kindBefore(text, start),
    within: null,
    sure: bare.sure || isPartsBefore(text, start),
    acts: shaped === null && kind === null && isSubject(doc, bare),
  };
}

/** "Boone County" where a gazetteer has it so, else "Boone": the word of kind then only tells the level. */
function named(lookup: Lookup, name: string, whole: string): string {
  return isListed(lookup, whole) ? whole : name;
}

/** The subject of a verb in the active, itself and not a part of it ("Paris rejected", not "Paris police rejected"). */
function isSubject(doc: Doc, { from, to }: Bare): boolean {
  for (let i = from; i < to; i++) {
    const t = doc.tokens[i];
    if (t === undefined || (t.head >= from && t.head < to)) continue;
    const head = doc.tokens[t.head];
    return t.deprel === "nsubj" && head?.upos === "VERB" && DEEDS.test(head.lemma);
  }
  return false;
}

/** Verbs whose subject speaks, decides or deals: a country or capital beside them is its government. */
const DEEDS =
  /^(say|tell|warn|reject|accept|agree|accuse|condemn|announce|urge|call|vow|pledge|promise|threaten|deny|claim|insist|demand|deplore|denounce|welcome|criticize|criticise|praise|blame|refuse|want|seek|ask|appeal|declare|propose|offer|respond|reply|retaliate|negotiate|sign|ratify|recognize|recognise|send|deploy|expel|recall|summon|withdraw|impose|lift|ban|sanction|invade|attack|bomb|launch|support|back|arm|fund|supply|plan|decide|consider|expect|hope|fear|believe|think|know|suspect|argue|maintain|protest|cut|sever|restore|free|release|extradite|hand|deport|suspend|resume|oppose|object|veto|vote|abstain|join|quit|mediate|broker|host|order|require|approve)$/;

/** "Paris, Texas": what stands after a comma right behind may hold the place. */
function withContainment(text: string, mentions: readonly PlaceMention[]): readonly PlaceMention[] {
  return mentions.map((m, i) => {
    const next = mentions[i + 1];
    if (next === undefined || next.start - m.end > 4 || !/^(, | \()$/.test(text.slice(m.end, next.start))) return m;
    return { ...m, within: next.toponym };
  });
}
