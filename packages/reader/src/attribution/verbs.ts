import type { Token } from "../doc.ts";
import { kidBy } from "../parse/tree.ts";
import { isDeed, isMadeKnown } from "./deeds.ts";
import { repaired } from "./edges.ts";
import type { Draft, Hit, Page } from "./page.ts";
import { quotedDrafts } from "./quoting.ts";
import { isPassive, speakerOf } from "./speaker.ts";
import { speakerBeside, speechOf } from "./speech.ts";
import { type Content, verbContent } from "./verb-content.ts";
import { cueWords, verbDraft } from "./verb-draft.ts";

/** Kinds that tell of hearsay even where nobody is named ("is believed to"); "was ordered to" only bears on the status. */
const HEARSAY: ReadonlySet<string> = new Set([
  "says",
  "reports",
  "alleges",
  "believes",
  "expects",
  "fears",
  "seems",
  "knows",
  "claims",
  "suggests",
  "speculates",
]);

/** The attributions of a verb cue: one, two where somebody is quoted by another, none where nothing is said. */
export function verbDrafts(page: Page, hit: Hit): readonly Draft[] {
  const { cue, head } = hit;
  if (head.deprel === "aux" || head.deprel === "case") return [];
  const quoted = cue.kind === "quotes" ? quotedDrafts(page, hit) : [];
  if (quoted.length > 0) return quoted;
  const words = cueWords(page, head, hit.rest);
  const speech = speechOf(page, hit, words);
  if (head.upos === "NOUN" && (speech === null || speech.content === null)) return [];
  if (speech !== null) return [verbDraft(page, hit, { ...speech, rule: speech.content === null ? "quote" : "aside" })];
  const speaker =
    cue.kind === "seems"
      ? null
      : (speakerOf(page, head) ??
        (mayStandAlone(hit) && !isPassive(page, head) ? speakerBeside(page, head, words) : null));
  if (isMadeKnown(page, hit, speaker)) return [];
  const content = repaired(page, hit, { content: verbContent(page, hit), words, source: speaker?.words ?? null });
  if (content === null && !cue.frames.has("quote")) return [];
  if (speaker === null && cue.kind !== "seems" && !maySpeakerLack(page, head, content)) return [];
  if (content?.frame === "np" && speaker === null && cue.kind !== "reports" && cue.kind !== "announces") return [];
  const [object] = content?.frame === "np" ? content.stretches : [];
  if (object !== undefined && isDeed(page, hit, { speaker, content: object })) return [];
  const draft = verbDraft(page, hit, { speaker, content, rule: `verb-${content?.frame ?? "quote"}` });
  return [speaker === null && draft.frame === "raised" && !HEARSAY.has(cue.kind) ? { ...draft, told: false } : draft];
}

function mayStandAlone({ cue }: Hit): boolean {
  return cue.frames.has("quote") || cue.frames.has("that");
}

/** A passive or an empty "it" may leave the source out; a quotation may still turn up beside a bare verb. */
function maySpeakerLack(page: Page, head: Token, content: Content | null): boolean {
  if (content === null) return true;
  return (
    isPassive(page, head) ||
    kidBy(page.tree, head.i, "expl") !== undefined ||
    isEmpty(page, head) ||
    content.frame === "raised"
  );
}

/** "It emerged that": the subject is nobody. */
function isEmpty(page: Page, head: Token): boolean {
  const subject = kidBy(page.tree, head.i, "nsubj");
  return subject?.lower === "it" && /^(?:emerge|transpire|turn|follow|happen|appear|seem)$/.test(head.lemma);
}
