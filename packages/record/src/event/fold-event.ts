import type {
  Chosen,
  Counted,
  CountRange,
  EventField,
  EventRow,
  EventType,
  FieldName,
  Judgement,
  Mode,
  Origin,
  Policy,
  RecordClaim,
  RecordEvent,
  Status,
  StatusStep,
} from "@dateline/model";
import { EVENT_FORMAT, STATUSES } from "@dateline/model";
import { settledClaim } from "../decision/edited.ts";
import type { Edit, Settled } from "../decision/settled.ts";
import { fieldState } from "../dispute/field-state.ts";
import { FIELD_NAMES, fieldValues } from "../dispute/field-values.ts";
import { labelOf } from "../dispute/label.ts";
import { independentCount, type OriginedClaim, origined, originsOf } from "../origin/origins.ts";
import { choose } from "../policy/choose.ts";
import { eventId, eventTag } from "../record-id.ts";
import type { StoryHead } from "../story/stories.ts";
import type { ToldClaim } from "../told-claim.ts";
import { seedOf } from "./seed.ts";
import { titleOf } from "./title.ts";

/** What an event is made from. */
export interface EventInput {
  /** All claims of one happening, in any order; at least one. */
  readonly claims: readonly ToldClaim[];
  readonly storyOf: (report: string) => StoryHead;
  readonly settled: Settled;
  readonly policy: Policy;
  readonly asOf: string | null;
  /** Tag where not the one that follows from the seed; used where two events would share one. */
  readonly tag?: string | undefined;
}

/** The event that claims amount to: a pure function of claims, stories, decisions and policy. */
export function foldEvent(input: EventInput): RecordEvent {
  const { settled, policy, asOf, storyOf } = input;
  const claims = input.claims.map((c) => settledClaim(c, settled));
  const from = origined(claims, storyOf, settled.sameActor);
  const origins = originsOf(from);
  const fields = fieldsOf(from, origins, policy, eventEdits(claims, settled.edits));
  const seed = seedOf(claims);
  const id = eventId(countryOf(fields, seed), input.tag ?? eventTag(seed.id));
  const members = [...from].sort(byText).map((c) => memberOf(c, id, settled));
  return {
    format: EVENT_FORMAT,
    id,
    ...rowOf(fields, from, origins),
    judgement: judgementOf(members.map((m) => m.judgement)),
    policy,
    asOf,
    fields,
    origins,
    history: historyOf(from),
    members,
    formerIds: unique(claims.flatMap((c) => settled.former.get(c.id) ?? [])).filter((former) => former !== id),
    decisions: [...unique(claims.flatMap((c) => settled.bearing.get(c.id) ?? []))].sort(
      (a, b) => (settled.order.get(a) ?? 0) - (settled.order.get(b) ?? 0),
    ),
  };
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}

function eventEdits(claims: readonly ToldClaim[], edits: readonly Edit[]): readonly Edit[] {
  const ids = new Set(claims.map((c) => c.id));
  return edits.filter((e) => e.of === "event" && ids.has(e.claim));
}

function fieldsOf(
  from: readonly OriginedClaim[],
  origins: readonly Origin[],
  policy: Policy,
  edits: readonly Edit[],
): readonly EventField[] {
  const independent = new Set(origins.filter((o) => o.independent).map((o) => o.id));
  return FIELD_NAMES.flatMap((name): readonly EventField[] => {
    const values = fieldValues(from, name);
    const edit = edits.findLast((e) => e.field === name);
    const chosen = edit === undefined ? choose(policy, { field: name, values, independent }) : editedChoice(edit);
    return chosen === undefined
      ? []
      : [{ name, state: edit === undefined ? fieldState(name, values) : "agreed", chosen, values }];
  });
}

function editedChoice(edit: Edit): Chosen | undefined {
  if (edit.value === null) return undefined;
  const told = { origins: [], claims: [], firstSaid: null, lastSaid: null };
  return {
    content: edit.value,
    label: labelOf(edit.value),
    ...told,
    by: edit.decision,
    reason: "set by a person",
    three: null,
  };
}

type Shown = Omit<EventRow, "id" | "judgement">;

