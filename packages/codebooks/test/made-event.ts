import type { ActorKind, Policy, RecordEvent } from "@dateline/model";
import type { MadeClaim, MadeReport } from "../../record/test/made-reading.ts";
import { eventsOf } from "../../record/test/made-record.ts";

/** The event that one claim gives; `who` and `whom` stand in its sentence. */
export function madeEvent(
  claim: Omit<MadeClaim, "trigger"> & {
    readonly trigger?: string;
    readonly kinds?: Readonly<Record<string, ActorKind>>;
  },
  policy: Policy,
  more: readonly MadeReport[] = [],
): RecordEvent {
  const { kinds, trigger = "attacked", ...rest } = claim;
  const place = rest.place ?? { name: "Dorran", country: "ML", at: [14.5, -4.2] as const };
  const text = `${(rest.agents ?? []).join(" and ")} ${trigger} ${(rest.targets ?? []).join(" and ")} in ${place.name} on 4 March.`;
  const made: MadeClaim = { time: { words: "4 March", earliest: "2024-03-04" }, ...rest, place, trigger };
  const report: MadeReport = {
    id: "m",
    publisher: "Kalo Times",
    published: "2024-03-05",
    text,
    claims: [made],
    ...(kinds !== undefined && { kinds }),
  };
  const [event] = eventsOf([report, ...more], [], policy);
  if (event === undefined) throw new Error("the report gives no event");
  return event;
}
