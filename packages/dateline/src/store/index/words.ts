import { facetsOf, folded, type Settled, settledClaim, type ToldClaim } from "@dateline/record";
import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../database.ts";
import { FACETS, storableText } from "./bulk.ts";

/** A tsvector takes at most 1 MB; of a longer text the beginning is searched. */
const MOST = 200_000;

/** The words under which a text is found: without accents and case, English forms brought together. */
export function wordsVector(text: string): RawBuilder<unknown> {
  return sql`to_tsvector('english', ${searched(text)})`;
}

/** The text of which {@link wordsVector} is made, for columns that are inserted in bulk. */
export function searched(text: string): string {
  return storableText(folded(text.slice(0, MOST)));
}

/** What {@link claimVector} is made of, for columns that are inserted in bulk. */
export function searchedClaim(claim: ToldClaim): string {
  const facets = [...facetsOf(claim)].map((f) => storableText(f).slice(0, 200));
  return [searched(claim.quote).replaceAll(FACETS, " "), ...facets].join(FACETS);
}

/** The words of a claim's sentence, and each `field:value` that the claim answers to. */
export function claimVector(claim: ToldClaim): RawBuilder<unknown> {
  const facets = [...facetsOf(claim)].map((f) => storableText(f).slice(0, 200));
  return sql`${wordsVector(claim.quote)} || array_to_tsvector(${facets}::text[])`;
}

/** Claims that people edited are found by the values they have now. Of these reports alone, where they are named. */
export async function refind(
  trx: Transaction,
  claims: readonly string[],
  { settled, reports }: { readonly settled: Settled; readonly reports?: readonly string[] | undefined },
): Promise<void> {
  if (claims.length === 0) return;
  const rows = await trx
    .selectFrom("claim")
    .select(["row", "told"])
    .where("id", "in", claims)
    .where("gone", "is", null)
    .$if(reports !== undefined, (q) => q.where("report", "in", reports ?? []))
    .execute();
  for (const { row, told } of rows) {
    const words = claimVector(settledClaim(told as unknown as ToldClaim, settled));
    await sql`update claim set words = ${words} where row = ${row}`.execute(trx);
  }
}

/** Claims of which people set a value. */
export function editedClaims({ edits }: Settled): readonly string[] {
  return [...new Set(edits.flatMap((e) => (e.of === "claim" ? [e.claim] : [])))];
}
