import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createServer } from "../../src/server/server.ts";
import { openRecord } from "../../src/store/open.ts";
import type { RecordStore } from "../../src/store/record-store.ts";
import { doctor, elsewhere, governor, input } from "../store/made-reports.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let record: RecordStore;
let app: FastifyInstance;

beforeEach(async () => {
  record = await openRecord({ dir: join(mkdtempSync(join(tmpdir(), "dateline-api-")), "record") });
  await record.add([governor, doctor, elsewhere].map(input));
  app = await createServer(record);
});

afterEach(async () => {
  await app.close();
  await record.close();
});

function decide(payload: object): Promise<LightMyRequestResponse> {
  return app.inject({ method: "POST", url: "/api/decisions", payload });
}

async function get(url: string): Promise<ReturnType<typeof JSON.parse>> {
  return (await app.inject(url)).json();
}

async function blast(): Promise<{ readonly id: string; readonly members: readonly { readonly id: string }[] }> {
  const { items } = await get("/api/events?country=ML");
  return get(`/api/events/${items[0].id}`);
}

test("an event is accepted, shows so, and its journal tells who, when and why", async () => {
  const { id } = await blast();
  const made = await decide({ actions: [{ kind: "accept", target: { event: id } }], who: "Ada", why: "two sources" });
  expect(made.statusCode).toBe(201);
  expect((await get(`/api/events/${id}`)).judgement).toBe("accepted");
  const { items, total, seen } = await get(`/api/events/${id}/decisions`);
  expect(items).toMatchObject([
    { who: "Ada", why: "two sources", action: { kind: "accept" }, undoneBy: null, open: null },
  ]);
  expect([total, seen]).toEqual([1, made.json().seen]);
  expect(await get(`/api/decisions/${items[0].id}`)).toEqual(items[0]);
});

test("a place is assigned by hand from the little that a person types", async () => {
  const { id, members } = await blast();
  const place = { kind: "place", place: { name: "Dorran market", country: "ML", lat: 14.51, lon: -4.19 } };
  const target = { claim: members[0]?.id };
  await decide({ actions: [{ kind: "edit", target, field: "place", value: place }], who: "Ada" });
  const event = await get(`/api/events/${id}`);
  expect(event.members.map((m: { place: { name: string } }) => m.place.name).sort()).toEqual([
    "Dorran",
    "Dorran market",
  ]);
});

test("the same request sent twice decides once; another under its name is refused", async () => {
  const { id } = await blast();
  const body = { actions: [{ kind: "accept", target: { event: id } }], who: "Ada", request: "7d0c5d3e-1" };
  const [first, second] = [await decide(body), await decide(body)];
  expect(second.json().decisions).toEqual(first.json().decisions);
  expect((await get("/api/decisions")).total).toBe(1);
  const other = await decide({ ...body, actions: [{ kind: "reject", target: { event: id } }] });
  expect([other.statusCode, other.json().type]).toEqual([409, "dateline:decision/request"]);
});

test("a decision over a view that somebody's decision made stale is refused, and tells whose", async () => {
  const { id } = await blast();
  const view = await app.inject(`/api/events/${id}`);
  const seen = Number(view.headers["dateline-seen"]);
  await decide({ actions: [{ kind: "reject", target: { event: id } }], who: "Ben", why: "a rumour", seen });
  const late = await decide({ actions: [{ kind: "accept", target: { event: id } }], who: "Ada", seen });
  // the rejected event is gone: Ada is told that Ben rejected it, not that it never was
  expect(late.statusCode).toBe(409);
  expect(late.json()).toMatchObject({ decisions: [{ who: "Ben", action: { kind: "reject" } }] });
  const { items } = await get("/api/decisions");
  await decide({ actions: [{ kind: "undo", decision: items[0].id }], who: "Ben" });
  const edit = { kind: "edit", target: { event: id }, field: "counts.killed", value: { kind: "count", range: [8, 8] } };
  await decide({ actions: [edit], who: "Ben", why: "hospital list" });
  const stale = await decide({ actions: [{ kind: "accept", target: { event: id } }], who: "Ada", seen });
  expect(stale.statusCode).toBe(409);
  expect(stale.json()).toMatchObject({
    type: "dateline:decision/stale",
    detail: expect.stringMatching(/Ben decided “edit” at .*hospital list/),
    decisions: [{ who: "Ben", action: edit }],
  });
  const { seen: now } = await get("/api/decisions");
  expect(
    (await decide({ actions: [{ kind: "accept", target: { event: id } }], who: "Ada", seen: now })).statusCode,
  ).toBe(201);
});

