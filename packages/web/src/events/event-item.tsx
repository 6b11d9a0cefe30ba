import type { EventRow } from "@dateline/model";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { JudgementSign } from "../decide/judge-buttons.tsx";
import { StatusGlyph } from "../values/status.tsx";
import { corroborationText, countsText, placeText, timeText } from "../values/text.ts";

interface EventItemProps {
  readonly event: EventRow;
  /** Of the element, where something scrolls to it. */
  readonly id?: string;
  readonly isChosen?: boolean;
  /** What stands below, where a list shows more of it. */
  readonly children?: ReactNode;
}

/** An event in a list: what is told, when, where, and on how many reports and origins it rests. */
export function EventItem({ event, id, isChosen = false, children }: EventItemProps): ReactNode {
  const counts = countsText(event.counts);
  return (
    <li className={isChosen ? "event is-chosen" : "event"} id={id}>
      <Link href={`/e/${encodeURIComponent(event.id)}`} className="title">
        <StatusGlyph status={event.status} /> <JudgementSign judgement={event.judgement} /> <bdi>{event.title}</bdi>
      </Link>
      <p className="facts">
        <span className="date">{timeText(event.time)}</span>
        <span>{placeText(event.place)}</span>
        {counts !== "" && <span>{counts}</span>}
        <span className="corroboration">{corroborationText(event)}</span>
        {event.disputed.length > 0 && <span className="chip disputed">disputed: {event.disputed.join(", ")}</span>}
        {event.denied && <span className="chip disputed">denied by some</span>}
        <code>{event.id}</code>
      </p>
      {children}
    </li>
  );
}
