import { attackAndResult, attackThatKilled, jointResults, nounPairs, oneObject } from "./attack-and-result.ts";
import { charge } from "./charge.ts";
import { contentOfSpeech } from "./content.ts";
import { responsibility } from "./responsibility.ts";
import type { TriggerRule } from "./rule.ts";

/** Order matters: contents go first, then results join their attacks, then what is left is looked at for who claims it. */
export const triggerRules: readonly TriggerRule[] = [
  contentOfSpeech,
  oneObject,
  jointResults,
  attackThatKilled,
  attackAndResult,
  nounPairs,
  responsibility,
  charge,
];
