import { type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useLetterKeys } from "../app/letter-keys.tsx";
import { isTyping } from "../app/typing.ts";
import { DecisionContext, type DecisionState, useDecide } from "./use-decide.ts";

/** Keeps what was last decided and shows it at the foot of the window, with the way back. */
export function DecisionBar({ children }: { readonly children: ReactNode }): ReactNode {
  const [{ last, fault }, setState] = useState<Pick<DecisionState, "last" | "fault">>({
    last: undefined,
    fault: undefined,
  });
  const say = useCallback<DecisionState["say"]>((step) => setState({ last: step.last, fault: step.fault }), []);
  const state = useMemo(() => ({ last, fault, say }), [last, fault, say]);
  return (
    <DecisionContext value={state}>
      {children}
      <Bar />
    </DecisionContext>
  );
}

function Bar(): ReactNode {
  const { last, fault, say } = useContext(DecisionContext);
  const { undo, isBusy } = useDecide();
  const canUndo = last !== undefined && last.decisions.length > 0;
  const lettersOn = useLetterKeys();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const chord = event.ctrlKey || event.metaKey;
      if (event.key !== "z" || event.altKey || isTyping(event.target) || !(chord || lettersOn)) return;
      if (!canUndo || last === undefined) return;
      event.preventDefault();
      undo(last);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [last, canUndo, undo, lettersOn]);
  const text = fault ?? last?.text;
  return (
    <div className={text === undefined ? "decision-bar" : "decision-bar is-shown"} role="status">
      {text !== undefined && (
        <>
          <span className={fault === undefined ? "" : "fault"}>{text}</span>
          {canUndo && (
            <button type="button" disabled={isBusy} onClick={() => undo(last)}>
              Undo <kbd>z</kbd>
            </button>
          )}
          <button type="button" aria-label="Close this message" onClick={() => say({})}>
            ✕
          </button>
        </>
      )}
    </div>
  );
}
