import { ABSENT, JOIN_FROM, SETTLED } from "./likelihood.ts";
import { type Offer, OfferQueue } from "./offer-queue.ts";

/** Is told of two groups that are joined, their members by place in the sorted list of ids, and at which mean. */
export interface Watch {
  readonly joined: (a: readonly number[], b: readonly number[], at: number) => void;
}

/** What is to be grouped. */
interface Grouping {
  readonly links: readonly Offer[];
  readonly together: readonly (readonly [number, number])[];
  readonly apart: readonly (readonly [number, number])[];
  readonly watch: Watch | undefined;
}

interface Link {
  readonly sum: number;
  readonly forbidden: boolean;
}

/** The state of one grouping of things that go by numbers; it lives only inside `clustered`. */
export class Groups {
  readonly #members = new Map<number, readonly number[]>();
  readonly #links = new Map<number, Map<number, Link>>();
  readonly #queue = new OfferQueue();
  readonly #watch: Watch | undefined;

  constructor(many: number, { links, together, apart, watch }: Grouping) {
    this.#watch = watch;
    for (let id = 0; id < many; id += 1) {
      this.#members.set(id, [id]);
      this.#links.set(id, new Map());
    }
    for (const { a, b, mean } of links) this.#setLink(a, b, { sum: mean, forbidden: false });
    for (const [a, b] of apart)
      if (a !== b) this.#setLink(a, b, { sum: this.#links.get(a)?.get(b)?.sum ?? ABSENT, forbidden: true });
    this.#joinSettled(together);
    for (const [a, own] of this.#links) for (const b of own.keys()) if (a < b) this.#offer(a, b);
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

  members(): readonly (readonly number[])[] {
    return [...this.#members.values()].map((m) => [...m].sort(byNumber)).sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
  }

  /** What people put together is one group from the start; where they also kept two of it apart, apart wins. */
  #joinSettled(together: Grouping["together"]): void {
    const at = new Map([...this.#members.keys()].map((id) => [id, id]));
    const pairs = together
      .map(([a, b]): readonly [number, number] => (a < b ? [a, b] : [b, a]))
      .sort((x, y) => x[0] - y[0] || x[1] - y[1]);
    for (const [x, y] of pairs) {
      const [a, b] = [at.get(x), at.get(y)];
      if (a === undefined || b === undefined || a === b || this.#links.get(a)?.get(b)?.forbidden === true) continue;
      const joined = this.#merge(a, b, SETTLED);
      for (const id of this.#members.get(joined) ?? []) at.set(id, joined);
    }
  }

  #both(a: number, b: number): boolean {
    return this.#members.has(a) && this.#members.has(b);
  }

  #forbidden(a: number, b: number): boolean {
    return this.#links.get(a)?.get(b)?.forbidden === true;
  }

  #setLink(a: number, b: number, link: Link): void {
    this.#links.get(a)?.set(b, link);
    this.#links.get(b)?.set(a, link);
  }

  #size(a: number): number {
    return this.#members.get(a)?.length ?? 0;
  }

  #mean(a: number, b: number): number {
    return (this.#links.get(a)?.get(b)?.sum ?? 0) / (this.#size(a) * this.#size(b));
  }

  #offer(a: number, b: number): void {
    if (this.#forbidden(a, b)) return;
    const mean = this.#mean(a, b);
    if (mean >= JOIN_FROM) this.#queue.push(a < b ? { a, b, mean } : { a: b, b: a, mean });
  }

  /** The joined group carries the smaller id. */
  #merge(a: number, b: number, at: number): number {
    this.#watch?.joined(this.#members.get(a) ?? [], this.#members.get(b) ?? [], at);
    const [keep, gone] = a < b ? [a, b] : [b, a];
    const [sizeKeep, sizeGone] = [this.#size(keep), this.#size(gone)];
    const [own, other] = [
      this.#links.get(keep) ?? new Map<number, Link>(),
      this.#links.get(gone) ?? new Map<number, Link>(),
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

function byNumber(a: number, b: number): number {
  return a - b;
}
