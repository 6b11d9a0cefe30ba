/** Codes of countries and first-level divisions as numbers by first use. */
export interface Codes {
  country(code: string): number;
  division(code: string): number;
  /** Both lists, to be kept and begun from again. */
  readonly lists: CodeLists;
  /** As the index holds them. */
  bytes(): Uint8Array;
}

export interface CodeLists {
  readonly countries: readonly string[];
  readonly divisions: readonly string[];
}

/** Numbers for codes, going on from lists that were kept. */
export function codesFrom(kept: CodeLists = { countries: [""], divisions: [""] }): Codes {
  const countries = new Numbers(kept.countries, 255);
  const divisions = new Numbers(kept.divisions, 65_535);
  return {
    country: (code) => countries.of(code),
    division: (code) => divisions.of(code),
    get lists() {
      return { countries: countries.list, divisions: divisions.list };
    },
    bytes: () => Buffer.from(`${countries.list.join(" ")}\n${divisions.list.join(" ")}`),
  };
}

/** What is beyond the limit counts as unknown, and so does a code that the list could not hold. */
class Numbers {
  readonly list: string[];
  readonly #limit: number;
  readonly #known: Map<string, number>;

  constructor(list: readonly string[], limit: number) {
    this.list = [...list];
    this.#limit = limit;
    this.#known = new Map(list.map((code, i) => [code, i]));
  }

  of(code: string): number {
    const known = this.#known.get(code);
    if (known !== undefined) return known;
    if (this.list.length > this.#limit || /\s/.test(code)) return 0;
    this.#known.set(code, this.list.length);
    return this.list.push(code) - 1;
  }
}
