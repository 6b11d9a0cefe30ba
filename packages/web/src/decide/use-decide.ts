import type { Action, Decision } from "@dateline/model";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Context, createContext, useCallback, useContext } from "react";
import { api } from "../api/api.ts";
import { useCoder } from "./coder.tsx";

/** What was last decided in this window, with the way to undo it. */
export interface LastStep {
  readonly text: string;
  readonly decisions: readonly Decision[];
}

export interface DecisionState {
  readonly last: LastStep | undefined;
  readonly fault: string | undefined;
  readonly say: (step: { readonly last?: LastStep | undefined; readonly fault?: string | undefined }) => void;
}

export const DecisionContext: Context<DecisionState> = createContext<DecisionState>({
  last: undefined,
  fault: undefined,
  say: () => undefined,
});

export interface Decide {
  /** Settles these as one step; `text` tells the person what was done. */
  readonly decide: (actions: readonly Action[], text: string, why?: string) => void;
  readonly undo: (step: LastStep) => void;
  readonly isBusy: boolean;
  /** False until a person gave a name. */
  readonly mayDecide: boolean;
}

/** Decisions are made under the name in the header; what is shown is asked for again after each. */
export function useDecide(): Decide {
  const who = useCoder().trim();
  const { say } = useContext(DecisionContext);
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (step: { actions: readonly Action[]; text: string; why: string | null }) =>
      api.decide({ actions: step.actions, who, why: step.why }),
    onSuccess: (decisions, { text, actions }) => {
      const isUndo = actions.every((a) => a.kind === "undo");
      say({ last: { text, decisions: isUndo ? [] : decisions } });
    },
    onError: (error) => say({ fault: error.message }),
    onSettled: () => queries.invalidateQueries(),
  });
  const decide = useCallback(
    (actions: readonly Action[], text: string, why?: string) => {
      if (who === "") {
        say({ fault: "Give your name first: it stands beside each decision." });
        document.getElementById("coder")?.focus();
        return;
      }
      mutate({ actions, text, why: why === undefined || why.trim() === "" ? null : why.trim() });
    },
    [who, mutate, say],
  );
  const undo = useCallback(
    ({ decisions, text }: LastStep) => {
      const [first] = decisions;
      if (first === undefined) return;
      decide([{ kind: "undo", decision: first.id, step: decisions.length > 1 }], `Undone: ${text}`);
    },
    [decide],
  );
  return { decide, undo, isBusy: isPending, mayDecide: who !== "" };
}
