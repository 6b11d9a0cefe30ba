const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["people", "people"],
  ["men", "man"],
  ["women", "woman"],
  ["children", "child"],
  ["police", "police"],
  ["wives", "wife"],
  ["thieves", "thief"],
  ["jihadis", "jihadi"],
  ["mujahideen", "mujahideen"],
  ["troops", "troop"],
  ["clergymen", "clergyman"],
  ["personnel", "personnel"],
  ["press", "press"],
  ["hindus", "hindu"],
  ["gurus", "guru"],
  ["media", "media"],
  ["armed forces", "armed forces"],
]);

/** The singular of an English noun by its ending; the word itself where it is none. */
export function singularOf(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (word.endsWith("men") && word.length > 4) return `${word.slice(0, -3)}man`;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word) && word.length > 3) return word.slice(0, -1);
  return word;
}
