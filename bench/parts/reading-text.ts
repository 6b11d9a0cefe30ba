import {
  type Attribution,
  type Claim,
  type Entity,
  type Name,
  type Place,
  READING_FORMAT,
  type Reading,
  type Report,
  type Span,
  type Time,
} from "@dateline/model";
import type { MadeParagraph } from "./made-readings.ts";
import type { MadeActor, MadePlace } from "./made-world.ts";

const STAMP = { version: "1", model: "m", rules: "r" };

/** A text in the making, with the claims that it tells. */
export class ReadingText {
  readonly #parts: string[] = [];
  #length = 0;
  readonly #entities = new Map<string, Entity & { readonly mentions: Entity["mentions"][number][] }>();
  readonly #places = new Map<string, Place & { readonly mentions: Span[] }>();
  readonly #names: Name[] = [];
  readonly #times: Time[] = [];
  readonly #attributions: Attribution[] = [];
  readonly #claims: Claim[] = [];
  readonly #sentences: Span[] = [];
  readonly #events = new Map<object, string>();

  say(words: string): Span {
    const start = this.#length;
    this.#parts.push(words);
    this.#length += words.length;
    return { start, end: this.#length };
  }

  /** "Deno Front killed Talo Miran in Gulba on 2015-06-07, Sana Korde said. …" */
  paragraph(p: MadeParagraph, date: string): void {
    const start = this.#length;
    const { deed, tells } = p;
    const who = tells.who ? this.#actor(deed.who) : undefined;
    if (who === undefined) this.say("They");
    this.say(" ");
    const trigger = this.say(p.trigger);
    this.say(" ");
    const whom = tells.whom ? this.#actor(deed.whom) : undefined;
    this.say(` ${p.detail}`);
    if (p.killed > 0) this.say(", ");
    const count = p.killed > 0 ? this.say(`${p.killed} people`) : undefined;
    const place = tells.where ? this.#place(deed.place) : undefined;
    const time = tells.when ? this.#time(date) : undefined;
    const end = this.#length;
    const said = p.speaker === null ? undefined : this.#said(p.speaker, { start, end });
    this.say(". ");
    this.#sentences.push({ start, end: this.#length });
    this.say(`${p.filler}\n`);
    const id = this.#claims.length + 1;
    const event = this.#events.get(deed) ?? `v${this.#events.size + 1}`;
    this.#events.set(deed, event);
    this.#claims.push({
      id: `c${id}`,
      event,
      span: { start, end },
      trigger,
      type: deed.type,
      mode: deed.mode,
      context: [],
      agents: who === undefined ? [] : [who.id],
      targets: whom === undefined ? [] : [whom.id],
      instruments: [],
      place: place?.id ?? null,
      time: time === undefined ? null : { id: time.id, value: date },
      status: "happened",
      sources: said === undefined ? [] : [said],
      counts: count === undefined ? {} : { killed: [p.killed, p.killed] },
      evidence: {
        type: [trigger],
        agents: spans(who),
        targets: spans(whom),
        place: spans(place),
        time: spans(time),
        status: [],
        counts: count === undefined ? [] : [count],
      },
      confidence: 0.6,
      notes: [],
    });
  }

  /** The reading of the finished text. */
  reading(reportOf: (text: string) => Report): Reading {
    return {
      format: READING_FORMAT,
      reader: STAMP,
      report: reportOf(this.#parts.join("")),
      sentences: this.#sentences,
      names: this.#names,
      entities: [...this.#entities.values()],
      places: [...this.#places.values()],
      times: this.#times,
      attributions: this.#attributions,
      claims: this.#claims,
      notes: [],
    };
  }

  #actor(actor: MadeActor): Found {
    const at = this.say(actor.name);
    const named = /\p{Lu}/u.test(actor.name);
    let entity = this.#entities.get(actor.name);
    if (entity === undefined) {
      const { name, kind, country } = actor;
      entity = {
        id: `e${this.#entities.size + 1}`,
        name,
        kind,
        mentions: [],
        roles: [],
        country,
        codes: {},
        link: null,
      };
      this.#entities.set(actor.name, entity);
    }
    entity.mentions.push({ ...at, form: named ? "name" : "nominal" });
    if (named)
      this.#names.push({ ...at, kind: actor.kind === "person" ? "person" : "organization", entity: entity.id });
    return { ...at, id: entity.id };
  }

  #place(told: MadePlace): Found {
    this.say(" in ");
    const at = this.say(told.name);
    let place = this.#places.get(told.name);
    if (place === undefined) {
      const id = `p${this.#places.size + 1}`;
      place = { ...told, id, mentions: [], radiusKm: 10, rule: "made", alternatives: [] };
      this.#places.set(told.name, place);
    }
    place.mentions.push(at);
    this.#names.push({ ...at, kind: "location" });
    return { ...at, id: place.id };
  }

  #time(date: string): Found {
    this.say(" on ");
    const at = this.say(date);
    const id = `t${this.#times.length + 1}`;
    this.#times.push({
      ...at,
      id,
      kind: "date",
      value: date,
      timex: date,
      earliest: date,
      latest: date,
      anchor: "text",
    });
    return { ...at, id };
  }

  #said(speaker: MadeActor, content: Span): Claim["sources"][number] {
    this.say(", ");
    const source = this.#actor(speaker);
    this.say(" ");
    const cue = this.say("said");
    const id = `s${this.#attributions.length + 1}`;
    const { start, end } = source;
    const of = { source: { start, end }, cue, content: [content], entity: source.id };
    this.#attributions.push({ id, ...of, form: "indirect", channel: null, outer: null });
    return { entity: source.id, attribution: id, form: "indirect", channel: null };
  }
}

interface Found extends Span {
  readonly id: string;
}

function spans(found: Found | undefined): readonly Span[] {
  return found === undefined ? [] : [{ start: found.start, end: found.end }];
}
