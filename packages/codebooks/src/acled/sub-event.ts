import type { ActorRef, RecordEvent } from "@dateline/model";
import { actorsOf, leastOf } from "../field-of.ts";

/** An ACLED sub-event type with its type, or why ACLED has none for the event. */
export type SubEvent =
  | { readonly type: string; readonly sub: string; readonly rule: string }
  | { readonly none: string };

const ARMED: ReadonlySet<ActorRef["kind"]> = new Set(["military", "police", "armed-group"]);

/** The sub-event type, the higher one of ACLED's hierarchy where two would do. */
export function subEventOf(event: RecordEvent): SubEvent {
  switch (event.type) {
    case "ASSAULT":
      return assault(event);
    case "PROTEST":
      return protest(event);
    case "COERCE":
      return coercion(event);
    case "AGREE":
    case "RETREAT":
      return settlement(event);
    default:
      return { none: `ACLED codes no ${event.type.toLowerCase()}` };
  }
}

const REMOTE: Readonly<Record<string, readonly [sub: string, rule: string]>> = {
  aerial: ["Air/drone strike", "any attack from the air without exchange on the ground"],
  drone: ["Air/drone strike", "any attack from the air without exchange on the ground"],
  "suicide-attack": ["Suicide bomb", "the bomber dies; his death counts"],
  "heavy-weapons": ["Shelling/artillery/missile attack", "weapons of long range"],
  explosives: ["Remote explosive/landmine/IED", "a device that goes off from afar or by time"],
};

function assault(event: RecordEvent): SubEvent {
  const { mode } = event;
  if (event.members.some((m) => m.context.includes("cbrn"))) return remote("Chemical weapon", "chemical agents");
  if (mode === "explosives" && tells(event, /\bgrenades?\b/i)) return remote("Grenade", "a grenade thrown or launched");
  const [sub, rule] = REMOTE[mode ?? ""] ?? [];
  if (sub !== undefined && rule !== undefined) return remote(sub, rule);
  if (mode === "sexual") return civilians("Sexual violence", "sexual violence, whoever suffers it");
  if (mode === "crowd-control") return { type: "Protests", ...intervention(event) };
  if (mode === "destroy") return strategic("Looting/property destruction", "property destroyed without fighting");
  return targeted(event);
}

function targeted(event: RecordEvent): SubEvent {
  const [agents, targets] = [actorsOf(event, "agents"), actorsOf(event, "targets")];
  if (targets.length === 0 && agents.filter((a) => ARMED.has(a.kind)).length > 1) {
    return { type: "Battles", sub: "Armed clash", rule: "two organized armed groups fight" };
  }
  if (targets.length === 0) return { none: "the reports do not tell who was attacked" };
  if (targets.some((t) => ARMED.has(t.kind)) && event.mode !== "abduct") {
    return { type: "Battles", sub: "Armed clash", rule: "the one attacked is an organized armed group" };
  }
  if (event.mode === "abduct") return civilians("Abduction/forced disappearance", "taken away by force");
  return civilians("Attack", "violence on people who are not armed");
}

function protest(event: RecordEvent): SubEvent {
  switch (event.mode) {
    case "riot":
    case "vandalize":
      return { type: "Riots", sub: "Violent demonstration", rule: "demonstrators use violence" };
    case "strike":
    case "hunger":
    case "boycott":
      return { none: `ACLED codes no ${event.mode} without people in the street` };
    default:
      return leastOf(event, "killed") === null && leastOf(event, "injured") === null
        ? { type: "Protests", sub: "Peaceful protest", rule: "demonstrators use no violence" }
        : { type: "Protests", ...intervention(event) };
  }
}

function intervention(event: RecordEvent): { readonly sub: string; readonly rule: string } {
  return (leastOf(event, "killed") ?? 0) > 0
    ? { sub: "Excessive force against protesters", rule: "people are killed at a protest" }
    : { sub: "Protest with intervention", rule: "a protest is broken up" };
}

function coercion(event: RecordEvent): SubEvent {
  if (event.mode === "arrest") {
    const many = (leastOf(event, "captured") ?? 0) >= 5;
    const notable = actorsOf(event, "targets").some(
      (t) => t.kind === "person" && (t.actor !== null || /\p{Lu}/u.test(t.name)),
    );
    if (many || notable) return strategic("Arrests", many ? "mass arrests" : "a person of note is arrested");
    return { none: "ACLED codes arrests of many or of people of note" };
  }
  if (event.mode === "seize") return strategic("Non-violent transfer of territory", "taken without fighting");
  return { none: `ACLED codes no ${event.mode ?? "coercion"} of this kind` };
}

function settlement(event: RecordEvent): SubEvent {
  const parties = [...actorsOf(event, "agents"), ...actorsOf(event, "targets")];
  const sides = parties.filter((p) => ARMED.has(p.kind) || p.kind === "government").length;
  if (event.mode === "ceasefire" || (event.type === "AGREE" && sides >= 2))
    return strategic("Agreement", "parties to a conflict agree");
  return { none: "no agreement between parties to a conflict" };
}

function remote(sub: string, rule: string): SubEvent {
  return { type: "Explosions/Remote violence", sub, rule };
}

function civilians(sub: string, rule: string): SubEvent {
  return { type: "Violence against civilians", sub, rule };
}

function strategic(sub: string, rule: string): SubEvent {
  return { type: "Strategic developments", sub, rule };
}

/** Whether at least half of the claims name it. */
function tells(event: RecordEvent, words: RegExp): boolean {
  const n = event.members.filter((m) => words.test(m.trigger) || m.instruments.some((i) => words.test(i))).length;
  return n > 0 && 2 * n >= event.members.length;
}
