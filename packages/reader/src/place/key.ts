const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ħ: "h",
  ə: "a",
};
const WORDS: Readonly<Record<string, string>> = { saint: "st", sainte: "ste", mount: "mt", fort: "ft" };
/** Plain ASCII names need no Unicode work, and most no work at all. */
const PLAIN = /^[a-z0-9 ]*$/;
const ASCII = /^[ -~]*$/;
const WORK = /^ | {2}| $|\b(?:saint|sainte|mount|fort|the)\b/;

/** The form under which a place name is looked up: lower case, no accents, apostrophes or hyphens, "St." for "Saint". */
export function keyOf(name: string): string {
  const lower = name.toLowerCase();
  const bare = PLAIN.test(lower) ? lower : stripped(lower);
  if (!WORK.test(bare)) return bare;
  const words = bare.split(" ").filter((w) => w !== "");
  const from = words.length > 1 && words[0] === "the" ? 1 : 0;
  return words
    .slice(from)
    .map((w) => WORDS[w] ?? w)
    .join(" ");
}

function stripped(lower: string): string {
  return (ASCII.test(lower) ? lower : lower.normalize("NFKD").replace(/\p{M}/gu, ""))
    .replace(/[øłđðıßæœþħə]/g, (c) => LETTERS[c] ?? c)
    .replace(/['’‘`ʻʿʾ´.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}

/** Two 32-bit hashes of a key: together they stand for it in the index. */
export function hashOf(key: string): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return [mixed(a), mixed(b)];
}

/** Every bit of a hash depends on every other: buckets are told by the top ones. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
