import { EVENT_TYPES, STATUSES } from "@dateline/model";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { FilterField } from "../app/filter-field.tsx";
import { Pager } from "../app/pager.tsx";
import { type QueryState, useQueryState } from "../app/query-state.ts";
import { StatusLegend } from "../values/status.tsx";
import { ClockFields } from "./clock-fields.tsx";
import { EventItem } from "./event-item.tsx";
import { SelectField } from "./select-field.tsx";

const SIZE = 50;

export function EventsPage(): ReactNode {
  const [state, setState] = useQueryState();
  const offset = Number(state.offset ?? 0);
  const change = (next: QueryState): void => setState({ offset: "", ...next });
  const {
    text = "",
    actor = "",
    says = "",
    type = "",
    status = "",
    since = "",
    until = "",
    disputed = "",
    asOf = "",
    saidBy = "",
  } = state;
  const events = useQuery({
    queryKey: ["events", text, actor, says, type, status, since, until, disputed, asOf, saidBy, offset],
    queryFn: () =>
      api.events({
        text,
        actor,
        says,
        type,
        status,
        since,
        until,
        disputed,
        asOf,
        saidBy,
        offset,
        limit: SIZE,
        sort: "date",
      }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h1>Events</h1>
      <search className="filters">
        <FilterField label="Words" value={text} onChange={(v) => change({ text: v })} />
        <FilterField label="Who or whom" value={actor} onChange={(v) => change({ actor: v })} />
        <FilterField label="Who says so" value={says} onChange={(v) => change({ says: v })} />
        <SelectField label="Type" value={type} options={EVENT_TYPES} onChange={(v) => change({ type: v })} />
        <SelectField label="Status" value={status} options={STATUSES} onChange={(v) => change({ status: v })} />
        <FilterField label="From" type="date" value={since} onChange={(v) => change({ since: v })} />
        <FilterField label="To" type="date" value={until} onChange={(v) => change({ until: v })} />
        <label className="check">
          <input
            type="checkbox"
            checked={disputed === "true"}
            onChange={(e) => change({ disputed: e.target.checked ? "true" : "" })}
          />
          disputed only
        </label>
      </search>
      <ClockFields />
      <Loaded of={events}>
        {({ items, total }) =>
          items.length === 0 ? (
            <p className="empty">No event matches.</p>
          ) : (
            <>
              <ul className="events">
                {items.map((event) => (
                  <EventItem key={event.id} event={event} />
                ))}
              </ul>
              <Pager
                total={total}
                offset={offset}
                size={SIZE}
                onMove={(o) => setState({ offset: o === 0 ? "" : String(o) })}
              />
              <StatusLegend />
            </>
          )
        }
      </Loaded>
    </>
  );
}
