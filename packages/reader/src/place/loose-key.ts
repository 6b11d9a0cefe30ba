const ARTICLES: ReadonlySet<string> = new Set(
  "al el ul ol as es ash esh ad ed an en ar er az ez at et adh edh ath eth the".split(" "),
);

/** Words that every gazetteer spells its own way. */
const WORDS: Readonly<Record<string, string>> = {
  jebel: "jabal",
  djebel: "jabal",
  gebel: "jabal",
  gabal: "jabal",
  ouadi: "wadi",
  oued: "wadi",
  wad: "wadi",
  cheikh: "sheikh",
};

/** Spellings of one sound, longer ones before what they begin with. */
const SOUND = /^ou(?=[aeiy])|tch|sch|ch|dj|zh|kh|ck|q|c|gh|dh|th|ph|x|w(?=[aeiouy])|v|o[uow]|a[uw]|[ow]|[aeiy]+/g;
const SOUNDS: Readonly<Record<string, string>> = {
  tch: "sh",
  sch: "sh",
  ch: "sh",
  dj: "j",
  zh: "j",
  kh: "k",
  ck: "k",
  q: "k",
  c: "k",
  gh: "g",
  dh: "d",
  th: "t",
  ph: "f",
  x: "ks",
  v: "v",
  o: "u",
};

/** Vowels written with two letters, and "w" by what comes after it. */
function soundOf(spelling: string, at: number, word: string): string {
  const sound = SOUNDS[spelling];
  if (sound !== undefined) return sound;
  if (spelling === "w") return /[aeiouy]/.test(word[at + 1] ?? "") ? "v" : "u";
  if (spelling === "ou" && at === 0 && /[aeiy]/.test(word[2] ?? "")) return "v";
  return /^(?:o|au|aw)/.test(spelling) ? "u" : "a";
}

/**
 * A key that the spellings of one name in several transliterations share: without articles, with like vowels and like
 * consonants as one. "" where too little is left of the name to tell it by.
 */
export function looseOf(key: string): string {
  const words = key.split(" ").filter((w, i, all) => all.length === 1 || !ARTICLES.has(w) || i === all.length - 1);
  const loose = words.map(looseWord).join(" ");
  return loose.replaceAll(" ", "").length < 3 ? "" : `~${loose}`;
}

function looseWord(word: string): string {
  const known = WORDS[word] ?? word;
  if (!/^[a-z]+$/.test(known)) return known;
  const w = known.replace(SOUND, soundOf).replace(/(.)\1+/g, "$1");
  return w.length > 3 ? w.replace(/(?<=..)[au]?h?$/, "") : w;
}
