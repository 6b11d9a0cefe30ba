import type { FieldContent, FieldName } from "@dateline/model";
import { lettersOf } from "../base30.ts";
import { FIELD_NAMES, told } from "../dispute/field-values.ts";
import { labelOf } from "../dispute/label.ts";
import type { ToldClaim } from "../told-claim.ts";

/** Letters that follow from what a claim tells: two tellings of one claim have the same where every value and who says so is the same. */
export function tellingKey(claim: ToldClaim): string {
  const values = FIELD_NAMES.map((f) => told(claim, f) ?? null);
  const says = claim.chain.map((l) => [l.name, l.kind, l.form, l.channel]);
  return lettersOf(JSON.stringify([values, says]), 8);
}

/** A value that two tellings of one claim tell otherwise. */
export interface ToldDifference {
  readonly field: FieldName;
  readonly was: FieldContent | undefined;
  readonly is: FieldContent | undefined;
}

/** The fields that two tellings of one claim tell otherwise. */
export function toldDifferences(was: ToldClaim, is: ToldClaim): readonly ToldDifference[] {
  return FIELD_NAMES.flatMap((field) => {
    const [a, b] = [told(was, field), told(is, field)];
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ field, was: a, is: b }];
  });
}

/** For a person; null where nothing is told. */
export function toldLabel(content: FieldContent | undefined): string | null {
  return content === undefined ? null : labelOf(content);
}
