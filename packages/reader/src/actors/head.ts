import type { AliasHit } from "./alias.ts";
import { wordKey } from "./key.ts";
import type { ActorNoun, Lexicon, Office } from "./lexicon.ts";
import { singularOf } from "./singular.ts";

/** The head of an actor phrase: words `from` up to `to` are one of our nouns or offices. */
export interface HeadHit {
  readonly from: number;
  readonly to: number;
  readonly noun: ActorNoun | null;
  readonly office: Office | null;
  readonly plural: boolean;
}

const LONGEST = 4;

/** Up to where the last word goes that is the head of the phrase's core: "troops" in "1,500 French troops". */
export function headEndingAt(words: readonly string[], end: number, lexicon: Lexicon, start = 0): HeadHit | null {
  const last = wordKey(words[end - 1] ?? "");
  if (!lexicon.headEnds.has(last) && !lexicon.headEnds.has(singularOf(last))) return null;
  for (let from = Math.max(start, end - 2 * LONGEST); from < end; from++) {
    const keys = words.slice(from, end).map(wordKey);
    if (keys[0] === "" || keys.at(-1) === "") continue;
    const hit = headOf(
      keys.filter((k) => k !== ""),
      lexicon,
    );
    if (hit !== null) return { from, to: end, ...hit };
  }
  return null;
}

function headOf(keys: readonly string[], lexicon: Lexicon): Omit<HeadHit, "from" | "to"> | null {
  if (keys.length > LONGEST) return null;
  const exact = keys.join(" ");
  const single = [...keys.slice(0, -1), singularOf(keys.at(-1) ?? "")].join(" ");
  const first = [singularOf(keys[0] ?? ""), ...keys.slice(1)].join(" ");
  for (const key of new Set([exact, single, first])) {
    const noun = lexicon.nouns.get(key) ?? null;
    const office = lexicon.offices.get(key) ?? null;
    if (noun !== null || office !== null) return { noun, office, plural: isPlural(key, exact, noun) };
  }
  return null;
}

function isPlural(key: string, exact: string, noun: ActorNoun | null): boolean {
  if (key !== exact) return true;
  return noun?.form === "person" && /(?:people|men|women|children|personnel|staff|police)$/.test(exact);
}

const AFTER_ALIAS =
  /^(?:linked|affiliated|backed|led|inspired|trained|allied|held|controlled|run|aligned|sponsored|dominated|funded|made|born|based|friendly|occupied|administered|supplied|flagged|registered|owned|educated|speaking|majority|ruled)$/;
const BEFORE_ALIAS = /^(?:pro|anti|non|ex|un|trans|cross|post|pre|counter|intra)$/;

/** "IS-linked", "anti-French": the name only tells of what kind the actor is. */
export function isCompounded(words: readonly string[], hit: Pick<AliasHit, "from" | "to">): boolean {
  const dash = (w: string | undefined): boolean => w !== undefined && /^[-–]$/.test(w);
  const inner = words.slice(hit.from, hit.to).some((w) => /^(?:pro|anti|non|ex)-/i.test(w));
  const before = dash(words[hit.from - 1]) && BEFORE_ALIAS.test(wordKey(words[hit.from - 2] ?? ""));
  const after = dash(words[hit.to]) && AFTER_ALIAS.test(wordKey(words[hit.to + 1] ?? ""));
  return inner || before || after;
}
