import type { Grain, Season } from "./period.ts";

/** A unit of duration, as TimeML abbreviates it. */
export type Unit = "S" | "TM" | "H" | "D" | "W" | "WE" | "M" | "Q" | "Y" | "E" | "C" | "NI";

/** A number of units; `n` null is an untold number ("several"). */
export interface Quantity {
  readonly n: number | null;
}

/** What a phrase says of when, before it is known when the report was published. */
export type Expression =
  | CalendarDate
  | { readonly kind: "step"; readonly grain: Grain; readonly steps: number; readonly from: Anchor }
  | {
      readonly kind: "distance";
      readonly n: number | null;
      readonly unit: Unit;
      readonly sign: -1 | 1;
      readonly from: Anchor;
    }
  | { readonly kind: "named"; readonly name: Named; readonly which: Which }
  | { readonly kind: "named-in"; readonly name: Named; readonly year: Expression }
  | { readonly kind: "edge"; readonly edge: Edge; readonly of: Expression }
  | { readonly kind: "part"; readonly part: DayPart; readonly on: Expression | null }
  | { readonly kind: "clock"; readonly clock: Clock; readonly on: Expression | null }
  | { readonly kind: "decade"; readonly year: number | null; readonly within: number | null }
  | { readonly kind: "century"; readonly century: number }
  | { readonly kind: "range"; readonly from: Expression; readonly to: Expression }
  | { readonly kind: "duration"; readonly timex: string; readonly toward: "past" | "future" | null }
  | { readonly kind: "set"; readonly timex: string }
  | { readonly kind: "vague"; readonly timex: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF" }
  | { readonly kind: "year-before"; readonly sign: -1 | 1 }
  | { readonly kind: "quarter-in"; readonly year: number }
  | { readonly kind: "latest-quarter" }
  | { readonly kind: "last-day"; readonly of: Expression }
  | { readonly kind: "told"; readonly grain: Grain | null };

/** A date by its calendar parts; a missing year is that of the report or of the date told before. */
export interface CalendarDate {
  readonly kind: "calendar";
  readonly calendar?: "hijri" | "solar" | undefined;
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** The last day of "3-5 June". */
  readonly until?: number | undefined;
}

export type Anchor = "published" | "told" | Expression;

export type Named =
  | { readonly kind: "weekday"; readonly weekday: number }
  | { readonly kind: "month"; readonly month: number }
  | { readonly kind: "season"; readonly season: Season }
  | { readonly kind: "quarter"; readonly quarter: number }
  | { readonly kind: "half"; readonly half: number }
  | { readonly kind: "holiday"; readonly holiday: string };

/** Which of the recurring ones: `bare` leaves it to tense and nearness. */
export type Which = "bare" | "last" | "this" | "next" | "previous" | "following";

export type Edge = "start" | "mid" | "late" | "end" | "before" | "after" | "whole" | "first-half" | "second-half";

export type DayPart = "MO" | "MI" | "AF" | "EV" | "NI" | "DT";

export interface Clock {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  /** Minutes east of UTC, or null where no zone is told. */
  readonly zone: number | null;
}
