import type { Telling } from "./telling.ts";
import type { View } from "./view.ts";

/** Words that kill without saying that somebody was singled out. */
const PLAIN_KILLING = /^(?:kill|slay|killing|dead)$/;
/** Words of a time that has passed. */
const PASSED = /^(?:earlier|last|yesterday|past)\b|\bago$/i;

/** What the slots together rule out: a plain killing is "targeted" only of somebody named, and no plan is for last week. */
export function settled(view: View, t: Telling): Telling {
  const mode = t.mode === "targeted" && PLAIN_KILLING.test(t.trigger.head.lemma) && !hasNamedVictim(t) ? null : t.mode;
  const time = t.status.value === "planned" && isPassed(view, t) ? null : t.time;
  return mode === t.mode && time === t.time ? t : { ...t, mode, time };
}

function hasNamedVictim(t: Telling): boolean {
  return t.targets.some(({ entity }) => entity.kind === "person" && entity.mentions.some((m) => m.form === "name"));
}

/** "told Reuters that earlier this week … would be deployed": the words belong to the telling. */
function isPassed(view: View, t: Telling): boolean {
  const time = t.time?.value;
  return time !== undefined && PASSED.test(view.doc.text.slice(time.start, time.end));
}
