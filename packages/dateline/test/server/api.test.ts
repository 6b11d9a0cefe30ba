import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer } from "../../src/server/server.ts";
import { openRecord } from "../../src/store/open.ts";
import type { RecordStore } from "../../src/store/record-store.ts";

let record: RecordStore;
let app: FastifyInstance;

beforeAll(async () => {
  record = await openRecord({ dir: join(mkdtempSync(join(tmpdir(), "dateline-api-")), "record") });
  app = await createServer(record);
});

afterAll(async () => {
  await app.close();
  await record.close();
});

const TEXT = "Gunmen killed five villagers in Gao on Friday, the governor told reporters.";

test("a report that is posted can be had again with its reading, and its event with its words", async () => {
  const posted = await app.inject({
    method: "POST",
    url: "/api/reports",
    payload: { text: TEXT, published: "2020-06-08" },
  });
  expect(posted.statusCode).toBe(201);
  const { report } = posted.json();
  const page = (await app.inject(`/api/reports/${report}`)).json();
  expect(page.reading.report.text).toBe(TEXT);
  const { items, total } = (await app.inject("/api/events")).json();
  expect(total).toBe(items.length);
  const event = (await app.inject(`/api/events/${items[0].id}`)).json();
  expect(event.members[0].quote).toContain("killed");
});

test("a text can be read without being kept", async () => {
  const before = (await app.inject("/api/stats")).json().reports;
  const read = await app.inject({ method: "POST", url: "/api/read", payload: { text: `Unseen. ${TEXT}` } });
  expect(read.json().format).toBe("dateline-reading/1");
  expect((await app.inject("/api/stats")).json().reports).toBe(before);
});

test.each([
  ["/api/events/NONE-0000", 404],
  ["/api/reports/none", 404],
  ["/api/none", 404],
  ["/api/events?colour=red", 400],
  ["/api/events?type=FIGHT", 400],
  ["/api/reports?limit=0", 400],
  ["/api/events?asOf=yesterday", 400],
])("%s answers %i in the one error shape", async (url, status) => {
  const answer = await app.inject(url);
  expect(answer.statusCode).toBe(status);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(answer.json()).toMatchObject({
    status,
    type: expect.stringMatching(/^dateline:/),
    detail: expect.any(String),
  });
});

test("a page of another site cannot use the API", async () => {
  const post = (headers: Record<string, string>) =>
    app.inject({
      method: "POST",
      url: "/api/reports",
      headers: { host: "127.0.0.1:4730", ...headers },
      payload: { text: "x" },
    });
  expect((await post({ origin: "https://evil.example" })).statusCode).toBe(403);
  expect((await post({ "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
  expect((await post({ origin: "http://127.0.0.1:4730" })).statusCode).toBe(201);
});

test("the API describes itself as OpenAPI 3.1 with every route", async () => {
  const spec = (await app.inject("/api/openapi.json")).json();
  expect(spec.openapi).toBe("3.1.0");
  expect(Object.keys(spec.paths)).toEqual(
    expect.arrayContaining([
      "/api/stats",
      "/api/reports",
      "/api/reports/{id}",
      "/api/events",
      "/api/events/{id}",
      "/api/search",
    ]),
  );
});

test("every answer forbids scripts and requests to elsewhere", async () => {
  const { headers } = await app.inject("/api/stats");
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});
