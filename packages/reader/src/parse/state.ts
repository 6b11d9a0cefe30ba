/** A half-parsed sentence: a stack, the place of the next word, and the arcs so far. The root stands after the last word. */
export class ParseState {
  readonly length: number;
  readonly heads: Int32Array;
  /** Place of each word's relation in the list of relations, plus one; 0 where there is none yet. */
  readonly labels: Int32Array;
  /** The outermost and the next child on either side of each word, -1 where there is none. */
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;
  readonly stack: Int32Array;
  depth = 0;
  next = 0;

  constructor(length: number) {
    const filled = (value: number): Int32Array => new Int32Array(length + 1).fill(value);
    this.length = length;
    this.heads = filled(-2);
    this.labels = filled(0);
    this.left = filled(-1);
    this.left2 = filled(-1);
    this.right = filled(-1);
    this.right2 = filled(-1);
    this.leftCount = new Uint8Array(length + 1);
    this.rightCount = new Uint8Array(length + 1);
    this.stack = new Int32Array(length + 1);
  }

  /** The word `n` below the top of the stack, or -1. */
  below(n: number): number {
    return this.depth > n ? (this.stack[this.depth - 1 - n] ?? -1) : -1;
  }

  get done(): boolean {
    return this.next === this.length && this.depth === 0;
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  pop(): void {
    this.depth--;
  }

  /** Hangs a word on a head to its right or left; the root's place is `length`. */
  attach(word: number, head: number, label: number): void {
    this.heads[word] = head;
    this.labels[word] = label + 1;
    if (word < head) {
      this.left2[head] = this.left[head] ?? -1;
      this.left[head] = word;
      this.leftCount[head] = (this.leftCount[head] ?? 0) + 1;
    } else {
      this.right2[head] = this.right[head] ?? -1;
      this.right[head] = word;
      this.rightCount[head] = (this.rightCount[head] ?? 0) + 1;
    }
  }
}

/** Moves of the arc-hybrid system: shift, hang the top on the next word, hang the top on the word below it. */
export const MOVES = ["shift", "left", "right"] as const;
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** Whether a move is allowed. The root takes one word only, once all others are hung. */
export function allows(state: ParseState, move: number): boolean {
  if (move === SHIFT) return state.next < state.length;
  if (move === RIGHT) return state.depth > 1;
  if (state.depth === 0) return false;
  return state.next < state.length || state.depth === 1;
}
