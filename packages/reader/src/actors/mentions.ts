import type { Doc, NameMention, Sentence, Token } from "../doc.ts";
import { type Candidate, candidate, topOf } from "./candidate.ts";
import { type Chunk, chunksOf, isDay } from "./chunks.ts";
import { countedAlone, thoseOf } from "./counted.ts";
import type { Dealings } from "./dealings.ts";
import { isActingPlace, isGovernment } from "./government.ts";
import { type HeadHit, headEndingAt, isCompounded } from "./head.ts";
import { nameKey, wordKey } from "./key.ts";
import type { Lexicon } from "./lexicon.ts";
import { type NameHit, nameEnds, nameHits, personWords } from "./name-hits.ts";
import { type PhraseReading, readMeanings, readPhrase } from "./phrase.ts";
import { pronounsOf } from "./pronoun.ts";
import { singularOf } from "./singular.ts";

/** What candidates are read with. */
export interface MentionContext {
  readonly lexicon: Lexicon;
  /** Alpha-2 codes of the countries that the report names. */
  readonly countries: ReadonlySet<string>;
  readonly eventNouns: ReadonlySet<string>;
  readonly dealings: Dealings;
  /** The country of each place by the offset where a mention of it begins. */
  readonly placed: ReadonlyMap<number, string>;
  /** Whether the report speaks of Korea: only then are "the North" and "the South" its states. */
  readonly korea: boolean;
}

/** All words of a report that may mention actors, in text order; a longer one before those inside it. */
export function candidatesOf(doc: Doc, context: MentionContext): readonly Candidate[] {
  const found: Candidate[] = [];
  const within = { ...context, persons: personWords(doc) };
  let at = 0;
  for (const sentence of doc.sentences) {
    const names: NameMention[] = [];
    for (; at < doc.names.length && (doc.names[at]?.from ?? 0) < sentence.to; at++) {
      const name = doc.names[at];
      if (name !== undefined && name.from >= sentence.from && name.to <= sentence.to) names.push(name);
    }
    for (const one of inSentence(doc, sentence, names, within)) found.push(one);
  }
  return found;
}

