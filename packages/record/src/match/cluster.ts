import { type Offer, OfferQueue } from "./offer-queue.ts";

/** Two tellings with the likelihood that they are of one happening; `a` before `b` in the order of ids. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/** What people settled: these are one happening, these are not. */
export interface Constraints {
  readonly together: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
}

export const NO_CONSTRAINTS: Constraints = { together: [], apart: [] };

/** Edges below are not kept: they could not bring two groups together. */
export const KEEP_FROM = 0.35;
/** Mean likelihood over all pairs of two groups from which on they are one; a pair without edge counts as `ABSENT`. */
export const JOIN_FROM = 0.5;
export const ABSENT = 0.15;
/** Joined by people: before anything that is only likely. */
export const SETTLED = 2;

/**
 * Groups of tellings that are of one happening: the most likely pair first, groups joined while the mean over all their
 * pairs stays likely (average link), what people settled above all. The same for any order of tellings and edges, and the
 * same whether components of the graph are grouped alone or together.
 */
export function cluster(
  ids: readonly string[],
  edges: readonly Edge[],
  constraints: Constraints,
): readonly (readonly string[])[] {
  return clustered(ids, edges, constraints);
}

/** Is told of each group that stood for a while, and down to which mean; what is put together by people has joined from above 1. */
export interface Watch {
  readonly joined: (a: readonly string[], b: readonly string[], at: number) => void;
}

/** {@link cluster}, watched. */
export function clustered(
  ids: readonly string[],
  edges: readonly Edge[],
  constraints: Constraints,
  watch?: Watch,
): readonly (readonly string[])[] {
  const groups = new Groups([...ids].sort(), { edges, constraints, watch });
  for (let best = groups.best(); best !== undefined; best = groups.best()) groups.join(best);
  return groups.members();
}

interface Link {
  readonly sum: number;
  readonly forbidden: boolean;
}

/** The state of one grouping; it lives only inside {@link cluster}. */
class Groups {
  readonly #members = new Map<string, readonly string[]>();
  readonly #links = new Map<string, Map<string, Link>>();
  readonly #queue = new OfferQueue();
  readonly #watch: Watch | undefined;

  constructor(
    ids: readonly string[],
    {
      edges,
      constraints,
      watch,
    }: { readonly edges: readonly Edge[]; readonly constraints: Constraints; readonly watch: Watch | undefined },
  ) {
    this.#watch = watch;
    for (const id of ids) {
      this.#members.set(id, [id]);
      this.#links.set(id, new Map());
    }
    for (const e of edges) if (this.#both(e.a, e.b)) this.#setLink(e.a, e.b, { sum: e.score, forbidden: false });
    for (const [a, b] of constraints.apart) {
      if (this.#both(a, b) && a !== b)
        this.#setLink(a, b, { sum: this.#links.get(a)?.get(b)?.sum ?? ABSENT, forbidden: true });
    }
    this.#joinSettled(constraints);
    for (const [a, links] of this.#links) for (const b of links.keys()) if (a < b) this.#offer(a, b);
  }

  best(): Offer | undefined {
    for (let top = this.#queue.pop(); top !== undefined; top = this.#queue.pop()) {
      // An offer of a group that has grown since is stale; a newer one stands in the queue.
      if (this.#both(top.a, top.b) && !this.#forbidden(top.a, top.b) && this.#mean(top.a, top.b) === top.mean)
        return top;
    }
    return undefined;
  }

  join({ a, b, mean }: Offer): void {
    const joined = this.#merge(a, b, mean);
    for (const other of this.#links.get(joined)?.keys() ?? []) this.#offer(joined, other);
  }

  members(): readonly (readonly string[])[] {
    return [...this.#members.values()].map((m) => [...m].sort()).sort((x, y) => ((x[0] ?? "") < (y[0] ?? "") ? -1 : 1));
  }

  /** What people put together is one group from the start; where they also kept two of it apart, apart wins. */
  #joinSettled(constraints: Constraints): void {
    const at = new Map([...this.#members.keys()].map((id) => [id, id]));
    const pairs = constraints.together
      .map(([a, b]) => (a < b ? [a, b] : [b, a]))
      .sort((x, y) => (`${x}` < `${y}` ? -1 : 1));
    for (const [x = "", y = ""] of pairs) {
      const [a, b] = [at.get(x), at.get(y)];
      if (a === undefined || b === undefined || a === b || this.#links.get(a)?.get(b)?.forbidden === true) continue;
      const joined = this.#merge(a, b, SETTLED);
      for (const id of this.#members.get(joined) ?? []) at.set(id, joined);
    }
  }

  #both(a: string, b: string): boolean {
    return this.#members.has(a) && this.#members.has(b);
  }

  #forbidden(a: string, b: string): boolean {
    return this.#links.get(a)?.get(b)?.forbidden === true;
  }

  #setLink(a: string, b: string, link: Link): void {
    this.#links.get(a)?.set(b, link);
    this.#links.get(b)?.set(a, link);
  }

  #size(a: string): number {
    return this.#members.get(a)?.length ?? 0;
  }

  #mean(a: string, b: string): number {
    return (this.#links.get(a)?.get(b)?.sum ?? 0) / (this.#size(a) * this.#size(b));
  }

  #offer(a: string, b: string): void {
    if (this.#forbidden(a, b)) return;
    const mean = this.#mean(a, b);
    if (mean >= JOIN_FROM) this.#queue.push(a < b ? { a, b, mean } : { a: b, b: a, mean });
  }

  /** The joined group carries the smaller id. */
  #merge(a: string, b: string, at: number): string {
    this.#watch?.joined(this.#members.get(a) ?? [], this.#members.get(b) ?? [], at);
    const [keep, gone] = a < b ? [a, b] : [b, a];
    const [sizeKeep, sizeGone] = [this.#size(keep), this.#size(gone)];
    const [own, other] = [
      this.#links.get(keep) ?? new Map<string, Link>(),
      this.#links.get(gone) ?? new Map<string, Link>(),
    ];
    for (const c of new Set([...own.keys(), ...other.keys()])) {
      if (c === keep || c === gone) continue;
      const [x, y] = [own.get(c), other.get(c)];
      const absent = ABSENT * this.#size(c);
      const sum = (x?.sum ?? absent * sizeKeep) + (y?.sum ?? absent * sizeGone);
      this.#setLink(keep, c, { sum, forbidden: x?.forbidden === true || y?.forbidden === true });
      this.#links.get(c)?.delete(gone);
    }
    own.delete(gone);
    this.#links.delete(gone);
    this.#members.set(keep, [...(this.#members.get(keep) ?? []), ...(this.#members.get(gone) ?? [])]);
    this.#members.delete(gone);
    return keep;
  }
}
