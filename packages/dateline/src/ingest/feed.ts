import { DatelineError, type ReportInput } from "@dateline/model";
import { parseFeed } from "feedsmith";
import { htmlReport, isoDate } from "./html.ts";
import { textReport } from "./text.ts";

interface FeedItem {
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly date: string | undefined;
  readonly body: string | undefined;
  readonly id: string | undefined;
}

/** One entry of a feed: a report, or why it is none. */
export type FeedEntry = { readonly item: number } & (
  | { readonly report: ReportInput }
  | { readonly error: DatelineError }
);

/** The entries of an RSS, Atom, RDF or JSON feed. Entities of the document are not expanded, nothing is fetched. */
export function feedEntries(text: string): readonly FeedEntry[] {
  const { publisher, items } = parsedFeed(text);
  return items.map((item, i) => {
    try {
      return { item: i + 1, report: { ...itemReport(item), ...(publisher && { publisher }) } };
    } catch (error) {
      if (error instanceof DatelineError) return { item: i + 1, error };
      throw error;
    }
  });
}

function itemReport(item: FeedItem): ReportInput {
  const body = item.body ?? "";
  const isMarkup = /<[a-z][^>]*>/i.test(body);
  const page = `<html><head><title>${item.title ?? ""}</title></head><body><article>${body}</article></body></html>`;
  const read = isMarkup ? htmlReport(page) : textReport(`${item.title ?? ""}\n\n${body}`.trim());
  const published = feedDate(item.date);
  return {
    text: read.text,
    ...((item.title ?? read.title) && { title: item.title ?? read.title }),
    ...(item.url && { url: item.url }),
    ...(published && { published, publishedFrom: "meta" as const }),
  };
}

/** RSS writes dates as RFC 822; the day is the one written, whatever its zone. */
function feedDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const rfc = /(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+(\d{4})/i.exec(text);
  if (rfc === null) return isoDate(text);
  const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
  const month = months.indexOf((rfc[2] ?? "").toLowerCase()) + 1;
  return `${rfc[3]}-${String(month).padStart(2, "0")}-${(rfc[1] ?? "").padStart(2, "0")}`;
}

interface ParsedFeed {
  readonly publisher: string | undefined;
  readonly items: readonly FeedItem[];
}

function parsedFeed(text: string): ParsedFeed {
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch (cause) {
    throw new DatelineError("ingest/feed", "is no feed that can be read: neither RSS, Atom, RDF nor JSON Feed", {
      cause,
    });
  }
  const { format, feed } = parsed;
  switch (format) {
    case "rss":
      return {
        publisher: feed.title,
        items: (feed.items ?? []).map((i) => ({
          title: i.title,
          url: i.link,
          date: textOf(i.pubDate) ?? dublinCoreDate(i.dc),
          body: i.content?.encoded ?? i.description,
          id: i.guid?.value,
        })),
      };
    case "atom":
      return {
        publisher: textOf(feed.title),
        items: (feed.entries ?? []).map((e) => ({
          title: textOf(e.title),
          url: e.links?.find((l) => l.rel === undefined || l.rel === "alternate")?.href,
          date: textOf(e.published) ?? textOf(e.updated),
          body: textOf(e.content) ?? textOf(e.summary),
          id: e.id,
        })),
      };
    case "rdf":
      return {
        publisher: feed.title,
        items: (feed.items ?? []).map((i) => ({
          title: i.title,
          url: i.link,
          date: dublinCoreDate(i.dc),
          body: i.content?.encoded ?? i.description,
          id: i.link,
        })),
      };
    case "json":
      return {
        publisher: feed.title,
        items: (feed.items ?? []).map((i) => ({
          title: i.title,
          url: i.url,
          date: textOf(i.date_published),
          body: i.content_html ?? i.content_text ?? i.summary,
          id: i.id,
        })),
      };
  }
}

function dublinCoreDate(dc: { readonly dates?: readonly unknown[] } | undefined): string | undefined {
  const [first] = dc?.dates ?? [];
  return typeof first === "string" ? first : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && "value" in value && typeof value.value === "string")
    return value.value;
  return undefined;
}
