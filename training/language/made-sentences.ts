import type { Resources } from "../../packages/reader/src/index.ts";
import type { GoldSentence } from "./conllu.ts";
import {
  article,
  auxiliary,
  chance,
  comma,
  day,
  deed,
  doer,
  inPlace,
  noun,
  number,
  type Phrases,
  patient,
  pick,
  place,
  present,
  region,
  stop,
  teller,
  the,
  titled,
} from "./made-phrases.ts";
import { after, as, before, capitalised, sentenceOf, type Tree, word } from "./made-tree.ts";
import { madeNames, nameTree, ON_PERSONS, ON_PLACES, SAYING, type Verb } from "./made-words.ts";
import { randomFrom } from "./shuffle.ts";

/**
 * Sentences in the manner of conflict news with their trees, put together by a grammar written for the project: what the
 * treebanks have too little of (headlines, fronted reports of speech, passives, participles of result).
 */
export function madeSentences(resources: Resources, count: number): readonly GoldSentence[] {
  const p: Phrases = { random: randomFrom(41), names: madeNames(resources) };
  return Array.from({ length: count }, () =>
    sentenceOf(chance(p, 0.38) ? headline(p) : capitalised(after(report(p), stop))),
  );
}

/** A clause in the past: "gunmen killed five people in Gao", with subject and object or in the passive. */
function clause(p: Phrases): Tree {
  const draw = p.random();
  if (draw < 0.34) return active(p, "past");
  if (draw < 0.52) return passive(p);
  if (draw < 0.62) return raid(p);
  if (draw < 0.72) return blast(p);
  if (draw < 0.78) return fighting(p);
  if (draw < 0.84) return moved(p);
  if (draw < 0.9) return left(p);
  return claimed(p);
}

function around(p: Phrases, tree: Tree): Tree {
  const where = chance(p, 0.6)
    ? inPlace(pick(p, ["in", "near", "in", "at", "outside"]), chance(p, 0.25) ? region(p) : place(p), "obl")
    : null;
  const when = day(p, 0.45);
  const placed = chance(p, 0.5) ? after(tree, where, when) : after(tree, when, where);
  return chance(p, 0.1)
    ? before(
        placed,
        as("obl", inPlace("on", word(pick(p, ["Monday", "Tuesday", "Sunday"]), "PROPN NNP"), "obl")),
        comma,
      )
    : placed;
}

function active(p: Phrases, tense: "past" | "done"): Tree {
  const verb = pick(p, ON_PERSONS);
  const head = tense === "past" ? word(verb.past, "VERB VBD") : word(verb.done, "VERB VBN");
  const tree = after(head, as("obj", patient(p)));
  const subject = as("nsubj", doer(p));
  const full = tense === "past" ? before(tree, subject) : before(tree, subject, word("had", "AUX VBD", "aux"));
  return conjoined(p, around(p, full));
}

/** "… and wounded 20 others", "…, killing 12". */
function conjoined(p: Phrases, tree: Tree): Tree {
  const draw = p.random();
  if (draw < 0.14)
    return after(
      tree,
      as(
        "conj",
        before(after(word(pick(p, ON_PERSONS).past, "VERB VBD"), as("obj", others(p))), word("and", "CCONJ CC", "cc")),
      ),
    );
  if (draw < 0.24) return after(tree, result(p));
  return tree;
}

function others(p: Phrases): Tree {
  return before(noun(pick(p, ["others", "people", "soldiers"])), as("nummod", number(p, true)));
}

/** ", killing 12 people and wounding 30 others". */
function result(p: Phrases): Tree {
  const verb: Verb = pick(p, ON_PERSONS);
  const tree = after(word(verb.ing, "VERB VBG", "advcl"), as("obj", patient(p)));
  const more = after(word("wounding", "VERB VBG", "conj"), as("obj", others(p)));
  return before(chance(p, 0.3) ? after(tree, before(more, word("and", "CCONJ CC", "cc"))) : tree, comma);
}

