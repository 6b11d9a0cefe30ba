import type { Chosen, FieldName, FieldValue, Policy, ThreeNumbers } from "@dateline/model";
import { relation } from "../dispute/relation.ts";

/** What a policy chooses from: the told values of a field and the origins that count. */
export interface Choice {
  readonly field: FieldName;
  readonly values: readonly FieldValue[];
  /** Ids of independent origins. */
  readonly independent: ReadonlySet<string>;
}

/** Chooses one of the told values by a named policy; undefined where nothing is told. */
export function choose(policy: Policy, choice: Choice): Chosen | undefined {
  if (choice.values.length === 0) return undefined;
  const counts = choice.field.startsWith("counts.");
  switch (policy) {
    case "latest":
      return latest(choice);
    case "acled-lowest":
      return counts ? lowest(choice) : most(choice);
    case "ucdp-best-low-high":
      return counts ? bestLowHigh(choice) : most(choice);
    case "median-of-origins":
      return counts ? median(choice) : most(choice);
    case "most-independent":
      return most(choice);
    default:
      return policy satisfies never;
  }
}

/** The value with most independent origins behind it; those who are less precise stand behind it too. */
function most({ field, values, independent }: Choice): Chosen | undefined {
  const counted = (vs: readonly FieldValue[]): number =>
    new Set(vs.flatMap((v) => v.origins).filter((o) => independent.has(o))).size;
  const support = (v: FieldValue): number =>
    counted(values.filter((w) => w === v || ["same", "wider"].includes(relation(w.content, v.content))));
  const n = Math.max(...values.map(support));
  const tied = values.filter((v) => support(v) === n);
  const finest = tied.filter((v) => !tied.some((w) => relation(w.content, v.content) === "narrower"));
  const ranked = [...(finest.length > 0 ? finest : tied)].sort(
    (a, b) => counted([b]) - counted([a]) || byStanding(field, a, b),
  );
  const [best] = ranked;
  return best === undefined ? undefined : chosen(best, "most-independent", supportReason(n, values.length - 1));
}

function supportReason(n: number, others: number): string {
  if (others === 0) return "the only value told";
  const behind = `${n} independent ${n === 1 ? "origin stands" : "origins stand"} behind it`;
  return `${behind}, ${others} other ${others === 1 ? "value is" : "values are"} told`;
}

/** Settled statuses before open ones, then what was said last, then the label, so that the choice never hangs on the order of the input. */
function byStanding(field: FieldName, a: FieldValue, b: FieldValue): number {
  if (field === "status") return statusRank(a) - statusRank(b);
  const [da, db] = [a.lastSaid ?? "", b.lastSaid ?? ""];
  return da !== db ? (da > db ? -1 : 1) : a.label < b.label ? -1 : 1;
}

const STATUS_ORDER = ["happened", "ongoing", "planned", "possible", "denied"];
function statusRank(v: FieldValue): number {
  return STATUS_ORDER.indexOf(v.label);
}

function latest({ values }: Choice): Chosen | undefined {
  const [best] = [...values].sort(
    (a, b) => cmp(b.lastSaid ?? "", a.lastSaid ?? "") || b.claims.length - a.claims.length || cmp(a.label, b.label),
  );
  return best === undefined
    ? undefined
    : chosen(best, "latest", best.lastSaid === null ? "no report has a date" : `said last, on ${best.lastSaid}`);
}

/** ACLED takes the lowest reported number; "at least 4" counts as 4, a bound upwards only ("up to 9") as no number. */
function lowest(choice: Choice): Chosen | undefined {
  const [best] = numbers(choice.values).sort((a, b) => a.n - b.n || cmp(a.value.label, b.value.label));
  if (best === undefined) return most(choice);
  return chosen(
    best.value,
    "acled-lowest",
    `the lowest of ${choice.values.length} reported ${choice.values.length === 1 ? "number" : "numbers"}`,
  );
}

/** UCDP's three numbers: the lowest and the highest told, and the one with most independent origins between them. */
function bestLowHigh(choice: Choice): Chosen | undefined {
  const best = most(choice);
  if (best === undefined) return undefined;
  const all = choice.values.flatMap((v) =>
    v.content.kind === "count" ? [v.content.range[0], v.content.range[1]] : [],
  );
  const known = all.filter((n) => n !== null);
  const at = best.content.kind === "count" ? (best.content.range[0] ?? best.content.range[1]) : null;
  const three: ThreeNumbers =
    known.length === 0
      ? { low: null, best: at, high: null }
      : { low: Math.min(...known), best: at, high: Math.max(...known) };
  return {
    ...best,
    by: "ucdp-best-low-high",
    reason: `${best.reason}; low and high are the lowest and highest told`,
    three,
  };
}

/** The median over independent origins, each counted once with the number it said last; of two middle ones the lower, so that it is a told one. */
function median(choice: Choice): Chosen | undefined {
  const lastOf = new Map<string, { readonly n: number; readonly value: FieldValue }>();
  for (const x of numbers(choice.values).sort(
    (a, b) => cmp(a.value.lastSaid ?? "", b.value.lastSaid ?? "") || cmp(a.value.label, b.value.label),
  )) {
    for (const o of x.value.origins) if (choice.independent.has(o)) lastOf.set(o, x);
  }
  const sorted = [...lastOf.values()].sort((a, b) => a.n - b.n || cmp(a.value.label, b.value.label));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) return most(choice);
  return chosen(
    middle.value,
    "median-of-origins",
    `the median over ${sorted.length} independent ${sorted.length === 1 ? "origin" : "origins"}`,
  );
}

function numbers(values: readonly FieldValue[]): { readonly n: number; readonly value: FieldValue }[] {
  return values.flatMap((value) =>
    value.content.kind === "count" && value.content.range[0] !== null ? [{ n: value.content.range[0], value }] : [],
  );
}

function chosen(value: FieldValue, by: string, reason: string): Chosen {
  return { ...value, by, reason, three: null };
}

function cmp(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
