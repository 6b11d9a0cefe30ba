import type { Action, DecisionRow, FieldContent, Question } from "@dateline/model";
import { labelOf } from "@dateline/record";
import type { Terminal } from "../terminal.ts";
import { wrap } from "./wrap.ts";

/** The journal: two lines a decision and one more where it is undone or questioned. */
export function decisionList(items: readonly DecisionRow[], total: number, terminal: Terminal): string {
  const { colors: c } = terminal;
  if (items.length === 0) return `${c.dim("No such decisions in this record.")}\n`;
  const more = total > items.length ? `\n${c.dim(`${items.length} of ${total} decisions; --limit shows more`)}\n` : "";
  return `${items.flatMap((d) => decisionLines(d, terminal)).join("\n")}\n${more}`;
}

/** One decision: what, then who, when and why, over which words, and what became of it. */
export function decisionLines(d: DecisionRow, { colors: c, width }: Terminal): readonly string[] {
  const step = d.step === null || d.step === d.id ? "" : ` · in one step with ${d.step}`;
  const words = [...new Set(d.anchors.map((a) => `“${a.words}”`))].slice(0, 6).join(", ");
  const facts = [
    `${d.who} · ${d.at.slice(0, 16).replace("T", " ")} UTC${step}`,
    d.why ?? "",
    words === "" ? "" : `over ${words}`,
  ];
  const became = [
    ...(d.undoneBy === null ? [] : [`undone by ${d.undoneBy}`]),
    ...(d.open === null ? [] : [`asks: ${d.open}`]),
  ];
  const head = wrap(`${d.id}  ${actionText(d.action)}`, width);
  return [
    ...(d.undoneBy === null ? head.map((line) => c.bold(line)) : head.map((line) => c.dim(line))),
    ...wrap(facts.filter((f) => f !== "").join(" · "), width - 2).map((line) => c.dim(`  ${line}`)),
    ...became.flatMap((b) => wrap(b, width - 2).map((line) => `  ${c.yellow(line)}`)),
  ];
}

/** What was settled, in words. */
export function actionText(action: Action): string {
  switch (action.kind) {
    case "accept":
    case "reject":
    case "cant-tell":
      return `${action.kind === "cant-tell" ? "can't tell" : action.kind} ${targetText(action.target)}`;
    case "edit":
      return `${action.field.replace(/^counts\./, "")} of ${targetText(action.target)} is ${valueText(action.value)}`;
    case "merge":
      return `merge ${action.events.join(", ")}`;
    case "split":
      return `split ${action.claims.join(", ")} from ${action.event}`;
    case "same-as":
      return `${action.what} ${action.a} is ${action.b}`;
    case "not-same-as":
      return `${action.what} ${action.a} is not ${action.b}`;
    case "add-claim":
      return `add a claim (${action.claim.type}) to ${action.claim.report}`;
    case "keep":
      return `keep ${action.decision} as it is`;
    case "undo":
      return `undo ${action.step === true ? "the step of " : ""}${action.decision}`;
    default:
      return action satisfies never;
  }
}

function targetText(target: { readonly claim: string } | { readonly event: string }): string {
  return "claim" in target ? `claim ${target.claim}` : `event ${target.event}`;
}

function valueText(value: FieldContent | null): string {
  return value === null ? "unknown" : labelOf(value);
}

/** What is asked, with how to answer. */
export function questionList(items: readonly Question[], total: number, { colors: c, width }: Terminal): string {
  if (items.length === 0) return `${c.dim("No questions: nothing newer speaks against what was decided.")}\n`;
  const lines = items.flatMap((q) => [
    ...wrap(q.reason, width).map((line) => c.bold(line)),
    ...wrap(
      [q.decision, q.claim ?? "", q.event ?? "", q.report ?? ""].filter((t) => t !== "").join(" · "),
      width - 2,
    ).map((line) => c.dim(`  ${line}`)),
    c.dim(`  dateline decide keep ${q.decision} · dateline decide undo ${q.decision} --only`),
  ]);
  const more = total > items.length ? `\n${c.dim(`${items.length} of ${total} questions; --limit shows more`)}\n` : "";
  return `${lines.join("\n")}\n${more}`;
}
