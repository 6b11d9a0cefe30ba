import { EVENT_TYPES, type EventType, type Reading, type Span, STATUSES, type Status } from "@dateline/model";
import { type FormEvent, type ReactNode, useState } from "react";
import { useDecide } from "../decide/use-decide.ts";
import { selectedSpan } from "./selected-span.ts";

interface AddClaimProps {
  readonly reading: Reading;
  /** Id of the report in the record. */
  readonly report: string;
}

/** A claim that the reader missed: the words of the deed are selected in the text; who, whom, where follow on its card. */
export function AddClaim({ reading, report }: AddClaimProps): ReactNode {
  const [deed, setDeed] = useState<Span>();
  const [isAsked, setAsked] = useState(false);
  const { decide, isBusy } = useDecide();
  const take = (): void => {
    setDeed(selectedSpan());
    setAsked(true);
  };
  if (deed === undefined)
    return (
      <p className="row">
        {/* a click would take the selection away before it is read */}
        <button type="button" onMouseDown={(e) => e.preventDefault()} onClick={take}>
          Add a missed claim
        </button>
        {isAsked && <span className="quiet">Select the words of the deed in the text first, like “killed”.</span>}
      </p>
    );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const type = String(data.get("type")) as EventType;
    const status = String(data.get("status")) as Status;
    decide(
      [
        {
          kind: "add-claim",
          claim: { ...EMPTY, report, span: sentenceAround(reading, deed), trigger: deed, type, status },
        },
      ],
      `Added a claim: ${type.toLowerCase()}, “${reading.report.text.slice(deed.start, deed.end)}”. Its card takes the rest.`,
    );
    setDeed(undefined);
    setAsked(false);
  };
  return (
    <form className="field-form" onSubmit={submit}>
      <p>
        A claim on <q dir="auto">{reading.report.text.slice(deed.start, deed.end)}</q>
      </p>
      <Options name="type" label="Type" options={EVENT_TYPES} />
      <Options name="status" label="Status" options={STATUSES} />
      <p className="row">
        <button type="submit" className="primary" disabled={isBusy}>
          Add
        </button>
        <button type="button" onClick={() => setDeed(undefined)}>
          Cancel
        </button>
      </p>
    </form>
  );
}

const EMPTY = {
  mode: null,
  agents: [],
  targets: [],
  place: null,
  time: null,
  counts: {},
  chain: [],
  evidence: {},
  event: null,
} as const;

/** The sentence is the passage that tells it; where there is none, the words themselves. */
function sentenceAround({ sentences }: Reading, deed: Span): Span {
  return sentences.find((s) => s.start <= deed.start && deed.end <= s.end) ?? deed;
}

interface OptionsProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly string[];
}

function Options({ name, label, options }: OptionsProps): ReactNode {
  return (
    <label className="field">
      <span>{label}</span>
      <select name={name}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option.toLowerCase()}
          </option>
        ))}
      </select>
    </label>
  );
}
