import type { Doc, Sentence, Token } from "../doc.ts";
import { type Candidate, candidate, topOf } from "./candidate.ts";
import type { Chunk } from "./chunks.ts";
import { nameKey, wordKey } from "./key.ts";
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
  const again = isAgain(doc, chunk, top);
  if (!again && (!quantity || !isHarmed(doc, top))) return [];
  if (doc.tokens[chunk.to]?.lower === "of" && doc.tokens[chunk.to + 1]?.upos !== "PRON") return [];
  if (doc.tokens[chunk.to]?.lower === "percent" || doc.tokens[chunk.from - 1]?.lower === "in") return [];
  const from = withMeasure(doc, chunk.from);
  const words = doc.text.slice(doc.tokens[from]?.start ?? 0, last.end);
  return [
    candidate(doc, from, chunk.to, {
      ...people(lexicon, last.text),
      key: again ? wordKey(last.text) : nameKey(words),
      counted: !again,
      definite: again,
    }),
  ];
}

/** "more than", "at least", "nearly" before a number belong to it. */
function withMeasure(doc: Doc, from: number): number {
  const before = [3, 2, 1].map((n) => ({ n, words: doc.tokens.slice(Math.max(0, from - n), from) }));
  const found = before.find(({ n, words }) => words.length === n && MEASURE.test(words.map((t) => t.lower).join(" ")));
  const sentence = doc.tokens[from]?.sentence;
  return found === undefined || found.words.some((t) => t.sentence !== sentence) ? from : from - found.n;
}

const MEASURE =
  /^(?:as many as|more than|fewer than|less than|at least|at most|up to|about|around|nearly|almost|over|some)$/;

/** "the two", "all six" take up people counted before. */
function isAgain(doc: Doc, chunk: Chunk, top: number): boolean {
  const [first, last] = [doc.tokens[chunk.from], doc.tokens[chunk.to - 1]];
  if (chunk.to - chunk.from !== 2 || last?.upos !== "NUM" || !/^[a-z]+$/.test(last.text)) return false;
  if (!/^(?:the|all|these|those)$/.test(first?.lower ?? "") || doc.tokens[chunk.to]?.lower === "of") return false;
  const token = doc.tokens[top];
  return token !== undefined && /^(?:nsubj|obj|iobj)/.test(token.deprel) && doc.tokens[token.head]?.upos === "VERB";
}

/** Whether a number is subject or object of a verb of harm, or joined to one that is. */
function isHarmed(doc: Doc, top: number): boolean {
  const token = doc.tokens[top];
  const first = token?.deprel === "conj" ? doc.tokens[token.head] : token;
  const verb = doc.tokens[first?.head ?? -1];
  return first !== undefined && verb !== undefined && isOfPeople(doc, verb, first);
}

/** Numbers are harmed, or crowds of hundreds march. */
function isOfPeople(doc: Doc, verb: Token, number: Token): boolean {
  const measured = number.deprel === "obl" && number.i > verb.i && withMeasure(doc, number.i) < number.i;
  if (!measured && !/^(?:nsubj|obj)/.test(number.deprel)) return false;
  if (HARMED.test(verb.lemma) || HARMED.test(verb.lower.replace(/ed$/, ""))) return true;
  return CROWD.test(number.lower) && number.deprel.startsWith("nsubj") && MARCHED.test(verb.lemma);
}

const CROWD = /^(?:dozens|scores|hundreds|thousands)$/;
const MARCHED =
  /^(?:march|rally|protest|demonstrate|gather|riot|clash|strike|chant|mourn|attend|turn|pour|take|join|block|storm|blockade|return|arrive|cross)$/;

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
