import { constraintsOn, groupWithin, JOIN_FROM, type Settled, type Telling } from "@dateline/record";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import type { Draft, NumberedEdge } from "./draft.ts";
import { writeEvents } from "./write-events.ts";

/** What has to be grouped and shown again. */
export interface Regroup {
  readonly draft: Draft;
  /** Tags of events that lost a telling. */
  readonly events: readonly string[];
  /** Reports whose claims show differently though they are told as before: their story changed. */
  readonly reports: readonly string[];
  /** Claims that a decision bears on. */
  readonly claims?: readonly string[];
  readonly settled: Settled;
}

/** A telling as grouping sees it. */
export interface Node {
  readonly nr: number;
  readonly id: string;
  readonly event: string | null;
  readonly claims: readonly string[];
}

/** Groups new tellings, and those of the events that they can change, and writes the events that changed. */
export async function regroup(trx: Transaction, touched: Regroup): Promise<void> {
  const bound = await boundTo(trx, touched);
  const shown = await eventsOf(trx, touched.reports);
  const disturbed = new Set([...touched.events, ...bound.events]);
  const part = new Part(trx, touched);
  await part.open([...disturbed, ...shown, ...(await part.likely())]);
  for (;;) {
    const { nodes, edges } = part;
    const { groups, reaches } = groupWithin({
      ids: nodes.map((n) => n.id),
      before: new Set(nodes.flatMap((n) => (n.event !== null && !disturbed.has(n.event) ? [n.id] : []))),
      edges,
      constraints: constraintsOn(nodes as unknown as readonly Telling[], touched.settled),
    });
    if (reaches.length > 0 && (await part.open(await part.eventsAt(reaches)))) continue;
    const shownAgain = new Set([...touched.events, ...shown]);
    const changed = changedAmong(groups, part, {
      events: shownAgain,
      tellings: new Set([...touched.draft.tellings.map((t) => t.telling.id), ...bound.tellings]),
    });
    const stale = [...touched.events, ...changed.flatMap((g) => g.flatMap((id) => part.node(id)?.event ?? []))];
    return writeEvents(trx, {
      groups: changed,
      stale: [...new Set(stale)],
      settled: touched.settled,
      draft: touched.draft,
      nodeOf: (id) => part.node(id),
    });
  }
}

function changedAmong(
  groups: readonly (readonly string[])[],
  part: Part,
  dirty: { readonly events: ReadonlySet<string>; readonly tellings: ReadonlySet<string> },
): readonly (readonly string[])[] {
  const sizes = new Map<string, number>();
  for (const n of part.nodes) if (n.event !== null) sizes.set(n.event, (sizes.get(n.event) ?? 0) + 1);
  return groups.filter((g) => {
    const events = new Set(g.map((id) => part.node(id)?.event ?? null));
    const [event] = events;
    return (
      events.size !== 1 ||
      event == null ||
      sizes.get(event) !== g.length ||
      dirty.events.has(event) ||
      g.some((id) => dirty.tellings.has(id))
    );
  });
}

/** The part of the graph that is grouped again: new tellings, and whole events that were opened. */
class Part {
  readonly #trx: Transaction;
  readonly #touched: Regroup;
  readonly #nodes = new Map<string, Node>();
  readonly #ids = new Map<number, string>();
  readonly #edges = new Map<string, NumberedEdge>();
  readonly #opened = new Set<string>();

  constructor(trx: Transaction, touched: Regroup) {
    this.#trx = trx;
    this.#touched = touched;
    for (const { nr, telling } of touched.draft.tellings)
      this.#take({ nr, id: telling.id, event: null, claims: telling.claims });
    for (const e of touched.draft.edges) this.#link(e);
  }

  get nodes(): readonly Node[] {
    return [...this.#nodes.values()];
  }

  /** Ends outside go by their numbers. */
  get edges(): readonly { readonly a: string; readonly b: string; readonly score: number }[] {
    return [...this.#edges.values()].map(({ a, b, score }) => ({
      a: this.#ids.get(a) ?? `#${a}`,
      b: this.#ids.get(b) ?? `#${b}`,
      score,
    }));
  }

  node(id: string): Node | undefined {
    return this.#nodes.get(id);
  }

  /** Events of standing tellings that a new one is likely to be of. */
  async likely(): Promise<readonly string[]> {
    const near = this.#touched.draft.edges.filter((e) => e.score >= JOIN_FROM).flatMap((e) => [e.a, e.b]);
    return this.#eventsOf([...new Set(near)].filter((nr) => !this.#ids.has(nr)));
  }

  async eventsAt(outside: readonly string[]): Promise<readonly string[]> {
    return this.#eventsOf(outside.map((id) => Number(id.slice(1))));
  }

  /** Takes whole events in. False where all were there already. */
  async open(tags: readonly string[]): Promise<boolean> {
    const more = [...new Set(tags)].filter((t) => !this.#opened.has(t));
    if (more.length === 0) return false;
    for (const t of more) this.#opened.add(t);
    const bound = this.#touched.settled.together.length + this.#touched.settled.apart.length > 0;
    const { rows } = await sql<Node>`select nr, id, event, ${bound ? sql`told->'claims'` : sql`'[]'::json`} as claims
      from telling where event = any(${more})`.execute(this.#trx);
    for (const row of rows) this.#take(row);
    await this.#linksOf(rows.map((r) => r.nr));
    return true;
  }

  #take(node: Node): void {
    this.#nodes.set(node.id, node);
    this.#ids.set(node.nr, node.id);
  }

  #link(edge: NumberedEdge): void {
    this.#edges.set(`${edge.a} ${edge.b}`, edge);
  }

  async #linksOf(numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    const { rows } = await sql<NumberedEdge>`select a, b, score from edge where a = any(${numbers}::bigint[])
      union all select a, b, score from edge where b = any(${numbers}::bigint[])`.execute(this.#trx);
    for (const row of rows) this.#link(row);
  }

  async #eventsOf(numbers: readonly number[]): Promise<readonly string[]> {
    if (numbers.length === 0) return [];
    const { rows } = await sql<{ event: string }>`select distinct event from telling
      where nr = any(${numbers}::bigint[]) and event is not null`.execute(this.#trx);
    return rows.map((r) => r.event);
  }
}

async function eventsOf(trx: Transaction, reports: readonly string[]): Promise<readonly string[]> {
  if (reports.length === 0) return [];
  const { rows } = await sql<{ event: string }>`select distinct event from telling
    where report = any(${reports}) and event is not null`.execute(trx);
  return rows.map((r) => r.event);
}

/** Tellings of the claims that decisions bear on, and the events of all claims bound to these or to new ones. */
async function boundTo(
  trx: Transaction,
  { draft, settled, claims = [] }: Regroup,
): Promise<{ readonly tellings: readonly string[]; readonly events: readonly string[] }> {
  const mine = new Set([...claims, ...draft.tellings.flatMap((t) => t.telling.claims)]);
  const partners = [...settled.together, ...settled.apart].flatMap((group) =>
    group.some((c) => mine.has(c)) ? group : [],
  );
  const ids = [...new Set([...claims, ...partners])];
  if (ids.length === 0) return { tellings: [], events: [] };
  const rows = await trx
    .selectFrom("claim")
    .select(["id", "telling", "event"])
    .where(sql<boolean>`id = any(${ids})`)
    .where("gone", "is", null)
    .execute();
  const own = new Set(claims);
  return {
    tellings: rows.flatMap((r) => (r.telling !== null && own.has(r.id) ? [r.telling] : [])),
    events: rows.flatMap((r) => r.event ?? []),
  };
}
