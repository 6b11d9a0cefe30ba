import type { EventRow } from "@dateline/model";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { api } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { FilterField } from "../app/filter-field.tsx";
import { useQueryState } from "../app/query-state.ts";
import { EventItem } from "../events/event-item.tsx";
import { plural } from "../values/text.ts";
import { isPlaced, MapView, type PlacedEvent } from "./map-view.tsx";

const MOST = 1000;

export function MapPage(): ReactNode {
  const [state, setState] = useQueryState();
  const { text = "", since = "", until = "", event } = state;
  const events = useQuery({
    queryKey: ["map", text, since, until],
    queryFn: () => api.events({ text, since, until, limit: MOST }),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (event !== undefined) document.getElementById(`on-map-${event}`)?.scrollIntoView({ block: "nearest" });
  }, [event]);
  return (
    <>
      <h1>Map</h1>
      <search className="filters">
        <FilterField label="Words" value={text} onChange={(v) => setState({ text: v })} />
        <FilterField label="From" type="date" value={since} onChange={(v) => setState({ since: v })} />
        <FilterField label="To" type="date" value={until} onChange={(v) => setState({ until: v })} />
      </search>
      <Loaded of={events}>
        {({ items, total }) => (
          <Placed
            items={items}
            total={total}
            chosen={event}
            onChoose={(id) => setState({ event: id === event ? "" : id })}
          />
        )}
      </Loaded>
    </>
  );
}

interface PlacedProps {
  readonly items: readonly EventRow[];
  readonly total: number;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The map, the list that mirrors it, and the tray of what has no place on it. */
function Placed({ items, total, chosen, onChoose }: PlacedProps): ReactNode {
  const placed: readonly PlacedEvent[] = items.filter(isPlaced);
  const others = items.filter((e) => !isPlaced(e));
  return (
    <div className="map-page">
      <MapView events={placed} chosen={chosen} onChoose={onChoose} />
      <p className="quiet key">
        <span className="dot" aria-hidden="true" /> town or site <span className="swatch" aria-hidden="true" /> area
        only: the report tells no point
        {total > items.length && ` · the ${items.length} latest of ${total} events are shown`}
      </p>
      <div className="split">
        <section>
          <h2>{plural(placed.length, "event")} on the map</h2>
          <ul className="events">
            {placed.map((e) => (
              <EventItem key={e.id} event={e} id={`on-map-${e.id}`} isChosen={e.id === chosen} />
            ))}
          </ul>
        </section>
        <section>
          <h2>{others.length} not on the map</h2>
          <p className="quiet">No place told, or one that could not be found.</p>
          <ul className="events">
            {others.map((e) => (
              <EventItem key={e.id} event={e} />
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
