import type { ActorKind, Entity, Mention, Role } from "@dateline/model";
import type { Doc } from "../doc.ts";
import type { Trace } from "../trace.ts";
import type { Candidate } from "./candidate.ts";
import type { Cluster } from "./cluster.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Clusters } from "./names.ts";
import { rolesOf } from "./roles.ts";

/** Entities of clusters, in the order of their first mention; clusters of pronouns alone are left out. */
export function entitiesOf(
  doc: Doc,
  candidates: readonly Candidate[],
  {
    clusters,
    lexicon,
    trace,
  }: { readonly clusters: Clusters; readonly lexicon: Lexicon; readonly trace: Trace | null },
): readonly Entity[] {
  const kept = clusters.all
    .filter((c) => c.members.some((m) => candidates[m]?.form !== "pronoun"))
    .map((cluster) => ({ cluster, first: cluster.members.reduce((a, b) => Math.min(a, b)) }))
    .sort((a, b) => a.first - b.first)
    .map(({ cluster }) => cluster);
  const ids = new Map(kept.map((cluster, i) => [cluster.id, `e${i + 1}`]));
  const byEntity = new Map(kept.map((cluster, i) => [`e${i + 1}`, cluster]));
  return kept.map((cluster) => {
    const roles = rolesOf(doc, candidates, cluster, { clusters, ids });
    cluster.country ??= countryByRole(roles, byEntity);
    const entity = entityOf(doc, candidates, cluster, {
      id: ids.get(cluster.id) ?? "",
      roles,
      codes: codesOf(cluster, lexicon),
      state: cluster.state ? (lexicon.states.get(cluster.country ?? "")?.name ?? null) : null,
    });
    const { name, kind, mentions } = entity;
    trace?.add({
      step: "actors",
      rule: cluster.rule,
      span: mentions[0] ?? null,
      gave: `${name} (${kind}), ${mentions.length} mentions`,
    });
    return entity;
  });
}

/** "the country's ambassador" is of that country. */
function countryByRole(roles: readonly Role[], byEntity: ReadonlyMap<string, Cluster>): string | null {
  for (const { of } of roles) {
    const country = byEntity.get(of ?? "")?.country;
    if (country) return country;
  }
  return null;
}

function entityOf(
  doc: Doc,
  candidates: readonly Candidate[],
  cluster: Cluster,
  { id, roles, codes, state }: Pick<Entity, "id" | "roles" | "codes"> & { readonly state: string | null },
): Entity {
  const members = [...cluster.members].sort((a, b) => a - b).flatMap((m) => candidates[m] ?? []);
  return {
    id,
    name: nameOf(doc, members, state),
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

/**
 * The fullest name in the report; without one, the noun phrase that came first. A state that only its people or capital
 * tell of has its name from the list.
 */
function nameOf(doc: Doc, members: readonly Candidate[], state: string | null): string {
  const text = (c: Candidate): string =>
    doc.text.slice(doc.tokens[c.nameFrom]?.start ?? 0, doc.tokens[c.to - 1]?.end ?? 0);
  const names = members.filter((c) => c.form === "name");
  const told = state === null ? undefined : names.find((c) => c.reading.rule.startsWith("state"));
  if (told !== undefined) return text(told);
  if (state !== null) return state;
  const of = names.length > 0 ? names : members.filter((c) => c.form === "nominal");
  const longest = of.reduce<Candidate | undefined>(
    (a, c) => (a === undefined || (names.length > 0 && c.to - c.nameFrom > a.to - a.nameFrom) ? c : a),
    undefined,
  );
  return longest === undefined ? "" : text(longest);
}

/** Offices that one person holds: "the ambassador" is a person, "an official" speaks as a body. */
const ONE =
  /^(?:leader|chief|spokesman|spokeswoman|spokesperson|minister|president|premier|chancellor|commander|ambassador|envoy|king|queen|prince|princess|governor|mayor|emir|sultan|general|colonel|captain|major|lieutenant|adviser|advisor|director|head|judge|prosecutor|lawyer|secretary|chairman|chairwoman|founder|emperor|pope|bishop|imam|cleric|editor|coach|senator|deputy|lawmaker|speaker|expert|analyst|professor|doctor|boss|dictator|ruler|brother|son|father|mother|wife|widow|daughter|sister|man|woman|boy|girl|suspect|gunman|soldier|officer|policeman|journalist|reporter|activist|photographer|student|teacher|farmer|driver|pilot)$/;

function kindOf(cluster: Cluster): ActorKind {
  if (cluster.named && cluster.person) return "person";
  if (cluster.person && !cluster.plural && [...cluster.heads].some((h) => ONE.test(h))) return "person";
  return cluster.kind === "person" && !cluster.person ? "other" : (cluster.kind ?? "other");
}

/** The CAMEO code: country and sector, as far as they are told ("FRAMIL"). */
function codesOf(cluster: Cluster, lexicon: Lexicon): Readonly<Record<string, string>> {
  const sector = cluster.sector === null || cluster.sector === "UNK" ? "" : cluster.sector;
  const code = `${lexicon.states.get(cluster.country ?? "")?.alpha3 ?? ""}${sector}`;
  return code === "" ? {} : { cameo: code };
}
