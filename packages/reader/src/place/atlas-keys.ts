import { keyOf } from "./key.ts";

type Rows = readonly (readonly string[])[];

/** The tables as they stand in `data/place`. */
export interface AtlasRows {
  readonly countries: Rows;
  readonly admin1: Rows;
  readonly admin1Own: Rows;
  readonly regions: Rows;
  readonly towns: Rows;
  readonly disputed: Rows;
}

/** The tables, each got by its name. */
export function atlasRows(table: (name: string) => Rows): AtlasRows {
  return {
    countries: table("place/countries"),
    admin1: table("place/admin1"),
    admin1Own: table("place/admin1-own"),
    regions: table("place/regions"),
    towns: table("place/towns"),
    disputed: table("place/disputed"),
  };
}

/** Where a build keeps the keys of the tables, among the lexicons. */
export const KEPT_KEYS = "place/keys";

/** A row that a name may stand for; `seats` are the capitals in the rows of countries. */
export interface RowRef {
  readonly table: (typeof TABLES)[number];
  readonly row: number;
}

const TABLES = ["countries", "seats", "regions", "admin1", "towns"] as const;

/** The rows under each key, as the build keeps them: "3:120 4:7" is row 120 of the divisions and row 7 of the towns. */
export interface KeptKeys {
  readonly longest: number;
  readonly rows: Readonly<Record<string, string>>;
}

export interface AtlasKeys {
  /** Keys are of at most so many words. */
  readonly longest: number;
  /** In the order of the tables. */
  refs(key: string): readonly RowRef[];
}

/** Reads what {@link keptKeys} gave. */
export function atlasKeys({ longest, rows }: KeptKeys): AtlasKeys {
  return {
    longest,
    refs(key) {
      const refs = Object.hasOwn(rows, key) ? (rows[key] ?? "") : "";
      return refs === "" ? [] : refs.split(" ").map(refOf);
    },
  };
}

function refOf(text: string): RowRef {
  const [table, row] = text.split(":").map(Number);
  return { table: TABLES[table ?? 0] ?? "towns", row: row ?? 0 };
}

/** The keys of all names of the tables; takes some tens of milliseconds, so that builds keep it. */
export function keptKeys(tables: AtlasRows): KeptKeys {
  const rows: Record<string, string> = {};
  let longest = 1;
  const put = (name: string, table: RowRef["table"], row: number): void => {
    const key = keyOf(name);
    if (key === "") return;
    longest = Math.max(longest, key.split(" ").length);
    const ref = `${TABLES.indexOf(table)}:${row}`;
    const listed = Object.hasOwn(rows, key) ? rows[key] : undefined;
    if (listed === undefined) rows[key] = ref;
    else if (!listed.split(" ").includes(ref)) rows[key] = `${listed} ${ref}`;
  };
  tables.countries.forEach(([, , name = "", aliases = "", , capital = "", , , , capLat = ""], i) => {
    for (const n of [name, ...splitList(aliases)]) put(n, "countries", i);
    if (capital !== "" && capLat !== "") put(capital, "seats", i);
  });
  tables.regions.forEach(([name = "", aliases = ""], i) => {
    for (const n of [name, ...splitList(aliases)]) put(n, "regions", i);
  });
  const own = new Map(tables.admin1Own.map(([code = "", aliases = ""]) => [code, aliases]));
  tables.admin1.forEach(([code = "", name = ""], i) => {
    for (const n of divisionNames(name, own.get(code) ?? "")) put(n, "admin1", i);
  });
  tables.towns.forEach(([names = ""], i) => {
    for (const n of splitList(names)) put(n, "towns", i);
  });
  return { longest, rows };
}

/** Words of kind that come with the names of divisions and are left out in running text. */
export const DIVISION_KIND: RegExp =
  / (province|region|governorate|state|department|district|oblast|krai|kray|republic|prefecture|county|municipality|regional state|parish|voivodeship|city)$/i;

const ARTICLE = /^(?:al|el|as|ad|ash|an|ar)[- ]/i;

function divisionNames(name: string, aliases: string): readonly string[] {
  const bare = name.replace(DIVISION_KIND, "");
  return [name, bare, bare.replace(ARTICLE, ""), ...splitList(aliases)];
}

/** The items of a column that is split by |. */
export function splitList(list: string): readonly string[] {
  return list === "" ? [] : list.split("|");
}
