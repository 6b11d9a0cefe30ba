import type { Party } from "./parties.ts";
import type { Telling } from "./telling.ts";
import type { View } from "./view.ts";

/** Words that kill without saying that somebody was singled out. */
const PLAIN_KILLING = /^(?:kill|slay|killing|dead)$/;
/** Words of a time that has passed. */
const PASSED = /^(?:earlier|last|yesterday|past)\b|\bago$/i;

/**
 * Tellings without what their slots together rule out: a plain killing is "targeted" only of somebody named, no plan is
 * for last week, and nothing is done to the channel by which it is told.
 */
export function settled(view: View, told: readonly Telling[]): readonly Telling[] {
  return told.map((t) => ({
    ...t,
    mode: t.mode === "targeted" && PLAIN_KILLING.test(t.trigger.head.lemma) && !hasNamedVictim(t) ? null : t.mode,
    time: t.status.value === "planned" && isPassed(view, t) ? null : t.time,
    targets: t.targets.filter((p) => !isChannel(view, p)),
  }));
}

/** "in a message on Twitter", "via Telegram". */
function isChannel(view: View, { words, entity }: Party): boolean {
  const before = view.doc.text.slice(Math.max(0, words.start - 8), words.start);
  return (
    /\b(?:on|via|through|over)\s+$/i.test(before) && view.lexicon.classOf(entity.name.toLowerCase()).includes("media")
  );
}

function hasNamedVictim(t: Telling): boolean {
  return t.targets.some(({ entity }) => entity.kind === "person" && entity.mentions.some((m) => m.form === "name"));
}

/** "told Reuters that earlier this week … would be deployed": the words belong to the telling. */
function isPassed(view: View, t: Telling): boolean {
  const time = t.time?.value;
  return time !== undefined && PASSED.test(view.doc.text.slice(time.start, time.end));
}
