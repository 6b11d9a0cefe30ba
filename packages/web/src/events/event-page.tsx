import type { EventField, FieldState, Origin, RecordClaim, RecordEvent } from "@dateline/model";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { api } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { Chain } from "../values/chain.tsx";
import { StatusGlyph, StatusLegend } from "../values/status.tsx";
import { corroborationText } from "../values/text.ts";

export function EventPage({ id }: { readonly id: string }): ReactNode {
  const event = useQuery({ queryKey: ["event", id], queryFn: () => api.event(id) });
  return <Loaded of={event}>{(value) => <Event event={value} asked={id} />}</Loaded>;
}

const FIELD_NAMES: Readonly<Record<string, string>> = { agents: "who", targets: "whom", place: "where", time: "when" };

function fieldName(name: string): string {
  return FIELD_NAMES[name] ?? name.replace("counts.", "");
}

function Event({ event, asked }: { readonly event: RecordEvent; readonly asked: string }): ReactNode {
  const isDisputed = (f: EventField): boolean => f.state === "disputed";
  const origins = new Map(event.origins.map((o) => [o.id, o.name]));
  return (
    <article className="event-page">
      <h1>
        <StatusGlyph status={event.status} /> <bdi>{event.title}</bdi>
      </h1>
      <p className="quiet">
        <code>{event.id}</code> · {event.type.toLowerCase()}
        {event.mode !== null && ` ${event.mode}`} · {corroborationText(event)}
        {asked !== event.id && event.formerIds.includes(asked) && ` · ${asked} now leads here`}
      </p>
      <div className="split">
        <section>
          <h2>What is told</h2>
          <Fields fields={event.fields.filter((f) => !isDisputed(f))} origins={origins} />
        </section>
        <section>
          <h2>Disputed</h2>
          {event.fields.some(isDisputed) ? (
            <Fields fields={event.fields.filter(isDisputed)} origins={origins} />
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
        <ol className="tellings">
          {event.members.map((claim) => (
            <Telling key={claim.id} claim={claim} />
          ))}
        </ol>
        <StatusLegend />
      </section>
      <p className="quiet">Single values are chosen by the policy “{event.policy}”.</p>
    </article>
  );
}

const STATES: Readonly<Record<FieldState, string>> = {
  agreed: "",
  finer: "some less precise",
  updated: "updated",
  disputed: "disputed",
};

interface FieldsProps {
  readonly fields: readonly EventField[];
  readonly origins: ReadonlyMap<string, string>;
}

/** Each field with its chosen value and, where origins differ, every value with who says it. */
function Fields({ fields, origins }: FieldsProps): ReactNode {
  return (
    <dl className="fields">
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{fieldName(field.name)}</dt>
          <dd>
            {field.state !== "disputed" && <bdi>{field.chosen.label}</bdi>}
            {STATES[field.state] !== "" && field.state !== "disputed" && (
              <span className="chip">{STATES[field.state]}</span>
            )}
            {field.state !== "agreed" && (
              <ul>
                {field.values.map((value) => (
                  <li key={value.label}>
                    <strong>
                      <bdi>{value.label}</bdi>
                    </strong>{" "}
                    <span className="quiet">{value.origins.map((id) => origins.get(id) ?? id).join("; ")}</span>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OriginItem({ origin }: { readonly origin: Origin }): ReactNode {
  return (
    <li>
      <StatusGlyph status={origin.position === "denies" ? "denied" : "happened"} /> <bdi>{origin.name}</bdi>{" "}
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

/** One claim with its words, and the way to them in their report. */
function Telling({ claim }: { readonly claim: RecordClaim }): ReactNode {
  const links = claim.chain.flatMap((link) => [link.name, ...(link.channel === null ? [] : [link.channel])]);
  const href = `/r/${encodeURIComponent(claim.report)}?claim=${encodeURIComponent(claim.claim.id)}`;
  return (
    <li>
      <p className="by">
        <StatusGlyph status={claim.status} /> <Chain links={links} publisher={claim.publisher} />
        <span className="date">{claim.published ?? "no date"}</span>
      </p>
      <blockquote dir="auto">
        <Link href={href}>{claim.quote}</Link>
      </blockquote>
      <p className="quiet">
        <bdi>{claim.title ?? "Untitled report"}</bdi>
      </p>
    </li>
  );
}
