import type { Decision, DecisionRow, EventRow, Page, Question, RecordEvent, ReportPage } from "@dateline/model";
import { DatelineError } from "@dateline/model";
import type { EventParts, RecordStore, View } from "../store/record-store.ts";

/** What the command line can do with a record that a server holds, as with one that it opens itself. */
export type HeldRecord = Pick<
  RecordStore,
  "decide" | "decisions" | "questions" | "seen" | "event" | "events" | "parts" | "report"
>;

/** The record that a server on this machine holds, by its HTTP API. */
export function remoteRecord(url: string): HeldRecord {
  const get = <T>(path: string, query: object = {}): Promise<T> => ask<T>(`${url}/api${path}${search(query)}`, {});
  const page = async <T>(path: string, query: object): Promise<Page<T>> => {
    const { items, total } = await get<Page<T>>(path, query);
    return { items, total };
  };
  return {
    decide: async (inputs, { request, seen } = {}) => {
      const [first] = inputs;
      if (first === undefined) return [];
      const body = { actions: inputs.map((i) => i.action), who: first.who, why: first.why ?? null, request, seen };
      const made = await ask<{ readonly decisions: readonly Decision[] }>(`${url}/api/decisions`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return made.decisions;
    },
    decisions: ({ id, ...query } = {}) =>
      id === undefined
        ? page<DecisionRow>("/decisions", query)
        : oneRow(get<DecisionRow>(`/decisions/${encodeURIComponent(id)}`)),
    questions: (query = {}) => page<Question>("/questions", query),
    seen: async () => (await get<{ readonly seen: number }>("/decisions", { limit: 1 })).seen,
    event: (id: string, view: View = {}) => orNone(get<RecordEvent>(`/events/${encodeURIComponent(id)}`, view)),
    parts: (id: string, view: View = {}) => orNone(get<EventParts>(`/events/${encodeURIComponent(id)}/parts`, view)),
    events: ({ filter = {}, ...query } = {}) => {
      const { minIndependent, minReports: _, box, ...rest } = filter;
      return page<EventRow>("/events", { ...query, ...rest, origins: minIndependent, box: box?.join(",") });
    },
    report: (id) => orNone(get<ReportPage>(`/reports/${encodeURIComponent(id)}`)),
  };
}

async function oneRow(row: Promise<DecisionRow>): Promise<Page<DecisionRow>> {
  const found = await orNone(row);
  return found === undefined ? { items: [], total: 0 } : { items: [found], total: 1 };
}

async function orNone<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof DatelineError && error.code.endsWith("/not-found")) return undefined;
    throw error;
  }
}

function search(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)]))).toString();
  return text === "" ? "" : `?${text}`;
}

/** The server's refusals come back as the errors that they were there. */
async function ask<T>(address: string, init: RequestInit): Promise<T> {
  const answer = await fetch(address, init).catch((cause: unknown) => {
    throw new DatelineError(
      "serve/unreachable",
      `the server at ${new URL(address).origin} holds the record and does not answer; end it, or start it again`,
      { cause },
    );
  });
  const body: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return body as T;
  const { type, detail } = (body ?? {}) as { readonly type?: string; readonly detail?: string };
  const code = type?.replace(/^dateline:/, "") ?? "serve/unreachable";
  throw remoteFault(code, detail ?? `the server answered ${answer.status}`);
}

function remoteFault(code: string, detail: string): DatelineError {
  return new DatelineError(code, detail);
}