function passive(p: Phrases): Tree {
  const verb = pick(p, chance(p, 0.75) ? ON_PERSONS : ON_PLACES);
  const subject = as("nsubj:pass", ON_PERSONS.includes(verb) ? patient(p) : place(p));
  const has = chance(p, 0.15);
  const tree = has
    ? before(
        word(verb.done, "VERB VBN"),
        subject,
        auxiliary(subject, ["has", "have"], "aux"),
        word("been", "AUX VBN", "aux:pass"),
      )
    : before(word(verb.done, "VERB VBN"), subject, auxiliary(subject, ["was", "were"], "aux:pass"));
  const by = chance(p, 0.4) ? inPlace("by", doer(p), "obl:agent") : null;
  const inDeed =
    by === null && chance(p, 0.5) ? inPlace(pick(p, ["in", "during"]), onPlace(p, article(p, deed(p))), "obl") : null;
  const full = around(p, after(tree, by, inDeed));
  if (!chance(p, 0.18)) return chance(p, 0.15) ? after(full, when(p)) : full;
  const second = before(
    word(pick(p, ["wounded", "injured", "abducted", "missing"]), "VERB VBN", "conj"),
    word("and", "CCONJ CC", "cc"),
    as("nsubj:pass", others(p)),
  );
  return after(full, second);
}

/** "when gunmen attacked a village". */
function when(p: Phrases): Tree {
  const verb = pick(p, ON_PLACES);
  return as(
    "advcl",
    before(
      after(word(verb.past, "VERB VBD"), as("obj", place(p))),
      word("when", "ADV WRB", "advmod"),
      as("nsubj", doer(p)),
    ),
  );
}

function onPlace(p: Phrases, tree: Tree): Tree {
  if (!chance(p, 0.6)) return tree;
  return after(tree, inPlace(pick(p, ["on", "in", "at", "near"]), place(p), "nmod"));
}

/** "rebels stormed the town of Gao, killing 12". */
function raid(p: Phrases): Tree {
  const tree = before(after(word(pick(p, ON_PLACES).past, "VERB VBD"), as("obj", place(p))), as("nsubj", doer(p)));
  return chance(p, 0.55) ? after(after(tree, day(p, 0.5)), result(p)) : around(p, tree);
}

function blast(p: Phrases): Tree {
  const what = article(
    p,
    noun(pick(p, ["bomb", "mine", "shell", "rocket", "grenade", "drone", "missile", "bomber", "vehicle", "device"])),
  );
  const subject = as(
    "nsubj",
    chance(p, 0.4) ? before(noun("bomber"), word("a", "DET DT", "det"), noun("suicide", "compound")) : what,
  );
  const draw = p.random();
  const verb =
    draw < 0.4
      ? word("exploded", "VERB VBD")
      : draw < 0.6
        ? after(word("went", "VERB VBD"), word("off", "ADP RP", "compound:prt"))
        : draw < 0.8
          ? after(word("blew", "VERB VBD"), word("himself", "PRON PRP", "obj"), word("up", "ADP RP", "compound:prt"))
          : after(word("hit", "VERB VBD"), as("obj", place(p)));
  const tree = around(p, before(verb, subject));
  return chance(p, 0.6) ? after(tree, result(p)) : tree;
}

function fighting(p: Phrases): Tree {
  const between = before(doer(p), word("between", "ADP IN", "case"));
  const sides = as("nmod", after(between, as("conj", before(doer(p), word("and", "CCONJ CC", "cc")))));
  const tree = chance(p, 0.5)
    ? before(
        after(word("broke", "VERB VBD"), word("out", "ADP RP", "compound:prt")),
        as("nsubj", after(noun(pick(p, ["clashes", "fighting", "battles"])), sides)),
      )
    : before(
        after(word(pick(p, ["erupted", "continued", "intensified", "resumed"]), "VERB VBD")),
        as("nsubj", after(noun(pick(p, ["clashes", "fighting"])), sides)),
      );
  return around(p, tree);
}

