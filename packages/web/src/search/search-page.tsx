import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { api, type EventHit, type Found, type FoundPage, type ReportHit, type SearchFound } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { FilterField } from "../app/filter-field.tsx";
import { Pager } from "../app/pager.tsx";
import { useQueryState } from "../app/query-state.ts";
import { EventItem } from "../events/event-item.tsx";
import { Chain } from "../values/chain.tsx";
import { StatusGlyph } from "../values/status.tsx";
import { plural } from "../values/text.ts";

const SIZE = 25;

const FIELDS: readonly (readonly [string, string])[] = [
  ["killed in:Mali,Niger", "words and places; alternatives by comma"],
  ["by:police to:students", "who did it, to whom; actor: for either"],
  ["says:Parly via:Reuters", "who first says so, by way of whom"],
  ["type:assault -status:denied", "what, and whether it happened; - leaves out"],
  ["killed:>=5 origins:>=2", "numbers that a claim counts; independent origins"],
  ["since:2020-05 said-until:2020-06-05", "when it happened, when it was published"],
  ['"market square" is:disputed', "words next to each other; events on which origins differ"],
];

/** The search language over claims and texts; the query stands in the address. */
export function SearchPage(): ReactNode {
  const [{ q = "", offset: from = "0" }, setState] = useQueryState();
  const offset = Number(from);
  const found = useQuery({
    queryKey: ["search", q, offset],
    queryFn: () => api.search({ q, offset, limit: SIZE }),
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <>
      <h1>Search</h1>
      <search className="filters wide">
        <FilterField label="What is told and who says so" value={q} onChange={(v) => setState({ q: v, offset: "" })} />
      </search>
      {q.trim() === "" ? (
        <Help onTry={(text) => setState({ q: text })} />
      ) : found.error !== null ? (
        <p className="fault" role="alert">
          {found.error.message}
        </p>
      ) : (
        <Loaded of={found}>
          {(value) => <Results found={value} offset={offset} onMove={(o) => setState({ offset: String(o) })} />}
        </Loaded>
      )}
    </>
  );
}

function Help({ onTry }: { readonly onTry: (text: string) => void }): ReactNode {
  return (
    <dl className="search-help">
      {FIELDS.map(([example, meaning]) => (
        <div key={example}>
          <dt>
            <button type="button" className="value" onClick={() => onTry(example)}>
              <code>{example}</code>
            </button>
          </dt>
          <dd className="quiet">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ResultsProps {
  readonly found: SearchFound;
  readonly offset: number;
  readonly onMove: (offset: number) => void;
}

function Results({ found: { events, reports }, offset, onMove }: ResultsProps): ReactNode {
  const total = Math.max(events.total, reports.total);
  if (total === 0) return <p className="empty">Nothing in this record answers.</p>;
  return (
    <>
      <h2>{countText(events, "event")}</h2>
      <ul className="events">
        {events.items.map((hit) => (
          <EventHitItem key={hit.event.id} hit={hit} />
        ))}
      </ul>
      {reports.total > 0 && <h2>{countText(reports, "report")} with these words</h2>}
      <ul className="events">
        {reports.items.map((hit) => (
          <ReportHitItem key={hit.report} hit={hit} />
        ))}
      </ul>
      <Pager total={total} offset={offset} size={SIZE} onMove={onMove} />
    </>
  );
}

function countText({ total, atLeast }: FoundPage<unknown>, noun: string): string {
  return `${atLeast ? "At least " : ""}${plural(total, noun)}`;
}

function EventHitItem({ hit: { event, claims, answering } }: { readonly hit: EventHit }): ReactNode {
  return (
    <EventItem event={event}>
      <ul className="hits">
        {claims.map(({ claim, ...found }) => (
          <li key={claim.id}>
            <Link
              className="hit-words"
              href={`/r/${encodeURIComponent(claim.report)}?claim=${encodeURIComponent(claim.claim.id)}`}
            >
              <Marked found={found} />
            </Link>
            <p className="quiet">
              <StatusGlyph status={claim.status} />{" "}
              <Chain
                links={claim.chain.flatMap((l) => [l.name, ...(l.channel === null ? [] : [l.channel])])}
                publisher={claim.publisher}
              />{" "}
              · {claim.published ?? "no date"}
            </p>
          </li>
        ))}
        {answering > claims.length && <li className="quiet">and {plural(answering - claims.length, "more claim")}</li>}
      </ul>
    </EventItem>
  );
}

function ReportHitItem({ hit }: { readonly hit: ReportHit }): ReactNode {
  return (
    <li className="event">
      <Link href={`/r/${encodeURIComponent(hit.report)}`} className="title">
        <bdi>{hit.title ?? "Untitled report"}</bdi>
      </Link>
      <p className="facts">
        <span className="date">{hit.published ?? "no date"}</span>
        <span>{hit.publisher ?? "publisher not told"}</span>
      </p>
      <p className="hit">
        <Marked found={hit} />
      </p>
    </li>
  );
}

function Marked({ found: { snippet, marks } }: { readonly found: Found }): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push(snippet.slice(at, start), <mark key={start}>{snippet.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <span dir="auto">
      {pieces}
      {snippet.slice(at)}
    </span>
  );
}
