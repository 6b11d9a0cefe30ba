import { join } from "node:path";
import { expect, test } from "vitest";
import { dateline, folderOf } from "./run.ts";

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
