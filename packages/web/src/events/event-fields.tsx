import type { EventField, FieldState, RecordEvent } from "@dateline/model";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { contentText, fieldWord } from "../decide/action-text.ts";
import { FieldForm } from "../decide/field-form.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { searchFor } from "../search/search-for.ts";

const STATES: Readonly<Record<FieldState, string>> = {
  agreed: "",
  finer: "some less precise",
  updated: "updated",
  disputed: "disputed",
};

interface FieldsProps {
  readonly event: RecordEvent;
  readonly fields: readonly EventField[];
}

/** Each field with its chosen value and, where origins differ, every value with who says it. */
export function EventFields({ event, fields }: FieldsProps): ReactNode {
  return (
    <dl className="fields">
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{fieldWord(field.name)}</dt>
          <dd>
            <FieldValues event={event} field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldValues({ event, field }: { readonly event: RecordEvent; readonly field: EventField }): ReactNode {
  const [isEdited, setEdited] = useState(false);
  const { decide } = useDecide();
  const origins = new Map(event.origins.map((o) => [o.id, o.name]));
  const isSet = event.decisions.includes(field.chosen.by);
  if (isEdited)
    return (
      <FieldForm
        field={field.name}
        value={field.chosen.content}
        type={event.type}
        onCancel={() => setEdited(false)}
        onSet={(value, why) => {
          decide(
            [{ kind: "edit", target: { event: event.id }, field: field.name, value }],
            `Set ${fieldWord(field.name)} to “${contentText(value)}”; what was told stays beside it.`,
            why,
          );
          setEdited(false);
        }}
      />
    );
  return (
    <>
      <span className="value-row">
        {(field.state !== "disputed" || isSet) && <Chosen field={field} />}
        {isSet && <span className="chip">set by a person</span>}
        {STATES[field.state] !== "" && field.state !== "disputed" && (
          <span className="chip">{STATES[field.state]}</span>
        )}
        <button
          type="button"
          className="edit"
          aria-label={`Change ${fieldWord(field.name)}: ${field.chosen.label}`}
          onClick={() => setEdited(true)}
        >
          {field.state === "disputed" && !isSet ? "settle" : "change"}
        </button>
      </span>
      {(field.state !== "agreed" || isSet) && (
        <ul>
          {field.values.map((value) => (
            <li key={value.label}>
              <strong>
                <bdi>{value.label}</bdi>
              </strong>{" "}
              <span className="quiet">{value.origins.map((id) => origins.get(id) ?? id).join("; ")}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Names lead to all that is told of them. */
function Chosen({ field }: { readonly field: EventField }): ReactNode {
  const { content, label } = field.chosen;
  if (content.kind !== "actors") return <bdi>{label}</bdi>;
  return (
    <span>
      {content.actors.map((a, i) => (
        <span key={a.name}>
          {i > 0 && ", "}
          <Link href={searchFor("actor", a.name)}>
            <bdi>{a.name}</bdi>
          </Link>
        </span>
      ))}
    </span>
  );
}
