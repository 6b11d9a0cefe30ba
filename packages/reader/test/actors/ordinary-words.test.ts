import { describe, expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { createReader } from "../../src/index.ts";

const reader = createReader(loadResources());

function linksIn(text: string): readonly string[] {
  return reader.analyse({ text }, "actors").entities.flatMap((e) => e.link?.actor ?? []);
}

describe("ordinary words are no actors of the lists", () => {
  test.each([
    "New forces arrived in the town on Monday.",
    "THE FACT IS THAT NOBODY CAME.",
    "Special groups were formed to search the valley.",
    "The eastern front was quiet. Southern front commanders met the minister.",
    "Popular forces of habit are hard to change.",
    "He asked them to let go. LET THEM GO, SAYS MOTHER.",
    "The base was shelled at dawn. The Base was rebuilt last year.",
    "Hope faded on Tuesday. Hope remains, said the mayor.",
    "CARE OF THE WOUNDED IS HARD. GOAL IN THE LAST MINUTE. WHO WILL PAY FOR THE WAR?",
    "MODEL FOUND DEAD IN FLAT. SITE OF THE ATTACK SEALED OFF.",
    "The memorial was unveiled. Memorial services were held.",
    "Anonymous callers threatened the school. An amnesty was declared.",
    "White flags were raised. Black eagles circled. Grey wolves attacked sheep.",
    "National action is needed. Resistance front lines held. Peace now, shouted the crowd.",
    "Village guards shot a poacher. Area boys of the parish won the cup.",
    "Liberation of the town took a week. The Sun rose over the ruins.",
    "He filed the article 19 days later. The general assembly of shareholders met.",
    "Independent candidates won. Guardian angels patrol. Hindu pilgrims died. Economist Jane Roe spoke.",
    "Global fund managers sold. World vision tests. Open arms greeted them.",
    "Lions' den of critics. Lazarus rose. Conti spoke to pupils.",
    "Shottas, Cobra and Ninja were the films shown. A cobra bit a boy.",
    "Tanzim Ahmed, a teacher, wed Eyal Roth. Hirak Patel won the match.",
  ])("%s", (text) => {
    expect(linksIn(text)).toEqual([]);
  });
});

describe("the same words in their own country and in capitals are", () => {
  test.each([
    ["In Iraq the Special Groups shelled Baghdad.", "special-groups"],
    ["In Ethiopia, Fano fighters took Lalibela.", "fano"],
    ["The Southern Front took Daraa in Syria.", "southern-front"],
    ["In Brazzaville, Congo, the Cobra militia fled.", "cobra-militia"],
    ["Officials in Moscow, Russia, told Memorial to close.", "memorial"],
    ["World Vision said it had left. The Guardian reported it.", "the-guardian"],
    ["World Vision said it had left. The Guardian reported it.", "world-vision"],
  ])("%s", (text, actor) => {
    expect(linksIn(text)).toContain(actor);
  });
});
