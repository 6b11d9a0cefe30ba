import type { EventType } from "@dateline/model";

/** Types under which two reports may tell one deed: a blast is an ASSAULT here and a COERCE there, a promise an AGREE or a REQUEST. */
export type Family = "force" | "street" | "talk" | "words" | "law";

const FAMILY: Readonly<Record<EventType, Family>> = {
  ASSAULT: "force",
  MOBILIZE: "force",
  RETREAT: "force",
  PROTEST: "street",
  COERCE: "law",
  SANCTION: "law",
  AGREE: "talk",
  CONSULT: "talk",
  SUPPORT: "talk",
  COOPERATE: "talk",
  AID: "talk",
  CONCEDE: "talk",
  REQUEST: "words",
  ACCUSE: "words",
  REJECT: "words",
  THREATEN: "words",
};

export function familyOf(type: EventType): Family {
  return FAMILY[type];
}
