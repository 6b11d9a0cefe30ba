import { EVENT_TYPES, POLICIES, STATUSES } from "@dateline/model";
import { z } from "zod";

const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "a date like 2020-06-05 is wanted" });
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/, { error: "a date or an instant in UTC is wanted" });
export const limit = z.coerce.number().int().min(1).max(1000).default(50);
export const offset = z.coerce.number().int().min(0).default(0);
const flag = z.enum(["true", "false"]).transform((v) => v === "true");

const box = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/, { error: "west,south,east,north in degrees is wanted" })
  .transform((v) => v.split(",").map(Number) as unknown as readonly [number, number, number, number]);

export const clocks = { asOf: instant.optional(), saidBy: day.optional() };

/** Query of the lists of reports. An unknown parameter is an error, so that a slip of the pen is not a silent "all". */
export const reportQuery = z.strictObject({
  text: z.string().optional(),
  publisher: z.string().optional(),
  since: day.optional(),
  until: day.optional(),
  sort: z.enum(["published", "learned"]).optional(),
  ...clocks,
  limit,
  offset,
});

export const eventQuery = z.strictObject({
  type: z.enum(EVENT_TYPES as unknown as [string, ...string[]]).optional(),
  status: z.enum(STATUSES).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: "an ISO 3166 two-letter code is wanted" })
    .optional(),
  actor: z.string().optional(),
  says: z.string().optional(),
  report: z.string().optional(),
  since: day.optional(),
  until: day.optional(),
  box: box.optional(),
  origins: z.coerce.number().int().min(1).optional(),
  disputed: flag.optional(),
  denied: flag.optional(),
  placed: flag.optional(),
  text: z.string().optional(),
  sort: z.enum(["date", "said", "corroboration"]).optional(),
  policy: z.enum(POLICIES).optional(),
  ...clocks,
  limit,
  offset,
});

export const viewQuery = z.strictObject({ policy: z.enum(POLICIES).optional(), ...clocks });

export const searchQuery = z.strictObject({
  q: z.string().min(1).max(2000),
  sort: z.enum(["said", "date", "corroboration"]).optional(),
  ...clocks,
  limit,
  offset,
});

export const newReport = z.strictObject({
  text: z.string().min(1),
  title: z.string().optional(),
  publisher: z.string().optional(),
  published: day.optional(),
  url: z.string().optional(),
});
