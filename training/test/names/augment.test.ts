import { expect, test } from "vitest";
import { upperCased, variantsOf } from "../../names/augment.ts";
import { readMarkedFile } from "../../names/marked.ts";

const TEXT = "[Ana Reyes]{p} left [Lima]{l} on Monday; [Reyes]{p} told [El Faro]{o} so.";

test("a text in capitals is as long as it was", () => {
  expect(upperCased("Straße nach Köln")).toBe("STRAßE NACH KÖLN");
});

test("in each variant the marks lie on names, and a surname follows its full name", () => {
  const [text] = readMarkedFile("made", TEXT);
  if (text === undefined) throw new Error("no text");
  for (let seed = 0; seed < 20; seed++) {
    for (const variant of variantsOf(text, seed, ["Huaraz", "Tarma"])) {
      const names = variant.names.map((n) => variant.text.slice(n.start, n.end));
      expect(names).toHaveLength(4);
      expect(names[0]?.endsWith(names[2] ?? "?")).toBe(true);
      expect(names[3]?.toLowerCase()).toBe("el faro");
    }
  }
});

test("the same seed gives the same variants", () => {
  const [text] = readMarkedFile("made", TEXT);
  if (text === undefined) throw new Error("no text");
  expect(variantsOf(text, 5, ["Huaraz"])).toEqual(variantsOf(text, 5, ["Huaraz"]));
});
