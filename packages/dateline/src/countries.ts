import { type CountryOf, folded } from "@dateline/record";
import { resources } from "./resources.ts";

let codes: ReadonlyMap<string, string> | undefined;

/** ISO 3166 two-letter code of a country by any of its names, from the reader's own table. */
export const countryOf: CountryOf = (name) => {
  codes ??= codesOf(resources().lexicons["place/countries"]);
  return codes.get(folded(name));
};

function codesOf(rows: unknown): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const row of Array.isArray(rows) ? (rows as readonly Readonly<Record<string, string>>[]) : []) {
    for (const name of [row.name ?? "", ...(row.aliases ?? "").split("|")]) {
      if (name !== "" && row.alpha2 !== undefined) out.set(folded(name), row.alpha2);
    }
  }
  return out;
}
