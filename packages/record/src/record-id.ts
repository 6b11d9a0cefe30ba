import type { Claim, Report } from "@dateline/model";
import { lettersOf } from "./base30.ts";

/** Letters of an event's tag: 729 million; where two events meet, the later one takes `LONG_TAG`. */
export const TAG = 6;
export const LONG_TAG = 10;

/** The id under which the record keeps a report: the given one, or one that follows from its address or its text. */
export function recordReportId(report: Report): string {
  const fromText = report.id === `r${report.sha256.slice(0, 12)}`;
  if (!fromText || report.url === null) return report.id;
  return `u-${lettersOf(canonicalUrl(report.url), 8)}`;
}

/** What makes two texts versions of one report: its address, or else its id. */
export function sourceKey(report: Report): string {
  return report.url === null ? `id:${report.id}` : `url:${canonicalUrl(report.url)}`;
}

/** Without scheme, `www.`, fragment, and the marks that only count visitors. */
export function canonicalUrl(url: string): string {
  const [whole = ""] = url.trim().split("#");
  const [path = "", query = ""] = whole.replace(/^[a-z]+:\/\//i, "").split("?");
  const [host = "", ...rest] = path.split("/");
  const bare = [host.toLowerCase().replace(/^www\./, ""), ...rest].join("/").replace(/\/+$/, "");
  const kept = query.split("&").filter((part) => part !== "" && !/^(utm_|fbclid|gclid|mc_|cmp=|ref=)/i.test(part));
  return kept.length === 0 ? bare : `${bare}?${kept.sort().join("&")}`;
}

/** Ids of the claims of one version's reading, in their order. They hang on the trigger's words and the type, not on the reader's numbering. */
export function claimIds(report: string, textSha256: string, claims: readonly Claim[]): readonly string[] {
  const seen = new Map<string, number>();
  return claims.map((c) => {
    const key = `${c.trigger.start}-${c.trigger.end} ${c.type}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return `c-${lettersOf(`${report}\n${textSha256}\n${key}\n${nth}`, 10)}`;
  });
}

/** The id of a claim that a person added: it follows from the decision. */
export function handClaimId(decision: string): string {
  return `h-${decision.replace(/^D-/, "")}`;
}

/** The tag of an event: it follows from the claim that it is named after. */
export function eventTag(seedClaim: string, length: number = TAG): string {
  return lettersOf(`event\n${seedClaim}`, length);
}

/** `ML-7K2Q9F`: where, then the tag, which alone decides. */
export function eventId(country: string | null, tag: string): string {
  return `${country ?? "XX"}-${tag}`;
}

/** The tag in what a person typed: letter case, spaces and the part before the dash do not matter. Undefined where it cannot be one. */
export function tagIn(id: string): string | undefined {
  const tag = id.trim().toUpperCase().replace(/\s/g, "").replace(/^.*-/, "");
  return /^[2-9A-HJKMNP-TV-Z]{6,10}$/.test(tag) ? tag : undefined;
}

/** The id of a story, after the report that had the text first. */
export function storyId(firstReport: string): string {
  return `S-${lettersOf(`story\n${firstReport}`, 6)}`;
}
