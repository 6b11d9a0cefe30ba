import { ACTOR_KINDS, SECTORS } from "@dateline/model";
import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { type ActorEntry, isAmbiguous } from "../../src/actors/alias.ts";
import { listedEntries, usersEntries } from "../../src/actors/entries.ts";
import { rowsOf } from "../../src/resources.ts";

const resources = loadResources();
const entries = listedEntries(resources);
const byId = new Map(entries.map((e) => [e.id, e]));
const ids = (list: string): readonly string[] => rowsOf(resources, `actors/${list}`).map((row) => row[0] ?? "");
const states = new Set(rowsOf(resources, "actors/states").map((row) => row[0]));

test("the lists are as wide as they are meant to be", () => {
  expect(ids("groups").length).toBeGreaterThan(1200);
  expect(ids("organizations").length).toBeGreaterThan(400);
  expect(ids("media").length).toBeGreaterThan(400);
  const agencies = rowsOf(resources, "actors/media").filter((row) => row[11]?.includes("wire"));
  expect(agencies.length).toBeGreaterThan(100);
});

test("every row has an id of its own, a known kind and sector, and countries that are states", () => {
  expect(byId.size).toBe(entries.length);
  const rows = ["groups", "organizations", "media", "bodies"].flatMap((list) => rowsOf(resources, `actors/${list}`));
  const odd = rows.filter(
    ([, , , kind = "", sector = "", countries = ""]) =>
      !(ACTOR_KINDS as readonly string[]).includes(kind) ||
      (sector !== "" && !(SECTORS as readonly string[]).includes(sector)) ||
      countries.split("|").some((c) => c !== "" && !states.has(c)),
  );
  expect(odd).toEqual([]);
});

test("parents are entries, no entry is its own ancestor, and none ends before it begins", () => {
  const ancestors = (e: ActorEntry, seen: readonly string[] = []): readonly string[] => {
    if (seen.includes(e.id)) return [...seen, "again"];
    const parent = e.parent === null ? undefined : byId.get(e.parent);
    return parent === undefined ? [...seen, e.id] : ancestors(parent, [...seen, e.id]);
  };
  expect(entries.filter((e) => e.parent !== null && !byId.has(e.parent)).map((e) => e.id)).toEqual([]);
  expect(entries.filter((e) => ancestors(e).includes("again")).map((e) => e.id)).toEqual([]);
  expect(entries.filter((e) => e.from !== null && e.to !== null && e.to < e.from).map((e) => e.id)).toEqual([]);
  const isFuture = (year: number | null): boolean => year !== null && year > 2026;
  expect(entries.filter((e) => isFuture(e.from) || isFuture(e.to)).map((e) => e.id)).toEqual([]);
});

test("no wording stands twice in an entry, none is empty or has blanks at its ends", () => {
  const odd = entries.filter(
    (e) => new Set(e.aliases).size < e.aliases.length || e.aliases.includes(e.name) || e.aliases.some((a) => a === ""),
  );
  expect(odd.map((e) => e.id)).toEqual([]);
  expect(entries.flatMap((e) => [e.name, ...e.aliases]).filter((a) => a !== a.trim() || /[|?\t]/.test(a))).toEqual([]);
});

test("a wording marked with ? is ambiguous and loses its mark, others are not; users may mark theirs", () => {
  const [own] = usersEntries({ ...resources, actors: [{ name: "River Guard", aliases: ["Guard?", "RGD"] }] });
  expect(own?.aliases).toEqual(["Guard", "RGD"]);
  if (own === undefined) throw new Error("no entry");
  const of = (alias: string): boolean => isAmbiguous({ kind: "actor", entry: own, alias });
  expect([of("Guard"), of("RGD"), of("River Guard")]).toEqual([true, false, false]);
});
