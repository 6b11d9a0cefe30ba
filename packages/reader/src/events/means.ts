import type { Mode, Span } from "@dateline/model";
import type { Token } from "../doc.ts";
import type { Weapon } from "./lexicon-senses.ts";
import type { Trigger } from "./telling.ts";
import { coordinated, kidsOf, relation } from "./tree.ts";
import type { View } from "./view.ts";

/** The means told in the clause, and the mode that follows from them or from the manner. */
export interface Means {
  readonly mode: Mode | null;
  readonly instruments: readonly Span[];
}

/** Guideline 14: the means if told, else the manner. */
export function meansOf(view: View, t: Trigger): Means {
  const all = [t, ...t.merged];
  const found = t.type === "ASSAULT" ? all.flatMap((one) => weaponsOf(view, one)) : [];
  const told = found.find((w) => w.weapon.mode !== null)?.weapon.mode ?? null;
  const merged = t.merged.find((m) => m.type === t.type && m.mode !== null)?.mode ?? null;
  const means = t.mode === "targeted" || t.mode === null ? (told ?? merged) : null;
  return { mode: means ?? t.mode, instruments: found.map(({ span }) => span) };
}

interface Found {
  readonly weapon: Weapon;
  readonly span: Span;
}

const MEANS_PREPOSITIONS: ReadonlySet<string> = new Set(["with", "by", "in", "using", "from", "through", "of"]);

function weaponsOf(view: View, t: Trigger): readonly Found[] {
  const words: Token[] = [];
  if (t.form === "noun") words.push(t.head);
  if (t.frame !== null) {
    const { subject, object, obliques } = t.frame;
    for (const a of [subject, object])
      if (a !== null && a.bond !== "controlled" && a.bond !== "implied") words.push(a.token);
    for (const o of obliques) if (MEANS_PREPOSITIONS.has(o.prep)) words.push(o.token);
  }
  for (const o of t.nounFrame?.obliques ?? [])
    if (o.prep === "with" || o.prep === "by" || o.prep === "of") words.push(o.token);
  return words.flatMap((w) => coordinated(view.tree, w)).flatMap((w) => weaponAt(view, w) ?? []);
}

/** The weapon that a word names, its modifiers first: "car bomb" before "bomb". */
export function weaponAt(view: View, token: Token): Found | null {
  const before = kidsOf(view.tree, token.i).filter(
    (k) => k.i < token.i && (relation(k) === "compound" || relation(k) === "amod"),
  );
  for (const k of before) {
    const phrase = view.lexicon.weaponOf(`${k.lemma.toLowerCase()} ${token.lemma.toLowerCase()}`);
    if (phrase !== null) return { weapon: phrase, span: { start: k.start, end: token.end } };
  }
  const own = view.lexicon.weaponOf(token.lemma.toLowerCase()) ?? view.lexicon.weaponOf(token.lower);
  if (own !== null) return { weapon: own, span: { start: token.start, end: token.end } };
  for (const k of before) {
    const weapon = view.lexicon.weaponOf(k.lemma.toLowerCase()) ?? view.lexicon.weaponOf(k.lower);
    if (weapon !== null) return { weapon, span: { start: k.start, end: k.end } };
  }
  return null;
}
