import type { Entity, Span } from "@dateline/model";
import type { Token } from "../doc.ts";
import { type Argument, antecedentOf, type Bond, strayedSubject } from "./frame.ts";
import type { NounClass } from "./lexicon-senses.ts";
import type { Mentioned } from "./mention-index.ts";
import { coordinated, isNominal, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

/** An actor at a place of a frame, with the words that say so. */
export interface Party {
  readonly entity: Entity;
  readonly words: Span;
  readonly token: Token;
  /** `owner`: who holds the thing that stands there ("the embassy of X"). */
  readonly bond: Bond | "owner";
}

/** The actors that an argument stands for, coordination taken apart. */
export function partiesAt(view: View, argument: Argument): readonly Party[] {
  const found: Party[] = [];
  const needsTwo = prepositionOf(view.tree, argument.token) === "between";
  for (const token of coordinated(view.tree, argument.token, (k) => isSomebody(view, k))) {
    if (token.i !== argument.token.i && (isOthers(view, token) || (!needsTwo && beginsClause(view, token)))) continue;
    for (const p of resolve(view, token, 0)) {
      const bond = p.bond === "owner" ? "owner" : argument.bond;
      if (!found.some((f) => f.entity.id === p.entity.id)) found.push({ ...p, bond });
    }
  }
  return found;
}

/** "five Iraqis and a Libyan": an adjective to the tagger, a person to us. */
function isSomebody(view: View, kid: Token): boolean {
  const here = view.mentions.at(kid);
  return here !== undefined && (here.mention.form === "nominal" || here.entity.kind === "civilians");
}

/** Joined by the parse to what stands before, but the subject of the verb right after it. */
function beginsClause(view: View, token: Token): boolean {
  const verb = view.doc.tokens[token.i + 1];
  return verb?.deprel === "conj" && strayedSubject(view.tree, verb)?.token.i === token.i;
}

/** "three soldiers and six others": no party of their own. */
function isOthers(view: View, token: Token): boolean {
  return token.lemma === "other" || view.mentions.at(token)?.entity.name.endsWith("others") === true;
}

/** Nouns that only measure: the actor stands after "of". */
const MEASURES: ReadonlySet<string> = new Set(
  "dozen score hundred thousand million number total majority most some many several all none any half rest pair couple handful series lot part member one two three four five six seven eight nine ten both each few group team wave column kind type remainder percent per-cent ton tonne kilo kg kilogram gram pound litre liter gallon barrel worth shipment consignment load truckload planeload".split(
    " ",
  ),
);

function resolve(view: View, token: Token, depth: number): readonly Party[] {
  if (depth > 3) return [];
  const speaker = firstPerson(view, token);
  if (speaker !== undefined) return [party(speaker, token, token)];
  const here = view.mentions.at(token);
  const owners = here === undefined || isThing(view, here) ? holders(view, token) : [];
  if (owners.length > 0) return owners;
  if (here !== undefined && isThing(view, here) && isBody(view, here))
    return [{ ...party(here.entity, here.mention, token), bond: "owner" }];
  if (here !== undefined && !isStruck(view, here))
    return [...besides(view, token, here), party(here.entity, here.mention, token)];
  const antecedent = token.upos === "PRON" ? antecedentOf(view.tree, token) : undefined;
  if (antecedent !== undefined && antecedent.i !== token.i) return resolve(view, antecedent, depth + 1);
  const apposed = kidsOf(view.tree, token.i).find((k) => k.deprel === "appos" && view.mentions.at(k) !== undefined);
  if (apposed !== undefined) return resolve(view, apposed, depth + 1);
  const of = measured(view, token);
  if (of !== undefined) return coordinated(view.tree, of).flatMap((t) => resolve(view, t, depth + 1));
  const over = view.mentions.over(token);
  const lastOfName = over?.mention.form === "name" && over.mention.end === token.end && token.upos === "PROPN";
  if (over !== undefined && isNominal(token) && (lastOfName || hangsTogether(view, token, over.mention)))
    return [party(over.entity, over.mention, token)];
  return holders(view, token);
}

/** "Chilean and Peruvian officials": the noun stands for both, though its mention begins at the second. */
function besides(view: View, token: Token, { entity, mention }: Mentioned): readonly Party[] {
  if (token.upos === "PRON" || !/^(?:NNS|NNPS)$/.test(token.xpos) || entity.kind === "civilians") return [];
  const first = kidsOf(view.tree, token.i).find(
    (k) =>
      k.end <= mention.start &&
      (relation(k) === "amod" || relation(k) === "compound") &&
      kidsOf(view.tree, k.i).some((c) => c.deprel === "conj" && c.start >= mention.start && c.i < token.i),
  );
  const here = first === undefined ? undefined : view.mentions.at(first);
  if (first === undefined || here?.mention.form !== "name" || here.entity.kind !== "government") return [];
  return here.entity.id === entity.id ? [] : [party(here.entity, here.mention, first)];
}

const FIRST_PERSON: ReadonlySet<string> = new Set(["i", "we", "us", "me", "our", "my", "ourselves", "myself"]);

/** "I" and "we" stand for whoever speaks, where the actors left them alone. */
function firstPerson(view: View, token: Token): Entity | undefined {
  if (!FIRST_PERSON.has(token.lower) || token.text === "US") return undefined;
  const isName = (m: Span & { readonly form: string }): boolean =>
    m.form !== "pronoun" && !FIRST_PERSON.has(view.doc.text.slice(m.start, m.end).toLowerCase());
  if (view.mentions.at(token)?.entity.mentions.slice(0, 40).some(isName) === true) return undefined;
  const id = view.sayings.chainAt(token)[0]?.entity;
  return id === undefined ? undefined : view.mentions.byId(id);
}

/** A mention of an embassy, a base, a camp: its holder stands for it where the words name one. */
function isThing(view: View, { entity, top }: Mentioned): boolean {
  if (entity.kind === "person") return false;
  const classes = view.lexicon.classOf(top.lemma.toLowerCase());
  return (
    classes.some((c) => HELD.includes(c)) && !classes.some((c) => c === "person" || c === "force" || c === "group")
  );
}

/** "the embassy" where the report tells whose it is: a body that has a name of its own besides. */
function isBody(view: View, { entity, mention }: Mentioned): boolean {
  if (mention.form === "name" && entity.mentions.length === 1) return false;
  return STATES.test(entity.kind) && view.mentions.isNamed(entity.id) && entity.country !== null;
}

const STATES = /^(?:government|military|police|armed-group|igo)$/;

/** Guideline 15: what is struck or taken is no target. */
function isStruck(view: View, here: Mentioned): boolean {
  if (here.entity.kind === "person" || here.mention.form === "name") return false;
  const classes = view.lexicon.classOf(here.top.lemma.toLowerCase());
  return classes.some((c) => c === "building" || c === "place" || c === "territory" || c === "infrastructure");
}

/** The words of a name may be parsed apart; a word that is nobody's modifier in the mention stands for all of it. */
function hangsTogether(view: View, token: Token, mention: Span): boolean {
  const head = token.head < 0 ? undefined : view.doc.tokens[token.head];
  return head === undefined || head.start < mention.start || head.end > mention.end;
}

function party(entity: Entity, words: Span, token: Token): Party {
  return { entity, words: { start: words.start, end: words.end }, token, bond: "own" };
}

/** What a measure measures: the medicine of "tons of medicine". */
export function measured(view: View, token: Token): Token | undefined {
  return MEASURES.has(token.lemma.toLowerCase()) || token.upos === "NUM" ? ofPhrase(view, token) : undefined;
}

function ofPhrase(view: View, token: Token): Token | undefined {
  return kidsOf(view.tree, token.i).find(
    (k) => relation(k) === "nmod" && ["of", "from"].includes(prepositionOf(view.tree, k)),
  );
}

const HELD: readonly NounClass[] = [
  "weapon",
  "vehicle",
  "building",
  "infrastructure",
  "territory",
  "thing",
  "place",
  "aid",
  "money",
];

/** Of a thing that is struck or taken, the body that holds it: "rebel positions", "the embassy of France", "its base". */
function holders(view: View, token: Token): readonly Party[] {
  if (!isNominal(token) || token.upos === "PRON") return [];
  const classes = classesAt(view, token);
  if (!classes.some((c) => HELD.includes(c)) && !STRUCK.test(token.lemma)) return ownerOf(view, token, classes);
  const held = holdingActor(view, token);
  if (held.length > 0) return held;
  const country = isLand(token);
  for (const kid of kidsOf(view.tree, token.i)) {
    const owns =
      kid.deprel === "nmod:poss" ||
      relation(kid) === "compound" ||
      relation(kid) === "amod" ||
      (relation(kid) === "nmod" && ["of", "belonging to"].includes(prepositionOf(view.tree, kid)));
    const here = owns ? ownerAt(view, token, kid) : undefined;
    if (
      here !== undefined &&
      !(country && kid.deprel !== "nmod:poss" && !ARMED.has(here.entity.kind)) &&
      view.places.get(kid.sentence)?.some((p) => p.top.i === kid.i && relation(kid) === "nmod") !== true
    )
      return [{ ...party(here.entity, here.mention, kid), bond: "owner" }];
  }
  return country ? [] : holderBefore(view, token);
}

/** Nouns for what an attack is meant for, whatever it is. */
const STRUCK = /^(?:target|position|site|asset|hideout|stronghold|network|system|grid|facility|line|base|post)$/;

/** Of a thing of no known kind that somebody has, who has it: "the ministry's power grid". */
function ownerOf(view: View, token: Token, classes: readonly NounClass[]): readonly Party[] {
  if (classes.some((c) => c !== "abstract" && c !== "communication")) return [];
  const whose = classes.length > 0 ? undefined : kidsOf(view.tree, token.i).find((k) => k.deprel === "nmod:poss");
  const here = whose === undefined || whose.upos === "PRON" ? undefined : view.mentions.at(whose);
  return here === undefined ? [] : [{ ...party(here.entity, here.mention, here.top), bond: "owner" }];
}

const ARMED: ReadonlySet<string> = new Set(["military", "police", "armed-group"]);

/** "a Malian town", "Protestant streets": where it lies or who lives there, not who holds it. */
function isLand(token: Token): boolean {
  return LAND.test(token.lemma.toLowerCase());
}

const LAND =
  /^(?:village|town|city|capital|hamlet|neighbou?rhood|district|province|region|area|street|road|quarter|suburb|island|coast|countryside|settlement|land|territory|valley|border|airspace|bank|side)$/;

const HOLDS = /^(?:hold|control|occupy|seize|capture|run|man|govern|administer|guard|own|operate)$/;

/** "land held by the militia", "rebel-held towns", "areas under army control". */
function holdingActor(view: View, token: Token): readonly Party[] {
  const after = view.doc.tokens[token.i + 1];
  const beside = after?.xpos === "VBN" && after.sentence === token.sentence ? [after] : [];
  for (const kid of [...kidsOf(view.tree, token.i), ...beside]) {
    const verb = kid.upos === "VERB" || kid.upos === "ADJ" ? HOLDS.test(lemmaOf(kid)) : false;
    if (!verb) continue;
    const compound = kid.i < token.i;
    const by = kidsOf(view.tree, kid.i).find((k) =>
      compound ? k.i < kid.i && k.upos !== "PUNCT" && k.upos !== "ADV" : prepositionOf(view.tree, k) === "by",
    );
    const here = by === undefined ? undefined : (view.mentions.at(by) ?? view.mentions.over(by));
    if (here !== undefined) return [{ ...party(here.entity, here.mention, here.top), bond: "owner" }];
  }
  return [];
}

function lemmaOf(t: Token): string {
  return t.lower === "held"
    ? "hold"
    : t.lemma.toLowerCase().replace(/(?:led|ed)$/, (end) => (end === "led" ? "l" : ""));
}

/** A name right before the thing, parsed apart from it: "two Al-Shabaab vehicles". */
function holderBefore(view: View, token: Token): readonly Party[] {
  const before = view.doc.tokens[token.i - 1];
  if (before?.sentence !== token.sentence || before.upos === "PUNCT" || before.upos === "ADP") return [];
  const here = view.mentions.over(before);
  if (here?.mention.form !== "name" || here.mention.end !== before.end || here.entity.kind === "person") return [];
  if (here.entity.id === view.mentions.at(token)?.entity.id) return [];
  return [{ ...party(here.entity, here.mention, before), bond: "owner" }];
}

/** Whoever the modifier names; where the whole phrase is one mention ("U.S. embassies"), the actor of that wording. */
function ownerAt(view: View, token: Token, kid: Token): Mentioned | undefined {
  const whole = view.mentions.at(token)?.entity.id;
  const here = view.mentions.at(kid) ?? view.mentions.over(kid);
  if (here !== undefined && here.entity.id !== whole) return here;
  return view.mentions.called(kid.lower).find((m) => m.entity.id !== whole);
}

const CLASS_OF_KIND: Readonly<Record<Entity["kind"], readonly NounClass[]>> = {
  person: ["person"],
  government: ["government"],
  military: ["force", "group"],
  police: ["force", "group"],
  "armed-group": ["force", "group"],
  igo: ["group"],
  ngo: ["group"],
  media: ["media", "group"],
  party: ["group"],
  company: ["group"],
  civilians: ["person"],
  other: [],
};

const PERSONAL: ReadonlySet<string> = new Set(
  "he she him her i me we us you they them who whom himself herself themselves".split(" "),
);

/** What a word names: by the lexicon, by its actor's kind, by being a place. */
export function classesAt(view: View, token: Token): readonly NounClass[] {
  const found = [...view.lexicon.classOf(token.lemma.toLowerCase())];
  const here = view.mentions.at(token) ?? view.mentions.over(token);
  if (here !== undefined) found.push(...CLASS_OF_KIND[here.entity.kind]);
  if (view.places.get(token.sentence)?.some((p) => p.start <= token.start && token.end <= p.end))
    found.push("place", "territory");
  if (token.upos === "PRON" && PERSONAL.has(token.lower)) found.push("person");
  if (found.length > 0 && token.upos !== "NUM") return found;
  const of = measured(view, token);
  if (of !== undefined) return classesAt(view, of);
  return token.upos === "NUM" ? ["person"] : found;
}
