import type { Span } from "@dateline/model";

const TITLES =
  /^(the|The|a|an|Mr|Mrs|Ms|Dr|Prof|Professor|President|Prime Minister|Foreign Minister|Minister|Secretary|Foreign Secretary|Senator|Governor|Mayor|General|Colonel|Captain|Lieutenant|Sir|Dame|King|Queen|Prince|Princess|Pope|Saint|St|HE|H\.E|Ambassador|Chancellor|Attorney|Judge|Tsar|Emperor|Sheikh|Ayatollah|Spokesman|US|Representative|Congressman|Doctor|Sergeant|Major|Father|Bishop|Cardinal|Archbishop|Lord|Lady)\.?\s+/;

/** The span without articles and titles at its front; null where nothing else is left. */
export function withoutTitles(text: string, start: number, end: number): Span | null {
  let from = start;
  for (;;) {
    const found = TITLES.exec(text.slice(from, end));
    if (found === null) break;
    from += found[0].length;
  }
  return from < end ? { start: from, end } : null;
}

/** Whether all words but particles and small joining words have a capital. */
export function isNameLike(words: string): boolean {
  const parts = words.split(/[\s-]+/).filter((w) => w !== "");
  if (parts.length === 0 || parts.length > 10) return false;
  if (!/^["'“]?(al|el|bin|ibn|de|von|van)?[\s-]*["'“]?[\p{Lu}\d]/u.test(words)) return false;
  return (
    parts.every(
      (w) =>
        /^["'“(]?[\p{Lu}\d&]/u.test(w) ||
        /^(of|the|for|and|in|al|el|bin|ibn|de|la|du|des|von|van|der|on|to|d|i|e|’s|'s)$/u.test(w),
    ) && /\p{Lu}/u.test(words)
  );
}
