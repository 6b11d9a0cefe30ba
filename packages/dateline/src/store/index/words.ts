import { folded } from "@dateline/record";
import { type RawBuilder, sql } from "kysely";
import { storableText } from "./bulk.ts";

/** A tsvector takes at most 1 MB; of a longer text the beginning is searched. */
const MOST = 200_000;

/** The words under which a text is found: without accents and case, English forms brought together. */
export function wordsVector(text: string): RawBuilder<unknown> {
  return sql`to_tsvector('english', ${storableText(folded(text.slice(0, MOST)))})`;
}
