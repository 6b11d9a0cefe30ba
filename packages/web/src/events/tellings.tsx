import type { RecordClaim, RecordEvent } from "@dateline/model";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { JudgementSign } from "../decide/judge-buttons.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { Chain } from "../values/chain.tsx";
import { StatusGlyph } from "../values/status.tsx";
import { plural } from "../values/text.ts";

/** The claims of an event with their words; those that are marked can be taken out into an event of their own. */
export function Tellings({ event }: { readonly event: RecordEvent }): ReactNode {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { decide, isBusy } = useDecide();
  const canSplit = event.members.length > 1;
  const mark = (id: string, on: boolean): void => {
    const next = new Set(marked);
    if (on) next.add(id);
    else next.delete(id);
    setMarked(next);
  };
  return (
    <>
      <ol className="tellings">
        {event.members.map((claim) => (
          <Telling
            key={claim.id}
            claim={claim}
            isMarked={marked.has(claim.id)}
            onMark={canSplit ? (on) => mark(claim.id, on) : undefined}
          />
        ))}
      </ol>
      {marked.size > 0 && (
        <p className="row">
          <button
            type="button"
            disabled={isBusy || marked.size === event.members.length}
            onClick={() => {
              decide(
                [{ kind: "split", event: event.id, claims: [...marked] }],
                `Took ${plural(marked.size, "claim")} out into an event of its own.`,
              );
              setMarked(new Set());
            }}
          >
            Take {plural(marked.size, "claim")} out: another happening
          </button>
          {marked.size === event.members.length && <span className="quiet">Leave at least one claim here.</span>}
        </p>
      )}
    </>
  );
}

interface TellingProps {
  readonly claim: RecordClaim;
  readonly isMarked: boolean;
  readonly onMark: ((on: boolean) => void) | undefined;
}

/** One claim with its words, and the way to them in their report. */
function Telling({ claim, isMarked, onMark }: TellingProps): ReactNode {
  const links = claim.chain.flatMap((link) => [link.name, ...(link.channel === null ? [] : [link.channel])]);
  const href = `/r/${encodeURIComponent(claim.report)}?claim=${encodeURIComponent(claim.claim.id)}`;
  return (
    <li>
      <p className="by">
        <StatusGlyph status={claim.status} /> <Chain links={links} publisher={claim.publisher} />
        <JudgementSign judgement={claim.judgement} />
        <span className="date">{claim.published ?? "no date"}</span>
      </p>
      <blockquote dir="auto">
        <Link href={href}>{claim.quote}</Link>
      </blockquote>
      <p className="quiet">
        <bdi>{claim.title ?? "Untitled report"}</bdi>
        {onMark !== undefined && (
          <label className="check part">
            <input type="checkbox" checked={isMarked} onChange={(e) => onMark(e.target.checked)} />
            another happening
          </label>
        )}
      </p>
    </li>
  );
}
