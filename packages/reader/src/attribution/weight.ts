import type { CueKind } from "./cue.ts";
import type { Draft, Page } from "./page.ts";
import { isActiveDespiteTag } from "./speaker.ts";
import { isAspectual } from "./verb-draft.ts";

/** Kinds whose clauses rest on the word of their source. */
const SPOKEN: ReadonlySet<CueKind> = new Set([
  "says",
  "reports",
  "announces",
  "claims",
  "alleges",
  "confirms",
  "admits",
  "denies",
  "rejects",
  "believes",
  "doubts",
  "learns",
  "expects",
  "fears",
  "hopes",
  "promises",
  "threatens",
  "warns",
  "accuses",
  "criticizes",
  "shows",
  "suggests",
  "speculates",
  "quotes",
  "asks",
  "urges",
  "orders",
  "agrees",
  "opposes",
  "praises",
  "supports",
]);

/** Kinds that say nothing under "not" ("has not confirmed that …"). */
const UNSAID: ReadonlySet<CueKind> = new Set([
  "says",
  "reports",
  "announces",
  "claims",
  "confirms",
  "admits",
  "denies",
  "shows",
]);

/** Kinds whose nouns tell what shall be, not what somebody says ("an order that the troops withdraw"). */
const DIRECTED: ReadonlySet<CueKind> = new Set(["orders", "urges", "promises", "threatens", "agrees"]);

/** Kinds that tell a deed even by a bare noun ("reported explosions"). */
const TOLD_BY_NOUN: ReadonlySet<CueKind> = new Set([
  "says",
  "reports",
  "announces",
  "claims",
  "alleges",
  "confirms",
  "admits",
  "denies",
  "accuses",
  "shows",
  "suggests",
  "fears",
  "believes",
]);

/** Verbs whose object is a paper or a word, not a deed ("issued an order"). */
const HANDED_OUT: ReadonlySet<string> = new Set([
  "issue",
  "release",
  "publish",
  "unveil",
  "introduce",
  "present",
  "circulate",
  "file",
  "list",
  "post",
]);

/** Kinds that stay worth showing inside somebody else's words. */
const NESTED: ReadonlySet<CueKind> = new Set([
  "says",
  "reports",
  "announces",
  "claims",
  "alleges",
  "confirms",
  "admits",
  "denies",
  "accuses",
  "shows",
  "learns",
  "quotes",
]);

/** Whether the deeds in the content come to the reader through the source: "said that", not "praised the raid". */
export function handsOn(d: Draft): boolean {
  if (d.speaker < 0 && d.via.length === 0) return false;
  if (d.negated && UNSAID.has(d.cue.kind)) return false;
  switch (d.frame) {
    case "that":
    case "wh":
    case "quote":
    case "clause":
      return SPOKEN.has(d.cue.kind) && !(d.cue.pos === "noun" && DIRECTED.has(d.cue.kind));
    case "np":
    case "prep":
    case "as":
    case "small":
      return TOLD_BY_NOUN.has(d.cue.kind) && !HANDED_OUT.has(d.cue.words[0] ?? "");
    case "inf":
      return d.cue.kind === "denies" || d.cue.kind === "admits";
    default:
      return false;
  }
}

/** Whether the reading shows it: attitudes inside somebody else's words and deeds merely thought of are left out. */
export function isPrinted(page: Page, d: Draft, outer: Draft | undefined): boolean {
  if (!d.told || (!isClause(d) && isMerelyMeant(page, d))) return false;
  const inside = (page.quoteAt[d.head] ?? -1) >= 0 || (outer !== undefined && isClause(outer));
  if (!inside) return true;
  if (!NESTED.has(d.cue.kind) || !isClause(d)) return false;
  const first = page.doc.tokens[d.speaker];
  return first !== undefined && !/^(?:i|we|you|one|it|this|that|they|he|she)$/.test(first.lower);
}

/** "a plan to praise", "able to announce": no one has said it. */
function isMerelyMeant(page: Page, d: Draft): boolean {
  const head = page.doc.tokens[d.head];
  if (head === undefined || d.cue.pos !== "verb" || d.paper !== undefined) return false;
  const relation = head.deprel.split(":")[0] ?? "";
  if (isAspectual(page, head)) return false;
  if (head.xpos === "VB") return /^(?:xcomp|acl|advcl|conj|ccomp|csubj)$/.test(relation);
  if (head.xpos === "VBN") return head.deprel === "acl" && !isActiveDespiteTag(page, head);
  return head.xpos === "VBG" && /^(?:xcomp|csubj)$/.test(relation);
}

function isClause(d: Draft): boolean {
  return d.frame === "that" || d.frame === "quote" || d.frame === "clause" || d.frame === "wh";
}
