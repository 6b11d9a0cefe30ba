import type { Telling } from "@dateline/record";

/** About 1.5 kB each. */
const MOST = 40_000;

/**
 * Tellings of late by their numbers: reports of one week are compared with each other over and over. A telling that is told
 * otherwise has another number, so that what is kept here stays true whoever else writes.
 */
export class TellingCache {
  readonly #byNumber = new Map<number, Telling>();

  get(nr: number): Telling | undefined {
    return this.#byNumber.get(nr);
  }

  put(nr: number, telling: Telling): void {
    this.#byNumber.set(nr, telling);
    if (this.#byNumber.size <= MOST) return;
    for (const oldest of this.#byNumber.keys()) {
      this.#byNumber.delete(oldest);
      return;
    }
  }
}
