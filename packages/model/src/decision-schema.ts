import { z } from "zod";
import {
  DECISION_FORMAT,
  type Decision,
  type DecisionInput,
  type DecisionRow,
  QUESTION_KINDS,
  type Question,
} from "./decision.ts";
import { fieldNameSchema, recordClaimSchema } from "./event-schema.ts";
import { ALL_MODES, EVENT_TYPES } from "./plover.ts";
import { ACTOR_KINDS, COUNTED, EVIDENCE_FIELDS, PLACE_LEVELS, QUOTE_FORMS, STATUSES } from "./reading.ts";

const id = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(500);
const target = z.union([z.strictObject({ claim: id }), z.strictObject({ event: id })]);

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: "an ISO 3166 two-letter code is wanted" })
  .nullable();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "a date like 2020-06-05 is wanted" })
  .nullable();

// What a person types of an actor, a place or a time is little; the rest is filled in as unknown.
const actor = z.strictObject({
  name,
  kind: z.enum(ACTOR_KINDS).default("other"),
  country: country.default(null),
  actor: id.nullable().default(null),
  codes: z.record(z.string(), z.string()).default({}),
});
const actors = z.array(actor).max(100);
const place = z.strictObject({
  name,
  country: country.default(null),
  level: z.enum(PLACE_LEVELS).default("city"),
  lat: z.number().min(-90).max(90).nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
  radiusKm: z.number().min(0).nullable().default(null),
  geonames: z.number().int().nullable().default(null),
});
/** Bounds that are left out follow from the value. */
const time = z.strictObject({ value: name.nullable(), earliest: day.default(null), latest: day.default(null) });
const bound = z.number().int().min(0).nullable();
const range = z.tuple([bound, bound]);

const content = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("word"), word: name }),
  z.strictObject({ kind: z.literal("status"), status: z.enum(STATUSES) }),
  z.strictObject({ kind: z.literal("actors"), actors }),
  z.strictObject({ kind: z.literal("place"), place }),
  z.strictObject({ kind: z.literal("time"), time }),
  z.strictObject({ kind: z.literal("count"), range }),
]);

const offset = z.number().int().min(0);
const span = z.strictObject({ start: offset, end: offset });
const spans = z.array(span).max(100);

const handClaim = z.strictObject({
  report: id,
  span,
  trigger: span,
  type: z.enum(EVENT_TYPES),
  mode: z.enum(ALL_MODES).nullable().default(null),
  status: z.enum(STATUSES).default("happened"),
  agents: actors.default([]),
  targets: actors.default([]),
  place: place.nullable().default(null),
  time: time.nullable().default(null),
  counts: z.partialRecord(z.enum(COUNTED), range).default({}),
  chain: z
    .array(
      z.strictObject({
        name,
        kind: z.enum(ACTOR_KINDS).default("other"),
        form: z.enum(QUOTE_FORMS).default("indirect"),
        channel: name.nullable().default(null),
        named: z.boolean().default(true),
      }),
    )
    .max(20)
    .default([]),
  evidence: z.partialRecord(z.enum(EVIDENCE_FIELDS), spans).default({}),
  event: id.nullable().default(null),
});

const sameness = {
  kind: z.enum(["same-as", "not-same-as"]),
  a: name,
  b: name,
  shared: id.nullable().optional(),
};

const action = z.union([
  z.strictObject({ kind: z.enum(["accept", "reject", "cant-tell"]), target }),
  z.strictObject({ kind: z.literal("edit"), target, field: fieldNameSchema, value: content.nullable() }),
  z.strictObject({ kind: z.literal("merge"), events: z.array(id).min(2).max(1000) }),
  z.strictObject({ kind: z.literal("split"), event: id, claims: z.array(id).min(1).max(10_000) }),
  z.strictObject({ ...sameness, what: z.literal("event") }),
  z.strictObject({ ...sameness, what: z.literal("actor"), as: actor.nullable().optional() }),
  z.strictObject({ ...sameness, what: z.literal("place"), as: place.nullable().optional() }),
  z.strictObject({ kind: z.literal("add-claim"), claim: handClaim }),
  z.strictObject({ kind: z.literal("keep"), decision: id }),
  z.strictObject({ kind: z.literal("undo"), decision: id, step: z.boolean().optional() }),
]);

const who = z.string().trim().min(1).max(200);
const why = z.string().max(10_000).nullable();

/** Validates what a person asks to be settled. */
export const decisionInputSchema: z.ZodType<DecisionInput> = z.strictObject({
  action,
  who,
  why: why.optional(),
}) as z.ZodType<DecisionInput>;

/** Validates a request to settle one thing or several as one step. */
export const decisionRequestSchema: z.ZodType<DecisionRequest> = z.strictObject({
  actions: z.array(action).min(1).max(1000),
  who,
  why: why.optional(),
  request: z.string().trim().min(8).max(200).optional(),
  seen: z.number().int().min(0).optional(),
}) as z.ZodType<DecisionRequest>;

/** What a client sends: several actions of one person are one step. */
export interface DecisionRequest {
  readonly actions: readonly DecisionInput["action"][];
  readonly who: string;
  readonly why?: string | null | undefined;
  /** A name of the client's for this request: sent twice it decides once. */
  readonly request?: string | undefined;
  /** Line of the journal up to which the person saw the record. What came after and bears on the same claims refuses the request. */
  readonly seen?: number | undefined;
}

const anchor = z.strictObject({
  claim: id,
  report: id,
  sha256: z.string(),
  trigger: span,
  words: z.string(),
  event: id.nullable().optional(),
  told: z.string().optional(),
});

const made = {
  format: z.literal(DECISION_FORMAT),
  id,
  at: z.string(),
  who: id,
  why: z.string().nullable(),
  action,
  anchors: z.array(anchor),
  before: z.unknown(),
  step: id.nullable(),
  request: z.string().optional(),
};

/** Validates a decision as the journal keeps it (`dateline-decision/1`). */
export const decisionSchema: z.ZodType<Decision> = z.strictObject(made) as z.ZodType<Decision>;

/** Validates a decision with what became of it. */
export const decisionRowSchema: z.ZodType<DecisionRow> = z.strictObject({
  ...made,
  undoneBy: id.nullable(),
  open: z.string().nullable(),
}) as z.ZodType<DecisionRow>;

/** Validates what a person is asked. */
export const questionSchema: z.ZodType<Question> = z.strictObject({
  decision: id,
  kind: z.enum(QUESTION_KINDS),
  reason: z.string(),
  claim: id.nullable(),
  report: id.nullable(),
  event: id.nullable(),
  differs: z.array(
    z.strictObject({ field: fieldNameSchema, decided: z.string().nullable(), reads: z.string().nullable() }),
  ),
  reads: z.array(recordClaimSchema),
}) as z.ZodType<Question>;
