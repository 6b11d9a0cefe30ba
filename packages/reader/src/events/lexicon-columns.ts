import { CONTEXTS, type EventContext, type EventType, isEventType, isModeOf, type Mode } from "@dateline/model";
import {
  type Constraint,
  type CountKind,
  type EventSense,
  type LightVerb,
  NOUN_CLASSES,
  type NounClass,
  type RolePath,
  type RolePlace,
  type SenseFlags,
  type SenseStatus,
  type Weapon,
} from "./lexicon-senses.ts";

type Row = readonly string[];

const COUNTS: readonly CountKind[] = [
  "killed",
  "injured",
  "captured",
  "abducted",
  "displaced",
  "missing",
  "troops",
  "attackers",
];
const STATUSES: readonly SenseStatus[] = ["happened", "ongoing", "planned", "possible", "denied"];
const MARKS: readonly string[] = ["weak", "two-sided", "speech", "result", "state", "violent"];

/** A row of verbs.tsv, nouns.tsv or adjectives.tsv. Throws on a value that the codebook or the form does not know. */
export function readSense(row: Row, part: "verb" | "noun"): EventSense {
  const [lemma = "", when = "", type = "", mode = "", contexts = "", agent = "", target = "", flags = ""] = row;
  const read = readType(type);
  return {
    ...(part === "noun" ? nounWords(lemma) : verbWords(lemma)),
    when: items(when, ";").map(readConstraint),
    type: read,
    mode: mode === "" ? null : readMode(read, mode),
    contexts: items(contexts, ",").map(readContext),
    agent: readPath(agent),
    target: readPath(target),
    flags: readFlags(flags),
    example: row[8] ?? "",
  };
}

/** A row of light.tsv. */
export function readLight(row: Row): LightVerb {
  const [verb = "", noun = "", agent = "", target = "", status = "", example = ""] = row;
  const { head, after } = verbWords(verb);
  return {
    verb,
    head,
    after,
    noun: readPlace(noun),
    agent: readPath(agent),
    target: readPath(target),
    status: status === "" ? null : known(STATUSES, status, "status"),
    example,
  };
}

/** A row of weapons.tsv. */
export function readWeapon(row: Row): Weapon {
  const [phrase = "", mode = "", kind = ""] = row;
  const of = known(["weapon", "vehicle"] as const, kind, "class of weapon");
  return { phrase, mode: mode === "" ? null : readMode("ASSAULT", mode), class: of };
}

/** A class of classes.tsv. */
export function readClass(text: string): NounClass {
  return known(NOUN_CLASSES, text, "noun class");
}

const AFTER_HEAD: ReadonlySet<string> = new Set(["of", "to", "for", "in", "on", "up", "out", "off", "down", "back"]);

/** The word that a noun entry is looked up by: the last one, or the last before "of" or a particle ("sit - in"). */
export function nounWords(lemma: string): Pick<EventSense, "lemma" | "head" | "before" | "after"> {
  const words = lemma.split(" ");
  const next = words.findIndex((w, i) => i > 0 && AFTER_HEAD.has(w));
  const end = next < 0 ? words.length : words[next - 1] === "-" ? next - 1 : next;
  return { lemma, head: words[end - 1] ?? lemma, before: words.slice(0, end - 1), after: words.slice(end) };
}

/** The word that a verb entry is looked up by: the first one. */
export function verbWords(lemma: string): Pick<EventSense, "lemma" | "head" | "before" | "after"> {
  const [head = lemma, ...after] = lemma.split(" ");
  return { lemma, head, before: [], after };
}

/** A mode of contents.tsv: of REQUEST and REJECT, or of THREATEN. */
export function readModeOfSpeech(text: string): Mode {
  if (isModeOf("REQUEST", text) || isModeOf("THREATEN", text)) return text;
  throw new Error(`not a mode of a speech act: ${text}`);
}

function readType(text: string): EventType | null {
  if (text === "-") return null;
  if (isEventType(text)) return text;
  throw new Error(`not an event type: ${text}`);
}

