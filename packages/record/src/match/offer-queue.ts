/** Two groups that could be joined. */
export interface Offer {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
}

/** A heap with the likeliest offer on top; equal ones in the order of numbers. */
export class OfferQueue {
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
