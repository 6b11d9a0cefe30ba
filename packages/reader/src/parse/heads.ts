/** Scores of one sentence: `scores[word * (length + 1) + head]`, the root in the last column. */
export interface ArcScores {
  readonly length: number;
  readonly scores: Float32Array;
}

/** A tree from scores: each word's best head, with one root, and with circles opened where it costs least. The root is `length`. */
export function treeOf(arcs: ArcScores): Int32Array {
  const heads = new Int32Array(arcs.length);
  for (let word = 0; word < arcs.length; word++) heads[word] = bestHead(arcs, word, arcs.length + 1);
  keepOneRoot(arcs, heads);
  openCircles(arcs, heads);
  return heads;
}

function scoreOf({ length, scores }: ArcScores, word: number, head: number): number {
  return scores[word * (length + 1) + head] ?? Number.NEGATIVE_INFINITY;
}

/** The best head below `limit`: `length + 1` lets in the root. */
function bestHead(arcs: ArcScores, word: number, limit: number): number {
  let top = -1;
  for (let head = 0; head < limit; head++) {
    if (head !== word && (top < 0 || scoreOf(arcs, word, head) > scoreOf(arcs, word, top))) top = head;
  }
  return top < 0 ? arcs.length : top;
}

function keepOneRoot(arcs: ArcScores, heads: Int32Array): void {
  const { length } = arcs;
  let root = -1;
  let most = Number.NEGATIVE_INFINITY;
  const any = heads.includes(length);
  for (let word = 0; word < length; word++) {
    if (any && heads[word] !== length) continue;
    const gain = scoreOf(arcs, word, length) - scoreOf(arcs, word, bestHead(arcs, word, length));
    if (root < 0 || gain > most) [root, most] = [word, gain];
  }
  for (let word = 0; word < length; word++) {
    if (word === root) heads[word] = length;
    else if (heads[word] === length) heads[word] = bestHead(arcs, word, length);
  }
}

/** Hangs one word of each circle on a word that already leads to the root, the cheapest way. */
function openCircles(arcs: ArcScores, heads: Int32Array): void {
  const { length } = arcs;
  const rooted = new Uint8Array(length + 1);
  for (;;) {
    markRooted(heads, rooted);
    const circle = circleOf(heads, rooted);
    if (circle.length === 0) return;
    let [word, head, least] = [circle[0] ?? 0, -1, Number.POSITIVE_INFINITY];
    for (const candidate of circle) {
      const now = scoreOf(arcs, candidate, heads[candidate] ?? 0);
      for (let other = 0; other < length; other++) {
        const cost = now - scoreOf(arcs, candidate, other);
        if (rooted[other] === 1 && cost < least) [word, head, least] = [candidate, other, cost];
      }
    }
    heads[word] = head < 0 ? length : head;
  }
}

function markRooted(heads: Int32Array, rooted: Uint8Array): void {
  const length = heads.length;
  const state = new Uint8Array(length);
  rooted.fill(0);
  rooted[length] = 1;
  for (let start = 0; start < length; start++) {
    const path: number[] = [];
    let at = start;
    while (at < length && rooted[at] === 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = heads[at] ?? length;
    }
    const good = rooted[at] === 1 ? 1 : 0;
    for (const word of path) rooted[word] = good;
  }
}

function circleOf(heads: Int32Array, rooted: Uint8Array): readonly number[] {
  let at = rooted.indexOf(0);
  if (at < 0) return [];
  for (let i = 0; i < heads.length; i++) at = heads[at] ?? 0;
  const circle = [at];
  for (let next = heads[at] ?? 0; next !== at; next = heads[next] ?? 0) circle.push(next);
  return circle;
}
