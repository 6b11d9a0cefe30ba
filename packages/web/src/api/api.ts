import type { EventRow, Page, RecordEvent, ReportPage, ReportRow } from "@dateline/model";

/** What the server answers with when it cannot do what was asked (RFC 9457). */
export class ApiFault extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Stats {
  readonly reports: number;
  readonly stories: number;
  readonly claims: number;
  readonly events: number;
  readonly origins: number;
  readonly disputed: number;
}

type Params = Readonly<Record<string, string | number | boolean | undefined>>;

async function get<T>(path: string, params: Params = {}): Promise<T> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const search = query.size > 0 ? `?${query}` : "";
  return answered<T>(await fetch(`/api${path}${search}`, { headers: { accept: "application/json" } }));
}

async function answered<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as T;
  const detail =
    typeof body === "object" && body !== null && "detail" in body ? String(body.detail) : response.statusText;
  throw new ApiFault(response.status, detail);
}

export const api = {
  stats: (): Promise<Stats> => get("/stats"),
  reports: (params: Params): Promise<Page<ReportRow>> => get("/reports", params),
  report: (id: string): Promise<ReportPage> => get(`/reports/${encodeURIComponent(id)}`),
  events: (params: Params): Promise<Page<EventRow>> => get("/events", params),
  event: (id: string): Promise<RecordEvent> => get(`/events/${encodeURIComponent(id)}`),
  addReport: async (report: NewReport): Promise<{ readonly report: string }> =>
    answered(
      await fetch("/api/reports", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(report),
      }),
    ),
};

export interface NewReport {
  readonly text: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
}
