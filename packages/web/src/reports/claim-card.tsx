import type { Claim, EvidenceField, Reading } from "@dateline/model";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Chain } from "../values/chain.tsx";
import { StatusGlyph } from "../values/status.tsx";
import { countsText } from "../values/text.ts";

interface ClaimCardProps {
  readonly reading: Reading;
  readonly claim: Claim;
  readonly number: number;
  readonly isOpen: boolean;
  readonly field: string | undefined;
  /** Id of the record's event that this claim belongs to. */
  readonly event: string | null;
  readonly onOpen: () => void;
  readonly onField: (field: EvidenceField) => void;
}

/** One claim: a line when closed; open, each value with a button that lights its words. */
export function ClaimCard(props: ClaimCardProps): ReactNode {
  const { reading, claim, number, isOpen, onOpen } = props;
  const names = namesIn(reading);
  const line = [names(claim.agents), names(claim.targets)].filter((s) => s !== "").join(" → ");
  return (
    <li className={isOpen ? "claim is-open" : "claim"} id={`claim-${claim.id}`}>
      <button type="button" className="head" aria-expanded={isOpen} onClick={onOpen}>
        <span className="n">{number}</span>
        <StatusGlyph status={claim.status} />
        <span className="kind">
          {claim.type.toLowerCase()}
          {claim.mode !== null && <span className="mode"> {claim.mode}</span>}
        </span>
        <bdi className="parties">{line}</bdi>
      </button>
      {isOpen && <ClaimValues {...props} />}
    </li>
  );
}

function namesIn(reading: Reading): (ids: readonly string[]) => string {
  const names = new Map(reading.entities.map((e) => [e.id, e.name]));
  return (ids) => ids.map((id) => names.get(id) ?? id).join(", ");
}

function ClaimValues({ reading, claim, field, event, onField }: ClaimCardProps): ReactNode {
  const names = namesIn(reading);
  const place = reading.places.find((p) => p.id === claim.place);
  const time = reading.times.find((t) => t.id === claim.time?.id);
  const words = time === undefined ? "" : `“${reading.report.text.slice(time.start, time.end)}”`;
  const values: readonly (readonly [string, EvidenceField, string])[] = [
    ["who", "agents", names(claim.agents)],
    ["whom", "targets", names(claim.targets)],
    [
      "where",
      "place",
      place === undefined ? "" : `${place.name}${place.country === null ? "" : ` (${place.country})`}`,
    ],
    ["when", "time", claim.time === null ? "" : (claim.time.value ?? `${words} unresolved`)],
    ["counts", "counts", countsText(claim.counts)],
    ["status", "status", claim.status],
  ];
  const chain = claim.sources.flatMap((s) => [names([s.entity]), ...(s.channel === null ? [] : [s.channel])]);
  return (
    <div className="values">
      <dl>
        {values
          .filter(([, , value]) => value !== "")
          .map(([label, name, value]) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                <ValueButton name={name} value={value} claim={claim} chosen={field === name} onField={onField} />
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
      {claim.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <p className="foot">
        {event !== null && <Link href={`/e/${encodeURIComponent(event)}`}>event {event}</Link>}
        <span className="quiet">confidence {Math.round(claim.confidence * 100)} %</span>
      </p>
    </div>
  );
}

interface ValueButtonProps {
  readonly name: EvidenceField;
  readonly value: string;
  readonly claim: Claim;
  readonly chosen: boolean;
  readonly onField: (field: EvidenceField) => void;
}

/** A value that has words lights them; one without (a plain "happened") is text. */
function ValueButton({ name, value, claim, chosen, onField }: ValueButtonProps): ReactNode {
  if (claim.evidence[name].length === 0) return <bdi>{value}</bdi>;
  return (
    <button type="button" className={`value ${name}`} aria-pressed={chosen} onClick={() => onField(name)}>
      <bdi>{value}</bdi>
    </button>
  );
}
