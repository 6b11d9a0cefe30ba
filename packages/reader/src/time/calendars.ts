import { civilDate, type DayNumber, dayNumber } from "./civil.ts";

/** A date of another calendar as a day. All are arithmetical: the civil (tabular) Hijri calendar may differ by a day or two from a sighting. */
export type ToDay = (year: number, month: number, day: number) => DayNumber;

const HIJRI_EPOCH = -492148;

/** Tabular Islamic calendar, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30, Friday epoch (16 July 622 Julian). */
export const hijriDay: ToDay = (year, month, day) =>
  HIJRI_EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1;

/** Years of the leap cycles of the Solar Hijri (Persian, Afghan) calendar, after Borkowski; right for 1800-2256. */
const SOLAR_BREAKS: readonly number[] = [9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060];

/** Solar Hijri calendar of Iran and Afghanistan. */
export const solarHijriDay: ToDay = (year, month, day) =>
  solarNewYear(year) + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1;

function solarNewYear(year: number): DayNumber {
  const gregorian = year + 621;
  let leapsJalali = -14;
  let from = -61;
  for (const to of SOLAR_BREAKS) {
    const length = to - from;
    if (year < to) {
      const into = year - from;
      leapsJalali += Math.floor(into / 33) * 8 + Math.floor(((into % 33) + 3) / 4);
      if (length % 33 === 4 && length - into === 4) leapsJalali += 1;
      break;
    }
    leapsJalali += Math.floor(length / 33) * 8 + Math.floor((length % 33) / 4);
    from = to;
  }
  const leapsGregorian = Math.floor(gregorian / 4) - Math.floor(((Math.floor(gregorian / 100) + 1) * 3) / 4) - 150;
  return dayNumber({ year: gregorian, month: 3, day: 20 + leapsJalali - leapsGregorian });
}

/** Hebrew calendar; months counted from Nisan (1) to Adar (12, or 13 in leap years); Tishri is 7. */
export const hebrewDay: ToDay = (year, month, day) => {
  let n = hebrewNewYear(year) + day - 1;
  const last = isHebrewLeap(year) ? 13 : 12;
  if (month < 7) {
    for (let m = 7; m <= last; m++) n += hebrewMonthDays(year, m);
    for (let m = 1; m < month; m++) n += hebrewMonthDays(year, m);
  } else for (let m = 7; m < month; m++) n += hebrewMonthDays(year, m);
  return n;
};

const HEBREW_EPOCH = -2092590;

function isHebrewLeap(year: number): boolean {
  return (7 * year + 1) % 19 < 7;
}

function hebrewElapsed(year: number): number {
  const moons = Math.floor((235 * year - 234) / 19);
  const parts = 12084 + 13753 * moons;
  const day = moons * 29 + Math.floor(parts / 25920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

function hebrewNewYear(year: number): DayNumber {
  const before = hebrewElapsed(year - 1);
  const here = hebrewElapsed(year);
  const after = hebrewElapsed(year + 1);
  const delay = after - here === 356 ? 2 : here - before === 382 ? 1 : 0;
  return HEBREW_EPOCH + here + delay;
}

function hebrewMonthDays(year: number, month: number): number {
  const days = hebrewNewYear(year + 1) - hebrewNewYear(year);
  if (month === 2 || month === 4 || month === 6 || month === 10 || month === 13) return 29;
  if (month === 12 && !isHebrewLeap(year)) return 29;
  if (month === 8 && days % 10 !== 5) return 29;
  if (month === 9 && days % 10 === 3) return 29;
  return 30;
}

/** Sunday of the Western Easter (Meeus). */
export function easter(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayNumber({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 });
}

/** Sunday of the Orthodox Easter, as a Gregorian day. */
export function orthodoxEaster(year: number): DayNumber {
  const a = year % 4;
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * a + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const julian = dayNumber({ year, month, day: ((d + e + 114) % 31) + 1 });
  return julian + Math.floor(year / 100) - Math.floor(year / 400) - 2;
}

/** The Hijri year that most of a Gregorian year's first days fall in. */
export function hijriYearOf(n: DayNumber): number {
  let year = Math.floor((n - HIJRI_EPOCH) / 354.367) + 1;
  while (hijriDay(year, 1, 1) > n) year -= 1;
  while (hijriDay(year + 1, 1, 1) <= n) year += 1;
  return year;
}

export function solarHijriYearOf(n: DayNumber): number {
  const year = civilDate(n).year - 621;
  return solarNewYear(year) <= n ? year : year - 1;
}
