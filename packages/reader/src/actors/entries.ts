import type { ActorKind, Sector } from "@dateline/model";
import { ACTOR_KINDS, SECTORS } from "@dateline/model";
import { type Resources, rowsOf } from "../resources.ts";
import type { ActorEntry } from "./alias.ts";
import { LISTS } from "./kept-wordings.ts";

const COLUMNS = [
  "id",
  "name",
  "aliases",
  "kind",
  "sector",
  "country",
  "parent",
  "from",
  "to",
  "ucdp",
  "acled",
  "flags",
] as const;

type Column = (typeof COLUMNS)[number];
type Fields = Readonly<Partial<Record<Column, string>>>;

/** The entries of our own lists. */
export function listedEntries(resources: Resources): readonly ActorEntry[] {
  return LISTS.flatMap((list) => rowsOf(resources, `actors/${list}`).map((row) => entryOf(fieldsOf(row), false)));
}

/** Written out: the lists are read at every start. */
function fieldsOf(row: readonly string[]): Fields {
  const [id = "", name = "", aliases = "", kind = "", sector = "", country = ""] = row;
  const [parent = "", from = "", to = "", ucdp = "", acled = "", flags = ""] = row.slice(6);
  return { id, name, aliases, kind, sector, country, parent, from, to, ucdp, acled, flags };
}

/** The users' entries: objects with the columns of our lists; lists may be split by | or given as arrays. What has no name is left out. */
export function usersEntries(resources: Resources): readonly ActorEntry[] {
  return (resources.actors ?? []).flatMap((item) => {
    if (typeof item !== "object" || item === null) return [];
    const fields: Fields = Object.fromEntries(COLUMNS.map((c) => [c, textOf(Reflect.get(item, c))]));
    return fields.name ? [entryOf(fields, true)] : [];
  });
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.filter((v) => typeof v === "string").join("|");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function entryOf(fields: Fields, own: boolean): ActorEntry {
  const name = fields.name ?? "";
  const flags = listOf(fields.flags, " ");
  const aliases = listOf(fields.aliases, "|");
  const unsure = fields.aliases?.includes(UNSURE) ? aliases.filter((a) => a.endsWith(UNSURE)).map(sure) : NONE;
  return {
    id: fields.id || slugOf(name),
    name,
    aliases: unsure.length === 0 ? aliases : aliases.map(sure),
    ambiguous: flags.includes("ambiguous") ? new Set([name, ...unsure]) : unsure.length === 0 ? SURE : new Set(unsure),
    kind: ACTOR_KINDS.find((k): k is ActorKind => k === fields.kind) ?? "other",
    sector: SECTORS.find((s): s is Sector => s === fields.sector) ?? null,
    countries: listOf(fields.country, "|"),
    parent: fields.parent || null,
    from: yearOf(fields.from),
    to: yearOf(fields.to),
    ucdp: fields.ucdp || null,
    acled: fields.acled || null,
    flags,
    own,
  };
}

/** Ends an alias that is an ordinary word or another's name too. */
const UNSURE = "?";

/** Most entries have no ambiguous wording. */
const SURE: ReadonlySet<string> = new Set();

function sure(alias: string): string {
  return alias.endsWith(UNSURE) ? alias.slice(0, -1) : alias;
}

const NONE: readonly string[] = [];

function listOf(text: string | undefined, by: string): readonly string[] {
  if (text === undefined || text === "") return NONE;
  return text
    .split(by)
    .map((s) => s.trim())
    .filter((s) => s !== "");
}

function yearOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{4}$/.test(text) ? Number(text) : null;
}

function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
