import { DatelineError, isEventType } from "@dateline/model";
import { eventSchema, readingSchema } from "@dateline/model/schema";
import { parseSearch } from "@dateline/record";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { countryOf } from "../countries.ts";
import { textReport } from "../ingest/text.ts";
import { reader } from "../resources.ts";
import type { EventFilter, RecordStore } from "../store/record-store.ts";
import { eventQuery, newReport, reportQuery, searchQuery, viewQuery } from "./queries.ts";

const idParams = z.object({ id: z.string().min(1).max(200) });

/** The HTTP API over one open record. */
export function apiRoutes(record: RecordStore): FastifyPluginAsyncZod {
  return async (app) => {
    app.get("/stats", { schema: { tags: ["record"], summary: "What the record holds" } }, () => record.stats());

    app.get(
      "/reports",
      { schema: { tags: ["reports"], summary: "Reports, newest first", querystring: reportQuery } },
      ({ query }) => record.reports(query),
    );
    app.get(
      "/reports/:id",
      { schema: { tags: ["reports"], summary: "A report with its text and its reading", params: idParams } },
      async ({ params: { id } }) => found(await record.report(id), "report", id),
    );
    app.post(
      "/reports",
      { schema: { tags: ["reports"], summary: "Read a text and keep it", body: newReport } },
      async ({ body }, reply) => reply.status(201).send(await addText(record, body)),
    );
    app.post(
      "/read",
      {
        schema: {
          tags: ["reports"],
          summary: "Read a text without keeping it",
          body: newReport,
          response: { 200: readingSchema },
        },
      },
      ({ body }) => reader().read({ ...textReport(body.text), ...given(body) }),
    );

    app.get("/events", { schema: { tags: ["events"], summary: "Events", querystring: eventQuery } }, ({ query }) =>
      record.events(eventsOf(query)),
    );
    app.get(
      "/events/:id",
      {
        schema: {
          tags: ["events"],
          summary: "An event with who says what",
          params: idParams,
          querystring: viewQuery,
          response: { 200: eventSchema },
        },
      },
      async ({ params: { id }, query }) => found(await record.event(id, query), "event", id),
    );
    app.get(
      "/events/:id/parts",
      {
        schema: {
          tags: ["events"],
          summary: "The events that a toll over months adds up, and those that add up this one",
          params: idParams,
          querystring: viewQuery,
        },
      },
      async ({ params: { id }, query }) => found(await record.parts(id, query), "event", id),
    );
    app.get(
      "/search",
      { schema: { tags: ["record"], summary: "Events and reports that answer a search", querystring: searchQuery } },
      ({ query: { q, ...options } }) => record.search(parseSearch(q, countryOf), options),
    );
  };
}

function found<T>(thing: T | undefined, kind: string, id: string): T {
  if (thing === undefined) throw new DatelineError(`${kind}/not-found`, `there is no ${kind} ${id} in this record`);
  return thing;
}

type NewReport = z.infer<typeof newReport>;

function given({ title, publisher, published, url }: NewReport): Partial<NewReport> {
  return {
    ...(title && { title }),
    ...(publisher && { publisher }),
    ...(published && { published }),
    ...(url && { url }),
  };
}

async function addText(record: RecordStore, body: NewReport): Promise<object> {
  const reading = reader().read({ ...textReport(body.text), ...given(body) });
  const original = new TextEncoder().encode(body.text);
  const [added] = await record.add([{ reading, original, mediaType: "text/plain" }]);
  return added ?? {};
}

function eventsOf({
  type,
  origins,
  policy,
  asOf,
  saidBy,
  sort,
  limit,
  offset,
  ...filter
}: z.infer<typeof eventQuery>): {
  readonly filter: EventFilter;
} {
  const kind = type !== undefined && isEventType(type) ? { type } : {};
  const min = origins === undefined ? {} : { minIndependent: origins };
  return { filter: { ...filter, ...kind, ...min }, ...{ policy, asOf, saidBy, sort, limit, offset } };
}
