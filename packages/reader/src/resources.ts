import type { Gazetteer } from "./place/gazetteer.ts";

/** Lexicons and weights as plain values and bytes: the reader itself loads nothing. */
export interface Resources {
  /**
   * Each data file by its path below `data/`, without ending: a parsed YAML value, or the rows of a TSV
   * (comments and the head row left out).
   */
  readonly lexicons: Readonly<Record<string, unknown>>;
  /** Each weight file by its name below `weights/`, without ending. */
  readonly weights: Readonly<Record<string, Uint8Array>>;
  /** The gazetteer's index, or null: places are then recognised but not placed. */
  readonly gazetteer: Uint8Array | null;
  /** The users' own actor lists, in the form of `data/actors`; they win over ours. */
  readonly actors?: readonly unknown[];
  /** The users' own gazetteer, opened: its places are added to ours and win over them. */
  readonly places?: Gazetteer;
  readonly hashes: { readonly model: string; readonly rules: string };
}

/** A TSV lexicon's rows. Throws when the file is not among the resources. */
export function rowsOf(resources: Resources, path: string): readonly (readonly string[])[] {
  const rows = resources.lexicons[path];
  if (!Array.isArray(rows)) throw new Error(`no lexicon ${path}: the reader's resources are incomplete`);
  return rows as readonly (readonly string[])[];
}

/** A YAML lexicon's value, of the shape its layer documents. Throws when the file is not among the resources. */
export function lexiconOf<T>(resources: Resources, path: string): T {
  const value = resources.lexicons[path];
  if (value === undefined) throw new Error(`no lexicon ${path}: the reader's resources are incomplete`);
  return value as T;
}

/** Weights by name, or null where they are not among the resources. */
export function weightsOf(resources: Resources, name: string): Uint8Array | null {
  return resources.weights[name] ?? null;
}
