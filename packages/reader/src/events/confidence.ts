import type { Telling } from "./telling.ts";

/** What a telling's binding looks like to the estimate of its chance to be right. */
export const FEATURES = [
  "bias",
  "noun",
  "adjective",
  "weak",
  "conditioned",
  "loose",
  "merged",
  "agent own",
  "agent far",
  "no agent",
  "target own",
  "target far",
  "no target",
  "owner",
  "hedged",
  "planned",
  "place through",
  "sourced",
  "heading",
  "assault",
  "many parties",
] as const;
export type Feature = (typeof FEATURES)[number];

/** The features that hold of a telling. */
export function featuresOf(
  t: Telling,
  in_: { readonly sourced: boolean; readonly heading: boolean },
): readonly Feature[] {
  const { trigger, agents, targets } = t;
  const found: Feature[] = ["bias"];
  const put = (is: boolean, f: Feature): void => {
    if (is) found.push(f);
  };
  const near = (bond: string): boolean => bond === "own" || bond === "by" || bond === "relative";
  put(trigger.form === "noun", "noun");
  put(trigger.form === "adjective", "adjective");
  put(trigger.sense.flags.weak, "weak");
  put(trigger.sense.when.length > 0, "conditioned");
  put(trigger.loose, "loose");
  put(trigger.merged.length > 0, "merged");
  put(agents.length > 0 && agents.every((a) => near(a.bond)), "agent own");
  put(
    agents.some((a) => !near(a.bond)),
    "agent far",
  );
  put(agents.length === 0, "no agent");
  put(targets.length > 0 && targets.every((a) => near(a.bond)), "target own");
  put(
    targets.some((a) => !near(a.bond)),
    "target far",
  );
  put(targets.length === 0, "no target");
  put(
    [...agents, ...targets].some((p) => p.bond === "owner"),
    "owner",
  );
  put(t.status.value === "possible" || t.status.value === "denied", "hedged");
  put(t.status.value === "planned", "planned");
  put(t.place?.rule === "through a noun", "place through");
  put(in_.sourced, "sourced");
  put(in_.heading, "heading");
  put(trigger.type === "ASSAULT", "assault");
  put(agents.length + targets.length > 3, "many parties");
  return found;
}

/** Log-odds of each feature, fitted on the marked reports by `bench/claims.ts --fit`; see docs/claims.md. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  bias: 0.67,
  noun: -0.34,
  adjective: -0.34,
  weak: -1.03,
  conditioned: -0.43,
  loose: -0.81,
  merged: 0.14,
  "agent own": 0.44,
  "agent far": 0.06,
  "no agent": -0.5,
  "target own": 0.51,
  "target far": 0.16,
  "no target": -0.67,
  owner: 0.01,
  hedged: -0.17,
  planned: -0.73,
  "place through": 0.13,
  sourced: 0.16,
  heading: 0.93,
  assault: -0.46,
  "many parties": -0.39,
};

/** The estimated chance that type, doers and those done to are right, 0.05 to 0.95, in hundredths. */
export function confidenceOf(features: readonly Feature[]): number {
  const odds = features.reduce((sum, f) => sum + WEIGHTS[f], 0);
  const chance = 1 / (1 + Math.exp(-odds));
  return Math.round(Math.min(0.95, Math.max(0.05, chance)) * 100) / 100;
}
