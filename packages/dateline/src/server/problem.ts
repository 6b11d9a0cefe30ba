import { DatelineError, type Decision } from "@dateline/model";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { sinceOf } from "../store/decide/stale.ts";

/** The one shape of every error (RFC 9457, `application/problem+json`). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Of a refusal for a stale view: what came since. */
  readonly decisions?: readonly Decision[];
  readonly reports?: readonly string[];
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad request",
  403: "Forbidden",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  422: "Cannot be read",
  500: "Fault of the server",
  507: "No room left",
};

export function problem(status: number, code: string, detail: string): Problem {
  return { type: `dateline:${code}`, title: TITLES[status] ?? "Error", status, detail };
}

export function send(reply: FastifyReply, body: Problem): FastifyReply {
  return reply.status(body.status).type("application/problem+json").send(JSON.stringify(body));
}

/** Fastify's error handler: every fault leaves in the one shape; only ours tell their reason. */
export function onError(
  error: FastifyError | DatelineError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((v) => ({
      field: `${error.validationContext ?? ""}${v.instancePath}`,
      message: v.message ?? "is not valid",
    }));
    const detail = errors.map((e) => `${e.field}: ${e.message}`).join("; ");
    return send(reply, { ...problem(400, "request", detail), errors });
  }
  if (error instanceof DatelineError)
    return send(reply, { ...problem(statusOf(error), error.code, error.message), ...sinceOf(error) });
  const status = error.statusCode ?? 500;
  if (status < 500) return send(reply, problem(status, "request", error.message));
  request.log.error(error);
  return send(reply, problem(500, "server", "the server failed at this request; its log tells more"));
}

const CONFLICTS = ["decision/stale", "decision/request", "decision/undone"];

function statusOf({ code }: DatelineError): number {
  if (CONFLICTS.includes(code)) return 409;
  if (code === "store/full") return 507;
  if (code.endsWith("/not-found")) return 404;
  if (code.startsWith("ingest/")) return 422;
  return code === "search/query" || code.startsWith("request/") || code.startsWith("decision/") ? 400 : 500;
}
