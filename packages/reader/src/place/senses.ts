import type { Lookup } from "./candidates.ts";
import { isHeld, readingsOf } from "./choose.ts";
import { keyOf } from "./key.ts";
import type { PlaceMention } from "./mention.ts";

/** Names beyond this number have one sense each. */
const MOST_HELD = 60;

/**
 * Tells the senses of a name apart that the text itself puts in several places: "Paris, Texas" and "Paris, France". One
 * that is told without its holder is the one told last.
 */
export function withSenses(mentions: readonly PlaceMention[], lookup: Lookup): readonly PlaceMention[] {
  const holders = holdersOf(mentions, lookup);
  if (![...holders.values()].some((all) => all.length > 1)) return mentions;
  const last = new Map<string, string>();
  return mentions.map((m) => {
    const key = keyOf(m.toponym);
    const all = holders.get(key) ?? [];
    if (all.length < 2) return m;
    const told = m.within === null ? "" : keyOf(m.within);
    const sense = all.includes(told) ? told : (last.get(key) ?? all[0] ?? "");
    last.set(key, sense);
    return { ...m, sense };
  });
}

/** By name, the keys of what the text says holds it, where it can: in a mere list ("Gao, Kidal") nothing holds another. */
function holdersOf(mentions: readonly PlaceMention[], lookup: Lookup): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const { toponym, within } of mentions) {
    if (within === null) continue;
    const [key, holder] = [keyOf(toponym), keyOf(within)];
    if (seen.has(`${key}|${holder}`) || seen.size >= MOST_HELD) continue;
    seen.add(`${key}|${holder}`);
    const readings = readingsOf(lookup, within);
    if (!readingsOf(lookup, toponym).some((c) => isHeld(c, null, readings))) continue;
    holders.set(key, [...(holders.get(key) ?? []), holder]);
  }
  return holders;
}
