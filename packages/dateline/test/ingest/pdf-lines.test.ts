import { expect, test } from "vitest";
import { pageText, type TextItem } from "../../src/ingest/pdf-lines.ts";

/** Lines of a column from the top of a page: text, distance to the line above in points. */
function column(...lines: readonly (readonly [string, number])[]): readonly TextItem[] {
  let y = 800;
  return lines.map(([str, down]) => {
    y -= down;
    return { str, x: 72, y, width: str.length * 5, fontSize: 12 };
  });
}

test("lines at the usual distance are one paragraph, a wider gap opens the next", () => {
  const items = column(
    ["Troops left the", 0],
    ["town of Gao on", 14],
    ["Friday.", 14],
    ["They had been", 26],
    ["there since May.", 14],
  );
  expect(pageText(items)).toBe("Troops left the town of Gao on Friday.\n\nThey had been there since May.");
});

test("pieces of one line are put together, with a space only where there is one", () => {
  const items = [
    { str: "Troops", x: 72, y: 700, width: 30, fontSize: 12 },
    { str: "left", x: 106, y: 700, width: 15, fontSize: 12 },
    { str: ".", x: 121, y: 700, width: 3, fontSize: 12 },
  ];
  expect(pageText(items)).toBe("Troops left.");
});

test("a heading in another size stands alone; an empty page is empty", () => {
  const [first, ...rest] = column(["Situation report", 0], ["Troops left the", 20], ["town.", 14]);
  expect(pageText([{ ...(first as TextItem), fontSize: 18 }, ...rest])).toBe(
    "Situation report\n\nTroops left the town.",
  );
  expect(pageText([])).toBe("");
});

test("a divided word is put together; a hyphen before a capital stays", () => {
  expect(pageText(column(["The govern-", 0], ["ment denied", 14], ["it.", 14]))).toBe("The government denied it.");
  expect(pageText(column(["the Franco-", 0], ["German brigade", 14], ["left", 14]))).toBe(
    "the Franco- German brigade left",
  );
});
