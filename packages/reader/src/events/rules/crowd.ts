import type { Mode } from "@dateline/model";
import type { Trigger } from "../telling.ts";
import type { View } from "../view.ts";
import { marked, type TriggerRule } from "./rule.ts";

/** Violence by a crowd that protests is a riot, whatever word tells it: "protesters torched a bus". */
export const riot: TriggerRule = {
  name: "riot",
  because: "marked: mourners [stoned] the convoy of a member → PROTEST riot; who kills or abducts is no protester",
  apply: (_view, triggers) =>
    triggers.map((t) =>
      isByCrowd(t) && isRiotous(t) ? marked(t, "riot", { type: "PROTEST", mode: "riot", contexts: ["repression"] }) : t,
    ),
};

const CROWD: ReadonlySet<string> = new Set(
  "protester protestor demonstrator rioter marcher mourner picket picketer striker".split(" "),
);

function isByCrowd(t: Trigger): boolean {
  const subject = t.frame?.subject?.token.lemma.toLowerCase();
  return t.form === "verb" && subject !== undefined && CROWD.has(subject);
}

const RIOTOUS: ReadonlySet<Mode | null> = new Set<Mode | null>([null, "destroy", "primitive", "explosives", "seize"]);

/** Things thrown, burned and broken, not people killed, wounded or taken. */
function isRiotous(t: Trigger): boolean {
  if (t.type !== "ASSAULT" && t.type !== "COERCE") return false;
  return RIOTOUS.has(t.mode) && !t.sense.flags.result && t.sense.flags.counts === null;
}

/** A bare "strike" in a report of unions and pay is one of work, where nothing is told of jets, drones or missiles. */
export const walkout: TriggerRule = {
  name: "strike of work",
  because: "the [strike] entered its second week, in a report on a union",
  apply: (view, triggers) => {
    const bare = triggers.filter(isBareStrike);
    if (bare.length === 0 || !isOfWork(view)) return triggers;
    return triggers.map((t) =>
      isBareStrike(t)
        ? marked(t, "strike of work", {
            type: "PROTEST",
            mode: "strike",
            contexts: ["economic"],
            sense: { ...t.sense, flags: { ...t.sense.flags, weak: false } },
          })
        : t,
    );
  },
};

function isBareStrike(t: Trigger): boolean {
  return t.form === "noun" && t.head.lemma.toLowerCase() === "strike" && t.type === "ASSAULT" && t.mode === null;
}

const OF_WORK: ReadonlySet<string> = new Set(
  "union striker walkout picket wage stoppage docker miner nurse teacher federation peasant".split(" "),
);
const OF_WAR: ReadonlySet<string> = new Set(
  "airstrike drone missile jet warplane bomb shell artillery rocket militant airfield".split(" "),
);

/** Whether the report's first words speak of work and none of them of war. */
function isOfWork(view: View): boolean {
  let work = false;
  for (const t of view.doc.tokens.slice(0, MOST_WORDS)) {
    const lemma = t.lemma.toLowerCase();
    if (OF_WAR.has(lemma)) return false;
    work ||= OF_WORK.has(lemma);
  }
  return work;
}

const MOST_WORDS = 2000;
