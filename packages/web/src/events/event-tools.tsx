import type { RecordEvent } from "@dateline/model";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { Link } from "wouter";
import { api } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { DecisionItem } from "../decide/decision-item.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { corroborationText, plural, timeText } from "../values/text.ts";

/** What a person can settle about a whole event, and what people have settled. */
export function EventTools({ event }: { readonly event: RecordEvent }): ReactNode {
  return (
    <section className="tools">
      <h2>Settle</h2>
      <div className="split">
        <Merge event={event} />
        <SameActor event={event} />
      </div>
      <h2>Decisions</h2>
      <EventDecisions id={event.id} />
    </section>
  );
}

/** Puts another event together with this one, after it was looked at. */
function Merge({ event }: { readonly event: RecordEvent }): ReactNode {
  const [other, setOther] = useState("");
  const { decide, isBusy } = useDecide();
  const found = useQuery({
    queryKey: ["event", other],
    queryFn: () => api.event(other),
    enabled: other !== "",
    retry: false,
  });
  const submit = (e: FormEvent<HTMLFormElement>): void => {
    e.preventDefault();
    setOther(String(new FormData(e.currentTarget).get("other") ?? "").trim());
  };
  const isSame = found.data?.id === event.id;
  return (
    <div>
      <h3>The same happening as another event</h3>
      <form className="row" onSubmit={submit}>
        <label className="field">
          <span>Id of the other event</span>
          <input name="other" required placeholder="ML-7K2Q9F" />
        </label>
        <button type="submit">Look</button>
      </form>
      {found.error !== null && <p className="fault">{found.error.message}</p>}
      {isSame && <p className="fault">That is this event.</p>}
      {found.data !== undefined && !isSame && (
        <div className="preview">
          <p>
            <Link href={`/e/${encodeURIComponent(found.data.id)}`}>{found.data.title}</Link>
            <br />
            <span className="quiet">
              {timeText(found.data.time)} · {corroborationText(found.data)}
            </span>
          </p>
          <button
            type="button"
            className="primary"
            disabled={isBusy}
            onClick={() => {
              decide(
                [{ kind: "merge", events: [event.id, found.data.id] }],
                `Put ${found.data.id} together with ${event.id}; both ids lead here.`,
              );
              setOther("");
            }}
          >
            Put together
          </button>
        </div>
      )}
    </div>
  );
}

/** Two names of one actor, or of two that only look alike. */
function SameActor({ event }: { readonly event: RecordEvent }): ReactNode {
  const { decide, isBusy } = useDecide();
  const names = [...new Set(event.members.flatMap((m) => [...m.agents, ...m.targets, ...m.chain]).map((a) => a.name))];
  const submit = (e: FormEvent<HTMLFormElement>): void => {
    e.preventDefault();
    const data = new FormData(e.currentTarget, (e.nativeEvent as SubmitEvent).submitter);
    const [a, b] = [String(data.get("a")), String(data.get("b"))];
    const kind = data.get("kind") === "same-as" ? "same-as" : "not-same-as";
    if (a === b) return;
    decide([{ kind, what: "actor", a, b }], `“${a}” and “${b}” are ${kind === "same-as" ? "one" : "two"}.`);
  };
  if (names.length < 2) return null;
  return (
    <div>
      <h3>Two names, one actor?</h3>
      <form onSubmit={submit}>
        {(["a", "b"] as const).map((name, i) => (
          <label className="field" key={name}>
            <span>{i === 0 ? "This name" : "and this one"}</span>
            <select name={name} defaultValue={names[i]}>
              {names.map((n) => (
                <option key={n} value={n}>
                  {n}
                </option>
              ))}
            </select>
          </label>
        ))}
        <p className="row">
          <button type="submit" name="kind" value="same-as" disabled={isBusy}>
            The same
          </button>
          <button type="submit" name="kind" value="not-same-as" disabled={isBusy}>
            Different
          </button>
        </p>
      </form>
    </div>
  );
}

function EventDecisions({ id }: { readonly id: string }): ReactNode {
  const decisions = useQuery({
    queryKey: ["decisions", "event", id],
    queryFn: () => api.decisions({ event: id, limit: 200, sort: "newest" }),
  });
  return (
    <Loaded of={decisions}>
      {({ items, total }) =>
        total === 0 ? (
          <p className="quiet">Nobody has decided anything about this event: all of it is the reader’s.</p>
        ) : (
          <ol className="decisions" aria-label={plural(total, "decision")}>
            {items.map((decision) => (
              <DecisionItem key={decision.id} decision={decision} />
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
