import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { dateline, folderOf } from "./run.ts";

/** What the launcher starts: a signal to the launcher would not reach it. */
const bundle = join(import.meta.dirname, "../../../../dist/cli.mjs");

test("an actor of the user's own list is known by it, and wins over ours", async () => {
  const folder = folderOf({
    "own.yaml":
      "- { id: lakeside-guard, name: Lakeside Guard, aliases: [LSG], kind: armed-group, sector: UAF, country: TD }\n",
    "own.tsv": "id\tname\taliases\tkind\tsector\tcountry\nlakeside-guard\tLakeside Guard\tLSG\tarmed-group\tUAF\tTD\n",
  });
  const without = JSON.parse((await dateline(["actor", "LSG", "--json"])).stdout);
  expect(without.link).toBeNull();
  for (const list of ["own.yaml", "own.tsv"]) {
    const { code, stdout } = await dateline(["actor", "LSG", "--json", "--actors", join(folder, list)]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ country: "TCD", sector: "UAF", link: { actor: "lakeside-guard" } });
  }
});

test("a reading with an own list bears another stamp", async () => {
  const folder = folderOf({
    "own.yaml": "- { name: Lakeside Guard }\n",
    "a.txt": "The Lakeside Guard attacked Gao.\n",
  });
  const ours = JSON.parse((await dateline(["read", join(folder, "a.txt"), "--json"])).stdout);
  const own = await dateline(["read", join(folder, "a.txt"), "--json", "--actors", join(folder, "own.yaml")]);
  expect(JSON.parse(own.stdout).reader.rules).not.toBe(ours.reader.rules);
  expect(JSON.parse(own.stdout).reader.model).toBe(ours.reader.model);
});

test("a list that is missing, is none or has an entry without a name is refused with its place", async () => {
  const folder = folderOf({ "none.yaml": "just words\n", "nameless.yaml": "- { name: A }\n- { id: b }\n" });
  const fault = async (list: string): Promise<string> => {
    const { code, stderr } = await dateline(["actor", "x", "--actors", join(folder, list)]);
    expect(code).toBe(1);
    return stderr;
  };
  expect(await fault("gone.yaml")).toContain("gone.yaml: the list cannot be read");
  expect(await fault("none.yaml")).toContain("a list of actors is wanted");
  expect(await fault("nameless.yaml")).toContain('nameless.yaml, entry 2: an actor needs a "name"');
});

test("a CSV of places becomes a gazetteer that places its towns", async () => {
  const folder = folderOf({
    "places.csv": "id,name,lat,lon,country,population\n1,Tessenyago,13.5,9.1,NE,4000\n",
    "a.txt": "Gunmen killed five people in Tessenyago on 3 June 2020, the army said.\n",
  });
  const index = join(folder, "own.gazetteer");
  const made = await dateline(["gazetteer", "import", join(folder, "places.csv"), "--out", index]);
  expect([made.code, made.stdout]).toEqual([0, expect.stringContaining("1 places in")]);
  const { stdout } = await dateline(["read", join(folder, "a.txt"), "--json", "--gazetteer", index]);
  expect(JSON.parse(stdout).places).toEqual([
    expect.objectContaining({ name: "Tessenyago", country: "NE", lat: 13.5, lon: 9.1, level: "city" }),
  ]);
});

test("places of one's own are added to ours and win over them, but not over what the text says", async () => {
  const folder = folderOf({
    "places.csv": "name,lat,lon,country\nDublin,14.1,-2.2,ML\nKidal,18.5,1.4,ML\n",
    "a.txt": "Gunmen attacked Dublin and Kidal in Mali on 3 June 2020, and a market in Ménaka.\n",
    "b.txt": "The envoy flew to Dublin, Ireland, on 3 June 2020.\n",
  });
  const index = join(folder, "own.gazetteer");
  await dateline(["gazetteer", "import", join(folder, "places.csv"), "--out", index]);
  const places = async (file: string): Promise<readonly object[]> => {
    const { stdout } = await dateline(["read", join(folder, file), "--json", "--gazetteer", index]);
    return JSON.parse(stdout).places;
  };
  expect(await places("a.txt")).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: "Dublin", country: "ML", lat: 14.1, rule: "the user's own gazetteer" }),
      expect.objectContaining({ name: "Kidal", lat: 18.5, lon: 1.4 }),
      expect.objectContaining({ name: "Ménaka", country: "ML", geonames: expect.any(Number) }),
    ]),
  );
  expect(await places("b.txt")).toContainEqual(expect.objectContaining({ name: "Dublin", country: "IE" }));
});

test("a gazetteer of another program is refused with the way out", async () => {
  const folder = folderOf({ "other.gazetteer": "no index\n", "a.txt": "Gunmen attacked Gao.\n" });
  const { code, stderr } = await dateline([
    "read",
    join(folder, "a.txt"),
    "--gazetteer",
    join(folder, "other.gazetteer"),
  ]);
  expect(code).toBe(1);
  expect(stderr).toContain("make it with `dateline gazetteer import`");
});

test("an import that is killed goes on when the same command is given again, and ends with the same index", async () => {
  const rows = Array.from({ length: 150_000 }, (_, i) => `Village ${i},${i % 90},${i % 180},SD`);
  const folder = folderOf({ "places.csv": `name,lat,lon,country\n${rows.join("\n")}\n` });
  const args = (out: string): readonly string[] => ["gazetteer", "import", join(folder, "places.csv"), "--out", out];
  const [whole, killed] = [join(folder, "whole.gazetteer"), join(folder, "killed.gazetteer")];
  await dateline(args(whole));
  const child = spawn(process.execPath, [bundle, ...args(killed)], { stdio: "ignore" });
  while (!existsSync(`${killed}.import/index`)) await setTimeout(5);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(existsSync(killed)).toBe(false);
  const { code, stdout } = await dateline(args(killed));
  expect([code, stdout]).toEqual([0, expect.stringContaining("150000 places in")]);
  expect(stdout).toContain("gone on with where it was ended");
  expect(readFileSync(killed).equals(readFileSync(whole))).toBe(true);
  expect(existsSync(`${killed}.import`)).toBe(false);
}, 120_000);
