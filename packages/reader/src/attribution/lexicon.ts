import { type Resources, rowsOf } from "../resources.ts";
import { CUE_KINDS, type Cue, type CueKind, type CuePos, type Effect, type Strength } from "./cue.ts";

export type ChannelKind = "social" | "document" | "speech" | "broadcast" | "outlet" | "hearers";
export type SourceKind = "person" | "body" | "document" | "recording" | "outlet";

export type DeedClass = "fought" | "given" | "wordy" | "armed" | "struck";

export interface Channel {
  /** Lower case, a word each. */
  readonly words: readonly string[];
  readonly name: string;
  readonly kind: ChannelKind;
}

/** What this layer looks up: built once for a reader. */
export interface AttributionData {
  /** Cues by part of speech and the lemma of their head; longest first. */
  readonly cues: ReadonlyMap<string, readonly Cue[]>;
  /** Channels by their last word in lower case; longest first. */
  readonly channels: ReadonlyMap<string, readonly Channel[]>;
  /** Heads of unnamed sources and of documents, by lemma. */
  readonly sources: ReadonlyMap<string, SourceKind>;
  /** Words that tell a deed from a saying ("attacked the town"), by lemma. */
  readonly deeds: ReadonlyMap<string, ReadonlySet<DeedClass>>;
}

/** The lexicons `attribution/cues`, `attribution/channels` and `attribution/sources` as look-ups. */
export function attributionData(resources: Resources): AttributionData {
  return {
    cues: cuesOf(rowsOf(resources, "attribution/cues")),
    channels: channelsOf(rowsOf(resources, "attribution/channels")),
    sources: new Map(
      rowsOf(resources, "attribution/sources").map(([head = "", kind = ""]) => [head, kind as SourceKind]),
    ),
    deeds: deedsOf(rowsOf(resources, "attribution/deeds")),
  };
}

function deedsOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<DeedClass>> {
  const map = new Map<string, Set<DeedClass>>();
  for (const [word = "", kind = ""] of rows) map.set(word, (map.get(word) ?? new Set()).add(kind as DeedClass));
  return map;
}

/** A row of `cues.tsv` as a cue. Throws where its kind is none of ours. */
export function cueOf(row: readonly string[]): Cue {
  const [cue = "", pos = "", kind = "", strength = "", effect = "", frame = ""] = row;
  if (!(CUE_KINDS as readonly string[]).includes(kind)) throw new Error(`attribution/cues: ${cue} has no kind ${kind}`);
  const frames = frame.split(",");
  const nominal = pos === "noun" || pos === "adj";
  return {
    words: cue.toLowerCase().split(" "),
    pos: pos as CuePos,
    kind: kind as CueKind,
    strength: strength as Strength,
    effect: effect as Effect,
    frames: new Set(frames),
    preps: new Set(frames.flatMap((f) => (f.startsWith("prep:") ? [f.slice(5)] : nominal ? [f] : []))),
  };
}

function cuesOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, readonly Cue[]> {
  const map = new Map<string, Cue[]>();
  for (const row of rows) {
    const cue = cueOf(row);
    const key = cueKey(cue.pos, cue.words[0] ?? "");
    const list = map.get(key);
    if (list === undefined) map.set(key, [cue]);
    else list.push(cue);
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}

/** The key of a cue in `cues`. */
export function cueKey(pos: CuePos, head: string): string {
  return `${pos} ${head}`;
}

function channelsOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, readonly Channel[]> {
  const map = new Map<string, Channel[]>();
  for (const [phrase = "", name = "", kind = ""] of rows) {
    const words = phrase.toLowerCase().split(" ");
    const last = words.at(-1) ?? "";
    const channel = { words, name, kind: kind as ChannelKind };
    const list = map.get(last);
    if (list === undefined) map.set(last, [channel]);
    else list.push(channel);
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}
