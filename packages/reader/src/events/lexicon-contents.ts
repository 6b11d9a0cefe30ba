import type { Mode } from "@dateline/model";
import type { Constraint, EventSense } from "./lexicon-senses.ts";

/** The lemmas of what is asked (or refused) and of what is threatened, by the mode they give to that speech act. */
export interface Contents {
  readonly asked: ReadonlyMap<Mode, readonly string[]>;
  readonly threatened: ReadonlyMap<Mode, readonly string[]>;
}

/** From the rows of contents.tsv: lemma, asked, threatened. */
export function readContents(rows: readonly (readonly string[])[], modeOf: (text: string) => Mode): Contents {
  const asked = new Map<Mode, string[]>();
  const threatened = new Map<Mode, string[]>();
  for (const [lemma = "", ask = "", threat = ""] of rows) {
    if (ask !== "") put(asked, modeOf(ask), lemma);
    if (threat !== "") put(threatened, modeOf(threat), lemma);
  }
  return { asked, threatened };
}

function put(into: Map<Mode, string[]>, mode: Mode, lemma: string): void {
  const list = into.get(mode);
  if (list === undefined) into.set(mode, [lemma]);
  else list.push(lemma);
}

/**
 * A speech act's sense, and one for each mode that its content may give: "urge" with an infinitive of
 * "withdraw" is REQUEST/yield, of "meet" REQUEST/meet; a promise to withdraw is a CONCEDE.
 */
export function withContents(sense: EventSense, contents: Contents): readonly EventSense[] {
  if (!sense.flags.speech || sense.mode !== null) return [sense];
  const { type } = sense;
  if (type === "REQUEST" || type === "REJECT") return [sense, ...moded(sense, contents.asked)];
  if (type === "THREATEN") return [sense, ...moded(sense, contents.threatened)];
  if (type !== "AGREE" || !sense.when.some((c) => c.kind === "complement" && c.form === "inf")) return [sense];
  const yields = contents.asked.get("yield") ?? [];
  return [sense, { ...sense, type: "CONCEDE", when: [...sense.when, { kind: "complement-lemma", lemmas: yields }] }];
}

function moded(sense: EventSense, by: ReadonlyMap<Mode, readonly string[]>): readonly EventSense[] {
  return [...by].flatMap(([mode, lemmas]) =>
    placesOf(sense, lemmas).map((place) => ({ ...sense, mode, when: [...sense.when, place] })),
  );
}

/** Where the content stands, by the conditions of the sense: its infinitive, its "for" phrase, its object. */
function placesOf(sense: EventSense, lemmas: readonly string[]): readonly Constraint[] {
  if (sense.when.some((c) => c.kind === "oblique-lemma" || c.kind === "object-lemma" || c.kind === "complement-lemma"))
    return [];
  const infinitive: Constraint = { kind: "complement-lemma", lemmas };
  const prep = sense.when.find((c) => c.kind === "oblique" && c.classes.length === 0);
  if (prep?.kind === "oblique") return [{ kind: "oblique-lemma", prep: prep.prep, lemmas }];
  if (sense.when.some((c) => c.kind === "complement" && c.form === "inf")) return [infinitive];
  if (sense.when.length === 0) return [infinitive, { kind: "object-lemma", lemmas }];
  return [infinitive];
}
