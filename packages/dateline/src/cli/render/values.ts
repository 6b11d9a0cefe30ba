import type { Claim, CountRange, Entity, Reading, SourceLink, Status } from "@dateline/model";

/** One glyph a status, the same in every view; colour only repeats it. */
export const GLYPHS: Readonly<Record<Status, string>> = {
  happened: "●",
  ongoing: "◉",
  planned: "○",
  possible: "◐",
  denied: "✕",
};

/** "4", "at least 4", "up to 9", "3 to 5". */
export function rangeText([min, max]: CountRange): string {
  if (min !== null && max !== null) return min === max ? String(min) : `${min} to ${max}`;
  if (min !== null) return `at least ${min}`;
  return max === null ? "an unknown number" : `up to ${max}`;
}

/** Counts of a claim as a reader says them: "killed at least 4, injured 12". */
export function countsText(counts: Claim["counts"]): string {
  return Object.entries(counts)
    .map(([what, range]) => `${what} ${range === undefined ? "?" : rangeText(range)}`)
    .join(", ");
}

/** Names of entities by id; an id that is not there shows as itself. */
export function entityNames(entities: readonly Entity[]): (ids: readonly string[]) => string {
  const names = new Map(entities.map((e) => [e.id, e.name]));
  return (ids) => ids.map((id) => names.get(id) ?? id).join("; ");
}

/** The chain from who first says so to the publisher: "Parly → Twitter → Voice of America". */
export function chainText(sources: readonly SourceLink[], reading: Reading): string {
  const nameOf = entityNames(reading.entities);
  const links = sources.flatMap((s) => [nameOf([s.entity]), ...(s.channel === null ? [] : [s.channel])]);
  return [...links, reading.report.publisher ?? "this report"].join(" → ");
}
