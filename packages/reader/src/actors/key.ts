const ACRONYM = /^\p{Lu}(?:[.&/]?[\p{Lu}\p{N}]){1,9}\.?$/u;

/** A word as lists are looked up: without accents, dots and apostrophes, in small letters; "" for marks alone. */
export function wordKey(word: string): string {
  if (/^[a-z\d]*$/.test(word)) return word;
  if (/^[A-Za-z\d]+$/.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKD")
    .replace(/[\p{M}.'’‘ʼ`"“”,()[\]–—-]+/gu, "")
    .toLowerCase();
}

/** The word keys of a wording: "the People's Army" gives people, s, army. */
export function keysOf(text: string): readonly string[] {
  const keys = phraseWords(text)
    .map((w) => wordKey(w))
    .filter((k) => k !== "");
  return keys[0] === "the" && keys.length > 1 ? keys.slice(1) : keys;
}

/** Keys joined: equal for two spellings of one name. */
export function nameKey(text: string): string {
  const keys = keysOf(text);
  const end = keys.at(-1) === "s" && keys.length > 1 ? keys.length - 1 : keys.length;
  return keys.slice(0, end).join(" ");
}

/** Whether a word is written as an acronym: "AQIM", "U.N.", "M23". */
export function isAcronym(word: string): boolean {
  return ACRONYM.test(word);
}

const WORDS =
  /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:[.'’&/](?!s\b)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.?|['’]s?|[-–—,()]/gu;

/** The words and marks of a phrase, possessive endings apart. */
export function phraseWords(text: string): readonly string[] {
  return (text.match(WORDS) ?? []).map((w) => (/^\p{L}{4,}\.$/u.test(w) ? w.slice(0, -1) : w));
}
