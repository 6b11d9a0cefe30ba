import type { Claim, RecordClaim, ReportPage } from "@dateline/model";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo } from "react";
import { api } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { LetterKeysSwitch } from "../app/letter-keys.tsx";
import { useQueryState } from "../app/query-state.ts";
import { useDecide } from "../decide/use-decide.ts";
import { StatusLegend } from "../values/status.tsx";
import { plural } from "../values/text.ts";
import { AddClaim } from "./add-claim.tsx";
import { ClaimCard } from "./claim-card.tsx";
import { accepting, useClaimKeys } from "./claim-keys.ts";
import { MarkedText } from "./marked-text.tsx";

export function ReportView({ id }: { readonly id: string }): ReactNode {
  const report = useQuery({ queryKey: ["report", id], queryFn: () => api.report(id) });
  return <Loaded of={report}>{(page) => <Report page={page} />}</Loaded>;
}

/** Text and claims side by side; the open claim and the value looked at stand in the address. */
function Report({ page }: { readonly page: ReportPage }): ReactNode {
  const { reading } = page;
  const [state, setState] = useQueryState();
  const claims = useMemo(() => claimsOf(page), [page]);
  const open = claims.find((claim) => claim.id === state.claim);
  const field = state.field;
  const show = useCallback((claim: Claim | undefined) => setState({ claim: claim?.id ?? "", field: "" }), [setState]);
  const members = useMemo(() => new Map(page.members.map((m) => [m.claim.id, m])), [page.members]);
  useClaimKeys({ claims, members, open, show });
  useEffect(() => {
    if (open !== undefined) document.getElementById(`claim-${open.id}`)?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const undecided = [...members.values()].filter((m) => m.judgement === null);
  return (
    <article className="report">
      <ReportHead page={page} />
      <div className="beside">
        <section aria-label="Text of the report">
          <MarkedText reading={reading} claims={claims} open={open} field={field} onOpen={show} />
        </section>
        <section aria-label="Claims" className="claims">
          <h2>
            {plural(claims.length, "claim")}
            {members.size > 0 && <span className="quiet"> · {members.size - undecided.length} decided</span>}
          </h2>
          <ol>
            {claims.map((claim, i) => (
              <ClaimCard
                key={claim.id}
                reading={reading}
                claim={claim}
                member={members.get(claim.id)}
                number={i + 1}
                isOpen={claim === open}
                field={field}
                onOpen={() => show(claim === open ? undefined : claim)}
                onField={(name) => setState({ field: name === field ? "" : name })}
              />
            ))}
          </ol>
          <AcceptRest undecided={undecided} />
          <AddClaim reading={reading} report={page.id} />
          <StatusLegend />
          <div className="quiet keys">
            <span>
              <kbd>j</kbd> next claim <kbd>k</kbd> previous <kbd>a</kbd> accept <kbd>x</kbd> reject <kbd>h</kbd> can’t
              tell <kbd>z</kbd> undo <kbd>Esc</kbd> close
            </span>
            <LetterKeysSwitch />
          </div>
        </section>
      </div>
    </article>
  );
}

/** What was read and what people added by hand, in the order of the text. */
function claimsOf({ reading, members }: ReportPage): readonly Claim[] {
  const read = new Set(reading.claims.map((c) => c.id));
  const byHand = members.map((m) => m.claim).filter((c) => !read.has(c.id));
  return [...reading.claims, ...byHand].sort((a, b) => a.trigger.start - b.trigger.start);
}

/** Accepts all claims that nobody judged yet, as one step with one undo. */
function AcceptRest({ undecided }: { readonly undecided: readonly RecordClaim[] }): ReactNode {
  const { decide, isBusy } = useDecide();
  if (undecided.length === 0) return null;
  return (
    <button type="button" className="rest" disabled={isBusy} onClick={() => decide(...accepting(undecided))}>
      Accept the other {plural(undecided.length, "claim")} <kbd>Shift</kbd>+<kbd>Enter</kbd>
    </button>
  );
}

function ReportHead({ page }: { readonly page: ReportPage }): ReactNode {
  const { title, publisher, published, publishedFrom, url, sha256, language } = page.reading.report;
  const others = page.storyOf.members.filter((m) => m.report !== page.id);
  return (
    <header>
      <h1>
        <bdi lang={language}>{title ?? "Untitled report"}</bdi>
      </h1>
      <p className="quiet">
        {publisher ?? "publisher not told"} ·{" "}
        {published === null
          ? "no date in this report"
          : `${published}${publishedFrom === "given" ? "" : ` (from ${publishedFrom})`}`}
        {url !== null && (
          <>
            {" "}
            · <span className="url">{url}</span>
          </>
        )}{" "}
        · sha256 <code>{sha256.slice(0, 12)}</code>
      </p>
      {others.length > 0 && (
        <p className="copies">
          One story with {plural(others.length, "other report")}:{" "}
          {others.map((m, i) => (
            <span key={m.report}>
              {i > 0 && ", "}
              <a href={`/r/${encodeURIComponent(m.report)}`}>{m.publisher ?? m.title ?? m.report}</a> ({m.kind})
            </span>
          ))}
          . Copies count as one origin.
        </p>
      )}
      {page.reading.notes.map((note) => (
        <p key={`${note.code}${note.text}`} className="note">
          {note.text}
        </p>
      ))}
    </header>
  );
}