function moved(p: Phrases): Tree {
  const [verb, preposition] = pick(p, [
    ["fled", "to"],
    ["withdrew", "from"],
    ["advanced", "on"],
    ["retreated", "to"],
    ["opened", "on"],
    ["marched", "on"],
    ["surrendered", "to"],
    ["escaped", "from"],
    ["fired", "on"],
  ] as const);
  const fire = verb === "opened" ? word("fire", "NOUN NN", "obj") : null;
  const goal = verb === "opened" || verb === "fired" || verb === "surrendered" ? patient(p) : place(p);
  return after(
    before(after(word(verb, "VERB VBD"), fire, inPlace(preposition, goal, "obl")), as("nsubj", doer(p))),
    day(p, 0.5),
  );
}

/** "the attack left 12 people dead". */
function left(p: Phrases): Tree {
  const subject = as("nsubj", onPlace(p, article(p, deed(p))));
  const victims = chance(p, 0.6) ? patient(p) : as("dep", number(p));
  return before(
    after(
      word("left", "VERB VBD"),
      as("obj", victims),
      word(pick(p, ["dead", "wounded", "homeless", "injured"]), "ADJ JJ", "xcomp"),
    ),
    subject,
  );
}

/** "the group claimed responsibility for the attack", "the attack was claimed by X", "the army accused X of killing …". */
function claimed(p: Phrases): Tree {
  const draw = p.random();
  const group = nameTree(pick(p, p.names.groups));
  if (draw < 0.35) {
    const charge = after(
      word("responsibility", "NOUN NN", "obj"),
      inPlace("for", onPlace(p, article(p, deed(p))), "nmod"),
    );
    return before(after(word("claimed", "VERB VBD"), charge), as("nsubj", group));
  }
  if (draw < 0.55)
    return before(
      after(word("blamed", "VERB VBD"), as("obj", doer(p)), inPlace("for", article(p, deed(p)), "obl")),
      as("nsubj", teller(p)),
    );
  if (draw < 0.8) {
    const deedOf = after(word(pick(p, ON_PERSONS).ing, "VERB VBG", "advcl"), as("obj", patient(p)));
    return before(
      after(word("accused", "VERB VBD"), as("obj", doer(p)), before(deedOf, word("of", "SCONJ IN", "mark"))),
      as("nsubj", teller(p)),
    );
  }
  const whose = relative(p, article(p, deed(p)));
  return before(
    after(word("claimed", "VERB VBN"), inPlace("by", group, "obl:agent")),
    as("nsubj:pass", whose),
    word("was", "AUX VBD", "aux:pass"),
  );
}

/** "the attack, which killed 12 people,", "fighters who had fled Gao". */
function relative(p: Phrases, tree: Tree): Tree {
  const clauseOf = before(
    after(word(pick(p, ON_PERSONS).past, "VERB VBD", "acl:relcl"), as("obj", patient(p))),
    comma,
    word("which", "PRON WDT", "nsubj"),
  );
  return after(tree, after(clauseOf, comma));
}

/** A full sentence: a clause by itself, or with who says so before, after or inside. */
function report(p: Phrases): Tree {
  const draw = p.random();
  if (draw < 0.22) return clause(p);
  if (draw < 0.26) return described(p);
  if (draw < 0.34) return after(clause(p), inSource(p, true));
  if (draw < 0.38) return before(clause(p), inSource(p, false), comma);
  const verb = pick(p, SAYING);
  if (draw < 0.7) return fronted(p, verb);
  if (draw < 0.78) return told(p);
  const content = chance(p, 0.4) ? active(p, "done") : clause(p);
  const that = chance(p, 0.55) ? word("that", "SCONJ IN", "mark") : null;
  return before(
    after(word(verb.past, "VERB VBD"), day(p, 0.35), as("ccomp", before(content, that))),
    as("nsubj", teller(p)),
  );
}