function rowOf(fields: readonly EventField[], from: readonly OriginedClaim[], origins: readonly Origin[]): Shown {
  const content = (name: FieldName): Chosen["content"] | undefined =>
    fields.find((f) => f.name === name)?.chosen.content;
  const [type, mode, status, agents, targets, place, time] = FIELD_NAMES.slice(0, 7).map(content);
  const who = agents?.kind === "actors" ? agents.actors : [];
  const whom = targets?.kind === "actors" ? targets.actors : [];
  const kind = (type?.kind === "word" ? type.word : (from[0]?.claim.type ?? "ASSAULT")) as EventType;
  const dates = from.flatMap((c) => (c.claim.published === null ? [] : [c.claim.published])).sort();
  return {
    title: titleOf({ agents: who, targets: whom, trigger: triggerOf(from, kind), type: kind }),
    type: kind,
    mode: mode?.kind === "word" ? (mode.word as Mode) : null,
    status: status?.kind === "status" ? status.status : "happened",
    agents: who.map((a) => a.name),
    targets: whom.map((a) => a.name),
    place: place?.kind === "place" ? place.place : null,
    time: time?.kind === "time" ? time.time : null,
    counts: countsOf(fields),
    reports: new Set(from.map((c) => c.claim.report)).size,
    stories: new Set(from.map((c) => c.story.id)).size,
    independent: independentCount(origins),
    claims: from.length,
    disputed: fields.filter((f) => f.state === "disputed").map((f) => f.name),
    denied: from.some((c) => c.claim.status === "denied"),
    firstSaid: dates[0] ?? null,
    lastSaid: dates.at(-1) ?? null,
  };
}

function countsOf(fields: readonly EventField[]): Readonly<Partial<Record<Counted, CountRange>>> {
  return Object.fromEntries(
    fields.flatMap((f) =>
      f.chosen.content.kind === "count" ? [[f.name.slice("counts.".length), f.chosen.content.range]] : [],
    ),
  );
}

/** The trigger told by most claims of the chosen type. */
function triggerOf(from: readonly OriginedClaim[], type: EventType): string {
  const told = new Map<string, number>();
  for (const { claim } of from) if (claim.type === type) told.set(claim.trigger, (told.get(claim.trigger) ?? 0) + 1);
  return [...told].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

function countryOf(fields: readonly EventField[], seed: ToldClaim): string | null {
  const place = fields.find((f) => f.name === "place")?.chosen.content;
  const at = place?.kind === "place" ? place.place.country : null;
  return at ?? [...seed.targets, ...seed.agents].find((a) => a.country !== null)?.country ?? null;
}

function byText(x: OriginedClaim, y: OriginedClaim): number {
  const [a, b] = [x.claim, y.claim];
  const [da, db] = [a.published ?? "9999", b.published ?? "9999"];
  if (da !== db) return da < db ? -1 : 1;
  if (a.report !== b.report) return a.report < b.report ? -1 : 1;
  return a.claim.trigger.start - b.claim.trigger.start || (a.id < b.id ? -1 : 1);
}

function memberOf({ claim, story, origin }: OriginedClaim, event: string, settled: Settled): RecordClaim {
  return { ...claim, story: story.id, event, origin: origin.id, judgement: settled.judgements.get(claim.id) ?? null };
}

/** Accepted as soon as a person accepted any of its claims and doubted none. */
function judgementOf(judgements: readonly (Judgement | null)[]): Judgement | null {
  if (judgements.includes("cant-tell")) return "cant-tell";
  return judgements.includes("accepted") ? "accepted" : null;
}

function historyOf(from: readonly OriginedClaim[]): readonly StatusStep[] {
  return STATUSES.flatMap((status: Status): readonly StatusStep[] => {
    const told = from.filter((c) => c.claim.status === status).sort(byText);
    if (told.length === 0) return [];
    const firstSaid = told.find((c) => c.claim.published !== null)?.claim.published ?? null;
    return [
      {
        status,
        firstSaid,
        origins: [...new Set(told.map((c) => c.origin.id))].sort(),
        claims: told.map((c) => c.claim.id),
      },
    ];
  }).sort((a, b) =>
    (a.firstSaid ?? "9999") < (b.firstSaid ?? "9999") ? -1 : (a.firstSaid ?? "9999") > (b.firstSaid ?? "9999") ? 1 : 0,
  );
}
