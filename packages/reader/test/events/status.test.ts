import { describe, expect, test } from "vitest";
import { claimAt, read } from "./claim-lines.ts";

function statusOf(text: string, trigger: string): string {
  return claimAt(read(text), trigger).status;
}

describe("what tense and modals tell", () => {
  test.each([
    ["Rebels attacked the garrison on Tuesday.", "attacked", "happened"],
    ["Rebels have attacked the garrison again.", "attacked", "happened"],
    ["Rebels are attacking the garrison.", "attacking", "ongoing"],
    ["Rebels will attack the garrison.", "attack", "planned"],
    ["Rebels are going to attack the garrison.", "attack", "planned"],
    ["Rebels may attack the garrison.", "attack", "possible"],
    ["Rebels did not attack the garrison.", "attack", "denied"],
    ["Rebels never attacked the garrison.", "attacked", "denied"],
  ])("%s [%s] is %s", (text, trigger, status) => expect(statusOf(text, trigger)).toBe(status));
});

describe("what governing words tell", () => {
  test.each([
    ["The militia plans to attack the town.", "attack", "planned"],
    ["The militia failed to capture the town.", "capture", "denied"],
    ["The militia managed to capture the town.", "capture", "happened"],
    ["The militia is believed to have killed the mayor.", "killed", "possible"],
    ["The militia allegedly killed the mayor.", "killed", "possible"],
    ["If the militia attacks the town, thousands of people will flee.", "attacks", "possible"],
    ["The militia continued to shell the town.", "shell", "ongoing"],
    ["Residents feared an attack by the militia.", "attack", "possible"],
    ["Police foiled an attack by the militia.", "attack", "denied"],
    ["An attack by the militia was foiled.", "attack", "denied"],
    ["Clashes between the clans prevented the delivery of food.", "Clashes", "happened"],
    ["The summit ended on Friday with a pledge to reopen the border.", "pledge", "happened"],
    ["The guards blocked the road on Friday, beating two drivers.", "beating", "happened"],
    ["The king is willing to meet the rebels.", "willing", "planned"],
  ])("%s [%s] is %s", (text, trigger, status) => expect(statusOf(text, trigger)).toBe(status));
});

test("the present of a headline tells what happened; in running text it goes on", () => {
  const text = "Rebels kill three soldiers\n\nThree soldiers died in an ambush on Thursday, officials said.";
  expect(statusOf(text, "kill")).toBe("happened");
  expect(statusOf("The army attacks the villages every week.", "attacks")).toBe("ongoing");
});

test("what is to stop goes on", () => {
  expect(statusOf("The envoy urged the army to stop its attacks on the villages.", "attacks")).toBe("ongoing");
});

test("'not only' denies nothing", () => {
  expect(statusOf("Rebels not only attacked the garrison.", "attacked")).toBe("happened");
});

test("a purpose is planned even when the sending happened", () => {
  const text = "Chad sent troops to fight the rebels.";
  expect(statusOf(text, "sent")).toBe("happened");
  expect(statusOf(text, "fight")).toBe("planned");
});
