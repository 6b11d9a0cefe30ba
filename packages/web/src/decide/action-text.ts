import type { Action, FieldContent, FieldName } from "@dateline/model";
import { placeText, rangeText, timeText } from "../values/text.ts";

const FIELD_WORDS: Readonly<Record<string, string>> = {
  agents: "who",
  targets: "whom",
  place: "where",
  time: "when",
};

/** A field as pages name it. */
export function fieldWord(field: FieldName): string {
  return FIELD_WORDS[field] ?? field.replace("counts.", "");
}

/** A field's value for a person. */
export function contentText(value: FieldContent | null): string {
  if (value === null) return "not known";
  switch (value.kind) {
    case "word":
      return value.word.toLowerCase();
    case "status":
      return value.status;
    case "actors":
      return value.actors.map((a) => a.name).join("; ");
    case "place":
      return placeText(value.place);
    case "time":
      return timeText(value.time);
    case "count":
      return rangeText(value.range);
    default:
      return value satisfies never;
  }
}

/** What was decided, in words. */
export function actionText(action: Action): string {
  switch (action.kind) {
    case "accept":
      return "accepted";
    case "reject":
      return "rejected";
    case "cant-tell":
      return "can’t tell";
    case "edit":
      return `set ${fieldWord(action.field)} to “${contentText(action.value)}”`;
    case "merge":
      return `put ${action.events.length} events together`;
    case "split":
      return `took ${action.claims.length === 1 ? "a claim" : `${action.claims.length} claims`} out of an event`;
    case "same-as":
      return `“${action.a}” and “${action.b}” are the same ${action.what}`;
    case "not-same-as":
      return `“${action.a}” and “${action.b}” are not the same ${action.what}`;
    case "add-claim":
      return `added a claim by hand (${action.claim.type.toLowerCase()})`;
    case "keep":
      return "kept the decision against a newer reading";
    case "undo":
      return action.step === true ? "undid a step" : "undid a decision";
    default:
      return action satisfies never;
  }
}
