import { parseSearch } from "@dateline/record";
import { expect, test } from "vitest";
import type { RecordStore } from "../../src/store/record-store.ts";
import { doctor, elsewhere, governor, input } from "./made-reports.ts";
import { onEachDatabase } from "./open-records.ts";

const countryOf = (name: string): string | undefined => (name === "niger" ? "NE" : undefined);

async function found(record: RecordStore, text: string, clocks = {}): Promise<string> {
  const { events } = await record.search(parseSearch(text, countryOf), { sort: "date", ...clocks });
  expect(events.total).toBe(events.items.length);
  return events.items.map((h) => `${h.event.type}/${h.answering}`).join(" ");
}

const FOUND = [
  ["bombs", "ASSAULT/2"],
  ["arrests Omar", "COERCE/1"],
  ["in:Niger", "COERCE/1"],
  ["in:Doran", "ASSAULT/2"],
  ["says:Selu", "ASSAULT/1"],
  ["says:Selu,Oumar killed:>=7", "ASSAULT/2"],
  ["killed:>7", "ASSAULT/1"],
  ["-says:Selu", "COERCE/1 ASSAULT/1"],
  ["via:Radio", "ASSAULT/1"],
  ["by:police to:Omar type:coerce", "COERCE/1"],
  ["by:Omar", ""],
  ["is:disputed", "ASSAULT/0"],
  ["origins:>=2 says:Selu", "ASSAULT/1"],
  ["origins:>=3", ""],
  ["since:2024-03-10", "COERCE/0"],
  ["said-until:2024-03-05 -via:Radio", "ASSAULT/1"],
  ['"union leader"', "COERCE/1"],
  ['"leader union"', ""],
  ["weather", ""],
  ["'; drop table claim --", ""],
  ["", ""],
] as const;

onEachDatabase((records) => {
  test("a search finds the events that answer and no others, now and as of now alike", async () => {
    const record = await records.open();
    await record.add([governor, doctor, elsewhere].map(input));
    for (const [text, events] of FOUND) {
      expect([text, await found(record, text)]).toEqual([text, events]);
      expect([text, await found(record, text, { asOf: "2999-01-01" })]).toEqual([text, events]);
    }
  });

  test("of very many that answer the newest come first, from as few months as fill the page", async () => {
    const record = await records.open();
    const months = ["2024-01", "2024-02", "2024-03", "2024-05"];
    const told = ["Omar Dia", "Sali Konte", "Bintu Reyes", "Ama Loro"].map((name, i) => ({
      id: `m-${i}`,
      publisher: `Outlet ${i}`,
      published: `${months[i]}-20`,
      text: `Officers arrested ${name} in Tessi on ${months[i]}-19.`,
      claims: [
        {
          trigger: "arrested",
          type: "COERCE" as const,
          targets: [name],
          time: { words: `${months[i]}-19`, earliest: `${months[i]}-19` },
        },
      ],
    }));
    await record.add(told.map(input));
    const find = async (limit: number, exactUpTo: number): Promise<unknown> => {
      const { events } = await record.search(parseSearch("arrested"), { limit, exactUpTo });
      return [events.items.map((h) => h.event.lastSaid), events.total, events.atLeast];
    };
    expect(await find(1, 100)).toEqual([["2024-05-20"], 4, false]);
    expect(await find(1, 2)).toEqual([["2024-05-20"], 1, true]);
    expect(await find(3, 2)).toEqual([["2024-05-20", "2024-03-20", "2024-02-20"], 3, true]);
    expect(await find(50, 2)).toEqual(await find(50, 100));
  });

  test("the words that answer are marked, of claims and of texts without claims", async () => {
    const record = await records.open();
    const silent = { ...governor, text: governor.text.replaceAll("Dorran", "Dörran"), claims: [] };
    await record.add([silent, doctor].map(input));
    const { events, reports } = await record.search(parseSearch("dorran"));
    const marked = (hit: { readonly snippet: string; readonly marks: readonly { start: number; end: number }[] }) =>
      hit.marks.map((m) => hit.snippet.slice(m.start, m.end));
    expect(events.items.flatMap((h) => h.claims).flatMap(marked)).toEqual(["Dorran"]);
    expect(reports.items.map((r) => [r.report, ...marked(r)])).toEqual([
      ["kalo-1", "Dörran"],
      ["kalo-3", "Dorran"],
    ]);
    expect((await record.search(parseSearch("dorran says:Oumar"))).reports.total).toBe(0);
  });

  test("a claim is found by the values that people gave it, until that is undone", async () => {
    const record = await records.open();
    await record.add([elsewhere].map(input));
    const { items } = await record.claims();
    const claim = items[0]?.id ?? "";
    const by = { who: "A. Coder", why: null };
    const made = await record.decide([
      {
        action: { kind: "edit", target: { claim }, field: "counts.killed", value: { kind: "count", range: [3, 3] } },
        ...by,
      },
      {
        action: { kind: "edit", target: { claim }, field: "status", value: { kind: "status", status: "possible" } },
        ...by,
      },
    ]);
    expect(await found(record, "killed:3 status:possible")).toBe("COERCE/1");
    expect(await found(record, "status:happened")).toBe("");
    await record.decide(made.map((d) => ({ action: { kind: "undo", decision: d.id }, ...by })));
    expect(await found(record, "status:happened -killed:3")).toBe("COERCE/1");
  });
});
