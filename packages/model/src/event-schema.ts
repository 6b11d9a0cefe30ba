import { z } from "zod";
import { FIELD_STATES, type FieldContent } from "./dispute.ts";
import { EVENT_FORMAT, JUDGEMENTS, type RecordClaim, type RecordEvent } from "./event.ts";
import { ORIGIN_KINDS } from "./origin.ts";
import { ALL_MODES, CONTEXTS, EVENT_TYPES } from "./plover.ts";
import { POLICIES } from "./policy.ts";
import { ACTOR_KINDS, COUNTED, EVIDENCE_FIELDS, PLACE_LEVELS, QUOTE_FORMS, STATUSES } from "./reading.ts";
import { claimSchema } from "./reading-schema.ts";

const text = z.string();
const ids = z.array(text);
const date = text.nullable();
const alpha2 = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable();
const count = z.number().int().min(0);
const bound = count.nullable();
const range = z.tuple([bound, bound]);
const counts = z.partialRecord(z.enum(COUNTED), range);
const judgement = z.enum(JUDGEMENTS).nullable();

const actor = z.strictObject({
  name: text,
  kind: z.enum(ACTOR_KINDS),
  country: alpha2,
  actor: text.nullable(),
  codes: z.record(text, text),
});

const place = z.strictObject({
  name: text,
  country: alpha2,
  level: z.enum(PLACE_LEVELS),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  radiusKm: z.number().min(0).nullable(),
  geonames: z.number().int().nullable(),
});

const time = z.strictObject({ value: date, earliest: date, latest: date });

const content = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("word"), word: text }),
  z.strictObject({ kind: z.literal("status"), status: z.enum(STATUSES) }),
  z.strictObject({ kind: z.literal("actors"), actors: z.array(actor) }),
  z.strictObject({ kind: z.literal("place"), place }),
  z.strictObject({ kind: z.literal("time"), time }),
  z.strictObject({ kind: z.literal("count"), range }),
]);

/** Validates the value of a field. */
export const fieldContentSchema: z.ZodType<FieldContent> = content as z.ZodType<FieldContent>;

/** Validates the name of a field. */
export const fieldNameSchema: z.ZodType<string> = z.enum([
  "type",
  "mode",
  "status",
  "agents",
  "targets",
  "place",
  "time",
  ...COUNTED.map((c) => `counts.${c}` as const),
]);

const value = { content, label: text, origins: ids, claims: ids, firstSaid: date, lastSaid: date };
const three = z.strictObject({ low: bound, best: bound, high: bound }).nullable();
const field = z.strictObject({
  name: fieldNameSchema,
  state: z.enum(FIELD_STATES),
  chosen: z.strictObject({ ...value, by: text, reason: text, three }),
  values: z.array(z.strictObject(value)),
});

const origin = z.strictObject({
  id: text,
  name: text,
  kind: z.enum(ORIGIN_KINDS),
  reason: text,
  independent: z.boolean(),
  position: z.enum(["asserts", "denies"]),
  claims: ids,
  reports: ids,
  firstSaid: date,
});

const link = z.strictObject({
  name: text,
  kind: z.enum(ACTOR_KINDS),
  form: z.enum(QUOTE_FORMS),
  channel: text.nullable(),
  named: z.boolean(),
});

const member = z.strictObject({
  id: text,
  report: text,
  version: count,
  publisher: text.nullable(),
  title: text.nullable(),
  url: text.nullable(),
  published: date,
  learned: text,
  story: text,
  event: text.nullable(),
  origin: text,
  type: z.enum(EVENT_TYPES),
  mode: z.enum(ALL_MODES).nullable(),
  context: z.array(z.enum(CONTEXTS)),
  status: z.enum(STATUSES),
  agents: z.array(actor),
  targets: z.array(actor),
  instruments: z.array(text),
  place: place.nullable(),
  time: time.nullable(),
  counts,
  chain: z.array(link),
  quote: text,
  trigger: text,
  words: z.record(z.enum(EVIDENCE_FIELDS), z.array(text)),
  confidence: z.number().min(0).max(1),
  judgement,
  claim: claimSchema,
});

/** Validates a claim as the record holds it. */
export const recordClaimSchema: z.ZodType<RecordClaim> = member as z.ZodType<RecordClaim>;

const step = z.strictObject({ status: z.enum(STATUSES), firstSaid: date, origins: ids, claims: ids });

/** Validates an event of a record (`dateline-event/1`). */
export const eventSchema: z.ZodType<RecordEvent> = z.strictObject({
  format: z.literal(EVENT_FORMAT),
  id: text,
  title: text,
  type: z.enum(EVENT_TYPES),
  mode: z.enum(ALL_MODES).nullable(),
  status: z.enum(STATUSES),
  agents: z.array(text),
  targets: z.array(text),
  place: place.nullable(),
  time: time.nullable(),
  counts,
  reports: count,
  stories: count,
  independent: count,
  claims: count,
  disputed: z.array(text),
  denied: z.boolean(),
  firstSaid: date,
  lastSaid: date,
  judgement,
  policy: z.enum(POLICIES),
  asOf: date,
  fields: z.array(field),
  origins: z.array(origin),
  history: z.array(step),
  members: z.array(member),
  formerIds: ids,
  decisions: ids,
}) as z.ZodType<RecordEvent>;