function inSentence(
  doc: Doc,
  sentence: Sentence,
  names: readonly NameMention[],
  context: MentionContext & { readonly persons: ReadonlySet<string> },
): readonly Candidate[] {
  const hits = nameHits(doc, sentence, names, context);
  const chunks = chunksOf(doc, sentence, nameEnds(hits));
  const ending = byEnd(hits);
  const named = hits.flatMap((hit) => ofName(doc, hit, context) ?? []);
  const nominal = chunks.flatMap((chunk, i) =>
    ofChunk(
      doc,
      {
        chunk,
        next: chunks.slice(i + 1, i + 4),
        ending,
        limit: sentence.to,
        quantity: quantityBefore(doc, chunks[i - 1], chunk),
      },
      context,
    ),
  );
  const seen = new Set<string>();
  return [...named, ...nominal, ...thoseOf(doc, sentence, context.lexicon), ...pronounsOf(doc, sentence)]
    .filter((c) => !seen.has(`${c.from}-${c.to}`) && seen.add(`${c.from}-${c.to}`))
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

function ofName(doc: Doc, hit: NameHit, context: MentionContext): Candidate | null {
  const read = readName(doc, hit, context);
  if (read === null) return null;
  const from = hit.kind === "person" ? rankBefore(doc, hit.from, context.lexicon) : hit.from;
  const last = singularOf(wordKey(doc.tokens[hit.to - 1]?.text ?? ""));
  const head = hit.kind !== "person" && hit.to - hit.from > 1 && NAME_HEAD.test(last) ? last : "";
  const named = { form: "name", name: hit.kind, head } as const;
  const people = read.plural;
  return candidate(doc, from, hit.to, {
    ...named,
    nameFrom: hit.from,
    reading: read,
    key: nameKey(sliceOf(doc, hit.from, hit.to)),
    person: hit.kind === "person" || read.kind === "person",
    plural: people,
    gender: hit.kind === "person" ? genderBefore(doc, from, hit.from, context.lexicon) : null,
  });
}

/** A place's name is an actor's where it ends in a body ("the Iraqi embassy"), or acts as a government does. */
function ofPlace(doc: Doc, hit: NameHit, read: PhraseReading, { lexicon }: MentionContext): PhraseReading | null {
  const words = doc.tokens.slice(hit.from, hit.to).map((t) => t.text);
  const head = headEndingAt(words, words.length, lexicon);
  if (head?.noun?.form === "body" && !head.noun.site && words.length > 1) return { ...read, own: false };
  if (hit.kind === "facility" || !isActingPlace(doc, hit, lexicon.speechVerbs)) return null;
  return { ...read, sector: "GOV", kind: "government", own: false, rule: "place that acts" };
}

/** The noun of a name by which it is spoken of later: "the council". */
const NAME_HEAD =
  /^(?:regime|council|court|commission|committee|party|movement|union|ministry|department|agency|embassy|coalition|alliance|organization|organisation|front|group|mission|board|congress|parliament|navy|government|administration|dictatorship|brigade|network|service|foundation|institute|university|company)$/;

function readName(doc: Doc, hit: NameHit, context: MentionContext): PhraseReading | null {
  const { lexicon, countries } = context;
  const words = doc.tokens.slice(hit.from, hit.to).map((t) => t.text);
  const written = sliceOf(doc, hit.from, hit.to);
  const listed = readMeanings(hit.meanings, written, countries);
  if (listed !== null) {
    if (listed.entry !== null) return listed;
    if (isOtherPlace(doc, hit, listed, context)) return null;
    if (listed.rule.startsWith("demonym") && isOneOfPeople(doc, hit))
      return { ...listed, sector: null, kind: "civilians", own: false, rule: `people ${listed.rule.slice(8)}` };
    if (leadsDeed(doc, hit, context)) return listed;
    if (listed.rule.startsWith("demonym") && PLACE_AFTER.test(doc.tokens[hit.to]?.lower ?? "")) return null;
    if (
      isCompounded(
        doc.tokens.slice(Math.max(0, hit.from - 2), hit.to + 3).map((t) => t.text),
        shifted(hit),
      )
    )
      return null;
    if (/^state the (?:North|South|south side)$/.test(listed.rule) && !context.korea) return null;
    if (listed.rule.startsWith("state") || listed.rule.startsWith("seat"))
      return isGovernment(doc, hit, lexicon.speechVerbs, context.dealings) ? listed : null;
    return listed;
  }
  if (hit.kind === "event" || hit.kind === "other") return null;
  const read = readPhrase(words, lexicon, countries);
  if (hit.kind === "location" || hit.kind === "facility") return ofPlace(doc, hit, read, context);
  if (hit.kind === "person")
    return { ...read, kind: "person", own: false, entry: null, sector: null, rule: "name of a person" };
  const person = read.rule.startsWith("noun") && lexicon.nouns.get(wordKey(read.head))?.form === "person";
  if (person) return { ...read, own: false, sector: null, kind: null };
  return read.own && read.entry?.countries[0] !== read.country ? { ...read, own: false } : read;
}

/** "a Libyan", "another Iraqi": somebody from there, not the state. */
function isOneOfPeople(doc: Doc, hit: NameHit): boolean {
  const [before, after] = [doc.tokens[hit.from - 1], doc.tokens[hit.to]];
  if (!/^(?:a|an|another|one)$/.test(before?.lower ?? "")) return false;
  if (after === undefined || after.sentence !== before?.sentence) return true;
  return !/^[-–]/.test(after.text) && (!/^(?:NOUN|PROPN|ADJ|NUM|VERB)$/.test(after.upos) || after.xpos === "VBD");
}

/** "the Malian capital", "the Turkish border" tell where, not who. */
const PLACE_AFTER =
  /^(?:capital|city|town|village|province|region|district|county|governorate|port|coast|border|desert|island|peninsula|countryside|resort|suburb)$/;

/** "French-led operation": who leads a deed does it. A "French-led coalition" is another actor. */
function leadsDeed(doc: Doc, hit: NameHit, context: MentionContext): boolean {
  const [dash, led] = [doc.tokens[hit.to], doc.tokens[hit.to + 1]];
  if (!/^[-–]$/.test(dash?.text ?? "") || led?.lower !== "led") return false;
  const noun = doc.tokens
    .slice(hit.to + 2, hit.to + 6)
    .find((t) => t.upos === "NOUN" && doc.tokens[t.i + 1]?.upos !== "NOUN");
  return noun !== undefined && noun.sentence === led.sentence && isDeed(noun, context);
}

/** The place layer found a place of another country under this name: Georgia in the USA, Paris in Texas. */
function isOtherPlace(doc: Doc, hit: NameHit, read: PhraseReading, { placed }: MentionContext): boolean {
  const country = placed.get(doc.tokens[hit.from]?.start ?? -1);
  return country !== undefined && country !== read.country && /^(?:state|seat)/.test(read.rule);
}

function shifted(hit: NameHit): { readonly from: number; readonly to: number } {
  const from = Math.min(2, hit.from);
  return { from, to: from + hit.to - hit.from };
}

/** "Col." and "Mr." belong to the name after them. */
function rankBefore(doc: Doc, from: number, lexicon: Lexicon): number {
  let at = from;
  for (let i = from - 1; i >= from - 2; i--) {
    const token = doc.tokens[i];
    if (token === undefined || token.sentence !== doc.tokens[from]?.sentence) break;
    const office = lexicon.offices.get(wordKey(token.text));
    if (office === undefined || !/^\p{Lu}/u.test(token.text) || !isRank(office.full, office.body)) break;
    at = i;
  }
  return at;
}

function isRank(full: string, body: string): boolean {
  return body === "army" || body === "civilian" || /^(?:dr|sir|sheikh|mullah|general|doctor|professor)$/.test(full);
}

function genderBefore(doc: Doc, from: number, name: number, lexicon: Lexicon): "m" | "f" | null {
  for (const token of doc.tokens.slice(from, name)) {
    const gender = lexicon.offices.get(wordKey(token.text))?.gender;
    if (gender) return gender;
  }
  return lexicon.firstNames.get(wordKey(doc.tokens[name]?.text ?? "")) ?? null;
}

/** A capitalised word that no layer knows, where it does what actors do: "Veldonia rejected the offer". */
function unknownName(doc: Doc, chunk: Chunk, { lexicon }: MentionContext): readonly Candidate[] {
  const last = doc.tokens[chunk.to - 1];
  if (last?.upos !== "PROPN" || !/^\p{Lu}\p{Ll}/u.test(last.text) || isDay(last.lower)) return [];
  let from = chunk.to - 1;
  while (from > chunk.core && doc.tokens[from - 1]?.upos === "PROPN") from--;
  if (!isActingPlace(doc, { from, to: chunk.to }, lexicon.speechVerbs)) return [];
  const reading = { ...readPhrase([], lexicon), head: last.text, rule: "capitalised and acting" };
  return [
    candidate(doc, from, chunk.to, {
      form: "name",
      name: "other",
      reading,
      key: nameKey(sliceOf(doc, from, chunk.to)),
      head: "",
    }),
  ];
}

const NONE: ReadonlyMap<number, readonly NameHit[]> = new Map();

function byEnd(hits: readonly NameHit[]): ReadonlyMap<number, readonly NameHit[]> {
  const ends = new Map<number, NameHit[]>();
  for (const hit of hits) {
    const same = ends.get(hit.to);
    if (same === undefined) ends.set(hit.to, [hit]);
    else same.push(hit);
  }
  return ends;
}

interface InChunk {
  readonly chunk: Chunk;
  readonly next: readonly Chunk[];
  /** Names by the token after their last. */
  readonly ending: ReadonlyMap<number, readonly NameHit[]>;
  /** Where the sentence ends. */
  readonly limit: number;
  /** Where "dozens of" before the phrase begins. */
  readonly quantity?: number | undefined;
}

function ofChunk(doc: Doc, at: InChunk, context: MentionContext): readonly Candidate[] {
  const { chunk, ending } = at;
  const name = ending.get(chunk.to)?.find((h) => h.from >= chunk.core);
  if (name !== undefined && isHeadName(name)) return titleBefore(doc, chunk, name, context);
  const words = doc.tokens.slice(chunk.core, chunk.to).map((t) => t.text);
  const head = headEndingAt(words, words.length, context.lexicon);
  if (head === null)
    return [
      ...countedAlone(doc, chunk, context.lexicon),
      ...modifierActors(doc, chunk, context),
      ...unknownName(doc, chunk, context),
    ];
  if (head.noun?.form === "thing" && !isActing(doc, chunk) && !isOfState(chunk, ending)) return [];
  if (head.noun?.site === true && !isDoing(doc, chunk)) return modifierActors(doc, chunk, context);
  if (head.noun?.bare === false && !head.plural && chunk.to - chunk.from === 1) return [];
  return [nominal(doc, at, head, context)];
}

/** A name at a phrase's end heads it, unless it is a nationality. */
function isHeadName(hit: NameHit): boolean {
  return hit.kind !== "group" || hit.meanings.some((m) => m.kind === "people");
}

/** "French Armed Forces Minister" before a person's name. */
function titleBefore(doc: Doc, chunk: Chunk, name: NameHit, context: MentionContext): readonly Candidate[] {
  const from = skipArticle(doc, chunk.from, name.from);
  let to = name.from;
  while (to > from && isRankToken(doc.tokens[to - 1], context.lexicon)) to--;
  if (to <= Math.max(from, chunk.core)) return [];
  const words = doc.tokens.slice(chunk.core, to).map((t) => t.text);
  const head = headEndingAt(words, words.length, context.lexicon);
  if (head === null || (head.office === null && head.noun?.form !== "person")) return [];
  return [nominal(doc, { chunk: { ...chunk, to }, next: [], ending: NONE, limit: to }, head, context)];
}

function isRankToken(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined) return false;
  const office = lexicon.offices.get(wordKey(token.text));
  return office !== undefined && isRank(office.full, office.body) && /^\p{Lu}/u.test(token.text);
}

