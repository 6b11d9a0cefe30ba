import { describe, expect, test } from "vitest";
import { claimAt, read } from "./claim-lines.ts";

/** Who did it and to whom by the names of their actors, as "doers > those done to". */
function whoWhom(text: string, trigger: string): string {
  const reading = read(text);
  const { agents, targets } = claimAt(reading, trigger);
  const names = (ids: readonly string[]): string =>
    ids.map((id) => reading.entities.find((e) => e.id === id)?.name ?? "?").join(", ") || "-";
  return `${names(agents)} > ${names(targets)}`;
}

describe("who did it", () => {
  test.each([
    ["Some 300 nurses rallied in the port against the mayor.", "rallied", "300 nurses > mayor"],
    ["A Danish engineer was kidnapped and presumed killed by rebels.", "kidnapped", "rebels > Danish engineer"],
    ["The brigade was the strongest force in the valley, staging deadly raids for years.", "raids", "brigade > -"],
    ["The navy backed the marines with air strikes.", "air strikes", "navy > -"],
    ["Senior Chilean and Peruvian officials met on Wednesday in the capital.", "met", "Chile, Peruvian officials > -"],
  ])("%s [%s] %s", (text, trigger, expected) => {
    expect(whoWhom(text, trigger)).toBe(expected);
  });

  test("a headline's bare participle is a passive, a sentence's is not", () => {
    expect(whoWhom("Five soldiers killed in ambush\n\nThe army gave no details.", "killed")).toBe("- > Five soldiers");
    expect(whoWhom("The mayor called on the Security Council to act.", "called on")).toBe("mayor > Security Council");
  });
});

describe("to whom it was done", () => {
  test.each([
    ["The group urged the provincial government to act.", "urged", "group > provincial government"],
    ["Kenya pledged to continue military aid to war-torn Somalia.", "pledged", "Kenya > Somalia"],
    ["Ghana expelled five Iraqis and a Libyan.", "expelled", "Ghana > Iraqis, Libyan"],
    ["Chad announced a suspension of air links with Niger.", "suspension", "Chad > Niger"],
    ["The Kenyan army fired rockets into Somalia.", "fired", "Kenyan army > Somalia"],
    ["A truck bomb exploded outside the Danish embassy.", "exploded", "- > Denmark"],
    ["The Danish ambassador left. The embassy bombing killed nine guards.", "killed", "- > nine guards, Denmark"],
    ["A drone strike hit two Al-Shabaab vehicles.", "drone strike", "- > Al-Shabaab"],
  ])("%s [%s] %s", (text, trigger, expected) => {
    expect(whoWhom(text, trigger)).toBe(expected);
  });

  test("where somebody goes is not whom it is done to", () => {
    expect(whoWhom("Rebels fired rockets at a hill on the road to Chad.", "fired")).toBe("Rebels > -");
    expect(whoWhom("The army shelled a hill, according to the Kenya Red Cross.", "shelled")).toBe("army > -");
  });

  test("who is met or condemned is not the owner of the place where it happened", () => {
    expect(whoWhom("On Monday the king condemned the attacks at the embassies of Chad.", "condemned")).toBe("king > -");
  });
});

describe("who did it, told elsewhere", () => {
  test.each([
    ["The mayor spoke of the two killings blamed on the Red Brigade.", "killings", "Red Brigade > -"],
    [
      "The minister raised the matter in a telephone call with the Danish envoy.",
      "telephone call",
      "minister, Danish envoy > -",
    ],
    ["Troops withdrew to the river before shelling the barracks of the militia.", "shelling", "Troops > militia"],
    ["The shelling by a navy vessel went on for two days.", "shelling", "navy vessel > -"],
    [
      "Clashes between government troops and insurgents shook the port.",
      "Clashes",
      "government troops, insurgents > -",
    ],
    [
      "Some 40,000 workers affiliated with the Polish Miners' Union stopped work.",
      "stopped work",
      "40,000 workers > -",
    ],
    ["He fled to the Army of the People, which kidnapped a rancher.", "kidnapped", "Army of the People > rancher"],
    ["Herders, farmers clash in Kebbo\n\nTwo died.", "clash", "Herders, farmers > -"],
    ["Police held six students. All six have started a hunger strike.", "started a hunger", "six students > -"],
  ])("%s [%s] %s", (text, trigger, expected) => {
    expect(whoWhom(text, trigger)).toBe(expected);
  });
});

describe("whose it is that was struck", () => {
  test.each([
    ["The army retook land held by the Red Brigade.", "retook", "army > Red Brigade"],
    ["Jets struck Red Brigade positions in the hills.", "struck", "Jets > Red Brigade"],
    ["Gunmen burned down a Malian village.", "burned down", "Gunmen > -"],
    ["Rebels killed six soldiers in an ambush on a bus.", "killed", "Rebels > six soldiers"],
    ["A bomb killed a trader and wounded his daughter.", "killed", "- > trader, his daughter"],
    ["A bomb killed a trader and wounded six others.", "killed", "- > trader"],
  ])("%s [%s] %s", (text, trigger, expected) => {
    expect(whoWhom(text, trigger)).toBe(expected);
  });
});

describe("whom a speech is about", () => {
  test.each([
    ["The monks issued a statement calling on the Security Council to act.", "issued", "monks > Security Council"],
    ["The senator has pushed the governor of Alaska for new laws.", "pushed", "senator > governor of Alaska"],
    ["The marchers demanded the release of the six students.", "demanded", "marchers > -"],
  ])("%s [%s] %s", (text, trigger, expected) => {
    expect(whoWhom(text, trigger)).toBe(expected);
  });
});
