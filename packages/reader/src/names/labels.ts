import { NAME_KINDS, type NameKind } from "@dateline/model";

/** Label 0 is outside; each kind has four: begin, inside, last, unit (a name of one token). */
export const OUTSIDE = 0;
export const BEGIN = 0;
export const INSIDE = 1;
export const LAST = 2;
export const UNIT = 3;

/** Number of labels: outside and four a kind. */
export const LABELS: number = 1 + 4 * NAME_KINDS.length;

/** The label of a place (`BEGIN`, `INSIDE`, `LAST`, `UNIT`) in a name of the kind with this index. */
export function labelOf(kind: number, place: number): number {
  return 1 + 4 * kind + place;
}

export function placeOf(label: number): number {
  return (label - 1) & 3;
}

export function kindOf(label: number): NameKind {
  return NAME_KINDS[(label - 1) >> 2] ?? "other";
}

/** Whether a name is open after this label: the next token must go on with it. */
export function isOpen(label: number): boolean {
  return label !== OUTSIDE && placeOf(label) <= INSIDE;
}

/** Whether `next` may follow `label` in a well-formed row of labels. */
export function mayFollow(label: number, next: number): boolean {
  const goesOn = next !== OUTSIDE && (placeOf(next) === INSIDE || placeOf(next) === LAST);
  if (!isOpen(label)) return !goesOn;
  return goesOn && (next - 1) >> 2 === (label - 1) >> 2;
}

/** All pairs of labels that may follow each other, as two parallel rows sorted by the second. */
export function transitions(): { readonly from: Uint8Array; readonly to: Uint8Array } {
  const from: number[] = [];
  const to: number[] = [];
  for (let b = 0; b < LABELS; b++) {
    for (let a = 0; a < LABELS; a++) {
      if (!mayFollow(a, b)) continue;
      from.push(a);
      to.push(b);
    }
  }
  return { from: Uint8Array.from(from), to: Uint8Array.from(to) };
}
