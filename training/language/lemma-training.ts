import { groupOf, LONGEST_ENDING } from "../../packages/reader/src/tags/lemma.ts";
import { tagOf } from "../../packages/reader/src/tags/tag.ts";
import type { GoldSentence } from "./conllu.ts";
import { tagName } from "./tag-names.ts";

/** Rows of the two lemma lexicons: form or ending, group, lemma or replacement. */
export interface LemmaRows {
  readonly words: readonly (readonly [string, string, string])[];
  readonly endings: readonly (readonly [string, string, string])[];
}

interface Known {
  readonly form: string;
  readonly group: string;
  readonly lemma: string;
  readonly count: number;
}

/** Endings that hold for most words that bear them, and the words that no ending gets right. */
export function learnLemmas(sentences: readonly GoldSentence[]): LemmaRows {
  const known = formsOf(sentences).filter((k) => k.group !== "p");
  const fixed = formsOf(sentences).filter((k) => k.group === "p" && k.form !== k.lemma && k.count >= 2);
  const rules = endingsOf(known);
  const kept = pruned(rules);
  const words = known.filter((k) => k.count >= 2 && apply(k, kept) !== k.lemma);
  return {
    words: [...words, ...fixed].map((k) => [k.form, k.group, k.lemma] as const),
    endings: [...kept].map(([key, replacement]) => {
      const [ending = "", group = ""] = key.split(" ");
      return [ending, group, replacement] as const;
    }),
  };
}

function formsOf(sentences: readonly GoldSentence[]): readonly Known[] {
  const counts = new Map<string, number>();
  for (const word of sentences.flatMap((s) => s.words)) {
    const form = word.form.toLowerCase().replace(/’/g, "'");
    const group = groupOf(tagOf(tagName(word)));
    const lemma = word.lemma.toLowerCase().replace(/’/g, "'");
    if (group === "" || word.lemma === "_" || /\s/.test(form + lemma)) continue;
    const key = `${form} ${group} ${lemma}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const best = new Map<string, Known>();
  for (const [key, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [form = "", group = "", lemma = ""] = key.split(" ");
    const other = best.get(`${form} ${group}`);
    if (other === undefined || other.count < count) best.set(`${form} ${group}`, { form, group, lemma, count });
  }
  return [...best.values()];
}

function endingsOf(known: readonly Known[]): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { form, group, lemma } of known) {
    const shared = sharedLength(form, lemma);
    for (let length = form.length - shared; length <= Math.min(LONGEST_ENDING, form.length - 1); length++) {
      const cut = form.length - length;
      const key = `${form.slice(cut)} ${group}`;
      const replacements = votes.get(key) ?? new Map<string, number>();
      votes.set(key, replacements);
      const replacement = lemma.slice(cut);
      replacements.set(replacement, (replacements.get(replacement) ?? 0) + 1);
    }
  }
  const rules = new Map<string, string>();
  for (const [key, replacements] of [...votes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = [...replacements].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const all = [...replacements.values()].reduce((sum, n) => sum + n, 0);
    if (first !== undefined && (all >= 2 || key.indexOf(" ") <= 1)) rules.set(key, first[0]);
  }
  return rules;
}

/** Leaves out endings that say what a shorter one says already. */
function pruned(rules: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const [key, replacement] of [...rules].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const [ending = "", group = ""] = key.split(" ");
    const shorter = apply({ form: ending, group }, kept);
    if (shorter !== replacement) kept.set(key, replacement);
  }
  return kept;
}

function apply({ form, group }: Pick<Known, "form" | "group">, rules: ReadonlyMap<string, string>): string {
  for (let length = Math.min(LONGEST_ENDING, form.length); length >= 0; length--) {
    const cut = form.length - length;
    const replacement = rules.get(`${form.slice(cut)} ${group}`);
    if (replacement !== undefined) return form.slice(0, cut) + replacement;
  }
  return form;
}

function sharedLength(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a.charAt(shared) === b.charAt(shared)) shared++;
  return shared;
}