function nominal(doc: Doc, at: InChunk, head: HeadHit, context: MentionContext): Candidate {
  const { chunk } = at;
  const to = withComplement(doc, at, head);
  const from = at.quantity ?? skipArticle(doc, chunk.from, chunk.to);
  const words = doc.tokens.slice(from, to).map((t) => t.text);
  const reading = readPhrase(words, context.lexicon, context.countries);
  const noun = singularOf(wordKey(doc.tokens[chunk.to - 1]?.text ?? ""));
  const last = doc.tokens[chunk.to - 1];
  const plural = head.plural || last?.xpos === "NNS" || last?.xpos === "NNPS" || /^(?:police|people)$/.test(noun);
  const first = doc.tokens[chunk.from];
  const possessed = first?.xpos === "PRP$";
  return candidate(doc, from, to, {
    form: "nominal",
    name: null,
    reading,
    key: nameKey(sliceOf(doc, from, chunk.to)),
    head: noun,
    plural,
    person: !plural && (head.noun?.form === "person" || head.noun === null),
    gender: genderOfNoun(noun) ?? head.office?.gender ?? null,
    definite: /^(?:the|this|that|these|those|both)$/.test(first?.lower ?? "") || chunk.core > chunk.from,
    counted:
      at.quantity !== undefined ||
      /^(?:a|an|another|some|several|many|few|one)$/.test(first?.lower ?? "") ||
      doc.tokens.slice(chunk.from, chunk.to).some((t) => t.upos === "NUM"),
    possessed,
    complete: to > chunk.to || /^(?:who|that|whose)$/.test(doc.tokens[chunk.to]?.lower ?? ""),
  });
}

