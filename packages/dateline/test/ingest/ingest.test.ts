import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { feedEntries } from "../../src/ingest/feed.ts";
import { isPrivate } from "../../src/ingest/fetch.ts";
import { htmlReport } from "../../src/ingest/html.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import type { Ingested } from "../../src/ingest/ingested.ts";

const examples = fileURLToPath(new URL("../../../../examples", import.meta.url));

async function all(names: readonly string[], given = {}): Promise<readonly Ingested[]> {
  const found: Ingested[] = [];
  for await (const one of ingest(names, given)) found.push(one);
  return found;
}

test("a web page gives its article, its metadata and nothing of what stands around it", async () => {
  const [page] = await all([join(examples, "marawi-page.html")]);
  expect(page).toMatchObject({
    kind: "report",
    mediaType: "text/html",
    report: {
      title: "Philippines declares end of fighting in Marawi",
      publisher: "Island Observer",
      published: "2017-10-23",
      publishedFrom: "meta",
      url: "https://island-observer.example/2017/10/marawi-fighting-ends",
      language: "en",
    },
  });
  const text = page?.kind === "report" ? page.report.text : "";
  expect(text).toContain("“We now announce the termination of all combat operations in Marawi,”");
  expect(text).not.toMatch(/Subscribe|Ten beaches|Cookie/);
});

test("a PDF gives its paragraphs with the lines of each joined", async () => {
  const [pdf] = await all([join(examples, "palma-situation-report.pdf")]);
  const text = pdf?.kind === "report" ? pdf.report.text : "";
  expect(text).toContain("Dozens of civilians were killed, according to the government of Mozambique.");
  expect(text.split("\n\n").length).toBeGreaterThan(4);
});

test("a feed gives a report an entry, each with its own date and address", async () => {
  const reports = await all([join(examples, "truces-feed.xml")]);
  expect(reports.map((r) => (r.kind === "report" ? r.report.published : r.error.message))).toEqual([
    "2022-04-02",
    "2022-11-02",
    "2020-11-10",
  ]);
});

test("a feed whose entities would grow without end is not expanded", () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
  const feed = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${laughs}]><rss version="2.0"><channel><title>t</title><item><title>Attack</title><description>Five killed &l9; in Gao.</description></item></channel></rss>`;
  const text = JSON.stringify(feedEntries(feed));
  expect(text.length).toBeLessThan(5_000);
});

test("a page's scripts are neither run nor read", () => {
  const report = htmlReport(
    "<html><body><article><p>Five people were killed in Gao on Friday, the army said in a statement.</p><script>throw 1; var secret = 'x'</script></article></body></html>",
  );
  expect(report.text).toContain("Five people were killed");
  expect(report.text).not.toContain("secret");
});

test("what the caller gives fills what the file does not say, and does not overrule it", async () => {
  const given = { publisher: "Given Paper", published: "2001-01-01" };
  const [page] = await all([join(examples, "marawi-page.html")], given);
  expect(page).toMatchObject({ report: { publisher: "Island Observer", published: "2017-10-23" } });
  const [text] = await all([join(examples, "kivu-convoy-press-release.txt")], given);
  expect(text).toMatchObject({ report: { publisher: "Lakeland Relief Network", published: "2001-01-01" } });
});

test("the original is the file's bytes", async () => {
  const file = join(examples, "marawi-page.html");
  const [page] = await all([file]);
  expect(page?.kind === "report" && Buffer.from(page.original).equals(readFileSync(file))).toBe(true);
});

test("addresses of private networks are told from public ones", () => {
  for (const closed of [
    "127.0.0.1",
    "10.1.2.3",
    "192.168.0.9",
    "169.254.169.254",
    "172.20.0.1",
    "::1",
    "fe80::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "0.0.0.0",
  ]) {
    expect(isPrivate(closed), closed).toBe(true);
  }
  for (const open of ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "172.32.0.1"]) {
    expect(isPrivate(open), open).toBe(false);
  }
});

test("an address on this machine is refused before anything is sent", async () => {
  const [one] = await all(["http://127.0.0.1:9/report.html"]);
  expect(one?.kind === "failure" && one.error.code).toBe("ingest/address");
  const [two] = await all(["http://localhost:9/report.html"]);
  expect(two?.kind === "failure" && two.error.message).toContain("not on the public internet");
});
