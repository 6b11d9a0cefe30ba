import type { Doc, Sentence } from "../doc.ts";
import { type Candidate, candidate, topOf } from "./candidate.ts";
import type { Chunk } from "./chunks.ts";
import { nameKey } from "./key.ts";
import type { Lexicon } from "./lexicon.ts";
import { readPhrase } from "./phrase.ts";

const HARMED =
  /^(?:kill|wound|injure|arrest|detain|hurt|abduct|kidnap|capture|rescue|displace|evacuate|shoot|behead|execute|die|perish|drown|hospitalize|hospitalise|jail|charge|convict|sentence|free|release|miss|rape|torture|bury|kill|trap|deport|survive|flee|massacre|maim)$/;

/** "killed 82", "dozens were injured": a number that stands for people. */
export function countedAlone(doc: Doc, chunk: Chunk, lexicon: Lexicon): readonly Candidate[] {
  const last = doc.tokens[chunk.to - 1];
  if (last === undefined || chunk.core !== chunk.from || chunk.to - chunk.from > 5) return [];
  if (isTime(doc, chunk)) return [];
  const quantity =
    last.upos === "NUM" ||
    /^(?:dozens|scores|hundreds|thousands|others|several|many|dead|wounded|injured|few|some|both|most|victims)$/.test(
      last.lower,
    );
  const top = topOf(doc, chunk.from, chunk.to);
  if (!quantity || !isHarmed(doc, top)) return [];
  if (doc.tokens[chunk.to]?.lower === "of" && doc.tokens[chunk.to + 1]?.upos !== "PRON") return [];
  if (doc.tokens[chunk.to]?.lower === "percent" || doc.tokens[chunk.from - 1]?.lower === "in") return [];
  const words = doc.text.slice(doc.tokens[chunk.from]?.start ?? 0, last.end);
  return [candidate(doc, chunk.from, chunk.to, { ...people(lexicon, last.text), key: nameKey(words), counted: true })];
}

/** Whether a number is subject or object of a verb of harm, or joined to one that is. */
function isHarmed(doc: Doc, top: number): boolean {
  const token = doc.tokens[top];
  const first = token?.deprel === "conj" ? doc.tokens[token.head] : token;
  const verb = doc.tokens[first?.head ?? -1];
  return first !== undefined && verb !== undefined && HARMED.test(verb.lemma) && /^(?:nsubj|obj)/.test(first.deprel);
}

/** "Aug. 7", "1990" are no people. */
function isTime(doc: Doc, chunk: Chunk): boolean {
  const start = doc.tokens[chunk.from]?.start ?? 0;
  const end = doc.tokens[chunk.to - 1]?.end ?? 0;
  let low = 0;
  let high = doc.times.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((doc.times[mid]?.end ?? 0) <= start) low = mid + 1;
    else high = mid;
  }
  return (doc.times[low]?.start ?? Number.POSITIVE_INFINITY) < end;
}

/** "those who reject it", "those in need", "those killed". */
export function thoseOf(doc: Doc, sentence: Sentence, lexicon: Lexicon): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let i = sentence.from; i < sentence.to - 1; i++) {
    const token = doc.tokens[i];
    const after = doc.tokens[i + 1];
    if (token?.lower !== "those" || after === undefined) continue;
    const told =
      /^(?:who|whose|whom|in|responsible|accused|suspected|from|with|without|on|at|under|inside|opposed|loyal)$/.test(
        after.lower,
      );
    if (!told && after.xpos !== "VBN" && after.xpos !== "VBG") continue;
    const to =
      after.lower === "who" || after.lower === "whom"
        ? i + 1
        : i + 2 + Number(/^(?:ADP)$/.test(after.upos) && doc.tokens[i + 2]?.upos === "NOUN");
    found.push(
      candidate(doc, i, Math.min(to, sentence.to), {
        ...people(lexicon, token.text),
        key: "those",
        complete: true,
        definite: true,
      }),
    );
  }
  return found;
}

function people(lexicon: Lexicon, head: string): Pick<Candidate, "form" | "name" | "reading" | "head" | "plural"> {
  const reading = { ...readPhrase([], lexicon), kind: "civilians" as const, head, rule: "number of people" };
  return { form: "nominal", name: null, reading, head: "", plural: true };
}