/** "Gunmen killed five people, officials said on Friday"; now and then in quotes. */
function fronted(p: Phrases, verb: Verb): Tree {
  const said = before(word(verb.past, "VERB VBD"), as("nsubj", teller(p)));
  const content = clause(p);
  const quoted = chance(p, 0.15);
  const open = quoted ? word('"', "PUNCT ``", "punct") : null;
  const inside = after(before(content, open), comma, quoted ? word('"', "PUNCT ''", "punct") : null);
  return before(after(said, day(p, 0.4)), as("ccomp", inside));
}

function told(p: Phrases): Tree {
  const hearer = chance(p, 0.5)
    ? word(pick(p, ["Reuters", "AFP", "AP", "journalists", "reporters"]), "PROPN NNP")
    : noun(pick(p, ["reporters", "journalists"]));
  const content = before(clause(p), chance(p, 0.75) ? word("that", "SCONJ IN", "mark") : null);
  return before(after(word("told", "VERB VBD"), as("iobj", hearer), as("ccomp", content)), as("nsubj", teller(p)));
}

/** "according to witnesses". */
function inSource(p: Phrases, last: boolean): Tree {
  const source = before(teller(p), after(word("according", "VERB VBG", "case"), word("to", "ADP IN", "fixed")));
  return as("obl", last ? before(source, comma) : source);
}

/** "Awa Traoré, the commander of X, was killed in an airstrike on Friday". */
function described(p: Phrases): Tree {
  const role = before(
    noun(pick(p, ["commander", "leader", "spokesman", "chief", "governor", "mayor"])),
    chance(p, 0.7) ? the : word("a", "DET DT", "det"),
  );
  const of = inPlace("of", nameTree(pick(p, chance(p, 0.5) ? p.names.groups : p.names.towns)), "nmod");
  const subject = after(titled(p), as("appos", before(after(role, of, comma), comma)));
  const tree = before(
    word(pick(p, ON_PERSONS).done, "VERB VBN"),
    as("nsubj:pass", subject),
    word("was", "AUX VBD", "aux:pass"),
  );
  return around(p, after(tree, inPlace("in", article(p, deed(p)), "obl")));
}

/** A headline: no articles, no auxiliaries, present for past; now and then with who says so, or in title case. */
function headline(p: Phrases): Tree {
  const draw = p.random();
  const tree =
    draw < 0.3
      ? headActive(p)
      : draw < 0.6
        ? headPassive(p)
        : draw < 0.72
          ? headDeed(p)
          : draw < 0.8
            ? headPlan(p)
            : draw < 0.9
              ? headSaid(p)
              : headDead(p);
  const told = draw < 0.72 && chance(p, 0.22) ? headTold(p, tree) : tree;
  return capitalised(told);
}

function headTold(p: Phrases, tree: Tree): Tree {
  const source = as("nsubj", teller(p, true));
  return before(before(present(pick(p, SAYING), source), source), as("ccomp", after(tree, comma)));
}

function headAround(p: Phrases, tree: Tree): Tree {
  const draw = p.random();
  if (draw < 0.3) return after(tree, inPlace("in", place(p, true), "obl"));
  if (draw < 0.6) return after(tree, inPlace("in", headDeedAt(p), "obl"));
  if (draw < 0.7) return after(tree, inPlace("near", place(p, true), "obl"));
  return tree;
}

/** "raid on camp", "Kabul attack". */
function headDeedAt(p: Phrases): Tree {
  if (chance(p, 0.4))
    return before(deed(p), as("compound", nameTree(pick(p, chance(p, 0.5) ? p.names.towns : p.names.countries))));
  return chance(p, 0.7) ? after(deed(p), inPlace(pick(p, ["on", "in", "at"]), place(p, true), "nmod")) : deed(p);
}

