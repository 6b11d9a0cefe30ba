import { reportOf } from "@dateline/model";
import { expect, test } from "vitest";
import { canonicalUrl, eventId, eventTag, LETTERS, LONG_TAG, recordReportId, tagIn } from "../src/index.ts";

test("a tag has only letters that are not taken for others, and the long one begins with the short one", () => {
  expect([..."01ILOU"].filter((l) => LETTERS.includes(l))).toEqual([]);
  expect(eventTag("c-1")).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/);
  expect(eventTag("c-1", LONG_TAG).startsWith(eventTag("c-1"))).toBe(true);
});

test("an id is found however it is typed", () => {
  const id = eventId("ML", eventTag("c-1"));
  expect(tagIn(` ${id.toLowerCase()} `)).toBe(eventTag("c-1"));
  expect(tagIn(id.replace("ML", "NE"))).toBe(eventTag("c-1"));
  expect(tagIn("ML-0O0O0O")).toBeUndefined();
  expect(tagIn("'; drop")).toBeUndefined();
});

test("an address is the same without what only counts visitors", () => {
  const canonical = canonicalUrl("https://example.org/a?id=1");
  expect(canonicalUrl("http://www.Example.org/a/?utm_source=x&id=1#top")).toBe(canonical);
  expect(canonicalUrl("https://example.org/a?id=2")).not.toBe(canonical);
  expect(canonicalUrl("https://example.org/A?id=1")).not.toBe(canonical);
});

test("a given id stays; without one the address tells reports of one text apart", () => {
  expect(recordReportId(reportOf({ text: "x", id: "mine", url: "https://a.example/1" }))).toBe("mine");
  const one = recordReportId(reportOf({ text: "x", url: "https://a.example/1" }));
  expect(recordReportId(reportOf({ text: "x", url: "https://a.example/2" }))).not.toBe(one);
  expect(recordReportId(reportOf({ text: "y", url: "https://a.example/1" }))).toBe(one);
});
