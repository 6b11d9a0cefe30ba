import { createHash } from "node:crypto";
import {
  type Claim,
  EVIDENCE_FIELDS,
  type EventType,
  type Mode,
  READING_FORMAT,
  type Reading,
  type Span,
} from "@dateline/model";

/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES =
  "ba be bo da de do fa ga go ka ki ko la le lo ma me mo na ne no ra ri ro sa se so ta te to va vi za zo".split(" ");
const COUNTRIES = "ML NE BF NG TD SD SO ET CD CF MZ CM YE SY IQ AF MM CO".split(" ");
const DEEDS: readonly (readonly [trigger: string, type: EventType, mode: Mode | null])[] = [
  ["killed", "ASSAULT", null],
  ["attacked", "ASSAULT", "firearms"],
  ["bombed", "ASSAULT", "explosives"],
  ["abducted", "ASSAULT", "abduct"],
  ["arrested", "COERCE", "arrest"],
  ["besieged", "COERCE", "restrict"],
  ["protested against", "PROTEST", "demo"],
  ["met with", "CONSULT", null],
  ["accused", "ACCUSE", null],
  ["threatened", "THREATEN", null],
];
const FILLERS =
  "market road school river harvest rain clinic convoy bridge border family village water market night morning patrol camp meeting price fuel trader elder teacher council district season field well".split(
    " ",
  );
const DAY = 86_400_000;

/** A made deed: several reports tell it. */
interface Deed {
  readonly deed: (typeof DEEDS)[number];
  readonly who: string;
  readonly whom: string;
  readonly place: number;
  readonly day: number;
  readonly killed: number;
}

/** The world that reports tell of. */
export interface World {
  readonly deeds: readonly Deed[];
  readonly places: readonly {
    readonly name: string;
    readonly country: string;
    readonly lat: number;
    readonly lon: number;
  }[];
  readonly outlets: readonly string[];
}

/** A world in which `deeds` deeds happen over `days` days. */
export function worldOf(random: () => number, size: { readonly deeds: number; readonly days: number }): World {
  const name = (): string => {
    const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, SYLLABLES)).join("");
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const places = Array.from({ length: 400 }, () => ({
    name: name(),
    country: pick(random, COUNTRIES),
    lat: random() * 40 - 10,
    lon: random() * 60 - 10,
  }));
  const groups = Array.from(
    { length: 60 },
    () => `${name()} ${pick(random, ["Front", "Army", "Brigade", "Movement", "Police"])}`,
  );
  const deeds = Array.from(
    { length: size.deeds },
    (): Deed => ({
      deed: pick(random, DEEDS),
      who: pick(random, groups),
      whom: random() < 0.5 ? `${name()} ${name()}` : pick(random, groups),
      place: Math.floor(random() * places.length),
      day: Math.floor(random() * size.days),
      killed: Math.floor(random() * 20),
    }),
  );
  return {
    deeds,
    places,
    outlets: Array.from({ length: 120 }, () => `${name()} ${pick(random, ["Times", "Post", "Radio", "News"])}`),
  };
}

/** One made report: a third are copies of an earlier one, with a head line or a cut. */
export function madeReading(world: World, random: () => number, i: number): Reading {
  return random() < 0.33 && i > 10 ? copyOf(world, random, i) : freshReading(world, random, i, `r${i}`);
}

/** Copies are made from the number of the copied report alone, so that none has to be kept. */
function copyOf(world: World, random: () => number, i: number): Reading {
  const of = Math.max(0, i - 1 - Math.floor(random() * 300));
  const original = freshReading(world, numbersFrom(of * 7919 + 1), of, `r${i}`);
  const head = `Copy desk of ${pick(random, world.outlets)}, number ${i}.\n`;
  return shifted(original, head, pick(random, world.outlets));
}

function freshReading(world: World, _random: () => number, i: number, id: string): Reading {
  const random = numbersFrom(i * 7919 + 1);
  const at = Math.floor(i * 1.2 + random() * 12) % world.deeds.length;
  const told = Array.from(
    { length: 3 + Math.floor(random() * 4) },
    (_, k) => world.deeds[(at + k * 3) % world.deeds.length],
  ).filter((d) => d !== undefined);
  const text: string[] = [];
  let length = 0;
  const add = (s: string): number => {
    const start = length;
    text.push(s);
    length += s.length;
    return start;
  };
  const claims: Claim[] = [];
  const parts = {
    entities: [] as Reading["entities"][number][],
    places: [] as Reading["places"][number][],
    times: [] as Reading["times"][number][],
    names: [] as Reading["names"][number][],
  };
  let latest = 0;
  told.forEach((d, k) => {
    latest = Math.max(latest, d.day);
    claims.push(claimOf(world, d, k, add, parts));
    for (let s = 0; s < 3; s += 1)
      add(`${Array.from({ length: 14 }, () => pick(random, FILLERS)).join(" ")} ${Math.floor(random() * 1000)}. `);
  });
  const whole = text.join("");
  return {
    format: READING_FORMAT,
    reader: { version: "1", model: "m", rules: "r" },
    report: {
      id,
      title: `Report ${i}`,
      publisher: pick(random, world.outlets),
      published: dateOf(latest + 1),
      publishedFrom: "given",
      language: "en",
      url: null,
      sha256: sha256(whole),
      text: whole,
    },
    sentences: [{ start: 0, end: whole.length }],
    ...parts,
    attributions: [],
    claims,
    notes: [],
  };
}

