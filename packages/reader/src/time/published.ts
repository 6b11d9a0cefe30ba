import type { Report } from "@dateline/model";
import type { Sentence } from "../doc.ts";
import { dayNumber, isoDay } from "./civil.ts";
import { monthPeriod, type Period, periodAt, yearPeriod } from "./period.ts";
import type { Phrase } from "./phrases.ts";
import type { Frame } from "./resolve.ts";
import { periodOf } from "./resolve.ts";

/** A publication date given as `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as the days it covers. */
export function publishedPeriod(published: string | null): Period | null {
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(published ?? "");
  if (m === null) return null;
  const year = Number(m[1]);
  if (m[2] === undefined) return yearPeriod(year);
  if (m[3] === undefined) return monthPeriod(year, Number(m[2]));
  return periodAt("day", dayNumber({ year, month: Number(m[2]), day: Number(m[3]) }));
}

/** Lines that only tell when a report came out: "Published: 5 June 2020", "Friday, June 5, 2020". */
const LABEL =
  /^\W*(?:(?:first )?(?:published|posted|updated|last updated|issued|released|date|on)\b[\s:]*(?:on |at )?)?$/i;

/** The place on the date line of a letter or press release: "Goma, ", "New York, NY, ". */
const PLACE = /^\s*\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}(?:, \p{Lu}[\p{L}.'’-]+)?,\s*$/u;

/** How far into a report a line with its date may stand. */
const HEAD = 1500;

/**
 * The publication date of a report that was given none: from its dateline or credit lines, or from a line near the
 * head that holds nothing but a full date.
 */
export function dateInText(
  report: Report,
  phrases: readonly Phrase[],
  at: { readonly sentences: readonly Sentence[]; readonly frame: Frame },
): { readonly published: string; readonly from: "dateline" | "text" } | null {
  for (const p of phrases) {
    if (p.start > HEAD && p.start < report.text.length - HEAD / 3) continue;
    const day = fullDay(p, at.frame);
    if (day === null) continue;
    const kind = at.sentences.find((s) => s.start <= p.start && p.end <= s.end)?.kind;
    if (kind === "dateline") return { published: day, from: "dateline" };
    if (kind === "credit" || standsAlone(report.text, p)) return { published: day, from: "text" };
  }
  return null;
}

function fullDay(p: Phrase, frame: Frame): string | null {
  const e = p.expression.kind === "clock" && p.expression.on !== null ? p.expression.on : p.expression;
  if (e.kind !== "calendar" || e.year === undefined || e.day === undefined) return null;
  const period = periodOf(e, frame);
  return period?.grain === "day" ? isoDay(period.first) : null;
}

function standsAlone(text: string, p: Phrase): boolean {
  const from = text.lastIndexOf("\n", p.start - 1) + 1;
  const end = text.indexOf("\n", p.end);
  const left = text.slice(Math.max(from, p.start - 60), p.start);
  const right = text.slice(p.end, end < 0 ? p.end + 40 : Math.min(end, p.end + 40));
  return (LABEL.test(left) || PLACE.test(left)) && /^[\s.,;|)–—-]*(\d{1,2}:\d\d.{0,12})?$/.test(right);
}
