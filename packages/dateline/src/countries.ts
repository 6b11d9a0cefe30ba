import { rowsOf } from "@dateline/reader";
import { type CountryOf, folded } from "@dateline/record";
import { resources } from "./resources.ts";

let codes: ReadonlyMap<string, string> | undefined;

/** ISO 3166 two-letter code of a country by any of its names, from the reader's own table. */
export const countryOf: CountryOf = (name) => {
  codes ??= codesOf(rowsOf(resources(), "place/countries"));
  return codes.get(folded(name));
};

function codesOf(rows: ReturnType<typeof rowsOf>): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const [alpha2 = "", , name = "", aliases = ""] of rows) {
    for (const each of [name, ...aliases.split("|")]) if (each !== "") out.set(folded(each), alpha2);
  }
  return out;
}
