import type { Token } from "../../doc.ts";
import type { Argument, Frame } from "../frame.ts";
import type { EventSense } from "../lexicon-senses.ts";
import { partiesAt } from "../parties.ts";
import type { Trigger } from "../telling.ts";
import { headOf, isVerb, kidsOf, relation } from "../tree.ts";
import type { View } from "../view.ts";
import { byHead, type TriggerRule } from "./rule.ts";

/** The rule's name, by which later steps know that the duty is asked for, not planned. */
export const DUTY = "duty";

/** A duty put on a named actor is a REQUEST to them, whatever the deed: "the army must comply with the ruling". */
export const duty: TriggerRule = {
  name: DUTY,
  because: 'decisions: "must [comply]", said by one of another → REQUEST',
  apply: (view, triggers) => {
    const base = view.lexicon.verbSenses("urge").find((s) => s.type === "REQUEST" && s.mode === null);
    if (base === undefined) return triggers;
    const heads = byHead(triggers);
    const found = view.doc.tokens.flatMap((t) => dutyAt(view, t, { base, heads }) ?? []);
    if (found.length === 0) return triggers;
    const duties = byHead(found);
    return [...triggers.filter((t) => !duties.has(t.head.i)), ...found].sort((a, b) => a.head.i - b.head.i);
  },
};

interface Known {
  readonly base: EventSense;
  readonly heads: ReadonlyMap<number, Trigger>;
}

function dutyAt(view: View, must: Token, { base, heads }: Known): Trigger | null {
  if (must.lower !== "must" || relation(must) !== "aux") return null;
  const verb = headOf(view.tree, must);
  if (verb === undefined || !isVerb(verb) || heads.get(verb.i)?.type === "REQUEST") return null;
  const frame = view.frames.of(verb);
  const { subject } = frame;
  if (frame.passive || subject === null || SELF.has(subject.token.lower)) return null;
  if (partiesAt(view, subject).length === 0 || kidsOf(view.tree, verb.i).some((k) => k.lower === "have")) return null;
  const sense: EventSense = { ...base, mode: modeOf(view, verb), agent: SPEAKER, target: BOUND };
  const { type, mode, contexts } = { ...sense, type: "REQUEST" as const };
  const bound: Frame = { ...frame, indirect: speakerOf(view, verb) };
  return {
    form: "verb",
    head: verb,
    words: [],
    sense,
    type,
    mode,
    contexts,
    frame: bound,
    nounFrame: null,
    noun: null,
    merged: [],
    inside: null,
    loose: false,
    rules: [DUTY],
  };
}

const SELF: ReadonlySet<string> = new Set(["we", "i", "it", "one", "you"]);
const SPEAKER: EventSense["agent"] = [[{ kind: "indirect" }]];
const BOUND: EventSense["target"] = [[{ kind: "subject" }]];

/** Who says so, where the duty is the clause of a verb of saying. */
function speakerOf(view: View, verb: Token): Argument | null {
  const head = headOf(view.tree, verb);
  return head !== undefined && verb.deprel === "ccomp" && isVerb(head) ? view.frames.of(head).subject : null;
}

/** The mode that asking for this deed has: "must withdraw" like "urged to withdraw". */
function modeOf(view: View, verb: Token): EventSense["mode"] {
  const lemma = verb.lemma.toLowerCase();
  const senses = view.lexicon.verbSenses("urge");
  const fits = (s: EventSense): boolean =>
    s.when.some((c) => c.kind === "complement-lemma" && c.lemmas.includes(lemma));
  return senses.find(fits)?.mode ?? null;
}
