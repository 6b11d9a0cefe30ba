import type {
  Action,
  Decision,
  DecisionRow,
  EventRow,
  Page,
  Question,
  RecordClaim,
  RecordEvent,
  ReportPage,
  ReportRow,
} from "@dateline/model";

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
  const response = await fetch(`/api${path}${search}`, { headers: { accept: "application/json" } });
  seen.note(response.headers.get("dateline-seen"));
  return answered<T>(response);
}

/** The newest state of the record that this page has shown: what a person decides over. */
const seen = {
  line: 0,
  note(line: string | number | null): void {
    if (line !== null) this.line = Math.max(this.line, Number(line));
  },
};

async function post<T>(path: string, body: unknown): Promise<T> {
  return answered<T>(
    await fetch(`/api${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
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
  event: (id: string, clocks: Params = {}): Promise<RecordEvent> => get(`/events/${encodeURIComponent(id)}`, clocks),
  parts: (id: string): Promise<EventParts> => get(`/events/${encodeURIComponent(id)}/parts`),
  addReport: (report: NewReport): Promise<{ readonly report: string }> => post("/reports", report),
  search: (params: Params): Promise<SearchFound> => get("/search", params),
  decisions: (params: Params): Promise<Page<DecisionRow>> => get("/decisions", params),
  questions: (params: Params): Promise<Page<Question>> => get("/questions", params),
  decide: async ({ actions, who, why }: DecideRequest): Promise<readonly Decision[]> => {
    const request = crypto.randomUUID();
    const made = await post<{ readonly seen: number; readonly decisions: readonly Decision[] }>("/decisions", {
      actions,
      who,
      why,
      request,
      seen: seen.line,
    });
    seen.note(made.seen);
    return made.decisions;
  },
};

export interface NewReport {
  readonly text: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
}

export interface DecideRequest {
  readonly actions: readonly Action[];
  readonly who: string;
  readonly why: string | null;
}

export interface EventParts {
  readonly parts: readonly EventRow[];
  readonly wholes: readonly EventRow[];
}

export interface Found {
  readonly snippet: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export interface EventHit {
  readonly event: EventRow;
  readonly answering: number;
  readonly claims: readonly (Found & { readonly claim: RecordClaim })[];
}

export interface ReportHit extends Found {
  readonly report: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
}

/** `atLeast`: so many and more, of which the newest were counted. */
export interface FoundPage<T> extends Page<T> {
  readonly atLeast: boolean;
}

export interface SearchFound {
  readonly events: FoundPage<EventHit>;
  readonly reports: FoundPage<ReportHit>;
}
