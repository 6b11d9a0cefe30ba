import { type Comparison, lastOf, nameFacets, ofClaim, type Search, type Term } from "@dateline/record";
import { type RawBuilder, sql } from "kysely";

type Sql = RawBuilder<unknown>;

/** What is asked of claims, as conditions on `claim c`; what is asked of events, on `event e`. */
export interface SearchTerms {
  readonly claim: readonly Sql[];
  readonly event: readonly Sql[];
}

/** A search as SQL. `countsRight`: claims whose counts people edited, and whether they answer what is asked of counts. */
export function searchTerms(search: Search, edited: ReadonlyMap<string, boolean>): SearchTerms {
  const words = search.filter((t) => isWords(t));
  const counts = search.filter((t) => t.kind === "number" && ofClaim(t));
  const said = search.filter((t) => ofClaim(t) && !words.includes(t) && !counts.includes(t));
  return {
    claim: [
      ...(words.length === 0 ? [] : [sql`c.words @@ (${sql.join(words.map(wordsTerm), sql` && `)})`]),
      ...(counts.length === 0 ? [] : [countsTerm(counts, edited)]),
      ...said.map((t) => not(t, saidTerm(t))),
    ],
    event: search.filter((t) => !ofClaim(t)).map((t) => not(t, eventTerm(t))),
  };
}

/** A search in words alone, as a query over the words of reports; undefined where it asks for more than a text can answer. */
export function reportTerms(search: Search): readonly Sql[] | undefined {
  const out: Sql[] = [];
  let asked = false;
  for (const t of search) {
    if (t.kind === "word" || t.kind === "phrase") {
      asked = true;
      out.push(not(t, sql`r.words @@ ${englishQuery(t)}`));
    } else if (t.kind === "date" && ofClaim(t)) out.push(not(t, published(t, sql`r.published`)));
    else if (t.kind === "id" && t.of === "report") out.push(not(t, sql`r.id = ${t.id}`));
    else return undefined;
  }
  return asked ? out : undefined;
}

function isWords(t: Term): boolean {
  return t.kind === "word" || t.kind === "phrase" || t.kind === "facet";
}

function not(t: Term, condition: Sql): Sql {
  return t.negated ? sql`not coalesce(${condition}, false)` : condition;
}

/** One term as a tsquery. A word is found in the sentence in any of its forms, or as a name in any of its spellings. */
function wordsTerm(t: Term): Sql {
  return t.negated ? sql`!! (${positive(t)})` : sql`(${positive(t)})`;
}

function positive(t: Term): Sql {
  if (t.kind === "word") return sql`(${englishQuery(t)} || ${anyLexeme(nameFacets(t.word).map((f) => [f]))})`;
  return t.kind === "facet" ? anyLexeme(t.anyOf) : englishQuery(t);
}

function englishQuery(t: Term): Sql {
  const text = t.kind === "word" ? t.word : t.kind === "phrase" ? t.words.join(" ") : "";
  return t.kind === "phrase" ? sql`phraseto_tsquery('english', ${text})` : sql`plainto_tsquery('english', ${text})`;
}

/** Any of the values, each all of its lexemes. A value without words answers nothing. */
function anyLexeme(values: readonly (readonly string[])[]): Sql {
  const text = values
    .filter((v) => v.length > 0)
    .map((v) => `(${v.map(quoted).join(" & ")})`)
    .join(" | ");
  return sql`${text === "" ? "'none:none'" : text}::tsquery`;
}

function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, "").replaceAll("\0", "")}'`;
}

function countsTerm(terms: readonly Term[], edited: ReadonlyMap<string, boolean>): Sql {
  const read = sql.join(
    terms.map((t) => not(t, t.kind === "number" ? countTerm(t.field, t.is, t.than) : sql`true`)),
    sql` and `,
  );
  if (edited.size === 0) return sql`(${read})`;
  const right = [...edited].flatMap(([id, is]) => (is ? [id] : []));
  return sql`case when c.id = any(${[...edited.keys()]}::text[]) then c.id = any(${right}::text[]) else (${read}) end`;
}

function countTerm(counted: string, is: Comparison, than: number): Sql {
  const [min, max] = [sql`(c.told->'counts'->${counted}->>0)::float8`, sql`(c.told->'counts'->${counted}->>1)::float8`];
  switch (is) {
    case "=":
      return sql`(${min} = ${than} or ${max} = ${than})`;
    case ">":
    case ">=":
      return sql`${min} ${sql.raw(is)} ${than}`;
    case "<":
    case "<=":
      return sql`${max} ${sql.raw(is)} ${than}`;
    default:
      return is satisfies never;
  }
}

function saidTerm(t: Term): Sql {
  if (t.kind === "date") return published(t, sql`c.published`);
  return t.kind === "id" ? sql`c.report = ${t.id}` : sql`true`;
}

function published(t: Extract<Term, { kind: "date" }>, column: Sql): Sql {
  return t.field === "said-since" ? sql`${column} >= ${t.day}` : sql`${column} <= ${lastOf(t.day)}`;
}

function eventTerm(t: Term): Sql {
  switch (t.kind) {
    case "number":
      return sql`${sql.ref(t.field === "origins" ? "e.independent" : "e.reports")} ${sql.raw(t.is)} ${t.than}`;
    case "date":
      return t.field === "since" ? sql`e.latest >= ${t.day}` : sql`e.earliest <= ${lastOf(t.day)}`;
    case "flag":
      if (t.flag === "placed") return sql`e.lat is not null`;
      return t.flag === "denied" ? sql`e.denied` : sql`e.disputed`;
    case "id":
      return sql`e.id = ${t.id}`;
    default:
      return sql`true`;
  }
}
