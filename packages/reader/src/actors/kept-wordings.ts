import { keysOf } from "./key.ts";

/** Where a build keeps the word keys of the lists' wordings, among the lexicons. */
export const KEPT_WORDINGS = "actors/keys";

/** The lists of actors. */
export const LISTS = ["groups", "organizations", "media", "bodies"] as const;

type Rows = readonly (readonly string[])[];

/** The word keys of every wording of our lists, joined by blanks: a build makes them once, so that a start need not. */
export function keptWordings(tables: readonly Rows[]): Readonly<Record<string, string>> {
  const wordings = tables
    .flat()
    .flatMap(([, name = "", aliases = ""]) => [name, ...aliases.split("|").map((a) => a.trim().replace(/\?$/, ""))]);
  return Object.fromEntries(wordings.map((w) => [w, keysOf(w).join(" ")]).filter(([, keys]) => keys !== ""));
}
