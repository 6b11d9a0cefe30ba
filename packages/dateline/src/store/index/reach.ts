import type { Decision } from "@dateline/model";
import { folded, handClaimId, reached, type Settled } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";

/** Claims whose telling, event or values decisions can change: those they are anchored to, and those that name whom or what they make one. */
export async function reachOf(
  trx: Transaction,
  all: readonly Decision[],
  { fresh, settled }: { readonly fresh: readonly Decision[]; readonly settled: Settled },
): Promise<readonly string[]> {
  const decisions = reached(
    all,
    fresh.map((d) => d.id),
  );
  const anchored = decisions.flatMap((d) => [
    ...d.anchors.map((a) => a.claim),
    ...(d.action.kind === "add-claim" ? [handClaimId(d.id)] : []),
  ]);
  const actors = await naming(trx, namesIn(decisions, "actor", settled), "actor");
  const places = await naming(trx, namesIn(decisions, "place", settled), "place");
  return [...new Set([...anchored, ...actors, ...places])];
}

/** The names of decisions with all that are one with them, and what these stand for. */
function namesIn(decisions: readonly Decision[], what: "actor" | "place", settled: Settled): readonly string[] {
  const { group, as } = what === "actor" ? settled.actors : settled.places;
  const own = decisions.flatMap(({ action: a }) =>
    (a.kind === "same-as" || a.kind === "not-same-as") && a.what === what
      ? [a.a, a.b, ...(a.as == null ? [] : [a.as.name])].map(folded)
      : [],
  );
  const roots = new Set(own.flatMap((n) => group.get(n.replace(/^(the|a|an) /, "")) ?? []));
  const kin = [...group].flatMap(([name, root]) => (roots.has(root) ? [name, root] : []));
  const shown = [...roots].flatMap((root) => (as.has(root) ? [folded(as.get(root)?.name ?? "")] : []));
  return [...new Set([...own, ...kin, ...shown])];
}

async function naming(trx: Transaction, names: readonly string[], what: "actor" | "place"): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const patterns = names.map((n) => `%${n.replace(/[\\%_]/g, "\\$&")}%`);
  const where =
    what === "actor"
      ? sql`(event.says like any(${patterns}) or event.actors like any(${patterns}))`
      : sql`(${sql.join(
          names.map((n) => sql`event.words @@ phraseto_tsquery('english', ${n})`),
          sql` or `,
        )})`;
  const { rows } = await sql<{ id: string }>`select distinct claim.id from claim join event on event.tag = claim.event
    where claim.gone is null and ${where}`.execute(trx);
  return rows.map((r) => r.id);
}