test("a decision about other claims is not held up by what came since", async () => {
  const { id } = await blast();
  const { seen } = await get("/api/decisions");
  await decide({ actions: [{ kind: "accept", target: { event: id } }], who: "Ben" });
  const { items } = await get("/api/events?country=NE");
  const other = await decide({ actions: [{ kind: "accept", target: { event: items[0].id } }], who: "Ada", seen });
  expect(other.statusCode).toBe(201);
});

test("several actions are one step that one undo takes back", async () => {
  const before = await get("/api/events");
  const actions = before.items.map((e: { id: string }) => ({ kind: "accept", target: { event: e.id } }));
  const { step, decisions } = (await decide({ actions, who: "Ada" })).json();
  expect((await get(`/api/decisions?step=${step}`)).total).toBe(2);
  await decide({ actions: [{ kind: "undo", decision: decisions[1].id, step: true }], who: "Ada" });
  expect(await get("/api/events")).toEqual(before);
});

test("of several actions with one that cannot be done none is done", async () => {
  const { id } = await blast();
  const actions = [
    { kind: "accept", target: { event: id } },
    { kind: "accept", target: { claim: "c-NONE" } },
  ];
  const refused = await decide({ actions, who: "Ada" });
  expect([refused.statusCode, refused.json().type]).toEqual([404, "dateline:decision/not-found"]);
  expect((await get("/api/decisions")).total).toBe(0);
  expect((await get(`/api/events/${id}`)).judgement).toBeNull();
});

test("a question tells what the newer reading says differently, and a person's word closes it", async () => {
  const { members } = await blast();
  const claim = members.find((m) => m.id)?.id;
  const told = (await get("/api/reports/kalo-1")).members[0].id;
  const made = (await decide({ actions: [{ kind: "accept", target: { claim: told } }], who: "Ada" })).json();
  const [first = governor.claims?.[0]] = governor.claims ?? [];
  await record.add([
    input({ ...governor, reader: "2", claims: first === undefined ? [] : [{ ...first, counts: { killed: [5, 5] } }] }),
  ]);
  expect(claim).toBeDefined();
  const asked = await get("/api/questions");
  expect(asked.items).toMatchObject([
    { kind: "read-otherwise", report: "kalo-1", differs: [{ field: "counts.killed", decided: "7", reads: "5" }] },
  ]);
  expect((await get("/api/reports/kalo-1")).members[0].counts).toEqual({ killed: [7, 7] });
  await decide({ actions: [{ kind: "keep", decision: made.decisions[0].id }], who: "Ada" });
  expect((await get("/api/questions")).total).toBe(0);
});

test.each([
  [{ actions: [], who: "Ada" }, 400, "request"],
  [{ actions: [{ kind: "dance" }], who: "Ada" }, 400, "request"],
  [{ actions: [{ kind: "accept", target: { event: "ML-222222" } }], who: " " }, 400, "request"],
  [{ actions: [{ kind: "accept", target: { event: "ML-222222" } }], who: "Ada" }, 404, "decision/not-found"],
  [{ actions: [{ kind: "undo", decision: "D-NONE" }], who: "Ada" }, 404, "decision/not-found"],
])("%j is refused with %i", async (body, status, code) => {
  const refused = await decide(body);
  expect([refused.statusCode, refused.json().type]).toEqual([status, `dateline:${code}`]);
});

test("the API describes decisions and questions", async () => {
  const { paths } = await get("/api/openapi.json");
  const own = [
    "/api/decisions",
    "/api/decisions/{id}",
    "/api/events/{id}/decisions",
    "/api/reports/{id}/decisions",
    "/api/questions",
  ];
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(own));
  const { schema } = paths["/api/decisions"].post.requestBody.content["application/json"];
  expect(Object.keys(schema.properties).sort()).toEqual(["actions", "request", "seen", "who", "why"]);
});
