import { type ActorsData, actorsData } from "./actors/index.ts";
import { type AttributionData, attributionData } from "./attribution/index.ts";
import { type EventsData, eventsData } from "./events/index.ts";
import { type NamesData, namesData } from "./names/index.ts";
import { type ParseData, parseData } from "./parse/index.ts";
import { type PlaceData, placeData } from "./place/index.ts";
import type { Resources } from "./resources.ts";
import { type SentencesData, sentencesData } from "./sentences/index.ts";
import { type TagsData, tagsData } from "./tags/index.ts";
import { type TimeData, timeData } from "./time/index.ts";
import { type TokensData, tokensData } from "./tokens/index.ts";
import type { Trace } from "./trace.ts";

/** What the steps look up, one field a layer, and the trace (null where none is wanted). */
export interface Context {
  readonly tokens: TokensData;
  readonly sentences: SentencesData;
  readonly tags: TagsData;
  readonly parse: ParseData;
  readonly names: NamesData;
  readonly time: TimeData;
  readonly place: PlaceData;
  readonly actors: ActorsData;
  readonly attribution: AttributionData;
  readonly events: EventsData;
  readonly trace: Trace | null;
}

export function contextOf(resources: Resources): Context {
  return {
    tokens: tokensData(resources),
    sentences: sentencesData(resources),
    tags: tagsData(resources),
    parse: parseData(resources),
    names: namesData(resources),
    time: timeData(resources),
    place: placeData(resources),
    actors: actorsData(resources),
    attribution: attributionData(resources),
    events: eventsData(resources),
    trace: null,
  };
}
