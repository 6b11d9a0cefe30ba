import type { ReactNode } from "react";

interface PagerProps {
  readonly total: number;
  readonly offset: number;
  readonly size: number;
  readonly onMove: (offset: number) => void;
}

/** Which part of a list is shown, with the way to the rest. */
export function Pager({ total, offset, size, onMove }: PagerProps): ReactNode {
  if (total === 0) return null;
  const last = Math.min(total, offset + size);
  return (
    <p className="pager">
      <button type="button" disabled={offset === 0} onClick={() => onMove(Math.max(0, offset - size))}>
        ← Previous
      </button>
      <span>
        {offset + 1}–{last} of {total}
      </span>
      <button type="button" disabled={last >= total} onClick={() => onMove(offset + size)}>
        Next →
      </button>
    </p>
  );
}
