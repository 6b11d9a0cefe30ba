import { z } from "zod";
import { DECISION_FORMAT, type Decision, type DecisionInput } from "./decision.ts";
import { fieldContentSchema, fieldNameSchema } from "./event-schema.ts";

const id = z.string().min(1);
const target = z.union([z.strictObject({ claim: id }), z.strictObject({ event: id })]);

const action = z.union([
  z.strictObject({ kind: z.enum(["accept", "reject", "cant-tell"]), target }),
  z.strictObject({ kind: z.literal("edit"), target, field: fieldNameSchema, value: fieldContentSchema.nullable() }),
  z.strictObject({ kind: z.literal("merge"), events: z.array(id).min(2) }),
  z.strictObject({ kind: z.literal("split"), event: id, claims: z.array(id).min(1) }),
  z.strictObject({ kind: z.enum(["same-as", "not-same-as"]), what: z.enum(["actor", "place", "event"]), a: id, b: id }),
  z.strictObject({ kind: z.literal("undo"), decision: id }),
]);

const offset = z.number().int().min(0);
const anchor = z.strictObject({
  claim: id,
  report: id,
  sha256: z.string(),
  trigger: z.strictObject({ start: offset, end: offset }),
  words: z.string(),
});

/** Validates what a person asks to be settled. */
export const decisionInputSchema: z.ZodType<DecisionInput> = z.strictObject({
  action,
  who: z.string().trim().min(1).max(200),
  why: z.string().max(10_000).nullable().optional(),
}) as z.ZodType<DecisionInput>;

/** Validates a decision as the journal keeps it (`dateline-decision/1`). */
export const decisionSchema: z.ZodType<Decision> = z.strictObject({
  format: z.literal(DECISION_FORMAT),
  id,
  at: z.string(),
  who: id,
  why: z.string().nullable(),
  action,
  anchors: z.array(anchor),
  before: z.unknown(),
  step: id.nullable(),
}) as z.ZodType<Decision>;
