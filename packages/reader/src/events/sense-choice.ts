import type { Token } from "../doc.ts";
import type { Argument, Frame, Oblique } from "./frame.ts";
import type { Constraint, EventSense, NounClass } from "./lexicon-senses.ts";
import type { NounFrame } from "./noun-frame.ts";
import { classesAt, measured } from "./parties.ts";
import { followedBy, modifiedBy, precededBy, succeededBy } from "./sense-words.ts";
import { coordinated, kidBy, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

/** A sense that fits, with the tokens beside the head that its entry names. */
export interface Choice {
  readonly sense: EventSense;
  readonly words: readonly Token[];
  /** Chosen although a noun of unknown kind stood where the sense asks for one of a kind. */
  readonly loose: boolean;
  /** The verb's frame with the object of its preposition ("call on X") in the object's place. */
  readonly frame: Frame | null;
}

/** What the conditions of a sense are checked against, the same for verbs and nouns. */
interface Setting {
  readonly head: Token;
  readonly subject: Argument | null;
  readonly object: Argument | null;
  readonly obliques: readonly Oblique[];
  readonly complement: Frame["complement"];
  readonly light: boolean;
  /** Whether nouns of unknown kind pass for any kind. */
  readonly loose: Measure;
}

/** The first, most specific sense of a verb whose conditions its clause meets. */
export function chooseVerb(view: View, frame: Frame): Choice | null {
  const senses = sensesOf(view, frame.verb);
  const strict = firstVerb(view, frame, senses, false);
  if (strict !== null) return isEveryday(strict) ? (alike(view, frame, senses) ?? strict) : strict;
  const active = isBarePassive(view, frame) ? firstVerb(view, activeOf(frame), senses, false) : null;
  return active ?? firstVerb(view, frame, senses, true);
}

/** The bare sense without an event of an everyday verb ("take"). */
function isEveryday({ sense }: Choice): boolean {
  return sense.type === null && sense.when.length === 0 && sense.after.length === 0;
}

/**
 * An everyday verb with an object or a phrase of the kind that its senses list ("carried shotguns" beside "carry rifles"),
 * done by somebody who does such deeds.
 */
function alike(view: View, frame: Frame, senses: readonly EventSense[]): Choice | null {
  const { subject } = frame;
  const actor = subject === null ? frame.passive : classesAt(view, subject.token).some((c) => ACTORS.has(c));
  const listing = senses.filter((s) => s.type !== null && s.when.some((c) => c.kind.endsWith("-lemma")));
  return actor && listing.length > 0 ? firstVerb(view, frame, listing, "alike") : null;
}

const ACTORS: ReadonlySet<NounClass> = new Set<NounClass>(["force", "group", "government"]);

/** "test-fired" is three tokens; the entry of the whole wins over that of its last part. */
function sensesOf(view: View, verb: Token): readonly EventSense[] {
  const lemma = verb.lemma.toLowerCase();
  const [hyphen, first] = [view.doc.tokens[verb.i - 1], view.doc.tokens[verb.i - 2]];
  if (hyphen?.text !== "-" || first === undefined || hyphen.end !== verb.start) return view.lexicon.verbSenses(lemma);
  const whole = view.lexicon.verbSenses(`${first.lower}-${lemma}`);
  return whole.length > 0 ? whole : view.lexicon.verbSenses(lemma);
}

/** A participle without an auxiliary may as well be a past tense: "people marched through the city". */
function isBarePassive(view: View, frame: Frame): boolean {
  return frame.passive && frame.subject === null && kidsOf(view.tree, frame.verb.i).every((k) => relation(k) !== "aux");
}

function activeOf(frame: Frame): Frame {
  return { ...frame, passive: false, subject: frame.object, object: null };
}

/** How strictly conditions hold: to the word, with nouns of unknown kind for any, with nouns of the kind of those listed. */
type Measure = boolean | "alike";

function firstVerb(view: View, frame: Frame, senses: readonly EventSense[], measure: Measure): Choice | null {
  const loose = measure !== false;
  const timeless = withoutTimes(view, frame);
  for (const sense of senses) {
    if (loose && (sense.type === null || sense.when.length === 0)) continue;
    const words = followedBy(view, frame.verb, sense.after) ?? asSubject(view, frame, sense.after);
    if (words === null) continue;
    const whole = withPrepositionObject(timeless, sense.after);
    const { verb, subject } = whole;
    const obliques = [...whole.obliques, ...words.flatMap((w) => underWord(view, w))];
    const object = whole.object ?? whole.indirect;
    const complement = whole.complement ?? infinitiveOf(view, whole);
    const setting = { head: verb, subject, object, obliques, complement, light: false, loose: measure };
    if (meets(view, sense.when, setting)) return { sense, words, loose, frame: whole };
  }
  return null;
}

/** "called on the donors to help": parsers hang the infinitive on the donors or take it for a purpose. */
export function infinitiveOf(view: View, { verb, object, indirect }: Frame): Frame["complement"] {
  const over = [verb, object?.token, indirect?.token].flatMap((t) => (t === undefined ? [] : kidsOf(view.tree, t.i)));
  const head = over.find((k) => isInfinitive(view, k) && k.i > verb.i);
  return head === undefined ? null : { form: "inf", head };
}

function isInfinitive(view: View, t: Token): boolean {
  const rel = relation(t);
  if (t.xpos !== "VB" || (rel !== "acl" && rel !== "advcl") || t.deprel === "acl:relcl") return false;
  return kidsOf(view.tree, t.i).some((k) => k.lower === "to" && k.deprel === "mark");
}

/** "came under fire over the delay": phrases that the parse hangs on the entry's own noun. */
function underWord(view: View, word: Token): readonly Oblique[] {
  if (word.upos !== "NOUN") return [];
  return kidsOf(view.tree, word.i)
    .filter((k) => relation(k) === "nmod" || relation(k) === "obl")
    .map((token) => ({ token, bond: "own", prep: prepositionOf(view.tree, token) }));
}

/** "shots were exchanged", "rubber bullets were fired": in a passive the fixed noun stands as the subject. */
function asSubject(view: View, frame: Frame, after: readonly string[]): readonly Token[] | null {
  const noun = frame.passive ? frame.object?.token : undefined;
  if (noun === undefined || noun.i > frame.verb.i || noun.lemma.toLowerCase() !== after.at(-1)) return null;
  const before = precededBy(view, noun, after.slice(0, -1));
  return before === null ? null : [...before, noun];
}

/** "marched Sunday", "Thursday condemned": a day is neither object nor subject. */
function withoutTimes(view: View, frame: Frame): Frame {
  const { object, subject } = frame;
  if (!isTime(view, object) && !isTime(view, subject)) return frame;
  return { ...frame, object: isTime(view, object) ? null : object, subject: isTime(view, subject) ? null : subject };
}

function isTime(view: View, a: Argument | null): boolean {
  if (a === null) return false;
  const { sentence, start, end } = a.token;
  return view.times.get(sentence)?.some((t) => t.start <= start && end <= t.end) ?? false;
}

/** In "called on the rebels to stop" the rebels are the object of "call on". */
function withPrepositionObject(frame: Frame, after: readonly string[]): Frame {
  const prep = after.at(-1);
  if (prep === undefined || frame.object !== null) return frame;
  const object = frame.obliques.find((o) => o.prep === prep);
  return object === undefined ? frame : { ...frame, object };
}

/** The same for an event noun. */
export function chooseNoun(view: View, frame: NounFrame): Choice | null {
  const { noun, possessive, obliques } = frame;
  const setting: Setting = {
    head: noun,
    subject: possessive[0] ?? frame.light?.frame.subject ?? null,
    object: obliques.find((o) => o.prep === "of" || o.prep === "on" || o.prep === "against") ?? null,
    obliques,
    complement: complementOf(view, noun) ?? behindObject(view, frame),
    light: frame.light !== null,
    loose: false,
  };
  const senses = view.lexicon.nounSenses(noun.lemma.toLowerCase());
  return firstNoun(view, setting, senses) ?? firstNoun(view, { ...setting, loose: true }, senses);
}

function firstNoun(view: View, setting: Setting, senses: readonly EventSense[]): Choice | null {
  for (const sense of senses) {
    if (setting.loose && (sense.type === null || sense.when.length === 0)) continue;
    const before = precededBy(view, setting.head, sense.before);
    const after = succeededBy(view, setting.head, sense.after);
    if (before === null || after === null || !meets(view, sense.when, setting)) continue;
    return { sense, words: [...before, ...after], loose: setting.loose === true, frame: null };
  }
  return null;
}

/** The same for an adjective or participle; `of` is the noun that it says something of. */
export function chooseAdjective(
  view: View,
  adjective: Token,
  of: { readonly noun: Token; readonly obliques: readonly Oblique[] },
): Choice | null {
  const subject: Argument = { token: of.noun, bond: "own" };
  const setting = {
    head: adjective,
    subject,
    object: subject,
    obliques: of.obliques,
    complement: complementOf(view, adjective),
    light: false,
    loose: false,
  };
  const senses = [
    ...view.lexicon.adjectiveSenses(adjective.lower),
    ...view.lexicon.adjectiveSenses(adjective.lemma.toLowerCase()),
  ];
  for (const sense of senses) {
    const words = followedBy(view, adjective, sense.after);
    if (words !== null && meets(view, sense.when, setting)) return { sense, words, loose: false, frame: null };
  }
  return null;
}

function complementOf(view: View, t: Token): Frame["complement"] {
  const clause =
    kidBy(view.tree, t.i, "acl") ??
    kidBy(view.tree, t.i, "xcomp") ??
    kidBy(view.tree, t.i, "ccomp") ??
    kidBy(view.tree, t.i, "advcl");
  if (clause === undefined || clause.deprel === "acl:relcl") return null;
  return { form: clause.xpos === "VB" ? "inf" : "that", head: clause };
}

/** "began an operation to encircle the town": parsers hang the infinitive on the verb. */
function behindObject(view: View, { standing, governor }: NounFrame): Frame["complement"] {
  if (governor === null || governor.object?.token.i !== standing.i) return null;
  const head = kidsOf(view.tree, governor.verb.i).find((k) => k.i > standing.i && isInfinitive(view, k));
  return head === undefined ? null : { form: "inf", head };
}

function meets(view: View, when: readonly Constraint[], s: Setting): boolean {
  return when.every((c) => holds(view, c, s));
}

function holds(view: View, c: Constraint, s: Setting): boolean {
  switch (c.kind) {
    case "object":
      return isOf(view, s, s.object, c.classes);
    case "subject":
      return (s.loose === true && s.subject === null) || isOf(view, s, s.subject, c.classes);
    case "object-lemma":
      return hasLemma(view, s, s.object, c.lemmas);
    case "subject-lemma":
      return hasLemma(view, s, s.subject, c.lemmas);
    case "no-object":
      return s.object === null;
    case "oblique":
      return s.obliques.some((o) => o.prep === c.prep && (c.classes.length === 0 || isOf(view, s, o, c.classes)));
    case "oblique-lemma":
      return s.obliques.some((o) => o.prep === c.prep && hasLemma(view, s, o, c.lemmas));
    case "complement":
      return s.complement?.form === c.form;
    case "complement-lemma":
      return s.complement !== null && namesOf(view, s.complement.head).some((name) => c.lemmas.includes(name));
    case "modifier":
      return modifiedBy(view, s.head, c.lemmas);
    case "light":
      return s.light;
    default:
      return c satisfies never;
  }
}

/** A verb by its lemma, and with its particle ("step down"). */
function namesOf(view: View, verb: Token): readonly string[] {
  const lemma = verb.lemma.toLowerCase();
  const particle = kidsOf(view.tree, verb.i).find((k) => k.deprel === "compound:prt" || k.xpos === "RP");
  const next = view.doc.tokens[verb.i + 1];
  return [lemma, ...[particle, next].flatMap((t) => (t === undefined ? [] : `${lemma} ${t.lower}`))];
}

function isOf(view: View, s: Setting, a: Argument | null, classes: readonly NounClass[]): boolean {
  if (a === null) return false;
  if (s.loose === true && passes(classesAt(view, a.token), a.token, classes)) return true;
  return coordinated(view.tree, a.token)
    .slice(0, 4)
    .flatMap((t) => [t, measured(view, t) ?? t])
    .some((t) => classesAt(view, t).some((c) => classes.includes(c)));
}

const KIN: readonly (readonly NounClass[])[] = [
  ["person", "group", "force", "government"],
  ["place", "territory", "building", "infrastructure"],
];

/** A noun of unknown kind passes for any; an actor for any actor, a place for any place. */
function passes(own: readonly NounClass[], token: Token, wanted: readonly NounClass[]): boolean {
  if (own.length === 0) return token.upos !== "PRON";
  return KIN.some((kin) => own.some((c) => kin.includes(c)) && wanted.some((c) => kin.includes(c)));
}

function hasLemma(view: View, s: Setting, a: Argument | null, lemmas: readonly string[]): boolean {
  if (a === null) return false;
  const words = coordinated(view.tree, a.token)
    .slice(0, 4)
    .flatMap((t) => wordsFor(view, t));
  if (words.some((t) => lemmas.includes(t.lemma.toLowerCase()) || lemmas.includes(t.lower))) return true;
  return s.loose === "alike" && words.some((t) => isOneOf(view, t, lemmas));
}

const TELLING: ReadonlySet<NounClass> = new Set<NounClass>([
  "weapon",
  "aid",
  "hostage",
  "prisoner",
  "force",
  "agreement",
  "infrastructure",
  "building",
  "vehicle",
]);

/** Whether most of the listed nouns are of a kind that the noun is of too. */
function isOneOf(view: View, t: Token, lemmas: readonly string[]): boolean {
  const own = classesAt(view, t).filter((c) => TELLING.has(c));
  if (own.length === 0 || lemmas.length < 3) return false;
  const kinds = lemmas.map((lemma) => view.lexicon.classOf(lemma));
  return own.some((c) => 3 * kinds.filter((k) => k.includes(c)).length >= 2 * lemmas.length);
}

/** A noun, what it measures ("tons of rice"), and the title before a name ("ambassador Smith"). */
function wordsFor(view: View, t: Token): readonly Token[] {
  const of = measured(view, t);
  if (of !== undefined) return [t, of];
  if (t.upos !== "PROPN") return [t];
  const titles = kidsOf(view.tree, t.i).filter((k) => k.i < t.i && /^(?:compound|flat|nmod|appos)$/.test(k.deprel));
  return [t, ...titles];
}