function readMode(type: EventType | null, mode: string): Mode {
  if (type !== null && isModeOf(type, mode)) return mode;
  throw new Error(`not a mode of ${type ?? "-"}: ${mode}`);
}

function readContext(text: string): EventContext {
  return known(CONTEXTS, text, "context");
}

/** `obj:CLASS`, `obj=LEMMA`, `subj:…`, `subj=…`, `obl:PREP`, `obl:PREP:CLASS`, `obl:PREP=LEMMA`, `comp:inf`, `comp=LEMMA`, `mod=…`, `noobj`, `light`. */
function readConstraint(text: string): Constraint {
  if (text === "noobj") return { kind: "no-object" };
  if (text === "light") return { kind: "light" };
  const [place = "", value = ""] = split(text, text.includes("=") ? "=" : ":");
  if (text.includes("=")) return lemmaConstraint(place, items(value, ","));
  if (place === "obj") return { kind: "object", classes: classesOf(value) };
  if (place === "subj") return { kind: "subject", classes: classesOf(value) };
  if (place === "comp") return { kind: "complement", form: known(["inf", "that"] as const, value, "complement") };
  if (place !== "obl") throw new Error(`not a constraint: ${text}`);
  const [prep = "", classes = ""] = split(value, ":");
  return { kind: "oblique", prep, classes: classesOf(classes) };
}

function lemmaConstraint(place: string, lemmas: readonly string[]): Constraint {
  if (place === "obj") return { kind: "object-lemma", lemmas };
  if (place === "subj") return { kind: "subject-lemma", lemmas };
  if (place === "comp") return { kind: "complement-lemma", lemmas };
  if (place === "mod") return { kind: "modifier", lemmas };
  if (place.startsWith("obl:")) return { kind: "oblique-lemma", prep: place.slice(4), lemmas };
  throw new Error(`not a constraint: ${place}=`);
}

const PLACES: Readonly<Record<string, RolePlace>> = {
  subj: { kind: "subject" },
  obj: { kind: "object" },
  iobj: { kind: "indirect" },
  "comp-subj": { kind: "complement-subject" },
  "comp-obj": { kind: "complement-object" },
  poss: { kind: "possessive" },
  support: { kind: "support" },
  noun: { kind: "noun" },
};

function readPath(text: string): RolePath {
  if (text === "" || text === "none") return [];
  return items(text, ",").map((choice) => items(choice, "+").map(readPlace));
}

function readPlace(text: string): RolePlace {
  const place = PLACES[text];
  if (place !== undefined) return place;
  const prep = text.startsWith("obl:") ? text.slice(4) : text;
  if (!/^[a-z]+(?: [a-z]+)*$/.test(prep)) throw new Error(`not a place of a role: ${text}`);
  return { kind: "oblique", prep };
}

function readFlags(text: string): SenseFlags {
  const flags = items(text, ",");
  const odd = flags.find((f) => !MARKS.includes(f) && !/^(?:counts|status):/.test(f));
  if (odd !== undefined) throw new Error(`not a flag: ${odd}`);
  const counts = flags.find((f) => f.startsWith("counts:"))?.slice(7);
  const status = flags.find((f) => f.startsWith("status:"))?.slice(7);
  return {
    weak: flags.includes("weak"),
    twoSided: flags.includes("two-sided"),
    speech: flags.includes("speech"),
    result: flags.includes("result"),
    state: flags.includes("state"),
    violent: flags.includes("violent"),
    counts: counts === undefined ? null : known(COUNTS, counts, "count"),
    status: status === undefined ? null : known(STATUSES, status, "status"),
  };
}

function classesOf(text: string): readonly NounClass[] {
  return items(text, ",").map(readClass);
}

function items(text: string, mark: string): readonly string[] {
  return text === "" ? [] : text.split(mark).map((part) => part.trim());
}

function split(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function known<T extends string>(list: readonly T[], text: string, what: string): T {
  const found = list.find((item) => item === text);
  if (found === undefined) throw new Error(`not a ${what}: ${text}`);
  return found;
}
