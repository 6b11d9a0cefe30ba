import { z } from "zod";
import { ALL_MODES, CONTEXTS, EVENT_TYPES, isModeOf } from "./plover.ts";
import type { Claim, Reading } from "./reading.ts";
import {
  ACTOR_KINDS,
  COUNTED,
  EVIDENCE_FIELDS,
  MENTION_FORMS,
  NAME_KINDS,
  PLACE_LEVELS,
  QUOTE_FORMS,
  READING_FORMAT,
  STATUSES,
  TIME_KINDS,
} from "./reading.ts";
import { PUBLISHED_FROM } from "./report.ts";

const offset = z.number().int().min(0);
const at = { start: offset, end: offset };
const span = z.strictObject(at);
const id = z.string().min(1);
const alpha2 = z.string().regex(/^[A-Z]{2}$/);
const hex = z.string().regex(/^[0-9a-f]{64}$/);

const report = z.strictObject({
  id,
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  publishedFrom: z.enum(PUBLISHED_FROM),
  language: z.string(),
  url: z.string().nullable(),
  sha256: hex,
  text: z.string(),
});

const name = z.strictObject({ ...at, kind: z.enum(NAME_KINDS), entity: id.optional() });

const entity = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  mentions: z.array(z.strictObject({ ...at, form: z.enum(MENTION_FORMS) })),
  roles: z.array(z.strictObject({ ...at, title: z.string(), of: id.nullable() })),
  country: alpha2.nullable(),
  codes: z.record(z.string(), z.string()),
  link: z.strictObject({ actor: id, rule: z.string(), score: z.number().min(0).max(1) }).nullable(),
});

const lat = z.number().min(-90).max(90);
const lon = z.number().min(-180).max(180);
const place = z.strictObject({
  id,
  name: z.string(),
  mentions: z.array(span),
  country: alpha2.nullable(),
  level: z.enum(PLACE_LEVELS),
  lat: lat.nullable(),
  lon: lon.nullable(),
  radiusKm: z.number().min(0).nullable(),
  geonames: z.number().int().nullable(),
  rule: z.string(),
  alternatives: z.array(
    z.strictObject({ name: z.string(), country: alpha2.nullable(), lat, lon, geonames: z.number().int().nullable() }),
  ),
});

const time = z.strictObject({
  id,
  ...at,
  kind: z.enum(TIME_KINDS),
  value: z.string().nullable(),
  timex: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  anchor: z.string().nullable(),
});

const attribution = z.strictObject({
  id,
  source: span.nullable(),
  cue: span.nullable(),
  content: z.array(span),
  entity: id.nullable(),
  form: z.enum(QUOTE_FORMS),
  channel: z.string().nullable(),
  outer: id.nullable(),
});

const bound = z.number().int().min(0).nullable();
const counts = z.partialRecord(z.enum(COUNTED), z.tuple([bound, bound]));
const evidence = z.record(z.enum(EVIDENCE_FIELDS), z.array(span));

const claim = z
  .strictObject({
    id,
    event: id,
    span,
    trigger: span,
    type: z.enum(EVENT_TYPES),
    mode: z.enum(ALL_MODES).nullable(),
    context: z.array(z.enum(CONTEXTS)),
    agents: z.array(id),
    targets: z.array(id),
    instruments: z.array(span),
    place: id.nullable(),
    time: z.strictObject({ id: id.nullable(), value: z.string().nullable() }).nullable(),
    status: z.enum(STATUSES),
    sources: z.array(
      z.strictObject({
        entity: id,
        attribution: id.nullable(),
        form: z.enum(QUOTE_FORMS),
        channel: z.string().nullable(),
      }),
    ),
    counts,
    evidence,
    confidence: z.number().min(0).max(1),
    notes: z.array(z.string()),
  })
  .refine((c) => c.mode === null || isModeOf(c.type, c.mode), { error: "the codebook has no such mode for this type" });

/** Validates one claim of a reading. */
export const claimSchema: z.ZodType<Claim> = claim as z.ZodType<Claim>;

/** Validates the shape of a reading. For what only the text can tell (spans, ids) see {@link faultsOf}. */
export const readingSchema: z.ZodType<Reading> = z.strictObject({
  format: z.literal(READING_FORMAT),
  reader: z.strictObject({ version: z.string(), model: z.string(), rules: z.string() }),
  report,
  sentences: z.array(span),
  names: z.array(name),
  entities: z.array(entity),
  places: z.array(place),
  times: z.array(time),
  attributions: z.array(attribution),
  claims: z.array(claim),
  notes: z.array(z.strictObject({ code: z.string(), text: z.string(), span: span.optional() })),
}) as z.ZodType<Reading>;
