import type { Claim, EvidenceField, FieldContent, FieldName, Reading, RecordClaim } from "@dateline/model";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { contentText, fieldWord } from "../decide/action-text.ts";
import { FieldForm } from "../decide/field-form.tsx";
import { JudgeButtons, JudgementSign } from "../decide/judge-buttons.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { Chain } from "../values/chain.tsx";
import { StatusGlyph } from "../values/status.tsx";
import { claimFields, type FieldShown, fieldsToAdd } from "./claim-fields.ts";

interface ClaimCardProps {
  readonly reading: Reading;
  readonly claim: Claim;
  /** The claim as the record holds it, with what people set; undefined where the record has it not yet. */
  readonly member: RecordClaim | undefined;
  readonly number: number;
  readonly isOpen: boolean;
  readonly field: string | undefined;
  readonly onOpen: () => void;
  readonly onField: (field: EvidenceField) => void;
}

/** One claim: a line when closed; open, each value with a button that lights its words, and what a person can settle. */
export function ClaimCard(props: ClaimCardProps): ReactNode {
  const { reading, claim, member, number, isOpen, onOpen } = props;
  const names = namesIn(reading);
  const line = [namesOf(member?.agents) ?? names(claim.agents), namesOf(member?.targets) ?? names(claim.targets)];
  const judgement = member?.judgement ?? null;
  return (
    <li className={`claim ${isOpen ? "is-open" : ""} ${judgement ?? ""}`} id={`claim-${claim.id}`}>
      <button type="button" className="head" aria-expanded={isOpen} onClick={onOpen}>
        <span className="n">{number}</span>
        <StatusGlyph status={member?.status ?? claim.status} />
        <span className="kind">
          {(member?.type ?? claim.type).toLowerCase()}
          {claim.mode !== null && <span className="mode"> {claim.mode}</span>}
        </span>
        <bdi className="parties">{line.filter((s) => s !== "").join(" → ")}</bdi>
        <JudgementSign judgement={judgement} />
      </button>
      {isOpen && <ClaimValues {...props} />}
    </li>
  );
}

function namesIn(reading: Reading): (ids: readonly string[]) => string {
  const names = new Map(reading.entities.map((e) => [e.id, e.name]));
  return (ids) => ids.map((id) => names.get(id) ?? id).join(", ");
}

function namesOf(actors: RecordClaim["agents"] | undefined): string | undefined {
  return actors?.map((a) => a.name).join(", ");
}

function ClaimValues(props: ClaimCardProps): ReactNode {
  const { reading, claim, member, number, field, onField } = props;
  const names = namesIn(reading);
  const read = claim.sources.map((s) => ({ name: names([s.entity]), channel: s.channel }));
  const chain = (member?.chain ?? read).flatMap((l) => [l.name, ...(l.channel === null ? [] : [l.channel])]);
  const event = member?.event ?? null;
  const isByHand = !reading.claims.includes(claim);
  return (
    <div className="values">
      <dl>
        {claimFields(reading, claim, member).map((shown) => (
          <div key={shown.field}>
            <dt>{fieldWord(shown.field)}</dt>
            <dd>
              <FieldRow shown={shown} claim={claim} member={member} isLit={field === shown.words} onField={onField} />
            </dd>
          </div>
        ))}
        <div>
          <dt>says</dt>
          <dd>
            <Chain links={chain} publisher={reading.report.publisher} />
          </dd>
        </div>
      </dl>
      {member !== undefined && <AddValue member={member} reading={reading} claim={claim} />}
      {claim.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {member !== undefined && (
        <JudgeButtons target={{ claim: member.id }} judgement={member.judgement} what={`claim ${number}`} hasKeys />
      )}
      <p className="foot">
        {event !== null && <Link href={`/e/${encodeURIComponent(event)}`}>event {event}</Link>}
        <span className="quiet">
          {isByHand ? "added by hand" : `confidence ${Math.round(claim.confidence * 100)} %`}
        </span>
      </p>
    </div>
  );
}

interface FieldRowProps {
  readonly shown: FieldShown;
  readonly claim: Claim;
  readonly member: RecordClaim | undefined;
  readonly isLit: boolean;
  readonly onField: (field: EvidenceField) => void;
}

/** A value with its words, and the way to set another one. */
function FieldRow({ shown, claim, member, isLit, onField }: FieldRowProps): ReactNode {
  const [isEdited, setEdited] = useState(false);
  if (isEdited && member !== undefined)
    return <EditField member={member} field={shown.field} value={shown.content} onDone={() => setEdited(false)} />;
  const hasWords = claim.evidence[shown.words].length > 0;
  return (
    <span className="value-row">
      {hasWords ? (
        <button
          type="button"
          className={`value ${shown.words}`}
          aria-pressed={isLit}
          onClick={() => onField(shown.words)}
        >
          <bdi>{shown.text}</bdi>
        </button>
      ) : (
        <bdi>{shown.text}</bdi>
      )}
      {shown.isSet && <span className="chip">set by a person</span>}
      {member !== undefined && (
        <button
          type="button"
          className="edit"
          aria-label={`Change ${fieldWord(shown.field)}: ${shown.text}`}
          onClick={() => setEdited(true)}
        >
          change
        </button>
      )}
    </span>
  );
}

interface EditFieldProps {
  readonly member: RecordClaim;
  readonly field: FieldName;
  readonly value: FieldContent | null;
  readonly onDone: () => void;
}

function EditField({ member, field, value, onDone }: EditFieldProps): ReactNode {
  const { decide } = useDecide();
  return (
    <FieldForm
      field={field}
      value={value}
      type={member.type}
      onCancel={onDone}
      onSet={(set, why) => {
        decide(
          [{ kind: "edit", target: { claim: member.id }, field, value: set }],
          `Set ${fieldWord(field)} to “${contentText(set)}”.`,
          why,
        );
        onDone();
      }}
    />
  );
}

/** Fields of which the reading tells nothing. */
function AddValue({ member, reading, claim }: { member: RecordClaim; reading: Reading; claim: Claim }): ReactNode {
  const [field, setField] = useState<FieldName>();
  if (field !== undefined)
    return (
      <div className="added-value">
        <p className="quiet">{fieldWord(field)}</p>
        <EditField member={member} field={field} value={null} onDone={() => setField(undefined)} />
      </div>
    );
  return (
    <select
      className="add-value"
      aria-label="Add a value"
      value=""
      onChange={(e) => setField(e.target.value as FieldName)}
    >
      <option value="">Add a value …</option>
      {fieldsToAdd(reading, claim, member).map((name) => (
        <option key={name} value={name}>
          {fieldWord(name)}
        </option>
      ))}
    </select>
  );
}
