import { join } from "./hash.ts";

/** Room for the features of one token. */
export const MOST_FEATURES = 320;

/** Collects feature hashes: each is a template number joined with a value. */
export class Row {
  readonly out: Uint32Array;
  n = 0;
  constructor(out: Uint32Array) {
    this.out = out;
  }
  add(template: number, value: number): void {
    if (this.n < MOST_FEATURES) this.out[this.n++] = join(Math.imul(template + 1, 0x3c6ef372), value);
  }
  bits(template: number, mask: number): void {
    for (let rest = mask; rest !== 0; rest &= rest - 1) this.add(template, 31 - Math.clz32(rest & -rest));
  }
}