function genderOfNoun(noun: string): "m" | "f" | null {
  if (
    /(?:woman|girl|mother|daughter|sister|wife|widow|queen|princess|aunt|niece|grandmother|actress|nun|lady)$/.test(
      noun,
    )
  )
    return "f";
  if (
    /(?:[a-z]man|boy|father|son|brother|husband|king|prince|uncle|nephew|imam|bishop|pope|sheikh|emir|monk|priest|cleric)$/.test(
      noun,
    ) &&
    noun !== "human"
  )
    return "m";
  return noun === "man" ? "m" : null;
}

const QUANTITY =
  /^(?:dozens|scores|hundreds|thousands|tens|millions|number|handful|majority|couple|pair|many|some|several|most|all|half|few|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)$/;

/** "dozens of" before a phrase belongs to it. */
function quantityBefore(doc: Doc, before: Chunk | undefined, chunk: Chunk): number | undefined {
  if (before === undefined || before.to !== chunk.from - 1 || doc.tokens[before.to]?.lower !== "of") return undefined;
  if (!QUANTITY.test(doc.tokens[before.to - 1]?.lower ?? "") || before.to - before.from > 4) return undefined;
  return skipArticle(doc, before.from, before.to);
}

const COMPLEMENT = /^(?:of|from)$/;

