import type { Rule } from "../rule.ts";
import { calendarRules } from "./calendar.ts";
import { clockRules } from "./clock.ts";
import { durationRules } from "./duration.ts";
import { namedRules } from "./named.ts";
import { relativeRules } from "./relative.ts";
import { setRules } from "./set.ts";
import { vagueRules } from "./vague.ts";

/** All kinds of phrases; at one place the longest match wins, of equal ones the first in this list. */
export const timeRules: readonly Rule[] = [
  ...calendarRules,
  ...namedRules,
  ...relativeRules,
  ...clockRules,
  ...setRules,
  ...durationRules,
  ...vagueRules,
];
