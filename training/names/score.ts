import type { NameKind, Span } from "@dateline/model";

/** What a measuring set says of a report's names. */
export interface GoldNames {
  readonly names: readonly (Span & { readonly kind: NameKind })[];
  readonly collapse?: Readonly<Record<string, NameKind | null>>;
  readonly ignore?: readonly Span[];
}

export interface Tally {
  right: number;
  gold: number;
  read: number;
}

/** Counts exact span and kind over persons, places and organizations, as the measuring sets fold them. */
export function tally(
  gold: GoldNames,
  names: readonly (Span & { readonly kind: NameKind })[],
  into: Map<string, Tally>,
): void {
  const collapse = gold.collapse ?? {};
  const key = (n: Span): string => `${n.start} ${n.end}`;
  const marked = new Map(gold.names.map((n) => [key(n), n.kind]));
  const read = names
    .map((n) => ({ ...n, kind: n.kind in collapse ? (collapse[n.kind] ?? null) : n.kind }))
    .filter((n) => n.kind !== null)
    .filter((n) => marked.has(key(n)) || !(gold.ignore ?? []).some((x) => x.start < n.end && n.start < x.end));
  for (const kind of ["person", "location", "organization"]) {
    const t = into.get(kind) ?? { right: 0, gold: 0, read: 0 };
    t.gold += gold.names.filter((n) => n.kind === kind).length;
    const same = read.filter((n) => n.kind === kind);
    t.read += same.length;
    t.right += same.filter((n) => marked.get(key(n)) === kind).length;
    into.set(kind, t);
  }
}

/** F1 in percent. */
export function f1({ right, gold, read }: Tally): number {
  return gold + read === 0 ? 100 : (200 * right) / (gold + read);
}

/** All kinds together. */
export function total(tallies: Iterable<Tally>): Tally {
  const sum = { right: 0, gold: 0, read: 0 };
  for (const t of tallies) {
    sum.right += t.right;
    sum.gold += t.gold;
    sum.read += t.read;
  }
  return sum;
}

/** One line: F1 of all, then of each kind, with precision and recall of all. */
export function lineOf(tallies: ReadonlyMap<string, Tally>): string {
  const all = total(tallies.values());
  const kinds = [...tallies].map(([k, t]) => `${k.slice(0, 3)} ${f1(t).toFixed(1)}`).join(" ");
  const share = (n: number, of: number): string => (of === 0 ? "-" : ((100 * n) / of).toFixed(1));
  return `F1 ${f1(all).toFixed(1)} (P ${share(all.right, all.read)} R ${share(all.right, all.gold)}; ${kinds})`;
}
