import type { ActorKind, EventType, Mode } from "@dateline/model";
import { numbersFrom, pick, pickSkewed } from "./numbers.ts";

/** A made place, told by many deeds. */
export interface MadePlace {
  readonly name: string;
  readonly country: string;
  readonly level: "city" | "admin";
  readonly lat: number;
  readonly lon: number;
  readonly geonames: number;
}

/** A made actor; without capitals it is nobody by name. */
export interface MadeActor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
}

/** A made deed: some reports tell it, a few of them many. */
export interface Deed {
  /** Words for it; each report chooses one. */
  readonly triggers: readonly string[];
  readonly type: EventType;
  readonly mode: Mode | null;
  readonly who: MadeActor;
  readonly whom: MadeActor;
  readonly country: string;
  readonly place: MadePlace;
  /** Days after the first. */
  readonly day: number;
  readonly killed: number;
}

interface Country {
  readonly code: string;
  readonly places: readonly MadePlace[];
  readonly actors: readonly MadeActor[];
}

/** What reports tell of. Deeds are made from their number when asked for, so that any number of them takes no memory. */
export interface World {
  readonly deed: (nth: number) => Deed;
  readonly outlets: readonly string[];
  /** Common words first. */
  readonly words: readonly string[];
  /** Sentences that stand word by word in many reports. */
  readonly stock: readonly string[];
  readonly speakers: readonly MadeActor[];
}

/** Deeds a day in the whole world, and reports a day: ten years hold 250,000 deeds told in 100,000 reports. */
export const DEEDS_A_DAY = 68;
export const REPORTS_A_DAY = 27;

const SYLLABLES =
  "ba be bo da de do fa ga go ka ki ko la le lo ma me mo na ne no ra ri ro sa se so ta te to va vi za zo bar den gul han kor lam mir nor pol rus sek tal ur ven wad yan".split(
    " ",
  );
const COUNTRIES =
  "SY UA ML AF IQ NG SD YE MM CD SO ET BF CO MX PK IN NE CM MZ TD CF LY EG PH HT KE SS UG LB IL IR TR RU BD TH VE PE EC GT".split(
    " ",
  );
/** What is done, with the words for it: deeds of one line are told with any of them. */
const KINDS: readonly (readonly [type: EventType, mode: Mode | null, triggers: string])[] = [
  ["ASSAULT", null, "killed shot murdered slain"],
  ["ASSAULT", "firearms", "attacked ambushed raided stormed"],
  ["ASSAULT", "firearms", "fired opened-fire clashed fought"],
  ["ASSAULT", "explosives", "bombed shelled struck pounded"],
  ["ASSAULT", "explosives", "exploded blast detonated"],
  ["ASSAULT", "abduct", "abducted kidnapped seized"],
  ["ASSAULT", null, "wounded injured hurt"],
  ["ASSAULT", null, "beat tortured assaulted"],
  ["ASSAULT", null, "looted burned torched destroyed"],
  ["MOBILIZE", null, "deployed mobilized dispatched"],
  ["MOBILIZE", null, "advanced entered crossed"],
  ["RETREAT", null, "withdrew pulled-back retreated"],
  ["RETREAT", null, "surrendered disarmed"],
  ["COERCE", "arrest", "arrested detained jailed"],
  ["COERCE", "arrest", "charged indicted"],
  ["COERCE", "restrict", "besieged blockaded surrounded"],
  ["COERCE", "restrict", "banned barred closed"],
  ["COERCE", null, "expelled deported evicted"],
  ["COERCE", null, "sentenced convicted"],
  ["SANCTION", null, "sanctioned suspended cut"],
  ["PROTEST", "demo", "protested demonstrated rallied"],
  ["PROTEST", "demo", "marched gathered"],
  ["PROTEST", null, "rioted looted"],
  ["PROTEST", null, "struck walked-out"],
  ["CONSULT", null, "met received hosted"],
  ["CONSULT", null, "visited toured arrived"],
  ["CONSULT", null, "discussed talked"],
  ["AGREE", null, "agreed promised pledged"],
  ["AGREE", null, "signed ratified"],
  ["SUPPORT", null, "backed supported praised"],
  ["SUPPORT", null, "welcomed recognised"],
  ["COOPERATE", null, "joined cooperated"],
  ["AID", null, "donated delivered supplied"],
  ["AID", null, "trained equipped"],
  ["AID", null, "evacuated sheltered treated"],
  ["CONCEDE", null, "released freed"],
  ["CONCEDE", null, "lifted eased reopened"],
  ["CONCEDE", null, "resigned apologised"],
  ["REQUEST", null, "urged demanded asked"],
  ["REQUEST", null, "called appealed"],
  ["ACCUSE", null, "accused blamed"],
  ["ACCUSE", null, "claimed alleged"],
  ["ACCUSE", null, "investigated probed"],
  ["REJECT", null, "condemned denounced"],
  ["REJECT", null, "rejected refused dismissed"],
  ["REJECT", null, "vetoed blocked opposed"],
  ["THREATEN", null, "threatened warned"],
  ["THREATEN", null, "vowed swore"],
];
const UNITS: readonly (readonly [name: string, kind: ActorKind])[] = [
  ["Front", "armed-group"],
  ["Brigade", "armed-group"],
  ["Movement", "party"],
  ["Army", "military"],
  ["Police", "police"],
  ["Ministry", "government"],
  ["Union", "ngo"],
];
const NAMELESS: readonly MadeActor[] = ["gunmen", "civilians", "villagers", "soldiers", "protesters", "residents"].map(
  (name) => ({ name, kind: "civilians", country: null }),
);
const SMALL_WORDS =
  "the of and to in a that for was on as by with from at were after it had been his their near who over into when during where which while more two three".split(
    " ",
  );

