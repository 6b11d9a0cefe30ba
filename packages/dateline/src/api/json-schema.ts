import { decisionSchema, eventSchema, readingSchema } from "@dateline/model/schema";
import { z } from "zod";

const schemas: Readonly<Record<string, z.ZodType>> = {
  reading: readingSchema,
  event: eventSchema,
  decision: decisionSchema,
};

/** The formats that have a published schema. */
export const schemaNames: readonly string[] = Object.keys(schemas);

/** JSON Schema (draft 2020-12) of a format. */
export function jsonSchemaOf(format: string): object {
  const schema = schemas[format];
  if (schema === undefined) throw new RangeError(`no schema named ${format}`);
  return z.toJSONSchema(schema, { unrepresentable: "any" });
}
