import type { Action, Claim, RecordClaim } from "@dateline/model";
import { useEffect } from "react";
import { useLetterKeys } from "../app/letter-keys.tsx";
import { isTyping } from "../app/typing.ts";
import { JUDGING, judge } from "../decide/judge-buttons.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { plural } from "../values/text.ts";

interface ClaimKeys {
  readonly claims: readonly Claim[];
  /** Claims as the record holds them, by the reading's id. */
  readonly members: ReadonlyMap<string, RecordClaim>;
  readonly open: Claim | undefined;
  readonly show: (claim: Claim | undefined) => void;
}

/**
 * `j` and `k` walk through the claims, `Esc` closes; `a`, `x`, `h` judge the open one and go on to the next; Shift+Enter
 * accepts those that nobody judged. Not while a person types.
 */
export function useClaimKeys({ claims, members, open, show }: ClaimKeys): void {
  const lettersOn = useLetterKeys();
  const decide = useDecide();
  useEffect(() => {
    const at = open === undefined ? -1 : claims.indexOf(open);
    const next = (): void => show(claims[Math.min(claims.length - 1, at + 1)]);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.length === 1 && !lettersOn) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const judging = JUDGING.find((j) => j.key === event.key);
      const member = open === undefined ? undefined : members.get(open.id);
      if (event.key === "j") next();
      else if (event.key === "k") show(claims[Math.max(0, at - 1)]);
      else if (event.key === "Escape") show(undefined);
      else if (event.key === "Enter" && event.shiftKey) {
        // the focused button would be pressed too
        event.preventDefault();
        const undecided = [...members.values()].filter((m) => m.judgement === null);
        if (undecided.length > 0) decide.decide(...accepting(undecided));
      } else if (judging !== undefined && member !== undefined) {
        judge(decide, { kind: judging.kind, target: { claim: member.id }, what: `claim ${at + 1}` });
        if (decide.mayDecide) next();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [claims, members, open, show, lettersOn, decide]);
}

/** The step that accepts these claims, with its message. */
export function accepting(claims: readonly RecordClaim[]): readonly [readonly Action[], string] {
  return [
    claims.map((m): Action => ({ kind: "accept", target: { claim: m.id } })),
    `Accepted ${plural(claims.length, "claim")}.`,
  ];
}
