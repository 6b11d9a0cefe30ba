/** PLOVER (manual draft 2.0): event types, and the modes each type allows. */
export const MODES = {
  AGREE: [],
  CONSULT: ["visit", "third-party", "multilateral", "phone"],
  SUPPORT: [],
  CONCEDE: [],
  COOPERATE: [],
  AID: [],
  RETREAT: ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
  REQUEST: ["assist", "change", "yield", "meet"],
  ACCUSE: ["disapprove", "investigate", "allege"],
  REJECT: ["assist", "change", "yield", "meet"],
  THREATEN: ["restrict", "arrest", "relations", "expel", "territory", "violence"],
  PROTEST: ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
  SANCTION: ["convict", "expel", "withdraw", "discontinue"],
  MOBILIZE: ["troops", "weapons", "police", "militia"],
  COERCE: [
    "seize",
    "restrict",
    "censor",
    "curfew",
    "martial-law",
    "arrest",
    "deport",
    "withhold",
    "misinformation",
    "cyber",
  ],
  ASSAULT: [
    "abduct",
    "beat",
    "torture",
    "sexual",
    "targeted",
    "destroy",
    "primitive",
    "firearms",
    "explosives",
    "suicide-attack",
    "aerial",
    "drone",
    "heavy-weapons",
    "crowd-control",
    "unconventional",
  ],
} as const;

export type EventType = keyof typeof MODES;
export type Mode = (typeof MODES)[EventType][number];

export const EVENT_TYPES: readonly EventType[] = Object.keys(MODES) as EventType[];
export const ALL_MODES: readonly Mode[] = [...new Set(Object.values(MODES).flat())];

/** PLOVER's 37 contexts. */
export const CONTEXTS = [
  "military",
  "intelligence",
  "executive",
  "legislative",
  "election",
  "political_institutions",
  "pro_democracy",
  "pro_autocracy",
  "economic",
  "legal",
  "reparations",
  "human_rights",
  "rights_freedoms",
  "repression",
  "human_security",
  "gender",
  "lgbt",
  "religion_ethnicity",
  "inequality",
  "diplomatic",
  "territory",
  "peacekeeping",
  "health",
  "asylum",
  "migration",
  "disasters",
  "natural_resource",
  "environment",
  "technology",
  "terrorism",
  "cbrn",
  "cyber",
  "misinformation",
  "crime",
  "corruption",
  "illegal_drugs",
  "trafficking",
] as const;
export type EventContext = (typeof CONTEXTS)[number];

/** CAMEO/PLOVER sectors of actors. */
export const SECTORS = [
  "GOV",
  "MIL",
  "COP",
  "SPY",
  "LEG",
  "JUD",
  "ELI",
  "OPP",
  "PTY",
  "REB",
  "UAF",
  "SEP",
  "CRM",
  "CVL",
  "MED",
  "EDU",
  "BUS",
  "LAB",
  "REL",
  "NGO",
  "IGO",
  "REF",
  "HLH",
  "AGR",
  "ENV",
  "SOC",
  "UNK",
] as const;
export type Sector = (typeof SECTORS)[number];

export function isEventType(text: string): text is EventType {
  return Object.hasOwn(MODES, text);
}

/** Whether the codebook allows `mode` with `type`. */
export function isModeOf(type: EventType, mode: string): mode is Mode {
  return (MODES[type] as readonly string[]).includes(mode);
}
