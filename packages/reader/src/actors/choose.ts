import { isAmbiguous, type Meaning } from "./alias.ts";
import { nameKey } from "./key.ts";

const RANK = { state: 0, demonym: 1, people: 1, actor: 2, seat: 3 } as const;

/**
 * The meaning of a wording that has several: a user's entry first, then states, then the entry whose country the report
 * is about, then the one that has the wording as its name, then the order of the lists.
 */
export function chooseEntry(
  meanings: readonly Meaning[],
  written: string,
  countries: ReadonlySet<string>,
): Meaning | null {
  let best: Meaning | null = null;
  let top = Number.NEGATIVE_INFINITY;
  for (const meaning of meanings) {
    if (isElsewhere(meaning, countries)) continue;
    const score = scoreOf(meaning, written, countries);
    if (score <= top) continue;
    top = score;
    best = meaning;
  }
  return best;
}

/**
 * An ambiguous wording means its entry only in a report about its country. Georgia is the American state in a report
 * whose places lie elsewhere than in the country.
 */
function isElsewhere(meaning: Meaning, countries: ReadonlySet<string>): boolean {
  if (meaning.kind === "actor" && isAmbiguous(meaning)) {
    const homes = meaning.entry.countries;
    return homes.length > 0 && !homes.some((c) => countries.has(c));
  }
  return meaning.kind === "state" && meaning.alias === "Georgia" && countries.size > 0 && !countries.has("GE");
}

function scoreOf(meaning: Meaning, written: string, countries: ReadonlySet<string>): number {
  if (meaning.kind !== "actor") return 20 - RANK[meaning.kind];
  const { entry } = meaning;
  const about = entry.countries.some((c) => countries.has(c));
  const named = nameKey(entry.name) === nameKey(written);
  return (entry.own ? 100 : 0) + (about ? 25 : 0) + (named ? 5 : 0) + (entry.countries.length === 0 ? 3 : 0);
}