type Parts = {
  entities: Reading["entities"][number][];
  places: Reading["places"][number][];
  times: Reading["times"][number][];
  names: Reading["names"][number][];
};

function claimOf(world: World, d: Deed, k: number, add: (s: string) => number, parts: Parts): Claim {
  const [trigger, type, mode] = d.deed;
  const place = world.places[d.place];
  if (place === undefined) throw new Error("no such place");
  const span = (words: string): Span => {
    const start = add(words);
    return { start, end: start + words.length };
  };
  const who = span(d.who);
  add(" ");
  const did = span(trigger);
  add(" ");
  const whom = span(d.whom);
  add(" in ");
  const where = span(place.name);
  add(" on ");
  const date = dateOf(d.day);
  const when = span(date);
  add(". ");
  const entity = (id: string, name: string, at: Span): void => {
    parts.entities.push({
      id,
      name,
      kind: /Front|Army|Brigade|Movement|Police/.test(name) ? "armed-group" : "person",
      mentions: [{ ...at, form: "name" }],
      roles: [],
      country: place.country,
      codes: {},
      link: null,
    });
    parts.names.push({ ...at, kind: "organization", entity: id });
  };
  entity(`a${k}`, d.who, who);
  entity(`b${k}`, d.whom, whom);
  parts.places.push({
    id: `p${k}`,
    name: place.name,
    mentions: [where],
    country: place.country,
    level: "city",
    lat: place.lat,
    lon: place.lon,
    radiusKm: 10,
    geonames: d.place + 1,
    rule: "made",
    alternatives: [],
  });
  parts.times.push({
    id: `t${k}`,
    ...when,
    kind: "date",
    value: date,
    timex: date,
    earliest: date,
    latest: date,
    anchor: "text",
  });
  const words = {
    type: [did],
    agents: [who],
    targets: [whom],
    place: [where],
    time: [when],
    status: [],
    counts: d.killed > 0 ? [did] : [],
  };
  return {
    id: `c${k}`,
    event: `v${k}`,
    span: { start: who.start, end: when.end },
    trigger: did,
    type,
    mode,
    context: [],
    agents: [`a${k}`],
    targets: [`b${k}`],
    instruments: [],
    place: `p${k}`,
    time: { id: `t${k}`, value: date },
    status: "happened",
    sources: [],
    counts: d.killed > 0 ? { killed: [d.killed, d.killed] } : {},
    evidence: Object.fromEntries(EVIDENCE_FIELDS.map((f) => [f, words[f]])) as unknown as Claim["evidence"],
    confidence: 0.8,
    notes: [],
  };
}

/** The same reading with a line before its text. */
function shifted(r: Reading, head: string, publisher: string): Reading {
  const by = head.length;
  const move = <T extends Span>(s: T): T => ({ ...s, start: s.start + by, end: s.end + by });
  const text = head + r.report.text;
  return {
    ...r,
    report: { ...r.report, publisher, text, sha256: sha256(text) },
    sentences: [{ start: 0, end: text.length }],
    names: r.names.map(move),
    entities: r.entities.map((e) => ({ ...e, mentions: e.mentions.map(move) })),
    places: r.places.map((p) => ({ ...p, mentions: p.mentions.map(move) })),
    times: r.times.map(move),
    claims: r.claims.map((c) => ({
      ...c,
      span: move(c.span),
      trigger: move(c.trigger),
      evidence: Object.fromEntries(
        EVIDENCE_FIELDS.map((f) => [f, c.evidence[f].map(move)]),
      ) as unknown as Claim["evidence"],
    })),
  };
}

function dateOf(day: number): string {
  return new Date(Date.UTC(2023, 0, 1) + day * DAY).toISOString().slice(0, 10);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function pick<T>(random: () => number, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error("the list is empty");
  return item;
}
