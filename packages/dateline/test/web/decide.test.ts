import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launch, noBrowser } from "./browser.ts";
import { type Served, servedExamples } from "./served.ts";

const skip = noBrowser !== undefined && process.env.DATELINE_REQUIRE_ALL === undefined;

/** What is shown after an answer of the server, however busy the machine is. */
function soon<T>(look: () => Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(look, { timeout: 30_000 });
}

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

describe.skipIf(skip)("deciding in the web application", () => {
  let served: Served;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    [served, browser] = await Promise.all([servedExamples(), launch()]);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  });

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  async function openReport(title: RegExp): Promise<Page> {
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.goto(served.url);
    await page.getByRole("link", { name: title }).first().click();
    await page.locator(".text").waitFor();
    return page;
  }

  const said = (page: Page): Promise<string | null> => page.locator(".decision-bar").textContent();

  test("nothing is decided without a name, and the page says so", async () => {
    const page = await openReport(/Sri Lanka lowers/);
    await page.locator(".claim .head").first().click();
    await page.getByRole("button", { name: "Accept a" }).click();
    await soon(() => said(page)).toContain("Give your name first");
    expect(await page.locator(".claim .judgement").count()).toBe(0);
  });

  test("a accepts and goes on, x rejects, z undoes; Shift+Enter accepts the rest as one step", async () => {
    const page = await openReport(/Gunmen storm luxury hotel/);
    await page.getByLabel("Deciding as").fill("Mina Becker");
    await page.locator("h1").click();
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await soon(() => page.locator(".claim.accepted").count()).toBe(1);
    await soon(() => page.locator(".claim.is-open .n").textContent()).toBe("2");
    await page.keyboard.press("x");
    await soon(() => page.locator(".claim.rejected").count()).toBe(1);
    await page.keyboard.press("z");
    await soon(() => page.locator(".claim.rejected").count()).toBe(0);
    await page.keyboard.press("Shift+Enter");
    const all = await page.locator(".claim").count();
    await soon(() => page.locator(".claim.accepted").count()).toBe(all);
    await page.getByRole("button", { name: "Undo z" }).click();
    await soon(() => page.locator(".claim.accepted").count()).toBe(1);
  });

  test("a value that a person sets stands above the read one, on the claim and in the journal with its reason", async () => {
    const page = await openReport(/Gunmen storm luxury hotel/);
    await page.locator(".claim .head").nth(4).click();
    await page.getByLabel("Add a value").selectOption("counts.injured");
    await page.getByRole("textbox", { name: "At least" }).fill("3");
    await page.getByLabel("Why (optional)").fill("the hospital's list");
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await soon(() => page.locator(".claim.is-open dl").textContent()).toContain("at least 3");
    await page.getByRole("link", { name: "Decisions" }).click();
    const first = page.locator(".decision").first();
    await soon(() => first.textContent()).toContain("Mina Becker set injured to “at least 3”");
    expect(await first.textContent()).toContain("the hospital's list");
  });

  test("a missed claim is added on the words of its deed", async () => {
    const page = await openReport(/Gunmen storm luxury hotel/);
    const before = await page.locator(".claim").count();
    await page.getByRole("button", { name: "Add a missed claim" }).click();
    expect(await page.getByText("Select the words of the deed").count()).toBe(1);
    const words = await selectFirst(page, "verified");
    await page.getByRole("button", { name: "Add a missed claim" }).click();
    await page.getByLabel("Type").selectOption("ACCUSE");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await soon(() => page.locator(".claim").count()).toBe(before + 1);
    await page.locator(".text .trigger", { hasText: words }).click();
    await soon(() => page.locator(".claim.is-open").textContent()).toContain("added by hand");
  });

  test("claims that tell of another happening are taken out of an event, and put together again", async () => {
    const page = await openReport(/Gunmen storm luxury hotel/);
    await page.locator(".claim .head").first().click();
    await page.locator(".claim.is-open .foot a").click();
    await page.getByRole("heading", { name: "The words" }).waitFor();
    const id = page.url().split("/").at(-1) ?? "";
    const words = await page.locator(".tellings blockquote a").last().getAttribute("href");
    const isTold = (): Promise<number> => page.locator(`.tellings a[href="${words}"]`).count();
    expect(await isTold()).toBe(1);
    await page.getByLabel("another happening").last().check();
    await page.getByRole("button", { name: /Take 1 claim out/ }).click();
    await soon(isTold).toBe(0);
    await page.getByRole("button", { name: "Undo z" }).click();
    await soon(isTold).toBe(1);
    await page.getByLabel("Id of the other event").fill(id);
    await page.getByRole("button", { name: "Look" }).click();
    await soon(() => page.getByText("That is this event.").count()).toBe(1);
  });

  test("a search shows the claims that answer with their words, and says where it cannot be read", async () => {
    const page = await context.newPage();
    await page.goto(`${served.url}/search`);
    await page.getByLabel("What is told and who says so").fill("killed in:Mali");
    await page.locator(".hits mark").first().waitFor();
    expect(await page.locator(".hits mark").allTextContents()).toContain("killed");
    await page.getByLabel("What is told and who says so").fill("kiled:5");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("there is no field kiled");
  });
});

/** Selects the first such word in the report's text, as a person does with the mouse. */
async function selectFirst(page: Page, word: string): Promise<string> {
  await page.evaluate(`{
    const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.data.indexOf(${JSON.stringify(word)});
      if (at < 0) continue;
      document.getSelection().setBaseAndExtent(node, at, node, at + ${word.length});
      break;
    }
  }`);
  return word;
}
