import { DatelineError, type ReportInput } from "@dateline/model";
import { Readability } from "@mozilla/readability";
import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import { refuseUnreadable } from "./text.ts";

/** Bounds on a page's mark-up: article extraction takes seconds beyond them. */
const PAGE_LIMITS = { bytes: 8 * 1024 * 1024, depth: 300, tags: 60_000 };

/** The article of a web page: its text block by block, and what its head tells. No script runs, nothing is fetched. */
export function htmlReport(html: string): ReportInput {
  refuseHostile(html);
  const { document } = parseHTML(html);
  if (document.documentElement === null) throw noArticle();
  const meta = pageMeta(document);
  const article = new Readability(document as unknown as ReadabilityDocument, { charThreshold: 200 }).parse();
  const content = article?.content ?? "";
  const body = blocksOf(content === "" ? String(document.body?.innerHTML ?? "") : content);
  const title = meta.title ?? article?.title?.trim() ?? "";
  const text = body.startsWith(title) ? body : `${title}\n\n${body}`.trim();
  if (body === "") throw noArticle();
  refuseUnreadable(text);
  const published = meta.published ?? isoDate(article?.publishedTime);
  const publisher = meta.publisher ?? article?.siteName ?? undefined;
  return {
    text,
    ...(title !== "" && { title }),
    ...(publisher && { publisher }),
    ...(published && { published, publishedFrom: "meta" as const }),
    ...(meta.url && { url: meta.url }),
    ...(meta.language && { language: meta.language }),
  };
}

function noArticle(): DatelineError {
  return new DatelineError("ingest/no-article", "has no article text; save the page's text as .txt and read that");
}

/** One pass without building a tree, so that a page made to exhaust the parser is refused in milliseconds. */
function refuseHostile(html: string): void {
  if (html.length > PAGE_LIMITS.bytes) throw tooComplex(`it is larger than ${PAGE_LIMITS.bytes / 1024 / 1024} MB`);
  let depth = 0;
  let deepest = 0;
  let tags = 0;
  const parser = new Parser({
    onopentag() {
      tags += 1;
      depth += 1;
      if (depth > deepest) deepest = depth;
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.write(html);
  parser.end();
  if (deepest > PAGE_LIMITS.depth) throw tooComplex(`its elements are nested ${deepest} deep`);
  if (tags > PAGE_LIMITS.tags) throw tooComplex(`it has ${tags} elements`);
}

function tooComplex(why: string): DatelineError {
  return new DatelineError(
    "ingest/page",
    `is no page that can be read safely: ${why}; save the article's text as .txt`,
  );
}

interface PageMeta {
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
}

type ReadabilityDocument = ConstructorParameters<typeof Readability>[0];
type Page = ReturnType<typeof parseHTML>["document"];

function pageMeta(document: Page): PageMeta {
  const content = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const tag = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
      const value = tag?.getAttribute("content")?.trim();
      if (value) return value;
    }
    return undefined;
  };
  const linked = linkedData(document);
  const time = document.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined;
  return {
    title: content("og:title", "dc.title") ?? linked.title,
    publisher: content("og:site_name", "dc.publisher", "publisher") ?? linked.publisher,
    published: isoDate(
      content("article:published_time", "date", "dc.date", "datePublished", "pubdate") ?? linked.published ?? time,
    ),
    url: document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? content("og:url"),
    language: document.documentElement?.getAttribute("lang")?.trim() || undefined,
  };
}

interface LinkedData {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
}

/** schema.org data of the page, where there is any that can be parsed. */
function linkedData(document: Page): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const thing = articleOf(parsed(script.textContent ?? ""));
    if (thing !== undefined) return thing;
  }
  return {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // damaged metadata tells nothing; the page itself is still read
  }
}

function articleOf(value: unknown): LinkedData | undefined {
  const things = Array.isArray(value)
    ? value
    : [value, ...(isObject(value) && Array.isArray(value["@graph"]) ? value["@graph"] : [])];
  for (const thing of things) {
    if (!isObject(thing) || !/Article|Report|Posting/.test(String(thing["@type"]))) continue;
    const publisher = isObject(thing.publisher) ? thing.publisher.name : undefined;
    return {
      ...(typeof thing.headline === "string" && { title: thing.headline }),
      ...(typeof publisher === "string" && { publisher }),
      ...(typeof thing.datePublished === "string" && { published: thing.datePublished }),
    };
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The calendar date as the page writes it: the offset in force at the publisher decides, not ours. */
export function isoDate(text: string | null | undefined): string | undefined {
  return text === null || text === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0];
}

const BLOCKS = new Set(
  "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul".split(
    " ",
  ),
);
const SILENT = new Set(["script", "style", "noscript", "template", "svg", "iframe"]);

/** The text of mark-up: one paragraph a block, white space folded. */
function blocksOf(html: string): string {
  const blocks: string[] = [];
  let current = "";
  let silent = 0;
  const flush = (): void => {
    const block = current.replace(/\s+/g, " ").trim();
    if (block !== "") blocks.push(block);
    current = "";
  };
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent += 1;
      if (BLOCKS.has(name)) flush();
    },
    ontext(text) {
      if (silent === 0) current += text;
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent -= 1;
      if (BLOCKS.has(name)) flush();
    },
  });
  parser.write(html);
  parser.end();
  flush();
  return blocks.join("\n\n");
}
