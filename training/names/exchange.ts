/** A text as numbers of words in order; -1 where a sentence ends. */
export interface Numbered {
  readonly ids: Int32Array;
  /** How many different words there are. */
  readonly words: number;
}

interface Neighbours {
  readonly starts: Uint32Array;
  readonly words: Int32Array;
  readonly counts: Uint32Array;
}

/**
 * Puts each word in one of `classes` so that a word's class tells most of the class of the next word (the exchange of
 * Martin, Liermann and Ney): from classes by frequency, each word in turn moves where the text becomes likeliest.
 */
export function exchange({ ids, words }: Numbered, classes: number, rounds: number): Uint16Array {
  const state = new State(words, classes, ids.length);
  const right = neighboursOf(ids, words, 1);
  const left = neighboursOf(ids, words, -1);
  state.count(right);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let word = 0; word < words; word++) if (state.place(word, left, right)) moved++;
    if (moved * 1000 < words) break;
  }
  return state.classOf;
}

function neighboursOf(ids: Int32Array, words: number, by: number): Neighbours {
  const lists = Array.from({ length: words }, () => new Map<number, number>());
  for (let i = 0; i < ids.length; i++) {
    const [word = -1, next = -1] = [ids[i], ids[i + by]];
    if (word < 0 || next < 0) continue;
    const list = lists[word];
    list?.set(next, (list.get(next) ?? 0) + 1);
  }
  const starts = new Uint32Array(words + 1);
  lists.forEach((list, w) => {
    starts[w + 1] = (starts[w] ?? 0) + list.size;
  });
  return {
    starts,
    words: Int32Array.from(lists.flatMap((list) => [...list.keys()])),
    counts: Uint32Array.from(lists.flatMap((list) => [...list.values()])),
  };
}

/** Classes and the counts of one after another. */
class State {
  readonly classOf: Uint16Array;
  private readonly classes: number;
  private readonly pairs: Int32Array;
  private readonly asFirst: Int32Array;
  private readonly asSecond: Int32Array;
  /** Of the word in hand: its pairs by the class before and after, those classes, and its pairs with itself. */
  private readonly before: Int32Array;
  private readonly after: Int32Array;
  private seenBefore: number[] = [];
  private seenAfter: number[] = [];
  private self = 0;
  private readonly log: (n: number) => number;

  constructor(words: number, classes: number, tokens: number) {
    this.classes = classes;
    this.classOf = Uint16Array.from({ length: words }, (_, w) => w % classes);
    this.pairs = new Int32Array(classes * classes);
    this.asFirst = new Int32Array(classes);
    this.asSecond = new Int32Array(classes);
    this.before = new Int32Array(classes);
    this.after = new Int32Array(classes);
    this.log = timesLog(tokens + 1);
  }

  count({ starts, words, counts }: Neighbours): void {
    for (let w = 0; w + 1 < starts.length; w++) {
      const a = this.classOf[w] as number;
      for (let k = starts[w] as number; k < (starts[w + 1] as number); k++) {
        this.add(a, this.classOf[words[k] as number] as number, counts[k] as number);
      }
    }
  }

  /** Takes the word out of its class and puts it where it fits best; gives whether that is another. */
  place(word: number, left: Neighbours, right: Neighbours): boolean {
    const old = this.classOf[word] as number;
    this.gather(word, left, right);
    this.shift(old, -1);
    let best = old;
    let most = Number.NEGATIVE_INFINITY;
    for (let to = 0; to < this.classes; to++) {
      const gain = this.gain(to) + (to === old ? 1e-9 : 0);
      if (gain <= most) continue;
      most = gain;
      best = to;
    }
    this.shift(best, 1);
    this.classOf[word] = best;
    return best !== old;
  }

  private gather(word: number, left: Neighbours, right: Neighbours): void {
    for (const c of this.seenBefore) this.before[c] = 0;
    for (const c of this.seenAfter) this.after[c] = 0;
    this.self = 0;
    this.seenBefore = this.fill(word, left, this.before, false);
    this.seenAfter = this.fill(word, right, this.after, true);
  }

  private fill(word: number, { starts, words, counts }: Neighbours, into: Int32Array, own: boolean): number[] {
    const seen: number[] = [];
    for (let k = starts[word] as number; k < (starts[word + 1] as number); k++) {
      const other = words[k] as number;
      const n = counts[k] as number;
      if (other === word) {
        if (own) this.self += n;
        continue;
      }
      const c = this.classOf[other] as number;
      if (into[c] === 0) seen.push(c);
      into[c] = (into[c] as number) + n;
    }
    return seen;
  }

  private shift(to: number, sign: 1 | -1): void {
    for (const c of this.seenBefore) this.add(c, to, sign * (this.before[c] as number));
    for (const c of this.seenAfter) this.add(to, c, sign * (this.after[c] as number));
    if (this.self > 0) this.add(to, to, sign * this.self);
  }

  private add(a: number, b: number, n: number): void {
    const at = a * this.classes + b;
    this.pairs[at] = (this.pairs[at] as number) + n;
    this.asFirst[a] = (this.asFirst[a] as number) + n;
    this.asSecond[b] = (this.asSecond[b] as number) + n;
  }

  // By how much the logarithm of the text's likelihood grows when the word in hand joins the class.
  private gain(to: number): number {
    const { log, classes, pairs, before, after } = this;
    let gain = 0;
    let more = this.self;
    let moreBefore = this.self;
    let both = this.self;
    for (const c of this.seenBefore) {
      const n = before[c] as number;
      moreBefore += n;
      if (c === to) {
        both += n;
        continue;
      }
      const now = pairs[c * classes + to] as number;
      gain += log(now + n) - log(now);
    }
    for (const c of this.seenAfter) {
      const n = after[c] as number;
      more += n;
      if (c === to) {
        both += n;
        continue;
      }
      const now = pairs[to * classes + c] as number;
      gain += log(now + n) - log(now);
    }
    const now = pairs[to * classes + to] as number;
    gain += log(now + both) - log(now);
    const first = this.asFirst[to] as number;
    const second = this.asSecond[to] as number;
    return gain - (log(first + more) - log(first)) - (log(second + moreBefore) - log(second));
  }
}

// n log n, looked up.
function timesLog(limit: number): (n: number) => number {
  const table = new Float64Array(limit);
  for (let n = 2; n < limit; n++) table[n] = n * Math.log(n);
  return (n) => (n < limit ? (table[n] as number) : n * Math.log(n));
}