/** A world that is the same for the same seed. */
export function worldOf(seed: number): World {
  const random = numbersFrom(seed);
  const countries = COUNTRIES.map((code) => countryOf(random, code));
  const words = [...SMALL_WORDS, ...Array.from({ length: 6000 }, () => name(random).toLowerCase())];
  const sentence = (): string =>
    `${Array.from({ length: 9 + Math.floor(random() * 6) }, () => pickSkewed(random, words)).join(" ")}.`;
  return {
    outlets: Array.from({ length: 400 }, () => `${name(random)} ${pick(random, ["Times", "Post", "Radio", "News"])}`),
    words,
    stock: Array.from({ length: 200 }, sentence),
    speakers: Array.from({ length: 8000 }, () => person(random, pickSkewed(random, COUNTRIES))),
    deed: (nth) => deedOf(countries, seed, nth),
  };
}

function countryOf(random: () => number, code: string): Country {
  const [lat, lon] = [random() * 80 - 30, random() * 200 - 90];
  const places = Array.from(
    { length: 120 },
    (): MadePlace => ({
      name: name(random),
      country: code,
      level: random() < 0.8 ? "city" : "admin",
      lat: lat + random() * 8,
      lon: lon + random() * 8,
      geonames: Math.floor(random() * 12_000_000),
    }),
  );
  const actors = Array.from({ length: 60 }, (): MadeActor => {
    const [unit, kind] = pick(random, UNITS);
    return { name: `${name(random)} ${unit}`, kind, country: code };
  });
  return { code, places, actors };
}

function deedOf(countries: readonly Country[], seed: number, nth: number): Deed {
  const random = numbersFrom(seed * 1_000_003 + nth * 7919 + 17);
  const { code, places, actors } = pick(random, random() < 0.4 ? countries.slice(0, 8) : countries);
  const [type, mode, triggers] = pickSkewed(random, KINDS);
  return {
    triggers: triggers.split(" "),
    type,
    mode,
    country: code,
    who: random() < 0.15 ? pick(random, NAMELESS) : pickSkewed(random, actors),
    whom: whomOf(random, code, actors),
    place: pickSkewed(random, places),
    day: Math.floor(nth / DEEDS_A_DAY),
    killed: type === "ASSAULT" ? Math.floor(random() ** 3 * 40) : 0,
  };
}

function whomOf(random: () => number, code: string, actors: readonly MadeActor[]): MadeActor {
  const which = random();
  if (which < 0.35) return person(random, code);
  return which < 0.6 ? pick(random, NAMELESS) : pickSkewed(random, actors);
}

function person(random: () => number, country: string): MadeActor {
  return { name: `${name(random)} ${name(random)}`, kind: "person", country };
}

function name(random: () => number): string {
  const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, SYLLABLES)).join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}
