import { COUNTED, DatelineError, EVENT_TYPES, STATUSES } from "@dateline/model";
import { folded, wordsIn } from "../fold-text.ts";
import { facetWords } from "./facets.ts";
import {
  type Comparison,
  type Condition,
  type CountryOf,
  DATE_FIELDS,
  type DateField,
  FACET_FIELDS,
  type FacetValue,
  FLAGS,
  type Flag,
  type NumberField,
  type Search,
  type Term,
} from "./search.ts";

const PIECE = /(-?)(?:([a-z][a-z-]*):)?((?:<=|>=|<|>|=)?)((?:"[^"]*"|[^\s",]+)(?:,(?:"[^"]*"|[^\s",]+))*)?/giy;
const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const NUMBERS: readonly string[] = ["origins", "reports", ...COUNTED];
/** Words that say nothing by themselves; a phrase keeps them. */
const EMPTY_WORDS = new Set("a an the of in on at to by for and or from with who".split(" "));

interface Piece {
  readonly at: number;
  readonly negated: boolean;
  readonly field: string | undefined;
  readonly is: string;
  readonly values: readonly { readonly text: string; readonly quoted: boolean }[];
}

/**
 * Reads a search: words, "phrases", -without, and `field:value` with values that are alternatives (`in:Mali,Niger`).
 * Throws DatelineError "search/query", which names the place in the search and what would be understood.
 */
export function parseSearch(text: string, countryOf: CountryOf = () => undefined): Search {
  return piecesOf(text).flatMap((piece) =>
    conditionsOf(piece, countryOf).map((c): Term => ({ ...c, negated: piece.negated })),
  );
}

function piecesOf(text: string): readonly Piece[] {
  const out: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    if (/[\s,]/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    PIECE.lastIndex = at;
    const m = PIECE.exec(text);
    const [all = "", minus = "", field, is = "", values = ""] = m ?? [];
    if (all === "" || all === "-") {
      if (text.charAt(at) === '"') throw fault(at, 'a quotation mark " is not closed');
      at += 1;
      continue;
    }
    if (field !== undefined && values === "") throw fault(at, `${field}: has no value; write it like ${field}:value`);
    out.push({ at, negated: minus === "-", field: field?.toLowerCase(), is, values: valuesOf(values) });
    at += all.length;
  }
  return out;
}

function valuesOf(text: string): Piece["values"] {
  return (text.match(/"[^"]*"|[^\s",]+/g) ?? []).map((v) =>
    v.startsWith('"') ? { text: v.slice(1, -1), quoted: true } : { text: v, quoted: false },
  );
}

function conditionsOf(piece: Piece, countryOf: CountryOf): readonly Condition[] {
  const { field, values, at } = piece;
  const [first] = values;
  if (first === undefined) return [];
  if (field === undefined) return values.flatMap((v) => wordsCondition(v.text, v.quoted));
  const facets = Object.hasOwn(FACET_FIELDS, field) ? (FACET_FIELDS[field] ?? []) : [];
  if (facets.length > 0) {
    checkWord(piece);
    return [{ kind: "facet", anyOf: values.flatMap((v) => facetValues(field, v.text, countryOf)) }];
  }
  if (NUMBERS.includes(field)) return [numberCondition(piece, first.text)];
  if ((DATE_FIELDS as readonly string[]).includes(field)) return [dateCondition(piece, first.text)];
  if (field === "is") return [flagCondition(piece, first.text)];
  if (field === "event" || field === "report") return [{ kind: "id", of: field, id: first.text }];
  throw fault(
    at,
    `there is no field ${field}; there are ${FIELDS.join(", ")}. To look for the words, write them in quotes`,
  );
}

const FIELDS: readonly string[] = [...Object.keys(FACET_FIELDS), ...NUMBERS, ...DATE_FIELDS, "is", "event", "report"];

function wordsCondition(text: string, quoted: boolean): readonly Condition[] {
  const words = wordsIn(text);
  if (quoted && words.length > 1) return [{ kind: "phrase", words }];
  return words.flatMap((word): Condition[] => (EMPTY_WORDS.has(word) && !quoted ? [] : [{ kind: "word", word }]));
}

function facetValues(field: string, value: string, countryOf: CountryOf): readonly FacetValue[] {
  const facets = FACET_FIELDS[field] ?? [];
  return facets.flatMap((facet): FacetValue[] => {
    if (facet !== "land") return [facetWords(facet, value)];
    const code = /^[A-Z]{2}$/.test(value) ? value : countryOf(folded(value));
    return code === undefined ? [] : [facetWords("land", code)];
  });
}

/** Types and statuses are closed lists: a slip of the pen is told, not searched for. */
function checkWord({ at, field, values }: Piece): void {
  const allowed =
    field === "type" ? EVENT_TYPES.map((t) => t.toLowerCase()) : field === "status" ? STATUSES : undefined;
  if (allowed === undefined) return;
  const wrong = values.find((v) => !(allowed as readonly string[]).includes(v.text.toLowerCase()));
  if (wrong !== undefined) throw fault(at, `${field}:${wrong.text} is none of ${allowed.join(", ")}`);
}

function numberCondition({ at, is, field }: Piece, value: string): Condition {
  if (!/^\d{1,9}$/.test(value)) throw fault(at, `${field}: wants a number, like ${field}:>=2`);
  return {
    kind: "number",
    field: field as NumberField,
    is: (is === "" ? "=" : is) as Comparison,
    than: Number(value),
  };
}

function dateCondition({ at, field }: Piece, value: string): Condition {
  if (!DAY.test(value)) throw fault(at, `${field}: wants a date like 2020-06-05, 2020-06 or 2020`);
  return { kind: "date", field: field as DateField, day: value };
}

function flagCondition({ at }: Piece, value: string): Condition {
  const flag = value.toLowerCase();
  if (!(FLAGS as readonly string[]).includes(flag)) throw fault(at, `is:${value} is none of ${FLAGS.join(", ")}`);
  return { kind: "flag", flag: flag as Flag };
}

function fault(at: number, what: string): DatelineError {
  return new DatelineError("search/query", `the search cannot be read at character ${at + 1}: ${what}`);
}
