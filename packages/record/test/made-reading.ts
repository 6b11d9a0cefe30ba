import type {
  ActorKind,
  Claim,
  Counted,
  CountRange,
  EventType,
  Mode,
  PlaceLevel,
  Reading,
  Span,
  Status,
} from "@dateline/model";
import { EVIDENCE_FIELDS, READING_FORMAT, reportOf } from "@dateline/model";

/** A claim as a test writes it: each value is a piece of the report's text. */
export interface MadeClaim {
  readonly trigger: string;
  readonly type?: EventType;
  readonly mode?: Mode;
  readonly event?: string;
  readonly agents?: readonly string[];
  readonly targets?: readonly string[];
  readonly place?: {
    readonly name: string;
    readonly country?: string;
    readonly level?: PlaceLevel;
    readonly at?: readonly [number, number];
    readonly geonames?: number;
  };
  readonly time?: { readonly words: string; readonly earliest: string; readonly latest?: string };
  readonly status?: Status;
  /** From who first says so on. */
  readonly says?: readonly string[];
  readonly counts?: Readonly<Partial<Record<Counted, CountRange>>>;
}

export interface MadeReport {
  readonly id?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly text: string;
  readonly claims?: readonly MadeClaim[];
  readonly kinds?: Readonly<Record<string, ActorKind>>;
  readonly reader?: string;
}

/** A reading with the given claims; names of actors and places that stand in the text become entities and places. */
export function madeReading(made: MadeReport): Reading {
  const { text, claims = [] } = made;
  const report = reportOf({
    text,
    id: made.id,
    title: made.title,
    publisher: made.publisher,
    published: made.published,
    url: made.url,
  });
  const actors = [...new Set(claims.flatMap((c) => [...(c.agents ?? []), ...(c.targets ?? []), ...(c.says ?? [])]))];
  const entityOf = (name: string): string => `e${actors.indexOf(name) + 1}`;
  const kindOf = (name: string): ActorKind => made.kinds?.[name] ?? (/Reuters|AFP|AP$/.test(name) ? "media" : "other");
  return {
    format: READING_FORMAT,
    reader: { version: made.reader ?? "1", model: "m", rules: "r" },
    report,
    sentences: [{ start: 0, end: text.length }],
    names: actors
      .filter((a) => /^\p{Lu}/u.test(a))
      .map((a) => ({ ...spanOf(text, a), kind: "person", entity: entityOf(a) })),
    entities: actors.map((name) => ({
      id: entityOf(name),
      name,
      kind: kindOf(name),
      mentions: [{ ...spanOf(text, name), form: /^\p{Lu}/u.test(name) ? "name" : "nominal" }],
      roles: [],
      country: null,
      codes: {},
      link: null,
    })),
    places: claims.flatMap((c, i) => (c.place === undefined ? [] : [placeOf(text, c.place, i)])),
    times: claims.flatMap((c, i) =>
      c.time === undefined
        ? []
        : [
            {
              id: `t${i}`,
              ...spanOf(text, c.time.words),
              kind: "date" as const,
              value: valueOfTime(c.time),
              timex: null,
              earliest: c.time.earliest,
              latest: c.time.latest ?? c.time.earliest,
              anchor: "text",
            },
          ],
    ),
    attributions: [],
    claims: claims.map((c, i) => claimOf(text, c, i, entityOf)),
    notes: [],
  };
}

function valueOfTime(t: NonNullable<MadeClaim["time"]>): string {
  return t.latest === undefined ? t.earliest : `${t.earliest}/${t.latest}`;
}

function placeOf(text: string, p: NonNullable<MadeClaim["place"]>, i: number): Reading["places"][number] {
  const [lat, lon] = p.at ?? [null, null];
  return {
    id: `p${i}`,
    name: p.name,
    mentions: [spanOf(text, p.name)],
    country: p.country ?? null,
    level: p.level ?? "city",
    lat,
    lon,
    radiusKm: null,
    geonames: p.geonames ?? null,
    rule: "made",
    alternatives: [],
  };
}

function claimOf(text: string, c: MadeClaim, i: number, entityOf: (name: string) => string): Claim {
  const trigger = spanOf(text, c.trigger);
  const said = {
    agents: c.agents ?? [],
    targets: c.targets ?? [],
    place: c.place === undefined ? [] : [c.place.name],
    time: c.time === undefined ? [] : [c.time.words],
    type: [c.trigger],
    status: [],
    counts: c.counts === undefined ? [] : [c.trigger],
  };
  return {
    id: `c${i + 1}`,
    event: c.event ?? `v${i + 1}`,
    span: sentenceAround(text, trigger),
    trigger,
    type: c.type ?? "ASSAULT",
    mode: c.mode ?? null,
    context: [],
    agents: (c.agents ?? []).map(entityOf),
    targets: (c.targets ?? []).map(entityOf),
    instruments: [],
    place: c.place === undefined ? null : `p${i}`,
    time: c.time === undefined ? null : { id: `t${i}`, value: valueOfTime(c.time) },
    status: c.status ?? "happened",
    sources: (c.says ?? []).map((s) => ({ entity: entityOf(s), attribution: null, form: "indirect", channel: null })),
    counts: c.counts ?? {},
    evidence: Object.fromEntries(
      EVIDENCE_FIELDS.map((f) => [f, said[f].map((w) => spanOf(text, w))]),
    ) as unknown as Claim["evidence"],
    confidence: 0.8,
    notes: [],
  };
}

/** The first place where words stand in a text. */
function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in the text`);
  return { start, end: start + words.length };
}

function sentenceAround(text: string, at: Span): Span {
  const before = text.lastIndexOf(".", at.start - 1);
  const after = text.indexOf(".", at.end);
  const start = before < 0 ? 0 : before + 1;
  return {
    start: text[start] === " " || text[start] === "\n" ? start + 1 : start,
    end: after < 0 ? text.length : after + 1,
  };
}
