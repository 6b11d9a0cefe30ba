import type { ActorRef } from "@dateline/model";
import { countryName } from "../country-name.ts";

/** An actor by ACLED's rules of naming, with its kind. */
export interface AcledActor {
  readonly name: string;
  readonly inter: string;
}

/** Who is what where: an army abroad is an external force; an unknown armed one is unidentified. `at`: country of the event. */
export function acledActor(actor: ActorRef, at: string | null, eventType: string): AcledActor {
  const own = countryName(actor.country ?? at) ?? "unknown country";
  const abroad = actor.country !== null && at !== null && actor.country !== at;
  switch (actor.kind) {
    case "military":
      return { name: `Military Forces of ${own}`, inter: abroad ? "External/Other forces" : "State forces" };
    case "police":
      return { name: `Police Forces of ${own}`, inter: abroad ? "External/Other forces" : "State forces" };
    case "government":
      return { name: `Government of ${own}`, inter: abroad ? "External/Other forces" : "State forces" };
    case "igo":
      return { name: actor.name, inter: "External/Other forces" };
    case "armed-group":
      return isNamed(actor)
        ? { name: actor.name, inter: "Rebel group" }
        : { name: `Unidentified Armed Group (${countryName(at) ?? "unknown country"})`, inter: "Political militia" };
    default:
      return unarmed(at, eventType);
  }
}

function unarmed(at: string | null, eventType: string): AcledActor {
  const where = countryName(at) ?? "unknown country";
  if (eventType === "Protests") return { name: `Protesters (${where})`, inter: "Protesters" };
  if (eventType === "Riots") return { name: `Rioters (${where})`, inter: "Rioters" };
  return { name: `Civilians (${where})`, inter: "Civilians" };
}

function isNamed(actor: ActorRef): boolean {
  return actor.actor !== null || /^(?:the )?\p{Lu}/u.test(actor.name);
}

const ORDER = [
  "State forces",
  "Rebel group",
  "Political militia",
  "Identity militia",
  "Rioters",
  "Protesters",
  "Civilians",
  "External/Other forces",
];

/** "State forces-Civilians"; "Protesters only" for an event of one side. The smaller code stands first. */
export function interaction(a: string | null, b: string | null): string {
  const both = [a, b].filter((x) => x !== null).sort((x, y) => ORDER.indexOf(x) - ORDER.indexOf(y));
  return both.length === 1 ? `${both[0]} only` : both.join("-");
}
