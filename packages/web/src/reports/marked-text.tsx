import type { Claim, Reading } from "@dateline/model";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { claimAt, type Segment, segmentsOf } from "./segments.ts";

interface MarkedTextProps {
  readonly reading: Reading;
  readonly claims: readonly Claim[];
  readonly open: Claim | undefined;
  /** The value whose words are to be shown. */
  readonly field: string | undefined;
  readonly onOpen: (claim: Claim) => void;
}

/** The report's text with every claim's trigger marked; the open claim shows the words of each of its values. */
export function MarkedText({ reading, claims, open, field, onOpen }: MarkedTextProps): ReactNode {
  const { text, language } = reading.report;
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another claim or value is opened
  useEffect(() => {
    const wanted = field === undefined ? ".type" : `.lit.${field}`;
    const target = box.current?.querySelector(wanted) ?? box.current?.querySelector(".open");
    target?.scrollIntoView({ block: "nearest", behavior: "auto" });
  }, [open?.id, field]);
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const at = offsetOf(event);
    const claim = at === undefined ? undefined : claimAt(claims, at);
    if (claim !== undefined) onOpen(claim);
  };
  const numbers = new Map(claims.map((claim, i) => [claim.id, i + 1]));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons on the triggers do the same from the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div className="text" dir="auto" lang={language} ref={box} onClick={onClick}>
      {segmentsOf(text, claims, open).map((segment) => (
        <Marked key={segment.start} segment={segment} text={text} field={field} numbers={numbers} onOpen={onOpen} />
      ))}
    </div>
  );
}

interface MarkedProps {
  readonly segment: Segment;
  readonly text: string;
  readonly field: string | undefined;
  readonly numbers: ReadonlyMap<string, number>;
  readonly onOpen: (claim: Claim) => void;
}

function Marked({ segment, text, field, numbers, onOpen }: MarkedProps): ReactNode {
  const words = text.slice(segment.start, segment.end);
  const [claim] = segment.triggers;
  const look = [
    segment.isInOpen ? "open" : "",
    segment.field === undefined ? "" : `lit ${segment.field}`,
    segment.field !== undefined && segment.field === field ? "chosen" : "",
  ]
    .filter(Boolean)
    .join(" ");
  if (claim === undefined) {
    return look === "" ? (
      <span data-start={segment.start}>{words}</span>
    ) : (
      <mark className={look} data-start={segment.start}>
        {words}
      </mark>
    );
  }
  const number = numbers.get(claim.id);
  return (
    <button
      type="button"
      className={`trigger ${claim.status} ${look}`}
      data-start={segment.start}
      aria-label={`${words}: claim ${number}, ${claim.type.toLowerCase()}, ${claim.status}`}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(claim);
      }}
    >
      {words}
      <sup aria-hidden="true">{number}</sup>
    </button>
  );
}

/** Where in the report's text a click fell. */
function offsetOf(event: MouseEvent<HTMLElement>): number | undefined {
  const segment = (event.target as HTMLElement).closest<HTMLElement>("[data-start]");
  if (segment === null) return undefined;
  const start = Number(segment.dataset.start);
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  return caret != null && segment.contains(caret.offsetNode) ? start + caret.offset : start;
}
