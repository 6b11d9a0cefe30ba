import { expect, test } from "vitest";
import { creditOf } from "../../src/story/credit.ts";

test("an agency's mark behind the place line", () => {
  expect(creditOf("ORIM, June 5 (Reuters) - Rebels attacked …")?.outlet).toBe("Reuters");
  expect(creditOf("PARIS (AP) — Ministers met.")?.outlet).toBe("AP");
  expect(creditOf("ORIM (population 3,000) - Rebels attacked …")).toBeUndefined();
});

test("a credit line at the top or the end", () => {
  expect(creditOf("Rebels attacked.\nThey left at noon.\nSource: AFP")?.outlet).toBe("AFP");
  expect(creditOf("By Agence France-Presse\nRebels attacked.")?.outlet).toBe("AFP");
  expect(creditOf("Rebels attacked.\n(With inputs from PTI)")?.outlet).toBe("PTI");
  expect(creditOf("Rebels attacked.\n© 2024 Reuters")?.outlet).toBe("Reuters");
});

test("an agency that is only mentioned signs nothing", () => {
  expect(
    creditOf("The minister told Reuters that rebels attacked.\nHe gave AFP the same words in Paris on Friday."),
  ).toBeUndefined();
  expect(creditOf("Sana\nThe city was calm.")).toBeUndefined();
});
