import type { Role } from "@dateline/model";
import type { Doc } from "../doc.ts";
import type { Candidate } from "./candidate.ts";
import type { Cluster } from "./cluster.ts";
import type { Clusters } from "./names.ts";

/** Titles told of a person, each with the actor that it is of: "governor" of the Northern Province. */
export function rolesOf(
  doc: Doc,
  candidates: readonly Candidate[],
  cluster: Cluster,
  { clusters, ids }: { readonly clusters: Clusters; readonly ids: ReadonlyMap<number, string> },
): readonly Role[] {
  if (!cluster.person) return [];
  const roles: Role[] = [];
  const seen = new Set<string>();
  for (const m of cluster.members) {
    const c = candidates[m];
    if (c?.form !== "nominal") continue;
    const title = titleOf(doc, c);
    const of = ownerOf(candidates, clusters, m, c);
    const role = {
      title: title.text,
      of: of === undefined || of === cluster ? null : (ids.get(of.id) ?? null),
      start: title.start,
      end: title.end,
    };
    const key = `${role.title.toLowerCase()} ${role.of}`;
    if (role.title !== "" && !seen.has(key)) roles.push(role);
    seen.add(key);
  }
  return roles;
}

/** The head noun's words as written: "Armed Forces Minister" of "French Armed Forces Minister". */
function titleOf(doc: Doc, c: Candidate): { readonly text: string; readonly start: number; readonly end: number } {
  const wanted = c.reading.head;
  const start = doc.tokens[c.from]?.start ?? 0;
  const end = doc.tokens[c.to - 1]?.end ?? 0;
  const at = doc.text.slice(start, end).lastIndexOf(wanted);
  if (wanted !== "" && at >= 0) return { text: wanted, start: start + at, end: start + at + wanted.length };
  return { text: "", start, end };
}

/** The actor named inside the title's phrase: its possessor, a name before the head or the complement. */
function ownerOf(candidates: readonly Candidate[], clusters: Clusters, m: number, c: Candidate): Cluster | undefined {
  for (let i = m + 1; i < candidates.length; i++) {
    const inner = candidates[i];
    if (inner === undefined || inner.from >= c.to) break;
    if (inner.to <= c.to && inner.to - inner.from < c.to - c.from) return clusters.of.get(i);
  }
  const before = candidates[m - 1];
  return before !== undefined && before.from === c.from && before.to < c.to ? clusters.of.get(m - 1) : undefined;
}
