import { expect, test } from "vitest";
import { blockKeys, edgesAmong, lookUpKeys, NOTHING_SETTLED, type Telling, tellingsOf } from "../../src/index.ts";
import type { MadeClaim } from "../made-reading.ts";
import { kept } from "../made-record.ts";

function telling(published: string | undefined, claim: Partial<MadeClaim> & { readonly when?: string }): Telling {
  const when = claim.when ?? "2024-03-04";
  const text = `On ${when} gunmen killed Omar Dia in Dorran.`;
  const { when: _, ...rest } = claim;
  const [t] = tellingsOf(
    kept({
      id: `r${published}${when}`,
      text,
      ...(published !== undefined && { published }),
      claims: [{ trigger: "killed", targets: ["Omar Dia"], ...rest }],
    }),
    NOTHING_SETTLED,
  );
  if (t === undefined) throw new Error("the report tells nothing");
  return t;
}

function meet(a: Telling, b: Telling): boolean {
  const [of, under] = [new Set(blockKeys(a)), new Set(blockKeys(b))];
  return lookUpKeys(b).some((k) => of.has(k)) || lookUpKeys(a).some((k) => under.has(k));
}

const dated = (day: string): Partial<MadeClaim> & { readonly when: string } => ({
  when: day,
  time: { words: day, earliest: day },
});

test("tellings of neighbouring days meet, those of another month do not", () => {
  const a = telling("2024-03-05", dated("2024-03-04"));
  expect(meet(a, telling("2024-03-06", dated("2024-03-05")))).toBe(true);
  expect(meet(a, telling("2024-05-06", dated("2024-05-04")))).toBe(false);
});

test("an undated telling meets those of the days before its report", () => {
  expect(meet(telling("2024-03-06", {}), telling("2024-03-05", dated("2024-03-04")))).toBe(true);
  expect(meet(telling("2024-06-06", {}), telling("2024-03-05", dated("2024-03-04")))).toBe(false);
});

test("a report without a date may tell of any day", () => {
  expect(meet(telling(undefined, {}), telling(undefined, dated("2024-03-04")))).toBe(true);
  expect(meet(telling(undefined, {}), telling("2024-03-05", dated("2024-03-04")))).toBe(true);
});

test("only tellings that share a block have an edge", () => {
  const all = [
    telling("2024-03-05", dated("2024-03-04")),
    telling("2024-03-06", dated("2024-03-05")),
    telling("2024-05-06", dated("2024-05-04")),
  ];
  for (const e of edgesAmong(all)) {
    const [a, b] = [all.find((t) => t.id === e.a), all.find((t) => t.id === e.b)];
    expect(a !== undefined && b !== undefined && meet(a, b)).toBe(true);
  }
});
