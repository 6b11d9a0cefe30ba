import type { Claim } from "@dateline/model";

/** A report with its claims marked by hand; tellings of one event share `event`. */
export interface MarkedEvents {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly text: string;
  readonly claims: readonly MarkedTelling[];
}

interface MarkedTelling {
  readonly quote: string;
  readonly trigger: string;
  readonly type: string;
  readonly event: number;
}

interface Pair {
  readonly marked: MarkedTelling;
  readonly claim: number;
  readonly fit: number;
}

/** The marked event of each claim that was read, null where it meets no marked claim: paired as the scorer of claims does. */
export function markedEvents(
  { text, claims: marked }: MarkedEvents,
  read: readonly Claim[],
): readonly (number | null)[] {
  const pairs = marked
    .flatMap((m) => read.flatMap((c, claim) => ({ marked: m, claim, fit: fitOf(text, m, c) })))
    .filter((p: Pair) => p.fit > 0)
    .sort((a, b) => b.fit - a.fit);
  const used = new Set<MarkedTelling>();
  const events: (number | null)[] = read.map(() => null);
  for (const { marked: m, claim } of pairs) {
    if (used.has(m) || events[claim] !== null) continue;
    used.add(m);
    events[claim] = m.event;
  }
  return events;
}

/** Triggers that overlap, of one type first; then a trigger of the type in the marked clause. */
function fitOf(text: string, m: MarkedTelling, { trigger, type }: Claim): number {
  const quote = text.indexOf(m.quote);
  const start = quote + m.quote.indexOf(m.trigger);
  const over = Math.min(start + m.trigger.length, trigger.end) - Math.max(start, trigger.start);
  if (over > 0) return (m.type === type ? 2000 : 1000) + over;
  const inside = trigger.start >= quote && trigger.end <= quote + m.quote.length;
  return m.type === type && inside ? 500 : 0;
}
