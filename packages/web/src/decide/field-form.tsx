import {
  type ActorRef,
  EVENT_TYPES,
  type EventType,
  type FieldContent,
  type FieldName,
  MODES,
  type PlaceRef,
  STATUSES,
  type Status,
} from "@dateline/model";
import { type FormEvent, type ReactNode, useId } from "react";

interface FieldFormProps {
  readonly field: FieldName;
  readonly value: FieldContent | null;
  readonly type: EventType;
  readonly onSet: (value: FieldContent | null, why: string) => void;
  readonly onCancel: () => void;
}

/** A form for the value of one field, with the reason; a type and a status cannot be emptied. */
export function FieldForm({ field, value, type, onSet, onCancel }: FieldFormProps): ReactNode {
  const whyId = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => String(data.get(name) ?? "").trim();
    onSet(contentOf(field, { text, before: value }), text("why"));
  };
  const canEmpty = field !== "type" && field !== "status";
  return (
    <form
      className="field-form"
      onSubmit={submit}
      onKeyDown={(e) => {
        if (e.key === "Escape") onCancel();
      }}
    >
      <Inputs field={field} value={value} type={type} />
      <label className="field" htmlFor={whyId}>
        <span>Why (optional)</span>
        <input id={whyId} name="why" maxLength={2000} />
      </label>
      <p className="row">
        <button type="submit" className="primary">
          Set
        </button>
        {canEmpty && (
          <button type="button" onClick={() => onSet(null, "")}>
            Not known
          </button>
        )}
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}

function Inputs({ field, value, type }: Pick<FieldFormProps, "field" | "value" | "type">): ReactNode {
  switch (field) {
    case "status":
      return <Choice label="Status" options={STATUSES} value={value?.kind === "status" ? value.status : "happened"} />;
    case "type":
      return <Choice label="Type" options={EVENT_TYPES} value={value?.kind === "word" ? value.word : type} />;
    case "mode":
      return <Choice label="Mode" options={MODES[type]} value={value?.kind === "word" ? value.word : ""} />;
    case "agents":
    case "targets": {
      const names = value?.kind === "actors" ? value.actors.map((a) => a.name).join("; ") : "";
      return <Text name="value" label="Names, with ; between them" value={names} />;
    }
    case "place":
      return <PlaceInputs place={value?.kind === "place" ? value.place : null} />;
    case "time":
      return (
        <Text
          name="value"
          label="Date: 2020-06-03, 2020-06, 2020-06-01/2020-06-05"
          value={value?.kind === "time" ? (value.time.value ?? "") : ""}
        />
      );
    default:
      return <CountInputs range={value?.kind === "count" ? value.range : [null, null]} />;
  }
}

interface TextProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly pattern?: string;
  readonly isNeeded?: boolean;
}

function Text({ name, label, value, pattern, isNeeded = true }: TextProps): ReactNode {
  return (
    <label className="field">
      <span>{label}</span>
      <input name={name} defaultValue={value} required={isNeeded} pattern={pattern} dir="auto" />
    </label>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
}

function Choice({ label, options, value }: ChoiceProps): ReactNode {
  return (
    <label className="field">
      <span>{label}</span>
      <select name="value" defaultValue={value} required>
        {options.map((option) => (
          <option key={option} value={option}>
            {option.toLowerCase()}
          </option>
        ))}
      </select>
    </label>
  );
}

function PlaceInputs({ place }: { readonly place: PlaceRef | null }): ReactNode {
  const point = place?.lat == null || place.lon === null ? "" : `${place.lat}, ${place.lon}`;
  return (
    <>
      <Text name="value" label="Place" value={place?.name ?? ""} />
      <Text name="country" label="Country code" value={place?.country ?? ""} pattern="[A-Za-z]{2}" isNeeded={false} />
      <Text
        name="point"
        label="Latitude, longitude"
        value={point}
        pattern="\s*-?[0-9.]+\s*,\s*-?[0-9.]+\s*"
        isNeeded={false}
      />
    </>
  );
}

function CountInputs({ range: [min, max] }: { readonly range: readonly [number | null, number | null] }): ReactNode {
  return (
    <>
      <Text name="min" label="At least" value={min === null ? "" : String(min)} pattern="[0-9]{1,9}" isNeeded={false} />
      <Text name="max" label="At most" value={max === null ? "" : String(max)} pattern="[0-9]{1,9}" isNeeded={false} />
    </>
  );
}

interface Typed {
  readonly text: (name: string) => string;
  readonly before: FieldContent | null;
}

/** What a person typed, as the record takes it. What is not asked for (codes, links) stays unknown. */
function contentOf(field: FieldName, { text, before }: Typed): FieldContent {
  switch (field) {
    case "status":
      return { kind: "status", status: text("value") as Status };
    case "type":
    case "mode":
      return { kind: "word", word: text("value") };
    case "agents":
    case "targets":
      return { kind: "actors", actors: actorsOf(text("value"), before?.kind === "actors" ? before.actors : []) };
    case "place":
      return { kind: "place", place: placeOf(text, before?.kind === "place" ? before.place : null) };
    case "time":
      return { kind: "time", time: { value: text("value"), earliest: null, latest: null } };
    default:
      return { kind: "count", range: [numberOf(text("min")), numberOf(text("max"))] };
  }
}

/** A name that was there keeps what is known of it. */
function actorsOf(names: string, before: readonly ActorRef[]): readonly ActorRef[] {
  return names
    .split(";")
    .map((n) => n.trim())
    .filter((n) => n !== "")
    .map(
      (name) => before.find((a) => a.name === name) ?? { name, kind: "other", country: null, actor: null, codes: {} },
    );
}

function placeOf(text: Typed["text"], before: PlaceRef | null): PlaceRef {
  const name = text("value");
  const country = text("country").toUpperCase() || null;
  const [lat = null, lon = null] = text("point") === "" ? [] : text("point").split(",").map(Number);
  const same = before !== null && before.name === name && before.lat === lat && before.lon === lon;
  return same ? { ...before, country } : { name, country, level: "city", lat, lon, radiusKm: null, geonames: null };
}

function numberOf(text: string): number | null {
  return text === "" ? null : Number(text);
}
