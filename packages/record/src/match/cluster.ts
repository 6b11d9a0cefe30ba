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
const ABSENT = 0.15;

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
  const groups = new Groups([...ids].sort(), edges, constraints);
  for (let best = groups.best(); best !== undefined; best = groups.best()) groups.join(best.a, best.b);
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
  readonly #queue = new Queue();

  constructor(ids: readonly string[], edges: readonly Edge[], constraints: Constraints) {
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

  best(): { readonly a: string; readonly b: string } | undefined {
    for (let top = this.#queue.pop(); top !== undefined; top = this.#queue.pop()) {
      // An offer of a group that has grown since is stale; a newer one stands in the queue.
      if (this.#both(top.a, top.b) && !this.#forbidden(top.a, top.b) && this.#mean(top.a, top.b) === top.mean)
        return top;
    }
    return undefined;
  }

  join(a: string, b: string): void {
    const joined = this.#merge(a, b);
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
      const joined = this.#merge(a, b);
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
  #merge(a: string, b: string): string {
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

interface Offer {
  readonly a: string;
  readonly b: string;
  readonly mean: number;
}

/** A heap with the likeliest offer on top; equal ones in the order of ids. */
class Queue {
  readonly #heap: Offer[] = [];

  push(offer: Offer): void {
    const heap = this.#heap;
    heap.push(offer);
    for (let i = heap.length - 1; i > 0; ) {
      const up = (i - 1) >> 1;
      if (!this.#swapIfBefore(i, up)) break;
      i = up;
    }
  }

  pop(): Offer | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return top;
    heap[0] = last;
    for (let i = 0; ; ) {
      const [l, r] = [2 * i + 1, 2 * i + 2];
      const [hl, hr] = [heap[l], heap[r]];
      if (hl === undefined) break;
      const child = hr !== undefined && before(hr, hl) ? r : l;
      if (!this.#swapIfBefore(child, i)) break;
      i = child;
    }
    return top;
  }

  #swapIfBefore(i: number, j: number): boolean {
    const [x, y] = [this.#heap[i], this.#heap[j]];
    if (x === undefined || y === undefined || !before(x, y)) return false;
    this.#heap[i] = y;
    this.#heap[j] = x;
    return true;
  }
}

function before(x: Offer, y: Offer): boolean {
  if (x.mean !== y.mean) return x.mean > y.mean;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}
