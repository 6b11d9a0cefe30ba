import type { Token } from "../doc.ts";
import { distinct, doers } from "./doers.ts";
import type { Argument } from "./frame.ts";
import type { RolePath, RolePlace } from "./lexicon-senses.ts";
import { listedAfter } from "./listed.ts";
import { meantBy } from "./meant.ts";
import { actorAfter, actorBefore, actorBehind } from "./nearby.ts";
import { type NounFrame, nounFrameOf } from "./noun-frame.ts";
import { type Party, partiesAt } from "./parties.ts";
import type { Trigger } from "./telling.ts";
import { headOf, kidBy, kidsOf, prepositionOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

export interface Roles {
  readonly agents: readonly Party[];
  readonly targets: readonly Party[];
}

/** Who did it and to whom, from the places that the trigger's sense names. */
export function rolesOf(view: View, t: Trigger): Roles {
  const own = ownRoles(view, t);
  const merged = t.merged.map((m) => ownRoles(view, m));
  const agents = firstOf([
    own.agents,
    ...merged.map((m) => m.agents.filter((p) => p.bond !== "owner")),
    spoken(view, t),
    clauseDoer(view, t),
  ]);
  const results = t.merged.map((m, k) => ({ hurt: isHurt(m), targets: merged[k]?.targets ?? [] }));
  const dead = results.filter((r) => !r.hurt).flatMap((r) => r.targets);
  const targets = struck(
    t,
    own.targets,
    dead.length + own.targets.length > 0 ? dead : results.flatMap((r) => r.targets),
  );
  if (t.sense.flags.twoSided) {
    const more = own.agents.length > 0 ? clauseDoer(view, t) : [];
    return { agents: distinct([...more, ...agents, ...targets]), targets: [] };
  }
  if (agents.length === 0 && t.type === "MOBILIZE") return moved(view, t, targets);
  const hit = holdersHit(view, t);
  const known =
    targets.length > 0
      ? distinct([...targets, ...hit.filter((p) => p.of !== "verb")])
      : firstOf([hit, meantBy(view, t), helped(view, t)]);
  const listed =
    t.type === "ASSAULT" && t.form === "verb" ? listedAfter(view, own.targets, t.frame?.object ?? null) : [];
  return { agents, targets: without(distinct([...known, ...listed]), agents) };
}

const AT: ReadonlySet<string> = new Set([
  "at",
  "outside",
  "near",
  "on",
  "against",
  "in",
  "into",
  "inside",
  "of",
  "through",
]);

/** Guideline 15: an attack at an embassy or a base is one on whoever holds it, where the words name them. */
function holdersHit(view: View, t: Trigger): readonly Hit[] {
  if (t.type !== "ASSAULT") return [];
  const found = [t, ...t.merged].flatMap((one) => {
    const by = one.nounFrame === null ? [] : aroundNoun(view, one.nounFrame);
    const verb = (one.frame?.obliques ?? []).filter((o) => AT.has(o.prep));
    return [...by.flatMap((a) => heldAt(view, a, "noun")), ...verb.flatMap((a) => heldAt(view, a, "verb"))];
  });
  return found.filter((p, k) => found.findIndex((o) => o.entity.id === p.entity.id) === k);
}

/** Who holds what was hit, and whether the noun of the attack or a verb tells of it. */
interface Hit extends Party {
  readonly of: "noun" | "verb";
}

function heldAt(view: View, a: Argument, of: Hit["of"]): readonly Hit[] {
  return partiesAt(view, a).flatMap((p) => (p.bond === "owner" ? [{ ...p, of }] : []));
}

/** "the raid on the embassy", "the embassy bombing", "the strike hit a convoy". */
function aroundNoun(view: View, frame: NounFrame): readonly Argument[] {
  const { governor, standing } = frame;
  const object = governor !== null && governor.subject?.token.i === standing.i ? governor.object : null;
  return [...frame.obliques.filter((o) => AT.has(o.prep)), ...compounds(view, frame.noun), ...some(object)];
}

/** The thing struck before the noun: "the embassy bombing", "a convoy ambush". */
function compounds(view: View, noun: Token): readonly Argument[] {
  return kidsOf(view.tree, noun.i)
    .filter((k) => k.i < noun.i && (relation(k) === "compound" || relation(k) === "nmod") && k.deprel !== "nmod:poss")
    .map((token) => ({ token, bond: "own" as const }));
}

/** "Troops were sent to the border": who is moved is the agent where nobody moves them. */
function moved(view: View, t: Trigger, targets: readonly Party[]): Roles {
  const object = t.frame?.object ?? null;
  const agents = object === null ? [] : partiesAt(view, object).filter((p) => p.bond !== "owner");
  return { agents, targets: without(targets, agents) };
}

/** In "killed ten people and injured forty others" the others are no party of their own. */
function isHurt(t: Trigger): boolean {
  return t.sense.flags.counts === "injured" || t.sense.flags.counts === "missing";
}

/** Those that an attack was aimed at and those that its result names; a body told for the thing it holds counts with them. */
function struck(t: Trigger, own: readonly Party[], merged: readonly Party[]): readonly Party[] {
  if (own.length === 0 || merged.length === 0) return own.length > 0 ? own : merged;
  return t.type === "ASSAULT" ? distinct([...own, ...merged]) : own;
}

const BY_MEANS: ReadonlySet<string> = new Set(["with", "through", "by", "via", "in"]);

/** "backed the militia with air strikes", "fights on in support of the king": who does the one does the other. */
function clauseDoer(view: View, t: Trigger): readonly Party[] {
  if (t.nounFrame === null) return [];
  const joinedTo = t.head.deprel === "conj" ? headOf(view.tree, t.head) : undefined;
  if (joinedTo?.xpos === "VBG" && t.head.lower.endsWith("ing")) {
    const { subject } = view.frames.of(joinedTo);
    return subject === null ? [] : partiesAt(view, subject);
  }
  if (t.type !== "ASSAULT" && t.type !== "AID") return [];
  const { standing, governor, light } = t.nounFrame;
  if (light !== null || governor === null || relation(standing) !== "obl") return [];
  const prep = prepositionOf(view.tree, standing);
  if (!BY_MEANS.has(prep) || (prep === "in" && t.type !== "AID")) return [];
  return governor.subject === null || governor.passive
    ? []
    : partiesAt(view, governor.subject).filter((p) => ARMED.has(p.entity.kind));
}

const ARMED: ReadonlySet<string> = new Set(["government", "military", "police", "armed-group", "igo", "ngo"]);

/** "with the support of the navy, marines took the port": those who do it are helped. */
function helped(view: View, t: Trigger): readonly Party[] {
  if (t.type !== "AID" || t.nounFrame === null) return [];
  const { standing, governor } = t.nounFrame;
  if (governor === null || relation(standing) !== "obl" || prepositionOf(view.tree, standing) !== "with") return [];
  return governor.subject === null ? [] : partiesAt(view, governor.subject);
}

/** Who claims the deed, or who is charged with it, did it by that word. */
function spoken(view: View, t: Trigger): readonly Party[] {
  if (t.inside === null) return [];
  const { kind, frame } = t.inside;
  const who = kind === "claimed" ? frame.subject : frame.object;
  return who === null || frame.verb.lemma === "deny" ? [] : partiesAt(view, who);
}

function ownRoles(view: View, t: Trigger): Roles {
  const light = t.nounFrame?.light ?? null;
  const lightAgents = light === null ? [] : filled(view, light.entry.agent, (p) => verbPlace(view, light.frame, p));
  const lightTargets = light === null ? [] : filled(view, light.entry.target, (p) => verbPlace(view, light.frame, p));
  const place = (p: RolePlace): readonly Argument[] => argumentsAt(view, t, p);
  const agents = filled(view, t.sense.agent, place);
  const targets = filled(view, t.sense.target, place);
  return {
    agents: lightAgents.length > 0 ? lightAgents : without(agents, lightTargets),
    targets: targets.length > 0 ? targets : lightTargets,
  };
}

function filled(view: View, path: RolePath, at: (p: RolePlace) => readonly Argument[]): readonly Party[] {
  for (const choice of path) {
    const found = choice.flatMap((p) => at(p).flatMap((a) => doers(view, a)));
    if (found.length > 0) return distinct(found);
  }
  return [];
}

function argumentsAt(view: View, t: Trigger, place: RolePlace): readonly Argument[] {
  if (t.form === "noun") return nounPlace(view, t, place);
  if (place.kind === "noun" && t.noun !== null) return [{ token: t.noun, bond: "own" }];
  return t.frame === null ? [] : verbPlace(view, t.frame, place);
}

type VerbFrame = NonNullable<Trigger["frame"]>;

function verbPlace(view: View, frame: VerbFrame, place: RolePlace): readonly Argument[] {
  switch (place.kind) {
    case "subject":
    case "support":
      return some(frame.subject ?? (frame.passive ? actorAfter(view, frame, true) : actorBefore(view, frame)));
    case "object":
      return some(
        frame.object ?? frame.indirect ?? (frame.passive ? actorBefore(view, frame) : actorAfter(view, frame, false)),
      );
    case "indirect":
      return some(frame.indirect);
    case "complement-subject":
      return some(frame.indirect ?? frame.object ?? contentOf(view, frame)?.subject ?? null);
    case "complement-object":
      return targetOfContent(view, frame);
    case "possessive":
      return objectPhrase(view, frame)?.possessive ?? [];
    case "oblique": {
      const own = obliqueAt(frame, place.prep);
      const under =
        own.length > 0 ? [] : (objectPhrase(view, frame)?.obliques.filter((o) => o.prep === place.prep) ?? []);
      return orBehind(view, [...own, ...under], frame.verb, place.prep);
    }
    default:
      return [];
  }
}

/** Prepositions behind which the one that a deed reaches is looked for by the words alone. */
const FAR: ReadonlySet<string> = new Set(["to", "against", "with"]);

/** What the parse tells, or the actor behind the preposition where that is nobody. */
function orBehind(view: View, told: readonly Argument[], from: Token, prep: string): readonly Argument[] {
  if (!FAR.has(prep) || told.some((a) => doers(view, a).length > 0)) return told;
  const behind = actorBehind(view, from, prep);
  return behind === null ? told : [behind];
}

/** Of a noun that is the predicate ("[they] are in custody") or hangs on the verb ("[jets] flew in support of"). */
function clauseSubject(view: View, { standing, governor }: NounFrame): Argument | null {
  const own = kidBy(view.tree, standing.i, "nsubj");
  if (own !== undefined) return { token: own, bond: "own" };
  return relation(standing) === "obl" ? (governor?.subject ?? null) : null;
}

/** What is around the object: "rejected a [Kenyan] plan", "demanded an inquiry [by the ministry]". */
function objectPhrase(view: View, frame: VerbFrame): ReturnType<typeof nounFrameOf> | null {
  const token = frame.object?.token;
  return token === undefined || token.upos === "PRON" || token.upos === "PROPN" ? null : nounFrameOf(view, token);
}

/** The clause of what is asked or threatened, with its own frame. */
function contentOf(view: View, frame: VerbFrame): VerbFrame | null {
  return frame.complement === null ? null : view.frames.of(frame.complement.head);
}

/** "threatened to bomb [the town]", "promised to send aid [to the islands]". */
function targetOfContent(view: View, frame: VerbFrame): readonly Argument[] {
  const content = contentOf(view, frame);
  if (content === null) return [];
  const to = content.obliques.filter((o) => CONTENT_TARGETS.has(o.prep));
  return [...some(content.object), ...to].filter((a) => partiesAt(view, a).length > 0).slice(0, 1);
}

const CONTENT_TARGETS: ReadonlySet<string> = new Set(["to", "with", "against", "on", "for", "from"]);

/** In a passive "by" has become the subject. */
function obliqueAt(frame: VerbFrame, prep: string): readonly Argument[] {
  if (prep === "by" && frame.passive) return some(frame.subject);
  return frame.obliques.filter((o) => o.prep === prep);
}

function nounPlace(view: View, t: Trigger, place: RolePlace): readonly Argument[] {
  const frame = t.nounFrame;
  if (frame === null) return [];
  switch (place.kind) {
    case "possessive":
      return frame.possessive;
    case "oblique": {
      const own = frame.obliques.filter((o) => o.prep === place.prep);
      return orBehind(view, own, frame.noun, place.prep);
    }
    case "subject":
      return some(frame.light?.frame.subject ?? clauseSubject(view, frame));
    case "support":
      return frame.light === null || frame.light.entry.agent.length === 0
        ? []
        : verbPlace(view, frame.light.frame, place);
    default:
      return [];
  }
}

function some(a: Argument | null): readonly Argument[] {
  return a === null ? [] : [a];
}

function firstOf(lists: readonly (readonly Party[])[]): readonly Party[] {
  return lists.find((l) => l.length > 0) ?? [];
}

function without(parties: readonly Party[], others: readonly Party[]): readonly Party[] {
  return parties.filter((p) => !others.some((o) => o.entity.id === p.entity.id));
}
