import type { Resources } from "../../packages/reader/src/index.ts";
import { rowsOf } from "../../packages/reader/src/resources.ts";
import { as, before, type Tree, word } from "./made-tree.ts";

/** Forms of a verb: "attack attacks attacked attacked attacking". */
export interface Verb {
  readonly base: string;
  readonly s: string;
  readonly past: string;
  readonly done: string;
  readonly ing: string;
}

const IRREGULAR =
  "shoot shoots shot shot shooting|strike strikes struck struck striking|hit hits hit hit hitting|retake retakes retook retaken retaking|overrun overruns overran overrun overrunning|seize seizes seized seized seizing|hurt hurts hurt hurt hurting|burn burns burned burned burning|free frees freed freed freeing|bury buries buried buried burying|hold holds held held holding|take takes took taken taking";

const DOUBLED = /^(?:kidnap|rob|stab|repel|expel)$/;

/** Verbs of doing harm or taking, whose objects are persons. */
export const ON_PERSONS: readonly Verb[] = verbs(
  "kill wound injure attack ambush kidnap abduct arrest detain capture execute behead evacuate massacre torture rescue target assassinate murder pursue surround repel disarm expel besiege release threaten question deport stab harass accost rob rape lynch overpower engage intercept confront",
  "shoot|free|hold|hurt",
);
/** Verbs whose objects are places and things. */
export const ON_PLACES: readonly Verb[] = verbs(
  "attack raid storm shell bomb capture recapture destroy loot torch besiege surround blockade bombard damage target occupy enter shut reopen abandon patrol encircle liberate pound evacuate invade ransack shell secure",
  "strike|hit|retake|overrun|seize|burn|take",
);
/** Verbs of saying. */
export const SAYING: readonly Verb[] = [
  { base: "say", s: "says", past: "said", done: "said", ing: "saying" },
  { base: "say", s: "says", past: "said", done: "said", ing: "saying" },
  { base: "say", s: "says", past: "said", done: "said", ing: "saying" },
  ...verbs("report announce confirm claim add"),
];

function verbs(regular: string, irregular: string = ""): readonly Verb[] {
  const odd = irregular
    .split("|")
    .flatMap((start) => IRREGULAR.split("|").filter((v) => start !== "" && v.startsWith(`${start} `)));
  return [...regular.split(" ").map(regularVerb), ...odd.map(irregularVerb)];
}

function irregularVerb(forms: string): Verb {
  const [base = "", s = "", past = "", done = "", ing = ""] = forms.split(" ");
  return { base, s, past, done, ing };
}

function regularVerb(base: string): Verb {
  const stem = DOUBLED.test(base) ? base + base.slice(-1) : base.replace(/e$/, "");
  const y = /[^aeiou]y$/.test(base);
  const past = y ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  const s = y ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  return { base, s, past, done: past, ing: `${y ? base : stem}ing` };
}

/** Plural nouns for persons who do things. */
export const DOERS: readonly string[] =
  "gunmen militants rebels insurgents soldiers troops jihadists fighters bandits separatists extremists attackers assailants guerrillas terrorists rioters herders gangsters mercenaries militiamen commandos policemen raiders pirates islamists paramilitaries snipers vigilantes hardliners settlers tribesmen".split(
    " ",
  );
/** Plural nouns for persons to whom things are done. */
export const PATIENTS: readonly string[] =
  "people civilians soldiers villagers policemen militants rebels protesters demonstrators children women students worshippers miners migrants farmers herders fishermen journalists refugees passengers bystanders schoolgirls pupils nurses doctors hostages prisoners peacekeepers officers shoppers residents pilgrims traders drivers engineers tourists teachers insurgents recruits guards officials activists".split(
    " ",
  );
/** What places are called. */
export const SITES: readonly string[] =
  "village town market checkpoint camp base convoy mosque church school hospital barracks airport bridge garrison outpost compound station hotel embassy bus checkpoint post prison restaurant refinery pipeline mine district neighbourhood suburb".split(
    " ",
  );
/** Deeds as nouns. */
export const DEEDS: readonly string[] =
  "attack raid ambush airstrike bombing shelling blast explosion clash assault shooting offensive strike operation incursion massacre bombardment siege".split(
    " ",
  );
/** Plural nouns for those who tell. */
export const TELLERS: readonly string[] =
  "officials police witnesses residents medics authorities sources activists villagers doctors survivors diplomats".split(
    " ",
  );

/** Proper names in words, out of the reader's own lexicons. */
export interface MadeNames {
  readonly towns: readonly string[];
  readonly countries: readonly string[];
  readonly demonyms: readonly string[];
  readonly groups: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const SURNAMES =
  "Traoré Diallo Keïta Touré Ouédraogo Sawadogo Compaoré Ibrahim Mohammed Abubakar Okafor Hassan Ahmed Ali Khan Hussein Rahman Singh Kumar Sharma Perera Fernando Nguyen Tran Garcia Rodriguez Lopez Martinez Hernandez Morales Petrov Ivanov Shevchenko Kovalenko Bondarenko Kim Park Tan Wongsakul Santos Reyes Cruz Abdi Warsame Deng Kiir Machar Bekele Tesfaye Haddad Khoury Nasser Mansour Yilmaz Demir Smith Johnson Brown Miller Dubois Laurent Müller Rossi Kowalski Mensah Boateng Mwangi Otieno Banda Moyo Ndlovu Kabila Tshisekedi Nkurunziza".split(
    " ",
  );

/** The names in the reader's lexicons that are one or two plain words. */
export function madeNames(resources: Resources): MadeNames {
  const plain = (name: string): boolean => /^\p{Lu}[\p{L}'’]+(?:[ -]\p{L}[\p{L}'’]+){0,2}$/u.test(name);
  const column = (path: string, at: number): readonly string[] =>
    rowsOf(resources, path)
      .flatMap((row) => (row[at] ?? "").split("|").slice(0, 2))
      .filter(plain);
  return {
    towns: column("place/towns", 0),
    countries: column("place/countries", 2).filter((name) => !name.startsWith("United")),
    demonyms: rowsOf(resources, "place/countries")
      .map((row) => row[4]?.split("|")[0] ?? "")
      .filter(plain),
    groups: column("actors/groups", 1),
    first: column("actors/first-names", 0),
    last: SURNAMES,
  };
}

/** A name of several words: the first is the head, a hyphen hangs on the word after it. */
export function nameTree(name: string): Tree {
  const [first = "", ...others] = name.split(/(?<=\p{L})([ -])/u).filter((part) => part !== " ");
  const parts: Tree[] = [];
  let hyphen: Tree | null = null;
  for (const part of others.map((p) => p.trim()).filter((p) => p !== "")) {
    if (part === "-") hyphen = word("-", "PUNCT HYPH", "punct");
    else {
      parts.push(before(word(part, "PROPN NNP", "flat"), hyphen));
      hyphen = null;
    }
  }
  return { ...as("dep", word(first, "PROPN NNP")), right: parts };
}
