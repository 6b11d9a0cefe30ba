import type { EventType, Mode } from "@dateline/model";
import type { Token } from "../../doc.ts";
import type { Bound, Telling } from "../telling.ts";
import { headOf, isVerb, kidsOf, relation } from "../tree.ts";
import type { View } from "../view.ts";
import { DUTY } from "./duty.ts";

/**
 * The codebook's future: announced cooperation is AGREE, an announced retreat CONCEDE, coercion that its doer
 * announces or ties to a condition THREATEN, and what somebody says will not be done REJECT.
 */
export function announced(view: View, t: Telling): Telling {
  const verb = t.trigger.frame?.verb ?? t.trigger.head;
  if (!isVerb(verb)) return t;
  if (t.trigger.rules.includes(DUTY)) return { ...t, status: { ...t.status, value: "happened", rule: DUTY } };
  if (t.status.value === "denied") return refused(view, t, verb);
  if (t.status.value !== "planned" || !FUTURE.test(t.status.rule)) return t;
  const promised = PROMISED[t.trigger.type];
  if (promised !== undefined) return retyped(t, { type: promised, mode: null, status: t.status });
  const threat = THREATENED[t.trigger.type];
  if (threat === undefined || !(isConditional(view, verb) || isOwnWord(view, verb))) return t;
  return retyped(t, { type: "THREATEN", mode: threatMode(t, threat), status: t.status });
}

/** Rules of status.ts that tell a future of its own, not a purpose. */
const FUTURE: RegExp = /^(?:future|going to|under "(?:plan|intend|due|set|schedule)")$/;

const PROMISED: Partial<Record<EventType, EventType>> = {
  CONSULT: "AGREE",
  SUPPORT: "AGREE",
  COOPERATE: "AGREE",
  AID: "AGREE",
  RETREAT: "CONCEDE",
};

const THREATENED: Partial<Record<EventType, Mode>> = {
  ASSAULT: "violence",
  COERCE: "restrict",
  SANCTION: "relations",
  PROTEST: "relations",
};

const REFUSED: Partial<Record<EventType, Mode>> = {
  AID: "assist",
  SUPPORT: "assist",
  COOPERATE: "assist",
  CONSULT: "meet",
  RETREAT: "yield",
  CONCEDE: "yield",
};

/** "will not lift the sanctions" refuses; "did not lift them" only tells. */
function refused(view: View, t: Telling, verb: Token): Telling {
  const mode = REFUSED[t.trigger.type];
  const will = kidsOf(view.tree, verb.i).find((k) => relation(k) === "aux" && /^(?:will|wo|would|'ll)$/.test(k.lower));
  // "will not allow the group to grow" forbids; nothing was asked for.
  if (mode === undefined || will === undefined || t.status.rule !== "negated" || t.mode === "access") return t;
  return retyped(t, { type: "REJECT", mode, status: { ...t.status, value: "happened", rule: "refused" } });
}

function threatMode(t: Telling, mode: Mode): Mode {
  if (t.mode === "arrest") return "arrest";
  return t.mode === "deport" || t.mode === "expel" ? "expel" : mode;
}

function isConditional(view: View, verb: Token): boolean {
  return kidsOf(view.tree, verb.i).some(
    (k) =>
      relation(k) === "advcl" &&
      kidsOf(view.tree, k.i).some((m) => m.deprel === "mark" && (m.lower === "if" || m.lower === "unless")),
  );
}

const SAYS: ReadonlySet<string> = new Set("say state declare announce warn insist claim".split(" "));
const SELF: ReadonlySet<string> = new Set("it they he she we i".split(" "));

/** "said it would blockade the port": the doer's own word. */
function isOwnWord(view: View, verb: Token): boolean {
  const head = headOf(view.tree, verb);
  const subject = kidsOf(view.tree, verb.i).find((k) => relation(k) === "nsubj");
  const said = head !== undefined && verb.deprel === "ccomp" && SAYS.has(head.lemma);
  return said && subject !== undefined && SELF.has(subject.lower);
}

interface Change {
  readonly type: EventType;
  readonly mode: Mode | null;
  readonly status: Bound<Telling["status"]["value"]>;
}

function retyped(t: Telling, { type, mode, status }: Change): Telling {
  const rules = [...t.trigger.rules, `announced: ${t.trigger.type} is ${type}`];
  return { ...t, trigger: { ...t.trigger, type, mode, rules }, mode, status };
}