/** A short complement belongs to the mention: "dozens of gunmen", "forces from other European countries". */
function withComplement(doc: Doc, { chunk, next, limit, ending }: InChunk, head: HeadHit): number {
  let to = chunk.to;
  for (const after of next) {
    const link = doc.tokens[to];
    if (link === undefined || to + 1 >= limit) break;
    const wanted =
      COMPLEMENT.test(link.lower) ||
      (head.noun?.relational === true &&
        /^(?:at|in|for|to)$/.test(link.lower) &&
        to === chunk.to &&
        /^(?:envoy|ambassador|representative|coordinator|adviser|advisor|minister|director|official)$/.test(
          singularOf(doc.tokens[chunk.to - 1]?.lower ?? ""),
        ));
    if (!wanted || after.from !== to + 1 || after.to - chunk.from > 14) break;
    if (link.lower === "from" && to > chunk.to) break;
    if (/^(?:time|date|year|month|week)s?$/.test(doc.tokens[after.to - 1]?.lower ?? "")) break;
    const name = ending.get(after.to)?.find((h) => h.kind === "person" && h.from > after.from);
    to = name === undefined ? wholePossessive(next, after) : name.from;
    if (link.lower === "from" || name !== undefined) break;
  }
  return to;
}

function wholePossessive(next: readonly Chunk[], first: Chunk): number {
  return next.reduce((to, c) => (c.from === first.from ? Math.max(to, c.to) : to), first.to);
}

function skipArticle(doc: Doc, from: number, to: number): number {
  const first = doc.tokens[from];
  return first?.upos === "DET" &&
    /^(?:the|a|an|this|that|these|those|both|every|each|no|any|some|another|all)$/.test(first.lower) &&
    from + 1 < to
    ? from + 1
    : from;
}

