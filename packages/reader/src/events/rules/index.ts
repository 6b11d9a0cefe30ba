import {
  attackAndResult,
  attackThatKilled,
  attackThatStruck,
  blastAndDeaths,
  hurtBeside,
  jointResults,
  nounPairs,
  oneObject,
} from "./attack-and-result.ts";
import { charge } from "./charge.ts";
import { contentOfSpeech } from "./content.ts";
import { riot, walkout } from "./crowd.ts";
import { descriptor } from "./descriptor.ts";
import { duty } from "./duty.ts";
import { responsibility } from "./responsibility.ts";
import type { TriggerRule } from "./rule.ts";
import { verbAndNoun } from "./verb-and-noun.ts";
import { violentDeath } from "./violent-death.ts";

/** Order matters: duties make triggers, then contents go, then who claims or is charged with a deed, then words of one deed are joined. */
export const triggerRules: readonly TriggerRule[] = [
  duty,
  contentOfSpeech,
  descriptor,
  responsibility,
  charge,
  riot,
  walkout,
  violentDeath,
  verbAndNoun,
  oneObject,
  jointResults,
  hurtBeside,
  attackThatStruck,
  blastAndDeaths,
  attackThatKilled,
  attackAndResult,
  nounPairs,
];
