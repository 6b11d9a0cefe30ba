import type { CountRange, EventRow } from "@dateline/model";
import { wordsIn } from "../fold-text.ts";
import { stem } from "../match/stem.ts";
import type { ToldClaim } from "../told-claim.ts";
import { facetsOf, NAMED } from "./facets.ts";
import type { Comparison, Search, Term } from "./search.ts";
import { skeleton } from "./skeleton.ts";

/** Whether a term is asked of a claim; the others are asked of the event. */
export function ofClaim(term: Term): boolean {
  switch (term.kind) {
    case "word":
    case "phrase":
    case "facet":
      return true;
    case "number":
      return term.field !== "origins" && term.field !== "reports";
    case "date":
      return term.field === "said-since" || term.field === "said-until";
    case "id":
      return term.of === "report";
    case "flag":
      return false;
    default:
      return term satisfies never;
  }
}

/** Whether one claim answers all terms that are asked of claims. */
export function claimAnswers(search: Search, claim: ToldClaim): boolean {
  const words = wordsIn(claim.quote).map(stem);
  const facets = facetsOf(claim);
  return search.every((t) => !ofClaim(t) || claimHolds(t, claim, { words, facets }) !== t.negated);
}

interface Answers {
  readonly words: readonly string[];
  readonly facets: ReadonlySet<string>;
}

function claimHolds(term: Term, claim: ToldClaim, { words, facets }: Answers): boolean {
  switch (term.kind) {
    case "word":
      return words.includes(stem(term.word)) || nameFacets(term.word).some((f) => facets.has(f));
    case "phrase":
      return ` ${words.join(" ")} `.includes(` ${term.words.map(stem).join(" ")} `);
    case "facet":
      return term.anyOf.some((value) => value.length > 0 && value.every((w) => facets.has(w)));
    case "number":
      return term.field === "origins" || term.field === "reports" || rangeHolds(claim.counts[term.field], term);
    case "date":
      return claim.published !== null && saidHolds(claim.published, term);
    case "id":
      return claim.report === term.id;
    case "flag":
      return true;
    default:
      return term satisfies never;
  }
}

/** A word that is a name in the claim is found under other spellings too. */
export function nameFacets(word: string): readonly string[] {
  return NAMED.filter((f) => f !== "publisher").map((f) => `${f}:${skeleton(word)}`);
}

/** "At least 5" holds for >=5; "5 to 8" holds for =5 and =8. */
function rangeHolds(
  range: CountRange | undefined,
  { is, than }: { readonly is: Comparison; readonly than: number },
): boolean {
  if (range === undefined) return false;
  const [min, max] = range;
  switch (is) {
    case "=":
      return min === than || max === than;
    case ">":
      return min !== null && min > than;
    case ">=":
      return min !== null && min >= than;
    case "<":
      return max !== null && max < than;
    case "<=":
      return max !== null && max <= than;
    default:
      return is satisfies never;
  }
}

function saidHolds(published: string, { field, day }: Extract<Term, { kind: "date" }>): boolean {
  return field === "said-since" ? published >= day : published <= lastOf(day);
}

/** The last day that "2020-06" or "2020" means, for comparing texts. */
export function lastOf(day: string): string {
  return day.length === 10 ? day : `${day}~`;
}

/** Whether an event answers all terms that are asked of events; its claims are asked apart. */
export function eventAnswers(search: Search, event: EventRow): boolean {
  return search.every((t) => ofClaim(t) || eventHolds(t, event) !== t.negated);
}

function eventHolds(term: Term, event: EventRow): boolean {
  switch (term.kind) {
    case "number":
      return rangeHolds(exactly(term.field === "origins" ? event.independent : event.reports), term);
    case "date": {
      const { earliest, latest } = event.time ?? { earliest: null, latest: null };
      const last = latest ?? earliest;
      return term.field === "since"
        ? last !== null && lastOf(last) >= term.day
        : earliest !== null && earliest <= lastOf(term.day);
    }
    case "flag":
      if (term.flag === "disputed") return event.disputed.length > 0;
      return term.flag === "denied" ? event.denied : (event.place?.lat ?? null) !== null;
    case "id":
      return event.id === term.id;
    default:
      return true;
  }
}

function exactly(n: number): CountRange {
  return [n, n];
}

/** Where words of a text answer a search: what a list marks. Offsets are UTF-16 code units. */
export function foundWords(search: Search, text: string): readonly { readonly start: number; readonly end: number }[] {
  const stems = new Set<string>();
  const spellings = new Set<string>();
  for (const t of search) {
    if (t.negated) continue;
    if (t.kind === "word") stems.add(stem(t.word));
    if (t.kind === "word") spellings.add(skeleton(t.word));
    if (t.kind === "phrase") for (const w of t.words) stems.add(stem(w));
    if (t.kind === "facet") for (const w of t.anyOf.flat()) if (isName(w)) spellings.add(w.slice(w.indexOf(":") + 1));
  }
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’]s)?/gu)].flatMap((m) => {
    const [word = ""] = wordsIn(m[0]);
    const capital = /^\p{Lu}/u.test(m[0]);
    if (!stems.has(stem(word)) && !(capital && spellings.has(skeleton(word)))) return [];
    return [{ start: m.index, end: m.index + m[0].length }];
  });
}

function isName(facetWord: string): boolean {
  return NAMED.some((f) => facetWord.startsWith(`${f}:`));
}
