import type { Claim, CountRange, EventRow, PlaceRef, TimeRef } from "@dateline/model";

/** "4", "at least 4", "up to 9", "3 to 5". */
export function rangeText([min, max]: CountRange): string {
  if (min !== null && max !== null) return min === max ? String(min) : `${min} to ${max}`;
  if (min !== null) return `at least ${min}`;
  return max === null ? "number unknown" : `up to ${max}`;
}

export function countsText(counts: Claim["counts"]): string {
  return Object.entries(counts)
    .map(([what, range]) => `${range === undefined ? "?" : rangeText(range)} ${what}`)
    .join(", ");
}

/** Reports and independent origins: always the two together. */
export function corroborationText({ reports, independent }: Pick<EventRow, "reports" | "independent">): string {
  return `${plural(reports, "report")} · ${plural(independent, "independent origin")}`;
}

export function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

export function placeText(place: PlaceRef | null): string {
  if (place === null) return "no place told";
  return place.country === null ? place.name : `${place.name} (${place.country})`;
}

export function timeText(time: TimeRef | null): string {
  return time === null ? "no date told" : (time.value ?? "date unresolved");
}
