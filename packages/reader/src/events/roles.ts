import type { Token } from "../doc.ts";
import { clauseDoer, helped } from "./clause-doer.ts";
import { distinct, doers } from "./doers.ts";
import type { Argument } from "./frame.ts";
import { holdersHit } from "./holders-hit.ts";
import type { RolePath, RolePlace } from "./lexicon-senses.ts";
import { listedAfter, listedBefore } from "./listed.ts";
import { meantBy, SUFFERED } from "./meant.ts";
import { actorAfter, actorBefore, actorBehind } from "./nearby.ts";
import { type NounFrame, nounFrameOf } from "./noun-frame.ts";
import { type Party, partiesAt } from "./parties.ts";
import type { Trigger } from "./telling.ts";
import { kidBy, relation } from "./tree.ts";
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
    speaker(view, t),
  ]);
  const all = t.form === "verb" ? distinct([...listedBefore(view, t.frame?.subject ?? null), ...agents]) : agents;
  const results = t.merged.flatMap((m, k) => (merged[k]?.targets ?? []).map((p) => ({ p, hurt: isHurt(m) })));
  const dead = results.filter((r) => !r.hurt || isTold(r.p)).map((r) => r.p);
  const targets = struck(view, t, own.targets, dead.length + own.targets.length > 0 ? dead : results.map((r) => r.p));
  if (t.sense.flags.twoSided) {
    const more = own.agents.length > 0 ? clauseDoer(view, t) : [];
    return { agents: distinct([...more, ...all, ...targets]), targets: [] };
  }
  if (all.length === 0 && t.type === "MOBILIZE") return moved(view, t, targets);
  const hit = holdersHit(view, t);
  const known =
    targets.length > 0
      ? distinct([...targets, ...hit.filter((p) => p.of !== "verb")])
      : firstOf([hit, meantBy(view, t), helped(view, t), opposed(view, t)]);
  const listed =
    t.type === "ASSAULT" && t.form === "verb" ? listedAfter(view, own.targets, t.frame?.object ?? null) : [];
  return { agents: all, targets: without(distinct([...known, ...listed]), all) };
}

/** "Troops were sent to the border": who is moved is the agent where nobody moves them. */
function moved(view: View, t: Trigger, targets: readonly Party[]): Roles {
  const object = t.frame?.object ?? null;
  const agents = object === null ? [] : partiesAt(view, object).filter((p) => p.bond !== "owner");
  return { agents, targets: without(targets, agents) };
}

/** Whatever the deed, it is done to whoever stands behind "against", and a request is put to the object of its verb. */
function opposed(view: View, t: Trigger): readonly Party[] {
  const against = [...(t.frame?.obliques ?? []), ...(t.nounFrame?.obliques ?? [])].filter((o) => o.prep === "against");
  const object = t.type === "REQUEST" && t.frame?.passive === false ? some(t.frame.object) : [];
  return [...against, ...object].flatMap((a) => doers(view, a)).filter((p) => p.bond !== "owner");
}

const SPOKEN: ReadonlySet<string> = new Set(["ACCUSE", "REQUEST", "REJECT", "SUPPORT"]);

/** "He said the rebels were responsible": a charge without an accuser of its own is that of whoever says it. */
function speaker(view: View, t: Trigger): readonly Party[] {
  if (!SPOKEN.has(t.type) || !t.sense.flags.speech || t.form !== "adjective") return [];
  const first = view.sayings.chainAt(t.head)[0];
  const entity = first === undefined ? undefined : view.mentions.byId(first.entity);
  return entity === undefined
    ? []
    : [{ entity, words: { start: t.head.start, end: t.head.end }, token: t.head, bond: "implied" }];
}

/** "and injured his daughter": hurt people told by a noun of their own, not by a number. */
function isTold({ token, entity }: Party): boolean {
  return (
    token.upos !== "NUM" &&
    !/^(?:people|person|other|civilian|dozen|score|hundred)$/.test(token.lemma) &&
    entity.kind === "person"
  );
}

/** In "killed ten people and injured forty others" the others are no party of their own. */
function isHurt(t: Trigger): boolean {
  return t.sense.flags.counts === "injured" || t.sense.flags.counts === "missing";
}

/** Those that an attack was aimed at and those that its result names; a body told for the thing it holds counts with them. */
function struck(view: View, t: Trigger, own: readonly Party[], merged: readonly Party[]): readonly Party[] {
  if (own.length === 0 || merged.length === 0) return own.length > 0 ? own : merged;
  if (t.type !== "ASSAULT") return own;
  // "killed six soldiers in an ambush on a convoy": the convoy is no party beside its dead.
  const isThing = (p: Party): boolean =>
    p.bond !== "owner" &&
    view.lexicon.classOf(p.token.lemma.toLowerCase()).some((c) => c === "vehicle" || c === "building");
  return distinct([...own, ...(t.sense.flags.result ? merged.filter((p) => !isThing(p)) : merged)]);
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
  const place = (p: RolePlace): readonly Argument[] => (isVictim(t, p) ? [] : argumentsAt(view, t, p));
  const agents = filled(view, t.sense.agent, place);
  const targets = filled(view, t.sense.target, place);
  return {
    agents: lightAgents.length > 0 ? lightAgents : without(agents, lightTargets),
    targets: targets.length > 0 ? targets : lightTargets,
  };
}

/** "demanded his release", "the release of ten miners": who is to be freed is not who is asked. */
function isVictim(t: Trigger, p: RolePlace): boolean {
  const whose = p.kind === "possessive" || (p.kind === "oblique" && p.prep === "of");
  return whose && t.form === "verb" && t.type === "REQUEST" && SUFFERED.test(t.frame?.object?.token.lemma ?? "");
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
      const under = objectPhrase(view, frame)?.obliques.filter((o) => o.prep === place.prep) ?? [];
      return orBehind(
        view,
        own.some((a) => doers(view, a).length > 0) ? own : [...own, ...under],
        frame.verb,
        place.prep,
      );
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
