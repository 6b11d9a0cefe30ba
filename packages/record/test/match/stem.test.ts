import { expect, test } from "vitest";
import { stem } from "../../src/match/stem.ts";

test("a verb's forms and its noun have one stem", () => {
  for (const forms of [
    ["bomb", "bombed", "bombing", "bombings"],
    ["kill", "kills", "killed", "killing"],
    ["shoot", "shot", "shooting"],
    ["die", "died", "death", "dead"],
    ["arrest", "arrested", "arrests"],
    ["strike", "struck"],
    ["explode", "exploded", "explosion"],
    ["withdraw", "withdrew", "withdrawn"],
  ]) {
    expect(new Set(forms.map(stem)).size, forms.join(" ")).toBe(1);
  }
});

test("other words keep other stems, and names of objects do no harm", () => {
  expect(stem("killed")).not.toBe(stem("wounded"));
  expect(stem("constructor")).toBe("constructor");
  expect(stem("a")).toBe("a");
});
