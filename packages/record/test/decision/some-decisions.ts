import { type Action, type Anchor, DECISION_FORMAT, type Decision, type RecordEvent } from "@dateline/model";
import fc from "fast-check";
import { tellingKey } from "../../src/index.ts";

/** A decision over events as the store would make it: anchored to all their claims. */
export function decided(n: number, action: Action, events: readonly RecordEvent[], only?: string): Decision {
  const anchors = events.flatMap((e) =>
    e.members
      .filter((m) => only === undefined || m.id === only)
      .map((m): Anchor => {
        const { trigger } = m.claim;
        return {
          claim: m.id,
          report: m.report,
          sha256: "",
          trigger,
          words: m.trigger,
          event: e.id,
          told: tellingKey(m),
        };
      }),
  );
  return {
    format: DECISION_FORMAT,
    id: `D-${n}`,
    at: `2024-01-01T00:00:${String(n).padStart(2, "0")}.000Z`,
    who: "Ada",
    why: null,
    action,
    anchors,
    before: null,
    step: null,
  };
}

const KINDS = [
  "accept",
  "reject",
  "cant-tell",
  "edit",
  "edit-event",
  "merge",
  "split",
  "same-event",
  "not-same",
  "same-actor",
  "same-place",
] as const;

/** What a person may do next: a kind of action, and which events and claims of those there are it is about. */
export interface Deed {
  readonly kind: (typeof KINDS)[number];
  readonly event: number;
  readonly other: number;
  readonly claim: number;
}

export const someDeeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), event: fc.nat(20), other: fc.nat(20), claim: fc.nat(20) }),
  { minLength: 1, maxLength: 4 },
);

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

/** The decision of a deed over the events as they stand; undefined where there is nothing that it could be about. */
export function decisionFor(n: number, deed: Deed, events: readonly RecordEvent[]): Decision | undefined {
  const [event, other] = [pick(events, deed.event), pick(events, deed.other)];
  const member = event === undefined ? undefined : pick(event.members, deed.claim);
  if (event === undefined || other === undefined || member === undefined) return undefined;
  const target = { claim: member.id };
  switch (deed.kind) {
    case "accept":
    case "reject":
    case "cant-tell":
      return decided(n, { kind: deed.kind, target }, [event], member.id);
    case "edit":
      return decided(
        n,
        { kind: "edit", target, field: "counts.killed", value: { kind: "count", range: [4, 6] } },
        [event],
        member.id,
      );
    case "edit-event":
      return decided(n, { kind: "edit", target: { event: event.id }, field: "mode", value: null }, [event]);
    case "merge":
      return event === other ? undefined : decided(n, { kind: "merge", events: [event.id, other.id] }, [event, other]);
    case "split":
      return event.members.length < 2
        ? undefined
        : decided(n, { kind: "split", event: event.id, claims: [member.id] }, [event]);
    case "same-event":
    case "not-same": {
      const kind = deed.kind === "not-same" ? "not-same-as" : "same-as";
      return event === other
        ? undefined
        : decided(n, { kind, what: "event", a: event.id, b: other.id }, [event, other]);
    }
    case "same-actor": {
      const [a, b] = [pick(member.agents, 0), pick(other.members[0]?.agents ?? [], 0)];
      return a === undefined || b === undefined || a.name === b.name
        ? undefined
        : decided(n, { kind: "same-as", what: "actor", a: a.name, b: b.name, as: a }, []);
    }
    case "same-place": {
      const [a, b] = [member.place, other.members[0]?.place];
      return a == null || b == null || a.name === b.name
        ? undefined
        : decided(n, { kind: "same-as", what: "place", a: a.name, b: b.name, as: a }, []);
    }
    default:
      return deed.kind satisfies never;
  }
}
