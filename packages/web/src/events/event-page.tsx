import type { EventField, Origin, RecordEvent } from "@dateline/model";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { api } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { useQueryState } from "../app/query-state.ts";
import { JudgeButtons, JudgementSign } from "../decide/judge-buttons.tsx";
import { searchFor } from "../search/search-for.ts";
import { StatusGlyph, StatusLegend } from "../values/status.tsx";
import { corroborationText } from "../values/text.ts";
import { ClockFields } from "./clock-fields.tsx";
import { EventFields } from "./event-fields.tsx";
import { EventItem } from "./event-item.tsx";
import { EventTools } from "./event-tools.tsx";
import { Tellings } from "./tellings.tsx";

export function EventPage({ id }: { readonly id: string }): ReactNode {
  const [{ asOf = "", saidBy = "" }] = useQueryState();
  const event = useQuery({ queryKey: ["event", id, asOf, saidBy], queryFn: () => api.event(id, { asOf, saidBy }) });
  return (
    <>
      <Loaded of={event}>{(value) => <Event event={value} asked={id} />}</Loaded>
      <ClockFields />
    </>
  );
}

function Event({ event, asked }: { readonly event: RecordEvent; readonly asked: string }): ReactNode {
  const isDisputed = (f: EventField): boolean => f.state === "disputed";
  return (
    <article className="event-page">
      <h1>
        <StatusGlyph status={event.status} /> <JudgementSign judgement={event.judgement} /> <bdi>{event.title}</bdi>
      </h1>
      <p className="quiet">
        <code>{event.id}</code> · {event.type.toLowerCase()}
        {event.mode !== null && ` ${event.mode}`} · {corroborationText(event)}
        {asked !== event.id && event.formerIds.includes(asked) && ` · ${asked} now leads here`}
      </p>
      <JudgeButtons target={{ event: event.id }} judgement={event.judgement} what={`event ${event.id}`} />
      <div className="split">
        <section>
          <h2>What is told</h2>
          <EventFields event={event} fields={event.fields.filter((f) => !isDisputed(f))} />
        </section>
        <section>
          <h2>Disputed</h2>
          {event.fields.some(isDisputed) ? (
            <EventFields event={event} fields={event.fields.filter(isDisputed)} />
          ) : (
            <p className="quiet">Nothing: no two origins contradict each other.</p>
          )}
        </section>
      </div>
      <section>
        <h2>Who says so</h2>
        <ul className="origins">
          {event.origins.map((origin) => (
            <OriginItem key={origin.id} origin={origin} />
          ))}
        </ul>
      </section>
      <section>
        <h2>The words</h2>
        <Tellings event={event} />
        <StatusLegend />
      </section>
      <Parts id={event.id} />
      <EventTools event={event} />
      <p className="quiet">Single values are chosen by the policy “{event.policy}”.</p>
    </article>
  );
}

/** The events that a toll over months adds up, or those that add up this one. */
function Parts({ id }: { readonly id: string }): ReactNode {
  const found = useQuery({ queryKey: ["parts", id], queryFn: () => api.parts(id) });
  const { parts = [], wholes = [] } = found.data ?? {};
  const section = (heading: string, events: typeof parts): ReactNode =>
    events.length > 0 && (
      <section>
        <h2>{heading}</h2>
        <ul className="events">
          {events.map((event) => (
            <EventItem key={event.id} event={event} />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {section("Adds up these events", parts)}
      {section("Part of", wholes)}
    </>
  );
}

function OriginItem({ origin }: { readonly origin: Origin }): ReactNode {
  return (
    <li>
      <StatusGlyph status={origin.position === "denies" ? "denied" : "happened"} />{" "}
      <Link href={searchFor("says", origin.name)}>
        <bdi>{origin.name}</bdi>
      </Link>{" "}
      {origin.position === "denies" && <span className="chip disputed">denies</span>}
      {origin.independent && <span className="chip">independent</span>}
      <span className="quiet">
        {" "}
        {origin.reason}
        {origin.firstSaid !== null && ` · first ${origin.firstSaid}`}
      </span>
    </li>
  );
}
