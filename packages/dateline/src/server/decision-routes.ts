import { ACTION_KINDS, type ActionKind, DatelineError, type DecisionRow, type Page } from "@dateline/model";
import {
  type DecisionRequest,
  decisionRequestSchema,
  decisionRowSchema,
  decisionSchema,
  questionSchema,
} from "@dateline/model/schema";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { DecisionQuery, RecordStore } from "../store/record-store.ts";
import { clocks, limit, offset } from "./queries.ts";

const id = z.string().min(1).max(200);
const when = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/, { error: "a date or an instant in UTC is wanted" })
  .optional();
const ofWhom = { who: z.string().optional(), ...clocks, limit, offset };

const decisionQuery = z.strictObject({
  event: id.optional(),
  report: id.optional(),
  claim: id.optional(),
  step: id.optional(),
  kind: z.enum(ACTION_KINDS as unknown as [string, ...string[]]).optional(),
  since: when,
  until: when,
  sort: z.enum(["oldest", "newest"]).optional(),
  ...ofWhom,
});
const ownQuery = z.strictObject({ sort: z.enum(["oldest", "newest"]).optional(), ...ofWhom });
const questionQuery = z.strictObject({ event: id.optional(), report: id.optional(), ...ofWhom });

const seen = z.number().int().describe("the line of the journal up to which this answer shows the record");
const decisionsAnswer = z.strictObject({ seen, total: z.number().int(), items: z.array(decisionRowSchema).readonly() });
const questionsAnswer = z.strictObject({ seen, total: z.number().int(), items: z.array(questionSchema).readonly() });
const madeAnswer = z.strictObject({ seen, step: id.nullable(), decisions: z.array(decisionSchema).readonly() });
const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    decisions: z.array(decisionSchema).optional(),
    reports: z.array(z.string()).optional(),
  })
  .describe("what is wrong (RFC 9457); 409 `dateline:decision/stale` names the decisions and reports that came since");

const tags = ["decisions"];
const params = z.object({ id });

/** Decisions of people: made, listed, and questioned by newer readings. */
export function decisionRoutes(record: RecordStore): FastifyPluginAsyncZod {
  const list = async (query: DecisionQuery): Promise<Page<DecisionRow> & { readonly seen: number }> => ({
    seen: await record.seen(),
    ...(await record.decisions(query)),
  });
  return async (app) => {
    app.post(
      "/decisions",
      {
        schema: {
          tags,
          summary: "Settle one thing, or several as one step: all or none",
          description: MAKING,
          body: decisionRequestSchema,
          response: { 201: madeAnswer, 400: problemAnswer, 404: problemAnswer, 409: problemAnswer },
        },
      },
      async ({ body }, reply) => reply.status(201).send(await made(record, body)),
    );
    app.get(
      "/decisions",
      {
        schema: {
          tags,
          summary: "The journal of decisions, oldest first",
          querystring: decisionQuery,
          response: { 200: decisionsAnswer },
        },
      },
      ({ query }) => list({ ...query, kind: query.kind as ActionKind | undefined }),
    );
    app.get(
      "/decisions/:id",
      { schema: { tags, summary: "A decision and what became of it", params, response: { 200: decisionRowSchema } } },
      async ({ params: { id } }) => {
        const [found] = (await record.decisions({ id })).items;
        if (found === undefined) throw new DatelineError("decision/not-found", `there is no decision ${id}`);
        return found;
      },
    );
    for (const of of ["event", "report"] as const) {
      app.get(
        `/${of}s/:id/decisions`,
        {
          schema: {
            tags,
            summary: `Decisions that bear on claims of the ${of}`,
            params,
            querystring: ownQuery,
            response: { 200: decisionsAnswer },
          },
        },
        ({ params: { id }, query }) => list({ ...query, [of]: id }),
      );
    }
    app.get(
      "/questions",
      {
        schema: {
          tags,
          summary: "What newer readings and changed texts say against decisions that stand",
          querystring: questionQuery,
          response: { 200: questionsAnswer },
        },
      },
      async ({ query }) => ({ seen: await record.seen(), ...(await record.questions(query)) }),
    );
  };
}

async function made(record: RecordStore, body: DecisionRequest): Promise<z.infer<typeof madeAnswer>> {
  const { actions, who, why, request, seen } = body;
  const decisions = await record.decide(
    actions.map((action) => ({ action, who, why })),
    { request, seen },
  );
  return { seen: await record.seen(), step: decisions[0]?.step ?? null, decisions };
}

const MAKING = `\`request\` is the client's own name for the request: sent again, it decides nothing more and gets the same answer.
\`seen\` is the \`seen\` of the answer (or the header \`Dateline-Seen\`) that the person decided over: where somebody else decided
about the same claims since, or a report that tells them came or was read again, the request is refused with 409.`;
