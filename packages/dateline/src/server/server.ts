import { existsSync } from "node:fs";
import { join } from "node:path";
import helmet from "@fastify/helmet";
import fastifyStatic from "@fastify/static";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyInstance } from "fastify";
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from "fastify-type-provider-zod";
import { home } from "../home.ts";
import type { RecordStore } from "../store/record-store.ts";
import { VERSION } from "../version.ts";
import { decisionRoutes } from "./decision-routes.ts";
import { onError, problem, send } from "./problem.ts";
import { apiRoutes } from "./routes.ts";

export interface ServerOptions {
  /** Folder of the built web application; without it only the API is served. */
  readonly web?: string;
}

/** The web application and HTTP API over an open record. It listens to nobody yet. */
export async function createServer(record: RecordStore, options: ServerOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 16 * 1024 * 1024, logger: { level: "error", stream: process.stderr } });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(onError);
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: POLICY }, hsts: false });
  await app.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "Dateline", version: VERSION } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.addHook("onRequest", async (request, reply) => {
    if (isForeign(request.headers)) {
      return send(reply, problem(403, "request/foreign", "requests from other sites' pages are refused"));
    }
    return undefined;
  });
  app.addHook("onRequest", async (request, reply) => {
    // Asked before the answer is made: what comes between is then told as newer than the view, never overlooked.
    if (request.method === "GET" && request.url.startsWith("/api/")) reply.header("Dateline-Seen", await record.seen());
  });
  await app.register(apiRoutes(record), { prefix: "/api" });
  await app.register(decisionRoutes(record), { prefix: "/api" });
  app.get("/api/openapi.json", { schema: { hide: true } }, () => app.swagger());
  app.get("/healthz", { schema: { hide: true } }, () => ({ status: "ok", version: VERSION }));
  await serveWeb(app, options.web ?? join(home, "web"));
  return app;
}

/** Nothing from elsewhere: no script, style, font, picture or request that this server does not serve itself. */
const POLICY = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'none'"],
};

/** A page of another site that makes the user's browser call us (CSRF), or a name rebound to this machine. */
function isForeign({ origin, host, "sec-fetch-site": site }: Readonly<Record<string, unknown>>): boolean {
  if (site === "cross-site") return true;
  if (typeof origin !== "string" || typeof host !== "string" || origin === "null") return origin === "null";
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const hasWeb = existsSync(join(folder, "index.html"));
  if (hasWeb) await app.register(fastifyStatic, { root: folder, wildcard: false, maxAge: "1h", immutable: false });
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === "GET" && !request.url.startsWith("/api/") && !/\.[a-z0-9]+$/i.test(request.url);
    if (hasWeb && isPage) return reply.sendFile("index.html");
    return send(reply, problem(404, "request/not-found", `nothing is at ${request.method} ${request.url}`));
  });
}
