import type { RecordEvent } from "@dateline/model";
import type { RecordStore } from "../store/record-store.ts";
import { type ExportOptions, type Stamp, stampOf } from "./export-options.ts";

/** A FeatureCollection (RFC 7946) of the events that have coordinates, one feature a line. */
export async function* exportGeojson(record: RecordStore, options: ExportOptions = {}): AsyncGenerator<string> {
  const stamp = await stampOf(record, options);
  yield `{"type":"FeatureCollection","features":[`;
  let before = "\n";
  for await (const event of record.allEvents({ ...options, filter: { ...options.filter, placed: true } })) {
    const feature = featureOf(event, stamp);
    if (feature === undefined) continue;
    yield `${before}${JSON.stringify(feature)}`;
    before = ",\n";
  }
  yield "\n]}\n";
}

function featureOf(event: RecordEvent, { asof, policy }: Stamp): object | undefined {
  const { place } = event;
  if (place === null || place.lat === null || place.lon === null) return undefined;
  return {
    type: "Feature",
    id: event.id,
    geometry: { type: "Point", coordinates: [place.lon, place.lat] },
    properties: {
      dateline_id: event.id,
      asof,
      policy,
      n_reports: event.reports,
      n_independent: event.independent,
      title: event.title,
      type: event.type,
      mode: event.mode,
      status: event.status,
      date_start: event.time?.earliest ?? null,
      date_end: event.time?.latest ?? null,
      agents: event.agents,
      targets: event.targets,
      place: place.name,
      country: place.country,
      place_level: place.level,
      radius_km: place.radiusKm,
      counts: event.counts,
      disputed: event.disputed,
      origins: event.origins.filter((o) => o.independent).map((o) => o.name),
    },
  };
}
