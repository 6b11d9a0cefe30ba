import { describe, expect, test } from "vitest";
import { claimAt, read } from "../claim-lines.ts";

const told = (text: string, trigger: string): string => {
  const { type, mode, status } = claimAt(read(text), trigger);
  return [type, mode, status].filter((part) => part !== null).join(" ");
};

describe("the codebook's future", () => {
  test("announced cooperation is AGREE, the same told as done is not", () => {
    expect(told("The German foreign minister will visit Albania in June.", "visit")).toBe("AGREE planned");
    expect(told("The German foreign minister visited Albania in June.", "visited")).toBe("CONSULT visit happened");
  });

  test("an announced retreat is CONCEDE", () => {
    expect(told("The rebels said they will release the prime minister.", "release")).toBe("CONCEDE planned");
    expect(told("The rebels released the prime minister.", "released")).toBe("RETREAT release happened");
  });

  test("coercion that its doer announces is THREATEN; told by others it stays a plan", () => {
    expect(told("Farmers said they would blockade the capital.", "blockade")).toBe("THREATEN restrict planned");
    expect(told("The army will attack the town at dawn.", "attack")).toBe("ASSAULT planned");
  });

  test("what somebody says will not be done is refused; what was not done is only denied", () => {
    expect(told("Kenya says it will not accept new refugees from the camp.", "accept")).toBe("REJECT assist happened");
    expect(told("Kenya did not release the prisoners.", "release")).toBe("RETREAT release denied");
  });

  test("a purpose stays what it is", () => {
    expect(told("France sent troops to fight the rebels.", "fight")).toBe("ASSAULT planned");
  });
});
