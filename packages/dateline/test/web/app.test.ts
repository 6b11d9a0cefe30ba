import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launch, noBrowser } from "./browser.ts";
import { type Served, servedExamples } from "./served.ts";

const skip = noBrowser !== undefined && process.env.DATELINE_REQUIRE_ALL === undefined;
if (skip) console.log(`tests in a browser are skipped: ${noBrowser}`);

// Checking a page for accessibility takes seconds, and many on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

describe.skipIf(skip)("the web application in a browser", () => {
  let served: Served;
  let browser: Browser;
  let context: BrowserContext;
  const foreign: string[] = [];

  beforeAll(async () => {
    [served, browser] = await Promise.all([servedExamples(), launch()]);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.on("request", (request) => {
      if (!request.url().startsWith(served.url)) foreign.push(request.url());
    });
  });

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  async function open(path: string, viewport?: { width: number; height: number }): Promise<Page> {
    const page = await context.newPage();
    if (viewport !== undefined) await page.setViewportSize(viewport);
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.goto(served.url + path);
    return page;
  }

  async function openReport(title: RegExp): Promise<Page> {
    const page = await open("/");
    await page.getByRole("link", { name: title }).first().click();
    await page.locator(".text").waitFor();
    return page;
  }

  test("a report opens from the list with its text and its claims side by side", async () => {
    const page = await openReport(/Gunmen storm luxury hotel/);
    await expect(page.locator(".text").textContent()).resolves.toContain("A member of staff said later");
    expect(await page.locator(".claim").count()).toBeGreaterThan(4);
  });

  test("clicking a claim opens it and lights the words of its values; clicking a value shows its words", async () => {
    const page = await openReport(/Gunmen storm luxury hotel/);
    await page.locator(".claim .head").first().click();
    await page.locator(".claim.is-open dl").waitFor();
    expect(await page.locator(".text .lit.type").count()).toBeGreaterThan(0);
    const value = page.locator(".claim.is-open button.value").first();
    await value.click();
    expect(await value.getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator(".text .lit.chosen").count()).toBeGreaterThan(0);
    expect(page.url()).toMatch(/claim=.+&field=/);
  });

  test("clicking marked words in the text opens their claim", async () => {
    const page = await openReport(/Gunmen storm luxury hotel/);
    const trigger = page.locator(".text .trigger").nth(2);
    await trigger.click();
    const number = await trigger.locator("sup").textContent();
    expect(await page.locator(".claim.is-open .n").textContent()).toBe(number);
  });

  test("j and k walk through the claims, Escape closes", async () => {
    const page = await openReport(/Sri Lanka lowers/);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect.poll(() => page.locator(".claim.is-open .n").textContent()).toBe("2");
    await page.keyboard.press("k");
    await expect.poll(() => page.locator(".claim.is-open .n").textContent()).toBe("1");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".claim.is-open").count()).toBe(0);
  });

  test("letter keys can be switched off and on again", async () => {
    const page = await openReport(/Sri Lanka lowers/);
    await page.getByLabel("letter keys").uncheck();
    await page.locator("h1").click();
    await page.keyboard.press("j");
    await page.waitForTimeout(200);
    expect(await page.locator(".claim.is-open").count()).toBe(0);
    await page.getByLabel("letter keys").check();
    await page.locator("h1").click();
    await page.keyboard.press("j");
    await expect.poll(() => page.locator(".claim.is-open").count()).toBe(1);
  });

  test("copies of one text are one story and say so", async () => {
    const page = await openReport(/Gunmen storm luxury hotel/);
    await expect(page.locator(".copies").textContent()).resolves.toContain("One story with 2 other reports");
  });

  test("an event tells who says what and leads to the words in their report", async () => {
    const page = await open("/events");
    await page.locator(".event .title").first().click();
    await page.getByRole("heading", { name: "Who says so" }).waitFor();
    await page.locator(".tellings blockquote a").first().click();
    await page.locator(".claim.is-open").waitFor();
    expect(page.url()).toContain("/r/");
  });

  test("the map draws placed events and lists the ones it cannot place", async () => {
    const page = await open("/map");
    await page.locator("svg .mark").first().waitFor();
    expect(await page.locator("svg .mark").count()).toBeGreaterThan(5);
    await expect(page.getByRole("heading", { name: /not on the map/ }).count()).resolves.toBe(1);
  });

  test("a pasted report is read, kept and opened", async () => {
    const page = await open("/new");
    await page.getByLabel("Title").fill("Troops retake village");
    await page.getByLabel("Published").fill("2021-03-05");
    await page.getByLabel("Text").fill("Soldiers killed three gunmen near Diffa on Thursday, the army said.");
    await page.getByRole("button", { name: "Read and keep" }).click();
    await page.locator(".text").waitFor();
    await expect(page.locator("h1").textContent()).resolves.toBe("Troops retake village");
    expect(await page.locator(".claim").count()).toBe(1);
  });

  test.each(["light", "dark"] as const)("no page has an accessibility violation (%s)", async (colorScheme) => {
    const page = await openReport(/Gunmen storm luxury hotel/);
    await page.emulateMedia({ colorScheme });
    await page.keyboard.press("j");
    const report = new URL(page.url());
    const event = await page.locator(".claim.is-open .foot a").getAttribute("href");
    const paths = [
      "/",
      report.pathname + report.search,
      "/events",
      event ?? "",
      "/map",
      "/search?q=killed",
      "/decisions",
      "/new",
    ];
    for (const path of paths) {
      await page.goto(served.url + path);
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${path}: ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
    }
  });

  test("a narrow screen needs no sideways scrolling", async () => {
    for (const path of ["/", "/events", "/map", "/search?q=killed", "/decisions", "/new"]) {
      const page = await open(path, { width: 390, height: 844 });
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      const overhang: unknown = await page.evaluate("document.body.scrollWidth - document.body.clientWidth");
      expect(overhang, path).toBe(0);
      await page.close();
    }
  });

  test("nothing is ever requested from another address", () => {
    expect(foreign).toEqual([]);
  });
});
