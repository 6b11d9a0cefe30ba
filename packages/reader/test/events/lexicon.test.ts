import { EVENT_TYPES, MODES, type Mode } from "@dateline/model";
import { beforeAll, describe, expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { type EventLexicon, eventLexicon } from "../../src/events/lexicon.ts";
import { nounWords, readClass, readLight, readSense, readWeapon, verbWords } from "../../src/events/lexicon-columns.ts";
import type { EventSense } from "../../src/events/lexicon-senses.ts";
import { type Resources, rowsOf } from "../../src/resources.ts";
import { formsOf } from "./inflection.ts";

type Row = readonly string[];

let resources: Resources;
let lexicon: EventLexicon;

beforeAll(() => {
  resources = loadResources();
  lexicon = eventLexicon(resources);
});

const rows = (file: string): readonly Row[] => rowsOf(resources, `events/${file}`);
const senses = (file: string): readonly EventSense[] =>
  rows(file).map((row) => readSense(row, file === "nouns" ? "noun" : "verb"));

describe("the rows", () => {
  test("every sense parses: types, modes, contexts, conditions, places and flags are known ones", () => {
    const faults = ["verbs", "nouns", "adjectives"].flatMap((file) =>
      rows(file).flatMap((row) => faultOf(() => readSense(row, file === "nouns" ? "noun" : "verb"), row)),
    );
    expect(faults).toEqual([]);
  });

  test("every light verb, weapon and class parses", () => {
    const faults = [
      ...rows("light").flatMap((row) => faultOf(() => readLight(row), row)),
      ...rows("weapons").flatMap((row) => faultOf(() => readWeapon(row), row)),
      ...rows("classes").flatMap((row) => faultOf(() => readClass(row[1] ?? ""), row)),
    ];
    expect(faults).toEqual([]);
  });

  test("no two rows say different things of the same lemma under the same conditions", () => {
    for (const file of ["verbs", "nouns", "adjectives"]) expect(doubles(rows(file), 2)).toEqual([]);
    expect(doubles(rows("light"), 2)).toEqual([]);
    expect(doubles(rows("weapons"), 1)).toEqual([]);
    expect(doubles(rows("classes"), 2)).toEqual([]);
  });

  test("each example has the word it is about in brackets", () => {
    const odd = [
      ...senses("verbs").filter((s) => !fits(s.example, s.head, "verb")),
      ...senses("nouns").filter((s) => !fits(s.example, s.head, "noun")),
      ...senses("adjectives").filter((s) => !fits(s.example, s.head, "exact")),
    ];
    expect(odd.map((s) => `${s.lemma}: ${s.example}`)).toEqual([]);
    const light = rows("light").filter((row) => !fits(row[5] ?? "", verbWords(row[0] ?? "").head, "verb"));
    expect(light).toEqual([]);
  });

  test("a wrong word in brackets would be seen", () => {
    expect(fits("The militia [seized] a port.", "seize", "verb")).toBe(true);
    expect(fits("The militia [seized] a port.", "attack", "verb")).toBe(false);
    expect(fits("The militia seized a port.", "seize", "verb")).toBe(false);
  });

  test("there are at least 3,000 senses of verbs and nouns, over all types and most modes", () => {
    const told = [...senses("verbs"), ...senses("nouns")];
    expect(told.length).toBeGreaterThanOrEqual(3000);
    for (const type of EVENT_TYPES) {
      expect(told.filter((s) => s.type === type).length, type).toBeGreaterThan(20);
      const modes = told.filter((s) => s.type === type).flatMap((s) => modesOf(s.head));
      for (const mode of MODES[type]) expect(modes, type).toContain(mode);
    }
  });

  test("an unknown type, mode, context, condition, place or flag is refused", () => {
    const row = (at: number, value: string): Row => {
      const good = ["attack", "", "ASSAULT", "", "military", "subj", "obj", "", "They [attacked]."];
      return good.map((v, i) => (i === at ? value : v));
    };
    expect(readSense(row(3, "aerial"), "verb").mode).toBe("aerial");
    for (const [at, value] of [
      [1, "object:person"],
      [1, "obj:persons"],
      [2, "FIGHT"],
      [3, "visit"],
      [4, "war"],
      [5, "subj:all"],
      [7, "strong"],
      [7, "counts:dead"],
    ] as const)
      expect(() => readSense(row(at, value), "verb"), value).toThrow();
  });
});

describe("looking up", () => {
  test("what is asked, refused or threatened gives the mode of the speech act", () => {
    expect(modeWith("urge", "withdraw")).toBe("yield");
    expect(modeWith("urge", "meet")).toBe("meet");
    expect(modeWith("refuse", "help")).toBe("assist");
    expect(modeWith("threaten", "jail")).toBe("arrest");
    expect(modeWith("urge", "yawn")).toBeUndefined();
  });

  test("a verb's senses come most specific first, its bare sense last", () => {
    const attack = lexicon.verbSenses("attack");
    expect(attack.at(-1)).toMatchObject({ type: "ASSAULT", when: [] });
    expect(attack[0]?.when.length).toBeGreaterThan(0);
    expect(lexicon.verbSenses("yawn")).toEqual([]);
  });

  test("a phrasal verb is found under its first word, before the verb alone", () => {
    const [first] = lexicon.verbSenses("carry");
    expect(first?.after).toEqual(["off"]);
    expect(lexicon.verbSenses("off")).toEqual([]);
  });

  test("a compound noun is found under its head: the last word, or the last before 'of'", () => {
    expect(lexicon.nounSenses("strike").some((s) => s.before[0] === "drone")).toBe(true);
    expect(lexicon.nounSenses("state").some((s) => s.lemma === "state of emergency")).toBe(true);
    expect(nounWords("hostage crisis")).toMatchObject({ head: "crisis", before: ["hostage"], after: [] });
    expect(nounWords("sit - in")).toMatchObject({ head: "sit", before: [], after: ["-", "in"] });
    expect(lexicon.nounSenses("sit").map((s) => s.lemma)).toContain("sit - in");
    expect(nounWords("use of force")).toMatchObject({ head: "use", before: [], after: ["of", "force"] });
  });

  test("a lemma guessed wrong by a letter still finds its verb", () => {
    for (const [guess, lemma] of [
      ["explod", "explode"],
      ["riote", "riot"],
      ["boycot", "boycott"],
      ["annull", "annul"],
    ])
      expect(lexicon.verbSenses(guess ?? "")[0]?.head).toBe(lemma);
    expect(lexicon.verbSenses("xplod")).toEqual([]);
  });

  test("a sense without an event is kept, with no type, so that it can hide the wider one", () => {
    expect(lexicon.nounSenses("attack").find((s) => s.type === null)?.example).toContain("heart");
    expect(lexicon.verbSenses("strike").some((s) => s.type === null)).toBe(true);
  });

  test("participles and adjectives tell what happened to their noun", () => {
    const [besieged] = lexicon.adjectiveSenses("besieged");
    expect(besieged).toMatchObject({ type: "COERCE", mode: "restrict", target: [[{ kind: "noun" }]] });
    expect(lexicon.adjectiveSenses("green")).toEqual([]);
  });

  test("a light verb tells where its noun and the doer stand", () => {
    const [launch] = lexicon.lightVerb("launch");
    expect(launch).toMatchObject({ noun: { kind: "object" }, agent: [[{ kind: "subject" }]] });
    const under = lexicon.lightVerb("come").find((l) => l.noun.kind === "oblique");
    expect(under).toMatchObject({ noun: { prep: "under" }, agent: [], target: [[{ kind: "subject" }]] });
    expect(lexicon.lightVerb("paint")).toEqual([]);
  });

  test("nouns have classes, event nouns the class 'event' too", () => {
    expect(lexicon.classOf("soldier")).toContain("person");
    expect(lexicon.classOf("village")).toContain("territory");
    expect(lexicon.classOf("earthquake")).toContain("nature");
    expect(lexicon.classOf("massacre")).toContain("event");
    expect(lexicon.classOf("soldier")).not.toContain("event");
    expect(lexicon.classOf("qwerty")).toEqual([]);
  });

  test("a named means gives the mode of the assault", () => {
    expect(lexicon.weaponOf("warplane")).toMatchObject({ mode: "aerial", class: "vehicle" });
    expect(lexicon.weaponOf("mortar")).toMatchObject({ mode: "heavy-weapons" });
    expect(lexicon.weaponOf("car bomb")).toMatchObject({ mode: "explosives" });
    expect(lexicon.weaponOf("teapot")).toBeNull();
  });

  test("the whole lexicon is indexed in a few milliseconds", () => {
    const times = [1, 2, 3, 4, 5, 6].map(() => {
      const started = performance.now();
      const made = eventLexicon(resources);
      for (const look of [made.verbSenses, made.nounSenses, made.adjectiveSenses, made.lightVerb, made.classOf])
        look("launch");
      made.weaponOf("rifle");
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});

function modesOf(head: string): readonly (Mode | null)[] {
  return [...lexicon.verbSenses(head), ...lexicon.nounSenses(head)].map((s) => s.mode);
}

function modeWith(verb: string, infinitive: string): Mode | null | undefined {
  const holds = (s: EventSense): boolean =>
    s.when.some((c) => c.kind === "complement-lemma" && c.lemmas.includes(infinitive));
  return lexicon.verbSenses(verb).find(holds)?.mode;
}

function faultOf(read: () => unknown, row: Row): readonly string[] {
  try {
    read();
    return [];
  } catch (fault) {
    return [`${row[0]}: ${fault instanceof Error ? fault.message : String(fault)}`];
  }
}

function doubles(all: readonly Row[], columns: number): readonly string[] {
  const keys = all.map((row) => row.slice(0, columns).join(" | "));
  return keys.filter((key, i) => keys.indexOf(key) !== i);
}

/** Whether the bracketed words of an example hold a form of the word. */
function fits(example: string, word: string, part: "verb" | "noun" | "exact"): boolean {
  const words = /\[([^\]]+)\]/.exec(example)?.[1]?.toLowerCase().split(" ") ?? [];
  const forms = part === "exact" ? [word] : formsOf(word.toLowerCase(), part);
  return words.some((w) => forms.includes(w));
}
