import type { Token } from "../doc.ts";
import type { Argument, Frame, Oblique } from "./frame.ts";
import type { LightVerb } from "./lexicon-senses.ts";
import { followedBy } from "./sense-words.ts";
import { headOf, isVerb, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

/** The verb that carries an event noun ("launched an attack", "an attack staged by X"). */
export interface LightUse {
  readonly frame: Frame;
  readonly entry: LightVerb;
}

/** Who does what to whom around an event noun. */
export interface NounFrame {
  readonly noun: Token;
  /** Where the noun stands: itself, the first of its coordination, or the measure over it ("a series of attacks"). */
  readonly standing: Token;
  /** "Israel's raid", "the French raid", "a rebel raid". */
  readonly possessive: readonly Argument[];
  readonly obliques: readonly Oblique[];
  readonly light: LightUse | null;
  /** The verb that the noun is subject, object or oblique of. */
  readonly governor: Frame | null;
}

export function nounFrameOf(view: View, noun: Token): NounFrame {
  const standing = standingOf(view, noun);
  const places = noun.i === standing.i ? [noun] : [noun, standing];
  const light = lightUse(view, noun, standing);
  const governor = governorOf(view, standing);
  const own = places.flatMap((t) => obliquesUnder(view, t));
  const carried =
    light === null ? besideObject(governor, standing) : light.frame.obliques.filter((o) => o.token.i !== standing.i);
  return {
    noun,
    standing,
    possessive: places.flatMap((t) => possessors(view, t)),
    obliques: [...own, ...carried, ...strayObliques(view, noun, [...own, ...carried])],
    light,
    governor,
  };
}

const MEASURES: ReadonlySet<string> = new Set(
  "series number wave spate string round dozen hundred score thousand spree barrage pattern succession campaign act kind type lot couple one some most many several any all each".split(
    " ",
  ),
);

function standingOf(view: View, noun: Token): Token {
  let at = noun;
  for (let steps = 0; steps < 4; steps += 1) {
    const head = headOf(view.tree, at);
    if (head === undefined || isVerb(head)) return at;
    const conj = at.deprel === "conj";
    const measured =
      relation(at) === "nmod" && MEASURES.has(head.lemma.toLowerCase()) && prepositionOf(view.tree, at) === "of";
    if (!conj && !measured) return at;
    at = head;
  }
  return at;
}

function governorOf(view: View, standing: Token): Frame | null {
  const head = headOf(view.tree, standing);
  if (head === undefined || !isVerb(head)) return null;
  const rel = relation(standing);
  return rel === "obj" || rel === "nsubj" || rel === "obl" || rel === "iobj" || rel === "xcomp"
    ? view.frames.of(head)
    : null;
}

function lightUse(view: View, noun: Token, standing: Token): LightUse | null {
  const head = headOf(view.tree, standing);
  const verbs = [
    ...(head !== undefined && isVerb(head) ? [head] : []),
    ...(head === undefined ? [] : controlled(view, standing, head)),
    ...[noun, standing].flatMap((t) => kidsOf(view.tree, t.i).filter((k) => relation(k) === "acl" && isVerb(k))),
  ];
  for (const verb of verbs) {
    const frame = view.frames.of(verb);
    const entry = view.lexicon
      .lightVerb(verb.lemma)
      .find((e) => standsAt(e, frame, [noun, standing]) && isWhole(view, frame, e));
    if (entry !== undefined) return { frame, entry };
  }
  return predicateUse(view, noun);
}

/** "are under arrest": the noun itself is the predicate, "be" its copula. */
function predicateUse(view: View, noun: Token): LightUse | null {
  if (!kidsOf(view.tree, noun.i).some((k) => k.deprel === "cop")) return null;
  const prep = prepositionOf(view.tree, noun);
  const entry = view.lexicon.lightVerb("be").find((e) => e.noun.kind === "oblique" && e.noun.prep === prep);
  return entry === undefined ? null : { frame: view.frames.of(noun), entry };
}

/** The entry's words are there, and no particle that makes another verb of it ("put off a visit"). */
function isWhole(view: View, frame: Frame, entry: LightVerb): boolean {
  if (frame.particle !== null && entry.after.length === 0) return false;
  return followedBy(view, frame.verb, entry.after) !== null;
}

/** "talks are set to resume", "the summit is due to open": the verb that the noun is the subject of. */
function controlled(view: View, standing: Token, verb: Token): readonly Token[] {
  if (relation(standing) !== "nsubj") return [];
  return kidsOf(view.tree, verb.i).filter((k) => k.deprel === "xcomp" && isVerb(k));
}

function standsAt(entry: LightVerb, frame: Frame, nouns: readonly Token[]): boolean {
  const is = (t: Token | undefined): boolean => t !== undefined && nouns.some((n) => n.i === t.i);
  const place = entry.noun;
  if (place.kind === "object") return is(frame.object?.token);
  if (place.kind === "subject") return is(frame.subject?.token);
  return place.kind === "oblique" && frame.obliques.some((o) => o.prep === place.prep && is(o.token));
}

function obliquesUnder(view: View, noun: Token): readonly Oblique[] {
  const found: Oblique[] = [];
  for (const kid of kidsOf(view.tree, noun.i)) {
    const rel = relation(kid);
    if (rel !== "nmod" && rel !== "obl") continue;
    if (kid.deprel === "nmod:poss") continue;
    const prep = prepositionOf(view.tree, kid);
    found.push({ token: kid, bond: "own", prep });
    if (prep === "of" && view.mentions.at(kid) === undefined) found.push(...beyond(view, kid));
  }
  return found;
}

/** "a suspension of links with Chad", "deliveries of grain to the camp": whom it is done to hangs on what it is done with. */
function beyond(view: View, of: Token): readonly Oblique[] {
  return kidsOf(view.tree, of.i).flatMap((kid) => {
    const prep = relation(kid) === "nmod" && kid.deprel !== "nmod:poss" ? prepositionOf(view.tree, kid) : "";
    return BEYOND.has(prep) ? [{ token: kid, bond: "own" as const, prep }] : [];
  });
}

const BEYOND: ReadonlySet<string> = new Set(["to", "with", "against", "from", "for", "on"]);

const STRAY: ReadonlySet<string> = new Set(["by", "against", "on", "between"]);

/** A phrase right after the noun that the parse hung elsewhere ("a week of raids by the army"). */
function strayObliques(view: View, noun: Token, found: readonly Oblique[]): readonly Oblique[] {
  const stray: Oblique[] = [];
  for (let i = noun.i + 1; i < noun.i + 12; i += 1) {
    const t = view.doc.tokens[i];
    if (
      t === undefined ||
      t.sentence !== noun.sentence ||
      t.upos === "PUNCT" ||
      t.upos === "AUX" ||
      (t.upos === "VERB" && t.xpos !== "VBN")
    )
      break;
    const head = t.upos === "ADP" && STRAY.has(t.lower) ? headAfter(view, t) : undefined;
    if (head === undefined || isVerb(head)) continue;
    if (![...found, ...stray].some((o) => o.token.i === head.i || o.prep === t.lower))
      stray.push({ token: head, bond: "implied", prep: t.lower });
  }
  return stray;
}

/** The noun of a preposition; where the parse hung it on a word before, the actor right after it. */
function headAfter(view: View, prep: Token): Token | undefined {
  const head = headOf(view.tree, prep);
  if (head !== undefined && head.i > prep.i) {
    if (prep.deprel !== "case") return undefined;
    const over = view.mentions.over(head);
    return over !== undefined && over.mention.start >= prep.end && over.mention.form !== "pronoun" ? over.top : head;
  }
  if (prep.lower !== "by" && prep.lower !== "against") return undefined;
  for (let i = prep.i + 1; i <= prep.i + 3; i += 1) {
    const t = view.doc.tokens[i];
    const here = t === undefined || t.sentence !== prep.sentence ? undefined : view.mentions.over(t);
    if (here !== undefined) return here.top;
  }
  return undefined;
}

/** Parsers hang "on the village" of "mounted an attack on the village" on the verb as often as on the noun. */
function besideObject(governor: Frame | null, standing: Token): readonly Oblique[] {
  if (governor === null || governor.object?.token.i !== standing.i || governor.passive) return [];
  return governor.obliques.filter((o) => o.token.i > standing.i && o.token.i - standing.i < 8);
}

function possessors(view: View, noun: Token): readonly Argument[] {
  const modifiers = kidsOf(view.tree, noun.i).filter((k) => k.i < noun.i);
  // "the French-led operation", "car bomb attacks".
  const inner = modifiers
    .filter((k) => relation(k) === "compound" || k.lower === "led")
    .flatMap((k) => kidsOf(view.tree, k.i));
  return [...modifiers, ...inner]
    .filter((k) => k.deprel === "nmod:poss" || isActorModifier(view, k) || isLeader(view, k))
    .map((token) => ({ token, bond: "own" as const }));
}

/** "French" of "the French-led operation". */
function isLeader(view: View, kid: Token): boolean {
  return headOf(view.tree, kid)?.lower === "led" && (view.mentions.at(kid) ?? view.mentions.over(kid)) !== undefined;
}

/** "the French raid", "a rebel raid", "US strikes"; a country's own name before a noun is its place ("the Mali raid"). */
function isActorModifier(view: View, kid: Token): boolean {
  const rel = relation(kid);
  if (rel !== "amod" && rel !== "compound" && rel !== "nmod") return false;
  const here = view.mentions.at(kid) ?? view.mentions.over(kid);
  if (here === undefined || isBareKind(view, kid)) return false;
  if (kid.upos === "ADJ" || kid.xpos === "JJ") return true;
  if (rel === "nmod" && prepositionOf(view.tree, kid) !== "") return false;
  const isPlace = view.places.get(kid.sentence)?.some((p) => p.start <= kid.start && kid.end <= p.end) ?? false;
  return !isPlace || /^(?:[A-Z]\.?){2,4}$/.test(kid.text);
}

const KINDS: ReadonlySet<string> = new Set([
  "terrorist",
  "terror",
  "suicide",
  "military",
  "civilian",
  "criminal",
  "political",
]);

/** "a terrorist attack", "the embassy bombing": a kind of deed or its object, not who did it. */
function isBareKind(view: View, kid: Token): boolean {
  const lemma = kid.lemma.toLowerCase();
  if (KINDS.has(lemma) || (kid.upos === "ADJ" && kid.text === kid.lower)) return true;
  const classes = view.lexicon.classOf(lemma);
  const actor = classes.some((c) => c === "person" || c === "force" || c === "group" || c === "government");
  if (kid.text === kid.lower && !actor) return true;
  return classes.some(
    (c) => c === "building" || c === "infrastructure" || c === "vehicle" || c === "weapon" || c === "aid",
  );
}