/** "a militant takeover", "police raids": an actor right before the noun that names a deed. */
function modifierActors(doc: Doc, chunk: Chunk, context: MentionContext): readonly Candidate[] {
  const last = doc.tokens[chunk.to - 1];
  const held = HELD.test(singularOf(last?.lower ?? ""));
  if (last === undefined || !(held || isDeed(last, context))) return [];
  const end = chunk.to - 1;
  const word = doc.tokens[end - 1];
  if (word === undefined || end - 1 < chunk.core || !isDoerWord(word, chunk)) return [];
  let from = end - 1;
  while (from > chunk.core && isActorAdjective(doc.tokens[from - 1], context.lexicon)) from--;
  const words = doc.tokens.slice(from, end).map((t) => t.text);
  const head = headEndingAt(words, words.length, context.lexicon);
  if (head?.noun == null || head.noun.form === "thing" || head.noun.sector === "UNK" || head.noun.site) return [];
  const part = { ...chunk, from, core: from, to: end };
  const told = nominal(doc, { chunk: part, next: [], ending: NONE, limit: end }, head, context);
  return [{ ...told, plural: true, person: false, definite: false, counted: false, possessed: false }];
}

/** What armies, police and groups hold: who holds it is meant when it is struck. */
const HELD =
  /^(?:base|position|target|camp|post|checkpoint|headquarters|hideout|stronghold|outpost|barracks|station|depot|installation|facility|convoy|vehicle|bus|compound|bunker|fortification|airfield|airbase|warehouse|hideaway|bastion|weapon|missile|plane|boat|building|office|academy)$/;

/** A noun that may tell a doer or holder; "military" only with a country before it. */
function isDoerWord(word: Token, chunk: Chunk): boolean {
  if (word.lower === "military") return word.i > chunk.core;
  return word.upos === "NOUN" && !NO_DOER.test(word.lower);
}

const NO_DOER =
  /^(?:terrorist|humanitarian|civilian|military|security|national|local|native|human|state|force|power|command|intelligence|press|media|sniper|service|people|child|hostage|border|household|family|hospital|refugee|prisoner|victim|leadership|staff|visitor|passenger|twin|private|general|major|regular|minor|public|volunteer|chief|patient|partner|moderate|radical|liberal|conservative|male|female|elderly|dead|individual|principal|official|expert|adult|youth|minority|majority|mass|pilot|star|count|lead|model|marine|guard|novice|rival|cell|mine|plant|farm|school|church|mosque|village|woman|world|key|party)s?$/;

function isDeed(token: Token, context: MentionContext): boolean {
  return context.eventNouns.has(token.lemma.toLowerCase()) || context.eventNouns.has(singularOf(token.lower));
}

function isActorAdjective(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined || !/^(?:ADJ|PROPN|NOUN)$/.test(token.upos)) return false;
  return lexicon.modifiers.has(wordKey(token.text)) || /^\p{Lu}/u.test(token.text);
}

/** A hospital or temple is an actor only where it does something. */
function isDoing(doc: Doc, chunk: Chunk): boolean {
  const token = doc.tokens[topOf(doc, chunk.from, chunk.to)];
  return token?.deprel === "nsubj" && doc.tokens[token.head]?.upos === "VERB";
}

/** "three US vessels" */
function isOfState(chunk: Chunk, ending: InChunk["ending"]): boolean {
  for (let to = chunk.from + 1; to < chunk.to; to++)
    if (ending.get(to)?.some((h) => h.from >= chunk.from && h.meanings.some((m) => m.kind !== "actor"))) return true;
  return false;
}

/** A warship or jet is an actor where it does something or something is done to it. */
function isActing(doc: Doc, chunk: Chunk): boolean {
  const token = doc.tokens[topOf(doc, chunk.from, chunk.to)];
  return (
    token !== undefined &&
    (/^nsubj/.test(token.deprel) ||
      token.deprel === "obj" ||
      doc.tokens[chunk.from - 1]?.lower === "by" ||
      doc.tokens[chunk.from - 2]?.lower === "by")
  );
}

function sliceOf(doc: Doc, from: number, to: number): string {
  return doc.text.slice(doc.tokens[from]?.start ?? 0, doc.tokens[to - 1]?.end ?? 0);
}
