import type { ActorRef, EventType } from "@dateline/model";

const MOST_NAMES = 3;

/** "French army forces → killed → Abdelmalek Droukdel"; an unknown side is a question mark. */
export function titleOf(event: {
  readonly agents: readonly ActorRef[];
  readonly targets: readonly ActorRef[];
  readonly trigger: string;
  readonly type: EventType;
}): string {
  const middle = event.trigger.trim() === "" ? event.type.toLowerCase() : event.trigger.replace(/\s+/g, " ");
  const parts = [namesOf(event.agents), middle];
  if (event.targets.length > 0) parts.push(namesOf(event.targets));
  return parts.join(" → ");
}

function namesOf(actors: readonly ActorRef[]): string {
  if (actors.length === 0) return "?";
  const names = actors.slice(0, MOST_NAMES).map((a) => a.name.replace(/\s+/g, " "));
  return actors.length > MOST_NAMES ? `${names.join(", ")} …` : names.join(", ");
}
