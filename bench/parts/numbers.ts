/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list, each as likely. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  return at(list, Math.floor(random() * list.length));
}

/** One of a list, the n-th about 1/n as likely as the first: so words, places and names are told in the world. */
export function pickSkewed<T>(random: () => number, list: readonly T[]): T {
  return at(list, Math.floor(Math.exp(random() * Math.log(list.length + 1))) - 1);
}

function at<T>(list: readonly T[], i: number): T {
  const item = list[Math.min(list.length - 1, i)];
  if (item === undefined) throw new Error("the list is empty");
  return item;
}
