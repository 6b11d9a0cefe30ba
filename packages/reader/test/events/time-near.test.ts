import { describe, expect, test } from "vitest";
import { claimAt, read } from "./claim-lines.ts";

function timeOf(text: string, trigger: string): string | null {
  return claimAt(read(text), trigger).time?.value ?? null;
}

describe("a deed without a time takes one that its sentence tells", () => {
  test("right behind a noun, though the parse hangs it on the verb", () => {
    expect(timeOf("The minister fled the capital after a coup last year.", "coup")).toBe("2019");
  });

  test("behind the second of two verbs", () => {
    expect(timeOf("The judge was kidnapped and killed on Tuesday.", "kidnapped")).toBe("2020-06-02");
    expect(timeOf("He was arrested and is due to stand trial in October.", "arrested")).toBeNull();
    expect(timeOf("Gunmen kidnapped a judge and police arrested two men on Tuesday.", "kidnapped")).toBeNull();
  });

  test("a past time inside what was asked is that of the asking", () => {
    expect(timeOf("The mayor invited the party to rejoin the council two weeks ago.", "invited")).toBe(
      "2020-05-18/2020-05-24",
    );
    expect(timeOf("The mayor invited the party to rejoin the council next week.", "invited")).toBeNull();
  });

  test("of what goes along with it", () => {
    const text = "On Monday, jets struck the port with the support of local fighters.";
    expect(timeOf(text, "with the support of")).toBe("2020-06-01");
  });

  test("of the deed before, for those killed there", () => {
    const text = "A bomb exploded in Nairobi on Monday. At least nine people were killed there.";
    expect(timeOf(text, "killed")).toBe("2020-06-01");
    expect(timeOf(text.replace(" there", ""), "killed")).toBeNull();
  });
});

test("the day behind a deed that is condemned is that of the deed", () => {
  const text = "The union condemns the attack on the clinic on Monday.";
  expect(timeOf(text, "attack")).toBe("2020-06-01");
  expect(timeOf(text, "condemns")).toBeNull();
});

test("words that name no time bind none", () => {
  const { time } = claimAt(read("Police recently arrested two smugglers."), "arrested");
  expect(time).toBeNull();
});
