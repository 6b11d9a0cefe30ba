import type { RecordStore } from "../../packages/dateline/src/store/record-store.ts";

/** What a process was told is safe before its end. */
export interface Acknowledged {
  readonly reports: readonly string[];
  readonly decisions: readonly string[];
  /** First decision of a step and how many it has. */
  readonly steps: readonly (readonly [string, number])[];
}

/** What is wrong with a record after a process's end: acknowledged facts that are lost, half steps, faults, and an index at odds with what is kept. */
export async function whatIsWrong(record: RecordStore, told: Acknowledged): Promise<readonly string[]> {
  const reports = new Set<string>();
  for (let offset = 0; ; offset += 1000) {
    const { items, total } = await record.reports({ limit: 1000, offset });
    for (const r of items) reports.add(r.id);
    if (offset + items.length >= total || items.length === 0) break;
  }
  const decisions = [];
  for (let offset = 0; ; offset += 1000) {
    const { items, total } = await record.decisions({ limit: 1000, offset });
    decisions.push(...items);
    if (offset + items.length >= total || items.length === 0) break;
  }
  const made = new Set(decisions.map((d) => d.id));
  const steps = new Map<string, number>();
  for (const d of decisions) if (d.step !== null) steps.set(d.step, (steps.get(d.step) ?? 0) + 1);
  return [
    ...told.reports.filter((id) => !reports.has(id)).map((id) => `report ${id} is lost`),
    ...told.decisions.filter((id) => !made.has(id)).map((id) => `decision ${id} is lost`),
    ...told.steps.filter(([id, n]) => steps.get(id) !== n).map(([id]) => `step ${id} is lost or half`),
    ...[...steps].filter(([, n]) => n !== 4).map(([id]) => `step ${id} is half`),
    ...(await halfAdded(reports)),
    ...(await record.verify()).map((f) => `${f.code} ${f.thing}: ${f.text}`),
    ...(await indexFaults(record)),
  ];
}

/** Reports are added three at a time, all or none. */
async function halfAdded(reports: ReadonlySet<string>): Promise<readonly string[]> {
  const parts = new Map<string, number>();
  for (const id of reports) {
    const [, nth = ""] = id.split("-");
    parts.set(nth, (parts.get(nth) ?? 0) + 1);
  }
  return [...parts].filter(([, n]) => n !== 3).map(([nth, n]) => `of the reports ${nth} there are ${n} of 3`);
}

/** The events of the index are those that follow anew from what is kept. */
async function indexFaults(record: RecordStore): Promise<readonly string[]> {
  const all = async (asOf?: string): Promise<string> => {
    const out: string[] = [];
    for await (const e of record.allEvents({ asOf })) out.push(JSON.stringify({ ...e, asOf: null }));
    return out.join("\n");
  };
  return (await all()) === (await all("2999-01-01"))
    ? []
    : ["the index shows other events than follow from what is kept"];
}
