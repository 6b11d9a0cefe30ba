import type { FeatureCollection, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-50m.json";

/** Outlines of the countries (Natural Earth, public domain), bundled: no tile is fetched from anywhere. */
export const countries: FeatureCollection<Geometry, { readonly name: string }> = outlines();

function outlines(): FeatureCollection<Geometry, { readonly name: string }> {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(topology, topology.objects.countries);
}
