import type { Decision } from "@dateline/model";

/** Id of decision → id of the one that undid it. Later decisions first: an undo counts only where it is not itself undone. */
export function undone(decisions: readonly Decision[]): ReadonlyMap<string, string> {
  const steps = stepsOf(decisions);
  const by = new Map<string, string>();
  for (const d of [...decisions].reverse()) {
    if (d.action.kind !== "undo" || by.has(d.id)) continue;
    for (const id of undoes(d, steps)) if (!by.has(id) && id !== d.id) by.set(id, d.id);
  }
  return by;
}

/** Decisions with those that they undo, and those that these undid, to the last: all whose effect can change with them. */
export function reached(decisions: readonly Decision[], from: readonly string[]): readonly Decision[] {
  const byId = new Map(decisions.map((d) => [d.id, d]));
  const steps = stepsOf(decisions);
  const found = new Map<string, Decision>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const d = byId.get(id);
    if (d === undefined || found.has(id)) continue;
    found.set(id, d);
    open.push(...undoes(d, steps));
  }
  return [...found.values()];
}

function undoes(d: Decision, steps: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (d.action.kind !== "undo") return [];
  const { decision, step } = d.action;
  if (step !== true) return [decision];
  return [...steps.values()].find((ids) => ids.includes(decision)) ?? [decision];
}

/** First decision of a step → all of it. */
function stepsOf(decisions: readonly Decision[]): ReadonlyMap<string, readonly string[]> {
  const steps = new Map<string, string[]>();
  for (const d of decisions) {
    if (d.step === null) continue;
    const ids = steps.get(d.step);
    // decisions of earlier versions: the first of a step does not name it
    if (ids === undefined) steps.set(d.step, [...new Set([d.step, d.id])]);
    else ids.push(d.id);
  }
  return steps;
}
