import type { ActorKind, Entity, Mention } from "@dateline/model";
import type { Doc } from "../doc.ts";
import type { Candidate } from "./candidate.ts";
import type { Cluster } from "./cluster.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Clusters } from "./names.ts";
import { rolesOf } from "./roles.ts";

/** Entities of clusters, in the order of their first mention; clusters of pronouns alone are left out. */
export function entitiesOf(
  doc: Doc,
  candidates: readonly Candidate[],
  { clusters, lexicon }: { readonly clusters: Clusters; readonly lexicon: Lexicon },
): readonly Entity[] {
  const kept = clusters.all
    .filter((c) => c.members.some((m) => candidates[m]?.form !== "pronoun"))
    .map((cluster) => ({ cluster, first: Math.min(...cluster.members) }))
    .sort((a, b) => a.first - b.first)
    .map(({ cluster }) => cluster);
  const ids = new Map(kept.map((cluster, i) => [cluster.id, `e${i + 1}`]));
  return kept.map((cluster) => {
    const roles = rolesOf(doc, candidates, cluster, { clusters, ids });
    return entityOf(doc, candidates, cluster, {
      id: ids.get(cluster.id) ?? "",
      roles,
      codes: codesOf(cluster, lexicon),
    });
  });
}

function entityOf(
  doc: Doc,
  candidates: readonly Candidate[],
  cluster: Cluster,
  { id, roles, codes }: Pick<Entity, "id" | "roles" | "codes">,
): Entity {
  const members = [...cluster.members].sort((a, b) => a - b).flatMap((m) => candidates[m] ?? []);
  return {
    id,
    name: nameOf(doc, members, cluster),
    kind: kindOf(cluster),
    mentions: members.map((c) => mentionOf(doc, c)),
    roles,
    country: cluster.country,
    codes,
    link:
      cluster.entry === null ? null : { actor: cluster.entry.id, rule: cluster.rule, score: cluster.own ? 0.95 : 0.6 },
  };
}

function mentionOf(doc: Doc, c: Candidate): Mention {
  return { start: doc.tokens[c.from]?.start ?? 0, end: doc.tokens[c.to - 1]?.end ?? 0, form: c.form };
}

/** The fullest name in the report; without one, the longest noun phrase that came first. */
function nameOf(doc: Doc, members: readonly Candidate[], cluster: Cluster): string {
  const text = (c: Candidate): string => doc.text.slice(doc.tokens[c.from]?.start ?? 0, doc.tokens[c.to - 1]?.end ?? 0);
  const state = /^(?:state|demonym|seat)/.test(cluster.rule);
  const names = members.filter((c) => c.form === "name");
  const states = names.filter((c) => c.reading.rule.startsWith("state"));
  if (state && states[0] !== undefined) return text(states[0]);
  const of = names.length > 0 ? names : members.filter((c) => c.form === "nominal");
  const longest = of.reduce<Candidate | undefined>(
    (a, c) => (a === undefined || (names.length > 0 && c.to - c.from > a.to - a.from) ? c : a),
    undefined,
  );
  return longest === undefined ? "" : text(longest);
}

function kindOf(cluster: Cluster): ActorKind {
  if (cluster.named && cluster.person) return "person";
  if (cluster.kind !== null && cluster.kind !== "person") {
    const office =
      cluster.person &&
      !cluster.plural &&
      /^office|leader|chief|spokes|minister|president|commander/.test(cluster.rule);
    return office ? "person" : cluster.kind;
  }
  return cluster.kind ?? "other";
}

/** The CAMEO code: country and sector, as far as they are told ("FRAMIL"). */
function codesOf(cluster: Cluster, lexicon: Lexicon): Readonly<Record<string, string>> {
  const sector = cluster.sector === null || cluster.sector === "UNK" ? "" : cluster.sector;
  const code = `${lexicon.states.get(cluster.country ?? "")?.alpha3 ?? ""}${sector}`;
  return code === "" ? {} : { cameo: code };
}
