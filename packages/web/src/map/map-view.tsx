import type { EventRow, PlaceRef } from "@dateline/model";
import { type GeoProjection, geoCircle, geoDistance, geoNaturalEarth1, geoPath } from "d3-geo";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { countries } from "./land.ts";

const WIDTH = 960;
const HEIGHT = 520;
const EARTH_KM = 6371;
/** Places vaguer than a town are drawn as the area that is told, never as a point. */
const POINT_LEVELS = new Set(["site", "city"]);

export interface PlacedEvent extends EventRow {
  readonly place: PlaceRef & { readonly lat: number; readonly lon: number };
}

export function isPlaced(event: EventRow): event is PlacedEvent {
  return event.place !== null && event.place.lat !== null && event.place.lon !== null;
}

interface MapViewProps {
  readonly events: readonly PlacedEvent[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Events on bundled outlines. The list beside it is its equal for those who cannot use it. */
export function MapView({ events, chosen, onChoose }: MapViewProps): ReactNode {
  const [zoom, setZoom] = useState(1);
  const [shift, setShift] = useState<readonly [number, number]>([0, 0]);
  const drag = useRef<readonly [number, number] | null>(null);
  const projection = useMemo(() => projectionOf(events, zoom, shift), [events, zoom, shift]);
  const path = useMemo(() => geoPath(projection), [projection]);
  const land = useMemo(() => countries.features.map((f) => path(f) ?? ""), [path]);
  const step = (factor: number): void => setZoom((z) => Math.min(64, Math.max(0.5, z * factor)));
  return (
    <div className="map">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Map of ${events.length} events; the list tells the same`}
        onWheel={(e) => step(e.deltaY < 0 ? 1.15 : 1 / 1.15)}
        onPointerDown={(e) => {
          drag.current = [e.clientX, e.clientY];
        }}
        onPointerMove={(e) => {
          if (drag.current === null || e.buttons === 0) return;
          const [x, y] = drag.current;
          const scale = WIDTH / e.currentTarget.clientWidth;
          setShift(([dx, dy]) => [dx + (e.clientX - x) * scale, dy + (e.clientY - y) * scale]);
          drag.current = [e.clientX, e.clientY];
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
      >
        <defs>
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" className="hatch" />
          </pattern>
        </defs>
        <rect width={WIDTH} height={HEIGHT} className="sea" />
        {land.map((d, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the outlines never change their order
          <path key={i} d={d} className="land" />
        ))}
        {[...events].sort(byArea).map((event) => (
          <Mark
            key={event.id}
            event={event}
            projection={projection}
            isChosen={event.id === chosen}
            onChoose={() => onChoose(event.id)}
          />
        ))}
      </svg>
      <p className="zoom">
        <button type="button" aria-label="Zoom in" onClick={() => step(1.6)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => step(1 / 1.6)}>
          −
        </button>
        <button
          type="button"
          onClick={() => {
            setZoom(1);
            setShift([0, 0]);
          }}
        >
          Fit
        </button>
      </p>
    </div>
  );
}

function byArea(a: PlacedEvent, b: PlacedEvent): number {
  return (b.place.radiusKm ?? 0) - (a.place.radiusKm ?? 0);
}

/** Fits the events with room around them; a single place gets its wider surroundings. */
function projectionOf(
  events: readonly PlacedEvent[],
  zoom: number,
  [dx, dy]: readonly [number, number],
): GeoProjection {
  const projection = geoNaturalEarth1();
  const points = events.map((e) => [e.place.lon, e.place.lat] as [number, number]);
  if (points.length === 0) projection.fitSize([WIDTH, HEIGHT], { type: "Sphere" });
  else {
    const [first] = points;
    const spread = Math.max(...points.map((p) => geoDistance(p, first ?? [0, 0])));
    const pad = 60;
    projection.fitExtent(
      [
        [pad, pad],
        [WIDTH - pad, HEIGHT - pad],
      ],
      spread < 0.15
        ? geoCircle()
            .center(first ?? [0, 0])
            .radius(12)()
        : { type: "MultiPoint", coordinates: points },
    );
  }
  const [x, y] = projection.translate();
  return projection
    .scale(projection.scale() * zoom)
    .translate([WIDTH / 2 + (x - WIDTH / 2) * zoom + dx, HEIGHT / 2 + (y - HEIGHT / 2) * zoom + dy]);
}

interface MarkProps {
  readonly event: PlacedEvent;
  readonly projection: GeoProjection;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Mark({ event, projection, isChosen, onChoose }: MarkProps): ReactNode {
  const { lat, lon, level, radiusKm } = event.place;
  const at = projection([lon, lat]);
  if (at === null) return null;
  const isPoint = POINT_LEVELS.has(level);
  const look = `mark ${event.status}${isChosen ? " chosen" : ""}`;
  const common = { className: look, onClick: onChoose };
  const title = <title>{`${event.title} — ${event.place.name}${isPoint ? "" : " (area only)"}`}</title>;
  if (isPoint) {
    return (
      <circle cx={at[0]} cy={at[1]} r={isChosen ? 8 : 5.5} {...common}>
        {title}
      </circle>
    );
  }
  const area = geoCircle()
    .center([lon, lat])
    .radius(((radiusKm ?? 100) / EARTH_KM) * (180 / Math.PI))();
  return (
    <path d={geoPath(projection)(area) ?? ""} fill="url(#hatch)" {...common} className={`${look} area`}>
      {title}
    </path>
  );
}
