import { after, as, before, type Tree, word } from "./made-tree.ts";
import { DEEDS, DOERS, type MadeNames, nameTree, PATIENTS, SITES, TELLERS, type Verb } from "./made-words.ts";

/** Draws and the phrases of made sentences. `head` marks headline style: no articles, no auxiliaries. */
export interface Phrases {
  readonly random: () => number;
  readonly names: MadeNames;
}

export function pick<T>({ random }: Phrases, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

export function chance({ random }: Phrases, share: number): boolean {
  return random() < share;
}

export const comma: Tree = word(",", "PUNCT ,", "punct");
export const stop: Tree = word(".", "PUNCT .", "punct");
export const the: Tree = word("the", "DET DT", "det");
const of: Tree = word("of", "ADP IN", "case");

export function noun(form: string, relation: string = "dep"): Tree {
  return word(
    form,
    form.endsWith("s") || /^(?:people|police|troops|children|women|men|.*men)$/.test(form) ? "NOUN NNS" : "NOUN NN",
    relation,
  );
}

export function inPlace(preposition: string, tree: Tree, relation: string): Tree {
  return as(relation, before(tree, word(preposition, "ADP IN", "case")));
}

const NUMBERS =
  "two three four five six seven eight nine ten eleven twelve dozen 11 12 14 15 17 18 20 23 25 30 32 40 45 50 60 70 80 100 120 200 300 1,000 3,000"
    .split(" ")
    .filter((n) => n !== "dozen");

/** "five", "at least 20", "more than 100", "some 40". */
export function number(p: Phrases, head: boolean = false): Tree {
  const tree = word(pick(p, NUMBERS), "NUM CD", "nummod");
  const draw = p.random();
  if (head && draw < 0.7) return tree;
  if (draw < 0.25) return before(tree, before(word("least", "ADJ JJS", "nmod"), word("at", "ADP IN", "case")));
  if (draw < 0.32) return before(tree, after(word("more", "ADJ JJR", "advmod"), word("than", "ADP IN", "fixed")));
  if (draw < 0.38) return before(tree, word("some", "ADV RB", "advmod"));
  if (draw < 0.42) return before(tree, word("about", "ADV RB", "advmod"));
  return tree;
}

export function person(p: Phrases): Tree {
  const name = nameTree(pick(p, p.names.first));
  return after(name, word(pick(p, p.names.last), "PROPN NNP", "flat"));
}

const TITLES = "Gen. Col. Capt. Lt. Maj. President Governor Mayor Sheikh Colonel General Commander Imam Senator".split(
  " ",
);
const OFFICES = "Interior Defence Defense Foreign Justice Information Security Transport Health".split(" ");

/** "army spokesman Col. Awa Traoré", "Interior Minister Ali Hassan", "rebel leader Traoré". */
export function titled(p: Phrases): Tree {
  const name = chance(p, 0.25) ? word(pick(p, p.names.last), "PROPN NNP") : person(p);
  const draw = p.random();
  if (draw < 0.3) return before(name, word(pick(p, TITLES), "PROPN NNP", "nmod:desc"));
  if (draw < 0.55) {
    const office = before(word("Minister", "PROPN NNP", "nmod:desc"), word(pick(p, OFFICES), "PROPN NNP", "compound"));
    return before(name, chance(p, 0.4) ? before(office, demonym(p)) : office);
  }
  if (draw < 0.8) {
    const role = noun(pick(p, ["spokesman", "spokeswoman", "commander", "chief", "official", "leader"]), "nmod:desc");
    const body = noun(
      pick(p, ["army", "military", "police", "government", "rebel", "ministry", "party", "militia", "hospital"]),
      "compound",
    );
    return before(name, before(role, body));
  }
  return name;
}

export function demonym(p: Phrases): Tree {
  return word(pick(p, p.names.demonyms), "ADJ JJ", "amod");
}

const MODIFIERS = "suspected Islamist armed unidentified heavily-armed masked local foreign unknown separatist"
  .split(" ")
  .filter((m) => !m.includes("-"));

/** Those who do things; plural unless a force. */
export function doer(p: Phrases, head: boolean = false): Tree {
  const draw = p.random();
  const det = head || chance(p, 0.7) ? null : the;
  if (draw < 0.38) {
    const modifier = chance(p, 0.45) ? modifierOf(pick(p, MODIFIERS)) : null;
    return before(noun(pick(p, DOERS)), det, modifier);
  }
  if (draw < 0.5)
    return before(
      noun(
        pick(p, [
          "forces",
          "troops",
          "soldiers",
          "police",
          "fighters",
          "rebels",
          "warplanes",
          "jets",
          "militias",
          "drones",
        ]),
      ),
      det,
      demonym(p),
    );
  if (draw < 0.58)
    return before(
      noun("forces"),
      det,
      noun(pick(p, ["security", "government", "regime", "army", "coalition"]), "compound"),
    );
  if (draw < 0.66)
    return before(
      noun(pick(p, ["fighters", "militants", "gunmen", "rebels", "commanders"])),
      det,
      as("compound", nameTree(pick(p, p.names.groups))),
    );
  if (draw < 0.74) return nameTree(pick(p, p.names.groups));
  if (draw < 0.8) return before(noun("men"), det, word("armed", "ADJ JJ", "amod"));
  const force = noun(pick(p, ["army", "military", "police", "militia", "junta", "navy", "coalition"]));
  if (head) return force;
  if (chance(p, 0.3)) return before(force, possessive(nameTree(pick(p, p.names.countries))));
  return before(force, the, chance(p, 0.5) ? demonym(p) : null);
}

function modifierOf(form: string): Tree {
  return form === "suspected" || form === "masked" ? word(form, "VERB VBN", "amod") : word(form, "ADJ JJ", "amod");
}

export function possessive(tree: Tree): Tree {
  return as("nmod:poss", after(tree, word("'s", "PART POS", "case")));
}

/** Those to whom things are done: "five civilians, including two children", "dozens of villagers", "20 others". */
export function patient(p: Phrases, head: boolean = false): Tree {
  const draw = p.random();
  if (head && draw < 0.3) return as("dep", number(p, true));
  if (draw < 0.1)
    return after(word(pick(p, ["dozens", "hundreds", "scores"]), "NOUN NNS"), inPlaceOf(noun(pick(p, PATIENTS))));
  if (draw < 0.16) return head ? person(p) : titled(p);
  if (draw < 0.24) return before(noun(pick(p, PATIENTS)), head ? null : the);
  const people = before(noun(pick(p, PATIENTS)), number(p, head), chance(p, 0.2) ? demonym(p) : null);
  if (head || !chance(p, 0.18)) return people;
  const included = before(
    noun(pick(p, PATIENTS)),
    word("including", "VERB VBG", "case"),
    as("nummod", word(pick(p, NUMBERS), "NUM CD")),
  );
  return after(people, as("nmod", before(included, comma)));
}

function inPlaceOf(tree: Tree): Tree {
  return as("nmod", before(tree, of));
}

/** "the town of Gao", "a market in Kabul", "Gao, in northern Mali", "a village near the border". */
export function place(p: Phrases, head: boolean = false): Tree {
  const town = nameTree(pick(p, p.names.towns));
  const draw = p.random();
  if (draw < 0.3) return town;
  if (head)
    return draw < 0.65
      ? noun(pick(p, SITES))
      : before(noun(pick(p, SITES)), draw < 0.85 ? as("compound", town) : demonym(p));
  if (draw < 0.5)
    return after(
      before(
        noun(pick(p, ["town", "village", "city", "district", "province", "region"])),
        the,
        chance(p, 0.4)
          ? word(pick(p, ["northern", "eastern", "southern", "western", "central", "besieged"]), "ADJ JJ", "amod")
          : null,
      ),
      inPlaceOf(town),
    );
  const kind = pick(p, ["army", "military", "police", "border", "refugee", "fuel", "mining"]);
  const site = article(p, before(noun(pick(p, SITES)), chance(p, 0.3) ? noun(kind, "compound") : null));
  if (draw < 0.85) return after(site, inPlace(pick(p, ["in", "near", "outside"]), town, "nmod"));
  return site;
}

export function region(p: Phrases): Tree {
  const country = nameTree(pick(p, p.names.countries));
  return before(
    country,
    word(pick(p, ["northern", "eastern", "southern", "western", "central", "northeastern"]), "ADJ JJ", "amod"),
  );
}

const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** "on Friday", "Friday", "late on Friday" or nothing. */
export function day(p: Phrases, share: number = 0.5): Tree | null {
  if (!chance(p, share)) return null;
  const name = word(pick(p, DAYS), "PROPN NNP");
  const draw = p.random();
  if (draw < 0.55) return inPlace("on", name, "obl");
  if (draw < 0.85) return as("obl:unmarked", name);
  if (draw < 0.93) return word(pick(p, ["yesterday", "overnight"]), "ADV RB", "advmod");
  return as(
    "advmod",
    before(
      word("ago", "ADV RB"),
      as("obl:unmarked", before(noun("days"), as("nummod", word(pick(p, ["two", "three", "four"]), "NUM CD")))),
    ),
  );
}

/** Those who tell. */
export function teller(p: Phrases, head: boolean = false): Tree {
  const one = oneTeller(p, head);
  if (!chance(p, 0.1) || one.tag === "PRON PRP") return one;
  return after(one, as("conj", before(oneTeller(p, head), word("and", "CCONJ CC", "cc"))));
}

function oneTeller(p: Phrases, head: boolean): Tree {
  const draw = p.random();
  if (draw < 0.3)
    return before(
      noun(pick(p, TELLERS)),
      chance(p, 0.5)
        ? noun(pick(p, ["security", "hospital", "military", "government", "army", "police"]), "compound")
        : null,
    );
  if (draw < 0.4) return before(noun(pick(p, TELLERS)), chance(p, 0.6) ? demonym(p) : word("local", "ADJ JJ", "amod"));
  if (draw < 0.5)
    return head
      ? word("UN", "PROPN NNP")
      : before(word("Nations", "PROPN NNPS"), the, word("United", "ADJ NNP", "amod"));
  if (draw < 0.62)
    return before(
      noun(pick(p, ["army", "military", "police", "ministry", "government", "group", "governor"])),
      head ? null : the,
    );
  if (head) return draw < 0.8 ? nameTree(pick(p, p.names.countries)) : nameTree(pick(p, p.names.groups));
  if (draw < 0.74)
    return article(
      p,
      before(
        noun(pick(p, ["spokesman", "spokeswoman", "official", "resident", "statement", "witness", "doctor"])),
        chance(p, 0.6)
          ? noun(pick(p, ["military", "army", "police", "government", "hospital", "rebel"]), "compound")
          : null,
      ),
    );
  if (draw < 0.8) return word(pick(p, ["he", "she", "they"]), "PRON PRP");
  return titled(p);
}

export function deed(p: Phrases): Tree {
  return noun(pick(p, DEEDS));
}

export function article(p: Phrases, tree: Tree): Tree {
  const vowel = /^[aeiou]/i.test(firstForm(tree));
  return before(tree, chance(p, 0.6) ? word(vowel ? "an" : "a", "DET DT", "det") : the);
}

function firstForm(tree: Tree): string {
  const [first] = tree.left;
  return first === undefined ? tree.form : firstForm(first);
}

export function isPlural({ tag }: Tree): boolean {
  return tag === "NOUN NNS" || tag === "PRON PRP" || tag === "NUM CD" || tag === "PROPN NNPS";
}

/** "was" or "were", "has" or "have", by the subject. */
export function auxiliary(subject: Tree, [one, many]: readonly [string, string], relation: string): Tree {
  const plural = isPlural(subject) && subject.form !== "he" && subject.form !== "she";
  const tag = one === "was" ? "AUX VBD" : plural ? "AUX VBP" : "AUX VBZ";
  return word(plural ? many : one, tag, relation);
}

/** A verb in the present of headlines. */
export function present(verb: Verb, subject: Tree): Tree {
  return isPlural(subject) ? word(verb.base, "VERB VBP") : word(verb.s, "VERB VBZ");
}
