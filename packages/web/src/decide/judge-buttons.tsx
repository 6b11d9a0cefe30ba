import type { Judgement, Target } from "@dateline/model";
import type { ReactNode } from "react";
import { type Decide, useDecide } from "./use-decide.ts";

export const JUDGING = [
  { kind: "accept", judgement: "accepted", word: "Accept", done: "Accepted", key: "a" },
  { kind: "reject", judgement: "rejected", word: "Reject", done: "Rejected", key: "x" },
  { kind: "cant-tell", judgement: "cant-tell", word: "Can’t tell", done: "Put down as “can’t tell”", key: "h" },
] as const;

interface JudgeButtonsProps {
  readonly target: Target;
  readonly judgement: Judgement | null;
  /** What is judged, for the message: "claim 3". */
  readonly what: string;
  /** The keys do the same. */
  readonly hasKeys?: boolean;
}

/** Accept, reject or can't tell; the standing judgement is pressed. */
export function JudgeButtons({ target, judgement, what, hasKeys = false }: JudgeButtonsProps): ReactNode {
  const decide = useDecide();
  return (
    <fieldset className="judge">
      <legend className="sr">Judge {what}</legend>
      {JUDGING.map((j) => (
        <button
          key={j.kind}
          type="button"
          className={j.judgement}
          aria-pressed={judgement === j.judgement}
          disabled={decide.isBusy}
          onClick={() => judge(decide, { kind: j.kind, target, what })}
        >
          {j.word} {hasKeys && <kbd>{j.key}</kbd>}
        </button>
      ))}
    </fieldset>
  );
}

interface Judging {
  readonly kind: (typeof JUDGING)[number]["kind"];
  readonly target: Target;
  readonly what: string;
}

export function judge({ decide }: Decide, { kind, target, what }: Judging): void {
  const done = JUDGING.find((j) => j.kind === kind)?.done ?? kind;
  decide([{ kind, target }], `${done}: ${what}.`);
}

const SIGNS: Readonly<Record<Judgement, string>> = { accepted: "✓", rejected: "✗", "cant-tell": "?" };

/** What a person judged, as a sign with its word. */
export function JudgementSign({ judgement }: { readonly judgement: Judgement | null }): ReactNode {
  if (judgement === null) return null;
  return (
    <span className={`judgement ${judgement}`} title={judgement.replace("-", " ")}>
      <span aria-hidden="true">{SIGNS[judgement]}</span>
      <span className="sr">{judgement.replace("-", " ")}</span>
    </span>
  );
}
