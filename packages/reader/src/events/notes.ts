import type { Party } from "./parties.ts";
import type { Telling } from "./telling.ts";

/** What a person should doubt about a claim, a sentence for each. */
export function notesOf(t: Telling): readonly string[] {
  const notes: string[] = [];
  if (t.trigger.loose) notes.push("the word is of several senses; this one was chosen beside a noun of unknown kind");
  if (t.agents.some(isSupplied)) notes.push("who did it stands outside the clause: supplied by grammar");
  if (t.targets.some(isSupplied)) notes.push("to whom it was done stands outside the clause: supplied by grammar");
  if ([...t.agents, ...t.targets].some((p) => p.bond === "owner")) notes.push("named for the thing that it holds");
  if (t.time !== null && t.time.value.value === null)
    notes.push("the time is told but cannot be placed in the calendar");
  if (t.time?.rule === "beside it") notes.push("the time stands beside the event; the parse hangs it elsewhere");
  if (t.place?.rule === "beside it") notes.push("the place stands beside the event; the parse hangs it elsewhere");
  if (t.place?.rule === "taken up") notes.push("the place was told in a sentence before");
  if (t.trigger.inside?.kind === "claimed") notes.push("on the word of those who claim the deed");
  return notes;
}

function isSupplied(p: Party): boolean {
  return p.bond === "controlled" || p.bond === "implied" || p.bond === "shared";
}