function headActive(p: Phrases): Tree {
  const subject = as("nsubj", doer(p, true));
  const onPersons = chance(p, 0.65);
  const verb = pick(p, onPersons ? ON_PERSONS : ON_PLACES);
  const tree = before(after(present(verb, subject), as("obj", onPersons ? patient(p, true) : place(p, true))), subject);
  const full = onPersons ? headAround(p, tree) : tree;
  if (!chance(p, 0.2)) return full;
  const second = present(pick(p, ON_PERSONS), subject);
  return after(full, as("conj", before(after(second, as("obj", patient(p, true))), comma)));
}

/** "Five soldiers killed in ambush", "Minister held by rebels". */
function headPassive(p: Phrases): Tree {
  const verb = pick(p, ON_PERSONS);
  const subject = as(
    "nsubj:pass",
    chance(p, 0.2)
      ? noun(
          pick(
            p,
            ["minister", "governor", "mayor", "journalist", "soldier", "aid worker", "priest", "imam"].filter(
              (n) => !n.includes(" "),
            ),
          ),
        )
      : patient(p, true),
  );
  const tree = before(word(verb.done, "VERB VBN"), subject);
  if (chance(p, 0.15)) return after(tree, headMeanwhile(p));
  const by = chance(p, 0.25) ? inPlace("by", doer(p, true), "obl:agent") : null;
  const full = by === null ? headAround(p, tree) : after(tree, by);
  if (!chance(p, 0.15)) return full;
  const more = before(
    word(pick(p, ["wounded", "injured", "missing"]), "VERB VBN", "conj"),
    comma,
    as("nsubj:pass", number(p, true)),
  );
  return after(full, more);
}

/** "as militants attack base", "after rebels storm town". */
function headMeanwhile(p: Phrases): Tree {
  const subject = as("nsubj", doer(p, true));
  const verb = present(pick(p, ON_PLACES), subject);
  const tree = before(
    after(verb, as("obj", place(p, true))),
    word(pick(p, ["as", "after"]), "SCONJ IN", "mark"),
    subject,
  );
  return as("advcl", tree);
}

/** "Bomb blast kills 12 in Kabul". */
function headDeed(p: Phrases): Tree {
  const what = before(
    deed(p),
    chance(p, 0.5)
      ? noun(pick(p, ["bomb", "car", "drone", "rocket", "suicide", "mortar", "militant", "rebel"]), "compound")
      : null,
    chance(p, 0.3) ? as("compound", nameTree(pick(p, p.names.towns))) : null,
  );
  const subject = as("nsubj", what);
  const tree = before(after(present(pick(p, ON_PERSONS), subject), as("obj", patient(p, true))), subject);
  return headAround(p, tree);
}

/** "Rebels to free hostages". */
function headPlan(p: Phrases): Tree {
  const verb = pick(p, chance(p, 0.5) ? ON_PERSONS : ON_PLACES);
  const object = as("obj", ON_PERSONS.includes(verb) ? patient(p, true) : place(p, true));
  return before(after(word(verb.base, "VERB VB"), object), as("nsubj", doer(p, true)), word("to", "PART TO", "mark"));
}

/** "Army says militants killed five". */
function headSaid(p: Phrases): Tree {
  const source = as("nsubj", teller(p, true));
  const by = as("nsubj", doer(p, true));
  const verb = pick(p, ON_PERSONS);
  const content = before(after(word(verb.past, "VERB VBD"), as("obj", patient(p, true))), by);
  return before(after(present(pick(p, SAYING), source), as("ccomp", content)), source);
}

/** "12 dead after attack on market", "At least 40 feared dead". */
function headDead(p: Phrases): Tree {
  const subject = as("nsubj", chance(p, 0.5) ? number(p) : patient(p, true));
  const tree = before(word(pick(p, ["dead", "missing", "dead", "wounded"]), "ADJ JJ"), subject);
  return after(tree, inPlace(pick(p, ["in", "after"]), headDeedAt(p), "obl"));
}
