import { DatelineError, type ReportInput } from "@dateline/model";
import { z } from "zod";
import { refuseUnreadable } from "./text.ts";

const text = z.string().nullish();
const line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: text,
  publisher: text,
  published: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?([T ].*)?$/, { error: "is no ISO date (YYYY-MM-DD)" })
    .nullish(),
  url: text,
  language: text,
  text: z.string({ error: "is missing: a report needs its text" }),
});

/** A report from one line of JSON Lines: `{"id","title","publisher","published","url","text"}`, all but `text` optional. */
export function jsonReport(json: string): ReportInput {
  const parsed = line.safeParse(parseJson(json));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((i) => `${i.path.length > 0 ? `"${i.path.join(".")}" ` : ""}${i.message}`);
    throw new DatelineError("ingest/json-report", `is no report: ${faults.join("; ")}`);
  }
  const { id, title, publisher, published, url, language, text } = parsed.data;
  refuseUnreadable(text);
  return {
    text,
    title: title ?? null,
    publisher: publisher ?? null,
    published: published?.slice(0, 10) ?? null,
    url: url ?? null,
    ...(id !== null && id !== undefined && { id: String(id) }),
    ...(language && { language }),
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatelineError("ingest/json", `is no JSON (${why}); each line must be one JSON object`, { cause });
  }
}
