import type { Claim, ReportPage } from "@dateline/model";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect } from "react";
import { api } from "../api/api.ts";
import { Loaded } from "../api/loaded.tsx";
import { LetterKeysSwitch, useLetterKeys } from "../app/letter-keys.tsx";
import { useQueryState } from "../app/query-state.ts";
import { StatusLegend } from "../values/status.tsx";
import { plural } from "../values/text.ts";
import { ClaimCard } from "./claim-card.tsx";
import { MarkedText } from "./marked-text.tsx";

export function ReportView({ id }: { readonly id: string }): ReactNode {
  const report = useQuery({ queryKey: ["report", id], queryFn: () => api.report(id) });
  return <Loaded of={report}>{(page) => <Report page={page} />}</Loaded>;
}

/** Text and claims side by side; the open claim and the value looked at stand in the address. */
function Report({ page }: { readonly page: ReportPage }): ReactNode {
  const { reading } = page;
  const [state, setState] = useQueryState();
  const open = reading.claims.find((claim) => claim.id === state.claim);
  const field = state.field;
  const show = useCallback((claim: Claim | undefined) => setState({ claim: claim?.id ?? "", field: "" }), [setState]);
  useClaimKeys(reading.claims, open, show);
  useEffect(() => {
    if (open !== undefined) document.getElementById(`claim-${open.id}`)?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const events = new Map(page.members.map((m) => [m.claim.id, m.event]));
  return (
    <article className="report">
      <ReportHead page={page} />
      <div className="beside">
        <section aria-label="Text of the report">
          <MarkedText reading={reading} open={open} field={field} onOpen={show} />
        </section>
        <section aria-label="Claims" className="claims">
          <h2>{plural(reading.claims.length, "claim")}</h2>
          <ol>
            {reading.claims.map((claim, i) => (
              <ClaimCard
                key={claim.id}
                reading={reading}
                claim={claim}
                number={i + 1}
                isOpen={claim === open}
                field={field}
                event={events.get(claim.id) ?? null}
                onOpen={() => show(claim === open ? undefined : claim)}
                onField={(name) => setState({ field: name === field ? "" : name })}
              />
            ))}
          </ol>
          <StatusLegend />
          <div className="quiet keys">
            <span>
              <kbd>j</kbd> next claim <kbd>k</kbd> previous <kbd>Esc</kbd> close
            </span>
            <LetterKeysSwitch />
          </div>
        </section>
      </div>
    </article>
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

/** `j` and `k` walk through the claims, `Esc` closes; not while a person types. */
function useClaimKeys(
  claims: readonly Claim[],
  open: Claim | undefined,
  show: (claim: Claim | undefined) => void,
): void {
  const lettersOn = useLetterKeys();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.length === 1 && !lettersOn) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const at = open === undefined ? -1 : claims.indexOf(open);
      if (event.key === "j") show(claims[Math.min(claims.length - 1, at + 1)]);
      else if (event.key === "k") show(claims[Math.max(0, at - 1)]);
      else if (event.key === "Escape") show(undefined);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [claims, open, show, lettersOn]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
