import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const path = [
  process.env.DATELINE_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((p) => p !== undefined && p !== "" && existsSync(p));

/** Why the tests in a browser cannot run here, or undefined where they can. In CI a missing browser is a failure. */
export const noBrowser: string | undefined =
  path === undefined
    ? "no Chromium found: install it (Debian: apt-get install chromium) or set DATELINE_CHROMIUM to its path"
    : undefined;

export function launch(): Promise<Browser> {
  if (path === undefined) throw new Error(noBrowser);
  return chromium.launch({
    executablePath: path,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });
}
