// Near-copies: 2,000 pairs of a text and its copy, 2,000 of two outlets' own texts on the same deeds: tsx bench/near-copies.ts [PAIRS]
import { isCopy, shingles } from "@dateline/record";
import { numbersFrom } from "./parts/numbers.ts";

const pairs = Number(process.argv[2] ?? 2000);
const random = numbersFrom(7);
const pick = <T>(list: readonly T[]): T => {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error("the list is empty");
  return item;
};

const NAMES = "Orim Tessi Dorran Kalo Senu Baruk Velat Mirane Toska Adeli Konde Ruvo Lasin Perha Gomal Zirat".split(
  " ",
);
const PEOPLE = "colonel minister governor mayor spokesman commander doctor witness lawyer bishop teacher trader".split(
  " ",
);
const DEEDS = "attacked shelled stormed raided besieged burned looted seized ambushed bombed".split(" ");
const THINGS = "garrison market convoy bridge clinic school checkpoint village depot station camp airfield".split(" ");
const TIMES =
  "on Friday|late on Monday|before dawn on Tuesday|in the night to Sunday|around noon on Thursday|earlier this week".split(
    "|",
  );

/** What happened: the same for both outlets of a pair. */
interface Topic {
  readonly who: string;
  readonly deed: string;
  readonly thing: string;
  readonly place: string;
  readonly time: string;
  readonly dead: number;
  readonly speaker: string;
  readonly quote: string;
}

const OPENINGS: readonly ((t: Topic) => string)[] = [
  (t) => `${t.who} fighters ${t.deed} a ${t.thing} in ${t.place} ${t.time}, killing ${t.dead} people.`,
  (t) =>
    `At least ${t.dead} people were killed when the ${t.who} movement ${t.deed} a ${t.thing} in ${t.place} ${t.time}, officials said.`,
  (t) =>
    `${t.time.charAt(0).toUpperCase()}${t.time.slice(1)} gunmen of the ${t.who} front ${t.deed} the ${t.thing} at ${t.place}; ${t.dead} died.`,
  (t) =>
    `The ${t.thing} of ${t.place} was ${t.deed} ${t.time} by men said to belong to ${t.who}. Hospital sources put the dead at ${t.dead}.`,
];
const MORE: readonly ((t: Topic) => string)[] = [
  (t) => `The ${t.speaker} of ${t.place} said that "${t.quote}".`,
  (t) => `"${t.quote}", the ${t.speaker} told reporters.`,
  () =>
    `It was the latest in a series of attacks in the region, where ${pick(NAMES)} and ${pick(NAMES)} have been fought over since ${pick(["March", "May", "last year", "the truce ended"])}.`,
  () =>
    `Residents of ${pick(NAMES)} spoke of ${pick(["smoke", "gunfire", "helicopters", "panic", "looting"])} until ${pick(["noon", "the evening", "the next morning"])}.`,
  () =>
    `The government has sent ${pick(["troops", "police", "two battalions", "an inquiry", "medicine"])} to ${pick(NAMES)}, a ${pick(PEOPLE)} told our correspondent.`,
  () =>
    `A ${pick(PEOPLE)} who did not want to be named said that ${Math.floor(random() * 40) + 2} ${pick(["vehicles", "houses", "shops", "boats"])} had been ${pick(["burnt", "taken", "damaged"])}.`,
  () =>
    `Roads from ${pick(NAMES)} to ${pick(NAMES)} were closed, and ${pick(["schools", "markets", "offices", "banks"])} did not open.`,
  () =>
    `Last ${pick(["spring", "summer", "autumn", "winter"])} ${Math.floor(random() * 90) + 10} people died in a like attack on a ${pick(THINGS)} near ${pick(NAMES)}.`,
  () =>
    `The United Nations called on all sides to spare ${pick(["civilians", "hospitals", "aid workers", "schools"])}.`,
  () =>
    `Aid groups say that ${Math.floor(random() * 90) + 1},000 people have left ${pick(NAMES)} since ${pick(["January", "April", "the rains", "the vote"])}.`,
];
const WORDS =
  "we will not leave this place and nobody has asked us what should come after it but they know where to find our children when night falls again over the river".split(
    " ",
  );

function topic(): Topic {
  const quote = Array.from({ length: 12 }, () => pick(WORDS)).join(" ");
  return {
    who: pick(NAMES),
    deed: pick(DEEDS),
    thing: pick(THINGS),
    place: pick(NAMES),
    time: pick(TIMES),
    dead: 2 + Math.floor(random() * 60),
    speaker: pick(PEOPLE),
    quote,
  };
}

function story(t: Topic): readonly string[] {
  const length = 6 + Math.floor(random() * 12);
  return [pick(OPENINGS)(t), ...Array.from({ length }, () => pick(MORE)(t))];
}

const EDITS: Readonly<Record<string, (sentences: readonly string[]) => string>> = {
  "other head line": (s) => `${pick(NAMES)}: ${pick(THINGS)} ${pick(DEEDS)}\nBy our staff\n\n${s.join(" ")}`,
  cut: (s) => s.slice(0, Math.max(3, Math.ceil(s.length * (0.4 + random() * 0.4)))).join(" "),
  "paragraphs merged and moved": (s) => [...s.slice(0, 2), ...s.slice(2).reverse()].join("\n"),
  "words changed": (s) => changed(s.join(" "), 0.08, () => pick(WORDS)),
  "scanning faults": (s) =>
    changed(s.join(" "), 0.07, (w) =>
      w.replace(/[aeiou]/, (c) => ({ a: "o", e: "c", i: "l", o: "0", u: "v" })[c] ?? c),
    ),
  "own paragraph added": (s) =>
    [...s, ...Array.from({ length: Math.ceil(s.length / 2) }, () => pick(MORE)(topic()))].join(" "),
};

function changed(text: string, share: number, other: (word: string) => string): string {
  return text
    .split(" ")
    .map((w) => (random() < share ? other(w) : w))
    .join(" ");
}

let [found, missed, wrong] = [0, 0, 0];
const missedBy = new Map<string, number>();
const kinds = Object.entries(EDITS);
for (let i = 0; i < pairs; i += 1) {
  const text = story(topic());
  const [kind, edit] = kinds[i % kinds.length] ?? ["", (s: readonly string[]) => s.join(" ")];
  if (isCopy(shingles(text.join(" ")), shingles(edit(text)))) found += 1;
  else {
    missed += 1;
    missedBy.set(kind, (missedBy.get(kind) ?? 0) + 1);
  }
  const t = topic();
  if (isCopy(shingles(story(t).join(" ")), shingles(story(t).join(" ")))) wrong += 1;
}
const [precision, recall] = [found / Math.max(1, found + wrong), found / (found + missed)];
console.log(`copies found ${found} of ${pairs}, wrongly taken for copies ${wrong} of ${pairs}`);
console.log(
  `P ${(100 * precision).toFixed(1)}  R ${(100 * recall).toFixed(1)}  F1 ${((200 * precision * recall) / (precision + recall)).toFixed(1)}`,
);
console.log(`missed: ${[...missedBy].map(([k, n]) => `${k} ${n}`).join(", ") || "none"}`);
