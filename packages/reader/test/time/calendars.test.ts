import fc from "fast-check";
import { expect, test } from "vitest";
import { easter, hebrewDay, hijriDay, orthodoxEaster, solarHijriDay } from "../../src/time/calendars.ts";
import { civilDate, dayNumber, isoDay, isoWeek, weekdayOf } from "../../src/time/civil.ts";

const day = (year: number, month: number, date: number): number => dayNumber({ year, month, day: date });

test("days and dates are each other's inverse", () => {
  fc.assert(fc.property(fc.integer({ min: -700_000, max: 700_000 }), (n) => dayNumber(civilDate(n)) === n));
});

test("5 June 2020 was a Friday of week 23; 1 January 2021 still lies in the last week of 2020", () => {
  expect(weekdayOf(day(2020, 6, 5))).toBe(5);
  expect(isoWeek(day(2020, 6, 5))).toEqual({ year: 2020, week: 23 });
  expect(isoWeek(day(2021, 1, 1))).toEqual({ year: 2020, week: 53 });
});

test("other calendars give the days that the platform's own calendars give", () => {
  const read = (calendar: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      year: "numeric",
      month: "numeric",
      day: "numeric",
      timeZone: "UTC",
    });
  for (const [calendar, toDay] of [
    ["islamic-civil", hijriDay],
    ["persian", solarHijriDay],
  ] as const) {
    const format = read(calendar);
    for (let n = day(1950, 1, 1); n < day(2050, 1, 1); n += 37) {
      const parts = Object.fromEntries(format.formatToParts(n * 86_400_000).map((p) => [p.type, Number(p.value)]));
      expect(toDay(parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)).toBe(n);
    }
  }
});

test("Passover and the two Easters of 2020", () => {
  expect(isoDay(hebrewDay(5780, 1, 15))).toBe("2020-04-09");
  expect(isoDay(easter(2020))).toBe("2020-04-12");
  expect(isoDay(orthodoxEaster(2020))).toBe("2020-04-19");
});
